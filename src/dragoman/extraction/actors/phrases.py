"""What a noun phrase says of a party: the heart of actor resolution.

The phrase is cut into core and complements (`anatomy`); the core's last known segment is its
head; what stands before it and after "of" says for which state or body it acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.codebooks.actor_words import actor_words
from dragoman.extraction.actors.anatomy import Anatomy, Around, dissect
from dragoman.extraction.actors.bodies import describe_body, describe_state, is_body
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.persons import describe_person
from dragoman.extraction.actors.roles import describe_role
from dragoman.extraction.actors.words import POSSESSIVE, Word


class Head(NamedTuple):
    """Where a phrase's head stands: words ``[start, end)``."""

    start: int
    end: int


def describe_segments(
    words: Sequence[Word],
    found: Sequence[Segment],
    setting: Setting,
    *,
    name: tuple[int, int] | None = None,
) -> tuple[Description, Head] | None:
    """Describe the party that a phrase names, or None if it names none that we know.

    Args:
        words: The phrase's words.
        found: Its segments, numbered by those words.
        setting: The article's day and what it told before.
        name: Which of the words are a person's name, where a recogniser says so.
    """
    segments = list(found) if name is None else _as_name(found, name)
    anatomy = dissect(words, segments, name)
    at = len(anatomy.core) - 1
    while at > 0 and words[anatomy.core[at].start].key == POSSESSIVE:
        at -= 1
    if at < 0:
        return None
    anatomy, at = _in_full(words, anatomy, at)
    head, around = anatomy.core[at], _around(words, anatomy, at)
    described = _read(
        words, head, around, setting, is_name=name is not None and head.start == name[0]
    )
    if described is not None:
        return described, Head(head.start, head.end)
    return None if head.entries else _titled(words, anatomy, setting)


def _read(
    words: Sequence[Word], head: Segment, around: Around, setting: Setting, *, is_name: bool
) -> Description | None:
    if is_name or (head.has("person") and not is_body(head, setting)):
        return describe_person(words, head, around, setting)
    if not head.entries:
        return None
    return (
        describe_body(head, around, setting)
        or describe_role(words, head, around, setting)
        or describe_state(words, head, around, setting)
        or (describe_person(words, head, around, setting) if head.has("short") else None)
    )


def _around(words: Sequence[Word], anatomy: Anatomy, at: int) -> Around:
    terms = actor_words()
    before = anatomy.core[:at]
    opening = [w.key for w in words[:3]]
    return Around(
        words,
        before,
        anatomy.complements,
        former=anatomy.former,
        deputy=any(words[part.end - 1].key in terms.deputy for part in before),
        definite=bool(opening) and opening[0] in terms.definite,
        indefinite=any(word in terms.indefinite for word in opening),
    )


def _as_name(found: Sequence[Segment], name: tuple[int, int]) -> list[Segment]:
    """Put one segment where a recogniser saw a person's name, keeping its reading if it has one."""
    start, end = name
    inside = [s for s in found if start <= s.start and s.end <= end]
    kept: tuple[object, ...] = ()
    if len(inside) == 1 and (inside[0].start, inside[0].end) == name:
        kept = tuple(e for e in inside[0].entries if e.sort in {"person", "short"})
    whole = Segment(start, end, kept)  # type: ignore[arg-type]  # entries, filtered
    return sorted([s for s in found if s.end <= start or s.start >= end] + [whole], key=_place)


def _place(segment: Segment) -> int:
    return segment.start


def _titled(
    words: Sequence[Word], anatomy: Anatomy, setting: Setting
) -> tuple[Description, Head] | None:
    """Describe a core that ends in capitalised words no codebook has: a titled person."""
    core = anatomy.core
    start = len(core)
    while start > 0 and not core[start - 1].entries and words[core[start - 1].start].capital:
        start -= 1
    if start in {0, len(core)} or not _is_title(core[start - 1]):
        return None
    head = Segment(core[start].start, core[-1].end, ())
    around = _around(words, anatomy._replace(core=[*core[:start], head]), start)
    person = describe_person(words, head, around, setting)
    return (person, Head(head.start, head.end)) if person else None


def _in_full(words: Sequence[Word], anatomy: Anatomy, at: int) -> tuple[Anatomy, int]:
    """Join a known surname with the unknown names before it: "Ismail Khan" is not any Khan."""
    core, start = anatomy.core, at
    if not core[at].entries or any(e.sort != "short" for e in core[at].entries):
        return anatomy, at
    while start > 0 and _of_name(words, core[start - 1], core[start]):
        start -= 1
    if start == at:
        return anatomy, at
    whole = Segment(core[start].start, core[at].end, core[at].entries)
    return anatomy._replace(core=[*core[:start], whole, *core[at + 1 :]]), start


def _of_name(words: Sequence[Word], segment: Segment, following: Segment) -> bool:
    """Whether a segment before a surname is a part of the same name.

    Unknown words are, and other names that touch it: "Jackson Park" and "Theresa May Johnson" are
    neither Park Geun-hye nor Boris Johnson.
    """
    if not words[segment.start].capital or segment.end != following.start:
        return False
    return not segment.entries or segment.has("short", "person", "place")


def _is_title(segment: Segment) -> bool:
    if segment.plural:
        return False
    return segment.has("office") or any(r.kind == "person" for r in segment.values("role"))
