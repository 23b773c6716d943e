"""What a noun phrase says of a party: the heart of actor resolution.

The phrase is cut into core and complements (`anatomy`); the core's last known segment is its
head; what stands before it and after "of" says for which state or body it acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.extraction.actors.anatomy import Anatomy, Around, dissect
from dragoman.extraction.actors.bodies import describe_body, describe_state, is_body
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment, segments
from dragoman.extraction.actors.persons import describe_person
from dragoman.extraction.actors.roles import describe_role
from dragoman.extraction.actors.words import POSSESSIVE, Word


class Head(NamedTuple):
    """Where a phrase's head stands: words ``[start, end)``."""

    start: int
    end: int


def describe_words(
    words: Sequence[Word],
    setting: Setting,
    *,
    name: tuple[int, int] | None = None,
    shout: bool = False,
) -> tuple[Description, Head] | None:
    """Describe the party that a phrase names, or None if it names none that we know.

    Args:
        words: The phrase's words.
        setting: The article's day and what it told before.
        name: Which of the words are a person's name, where a recogniser says so.
        shout: Whether the phrase is printed in capitals.
    """
    found = segments(words, shout=shout)
    if name is not None:
        found = _as_name(found, name)
    anatomy = dissect(words, found)
    if not anatomy.core:
        return None
    at = len(anatomy.core) - 1
    while at > 0 and words[anatomy.core[at].start].key == POSSESSIVE:
        at -= 1
    head = anatomy.core[at]
    before = anatomy.core[:at]
    around = Around(before, anatomy.complements, anatomy.former)
    if name is not None and head.start == name[0]:
        return describe_person(words, head, around, setting), Head(head.start, head.end)
    if head.has("person") and not is_body(head, setting):
        return describe_person(words, head, around, setting), Head(head.start, head.end)
    if not head.entries:
        return _unknown(words, anatomy, around, setting)
    described = (
        describe_body(head, around, setting)
        or describe_role(words, head, around, setting)
        or describe_state(words, head, around, setting)
    )
    return (described, Head(head.start, head.end)) if described else None


def _as_name(found: list[Segment], name: tuple[int, int]) -> list[Segment]:
    """Put one segment where a recogniser saw a person's name, keeping its reading if it has one."""
    start, end = name
    inside = [s for s in found if start <= s.start and s.end <= end]
    if len(inside) == 1 and (inside[0].start, inside[0].end) == name:
        kept = tuple(e for e in inside[0].entries if e.sort == "person")
        whole = Segment(start, end, kept)
    else:
        whole = Segment(start, end, ())
    rest = [s for s in found if s.end <= start or s.start >= end]
    return sorted([*rest, whole])


def _unknown(
    words: Sequence[Word], anatomy: Anatomy, around: Around, setting: Setting
) -> tuple[Description, Head] | None:
    """Describe a core that ends in words no codebook has: a titled person, or nothing."""
    core = anatomy.core
    start = len(core)
    while start > 0 and not core[start - 1].entries and words[core[start - 1].start].capital:
        start -= 1
    if start == len(core):
        return None
    titled = start > 0 and core[start - 1].has("office", "role")
    if not titled:
        return None
    head = Segment(core[start].start, core[-1].end, ())
    around = around._replace(before=core[:start])
    return describe_person(words, head, around, setting), Head(head.start, head.end)
