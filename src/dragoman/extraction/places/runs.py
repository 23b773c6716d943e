"""Runs of words that may hold names: what the parser calls a place, and other capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def entity_runs(entities: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges that the parser calls places, without "the" and "'s"."""
    for entity in entities:
        if entity.label_ in PLACE_LABELS:
            skip = 1 if entity[0].lower_ == "the" and len(entity) > 1 else 0
            possessive = 1 if entity[-1].lower_ in {"'s", "’s"} and len(entity) > 1 else 0
            yield entity.start + skip, entity.end - possessive


def other_runs(doc: Doc, capital: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of capitalised words that the parser calls no place."""
    start = None
    for at, large in enumerate(capital):
        named = large and doc[at].ent_type_ not in PLACE_LABELS
        if named and start is None:
            start = at
        if not named and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(capital)
