"""Whom "the minister" or "the Polish diplomat" means, by the role that somebody had before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dragoman.codebooks.countries import adjective_of
from dragoman.codebooks.speaker_words import speaker_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.quotations.roles import Introduced
from dragoman.records import Actor, Mention, Span

_WORD = re.compile(r"[\w’'-]+")
_MOST = 60  # introductions looked back over: an article has fewer, a hostile text thousands
_REACH = 1500  # characters back: two paragraphs or three
_DEFINITE = frozenset({"the", "this", "that"})
# Words of a role that a later noun may leave out or add without meaning another.
_EMPTY = frozenset(
    {"of", "and", "the", "former", "senior", "top", "mr", "mrs", "ms", "own", "same"}
)


def introduced_as(mention: Mention, known: Sequence[Introduced]) -> Actor | None:
    """Return the person last introduced with a role that a definite noun phrase repeats.

    Args:
        mention: The phrase: "the deputy minister".
        known: Who was named with a role, in the order of the text.
    """
    words = [w.casefold() for w in _WORD.findall(mention.text)]
    if len(words) < 2 or words[0] not in _DEFINITE:
        return None
    noun, modifiers = words[-1], [w for w in words[1:-1] if w not in _EMPTY]
    at = bisect_left(known, mention.span.start, key=lambda entry: entry.start)
    for entry in reversed(known[max(0, at - _MOST) : at]):
        if _fits(noun, modifiers, entry):
            return entry.actor
    return None


def named_body(mention: Mention, cast: Cast) -> Actor | None:
    """Return the body last named that a definite noun phrase means: "the agency", "the group"."""
    words = [w.casefold() for w in _WORD.findall(mention.text)]
    if len(words) != 2 or words[0] not in _DEFINITE or words[1] not in speaker_words().bodies:
        return None
    kinds, start = speaker_words().bodies[words[1]], mention.span.start
    for entry in reversed(cast.mentions_in(Span(max(0, start - _REACH), start))):
        actor = cast.actor_of(entry)
        if entry.kind != "name" or actor.kind in {"person", "people", "place_only", "state"}:
            continue
        if actor.kind in kinds or words[1] in actor.name.casefold().split():
            return actor
    return None


def _fits(noun: str, modifiers: Sequence[str], entry: Introduced) -> bool:
    role = {w.casefold() for w in _WORD.findall(entry.role)}
    if not role & ({noun} | speaker_words().stands_for.get(noun, frozenset())):
        return False
    return all(word in role or _of_country(word, entry.actor) for word in modifiers)


def _of_country(word: str, actor: Actor) -> bool:
    """Whether a word is the adjective of a country that a person acts for: "the *Polish* envoy"."""
    return any(word == adjective_of(code).casefold() for code in actor.countries)
