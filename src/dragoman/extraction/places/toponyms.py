"""A name in the text that may be a place's, before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Span
from dragoman.records.vocabulary import PlaceUse


@dataclass(frozen=True, slots=True)
class Toponym:
    """One mention of a place.

    `candidates` are numbers of the gazetteer, the weightiest first. `within` holds the places
    that the text says this one lies in ("Paris, Texas"); `named` is what was looked up.
    """

    span: Span
    named: str
    use: PlaceUse
    candidates: tuple[int, ...]
    within: tuple[int, ...] = ()
    surely_named: bool = True
    """False where only another mention's fate tells whether it is a place at all."""
