"""Which furniture phrases a line is, begins with, or holds."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.furniture import furniture_phrases

_LONGEST = 6  # words in the longest phrase that is looked for
_SHORT = 25  # words; a longer line is searched at its beginning only
_EDGES = " \t:.,!?…»«\"'“”‘’|>›→-–—•·()[]"
_NONE: frozenset[str] = frozenset()


class PhraseHits(NamedTuple):
    """Kinds of phrases by where they stand in a line."""

    whole: frozenset[str]
    starts: frozenset[str]
    inside: frozenset[str]


def phrase_hits(line: str) -> PhraseHits:
    """Look a line up in the furniture codebook; time is linear in its length."""
    known = furniture_phrases()
    words = [word.strip(_EDGES) for word in line.casefold().split()]
    words = [word for word in words if word]
    whole = known.get(" ".join(words), _NONE) if len(words) <= 2 * _LONGEST else _NONE
    starts = _at(words, 0)
    if line[:1] == "©":
        starts |= {"copyright"}
    inside = starts
    if len(words) <= _SHORT:
        for place in range(1, len(words)):
            inside |= _at(words, place)
    return PhraseHits(whole, starts, inside)


def _at(words: list[str], place: int) -> frozenset[str]:
    """Return the kinds of the longest phrase that begins at a word."""
    known = furniture_phrases()
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        kinds = known.get(" ".join(words[place : place + length]))
        if kinds is not None:
            return kinds
    return _NONE
