"""Finds the adjectives and peoples of places ("Kazakh", "South Africans") in a passage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.gazetteer import gazetteer
from dragoman.codebooks.place_words import place_words
from dragoman.extraction.places import surroundings
from dragoman.extraction.places.known import LONGEST, KnownNames
from dragoman.extraction.places.runs import PLACE_LABELS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 3  # words of a demonym


def demonyms(doc: Doc, known: KnownNames) -> Iterator[tuple[int, int]]:
    """Yield where a demonym stands, in tokens."""
    at = 0
    while at < len(doc):
        size = _size(doc, known, at) if known.capital[at] else 0
        if size:
            yield at, at + size
        at += max(size, 1)


def _size(doc: Doc, known: KnownNames, at: int) -> int:
    """Return how many words of a demonym begin at a token; 0 for none."""
    size = _longest_adjective(doc, known, at)
    if not size:
        return 0
    token = doc[at]
    if surroundings.language_meant(token):
        return 0
    if token.lower_ in place_words().before_hyphen and not _hyphen_after(doc, at):
        return 0
    if token.ent_type_ == "PERSON" and token.ent_iob_ != "B":
        return 0
    return 0 if _begins_a_name(doc, known, at, size) else size


def _longest_adjective(doc: Doc, known: KnownNames, at: int) -> int:
    table = gazetteer()
    if not table.begins_adjective(known.text(at, at + 1)):
        return 0
    sizes = range(min(_LONGEST, len(doc) - at), 0, -1)
    return next((n for n in sizes if table.bearers_of_adjective(known.text(at, at + n))), 0)


def _hyphen_after(doc: Doc, at: int) -> bool:
    return at + 1 < len(doc) and doc[at + 1].text == "-"


def _begins_a_name(doc: Doc, known: KnownNames, at: int, size: int) -> bool:
    """Whether a longer name begins with the demonym: "the Korean Peninsula"."""
    longest = known.longest(at, min(at + LONGEST, len(doc)))
    if longest <= size:
        return False
    return doc[at + longest - 1].ent_type_ in PLACE_LABELS
