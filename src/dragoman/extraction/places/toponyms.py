"""A name in the text that may be a place's, before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records import Span
from dragoman.records.vocabulary import PlaceUse

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

Candidate = tuple[int, float]
"""A place's number in the gazetteer and what it weighs under the name, without a context."""
Candidates = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Toponym:
    """One mention of a place.

    `tokens` are the same words in the parse; `named` is what was looked up; `candidates` are the
    bearers of the name, the weightiest first. `within` holds the places that the text says this
    one lies in ("Paris, Texas").
    """

    span: Span
    tokens: DocSpan
    named: str
    use: PlaceUse
    candidates: Candidates
    within: tuple[int, ...] = ()
    sure: bool = True
    """False where only another mention's fate tells whether it is a place at all."""
    placelike: bool = False
    """Whether the words around it, not only the parser, call it a place."""
    division: bool = False
    """Whether the words around it ask for a division or country, not a town ("New York Gov.")."""
    stands_alone: bool = False
    """Whether it stands outside of the sentence: a dateline, or what holds the place before it."""
