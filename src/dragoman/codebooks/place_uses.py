"""Words that tell whether a place's name means the place or who is there."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class PlaceUses(NamedTuple):
    """Lower-case lemmas by what they make of a place's name beside them (``place_uses.toml``)."""

    places: frozenset[str]
    happenings: frozenset[str]
    disasters: frozenset[str]
    movements: frozenset[str]
    voices: frozenset[str]
    holders: frozenset[str]
    parties: frozenset[str]
    kinds: frozenset[str]
    borders: frozenset[str]
    sides: frozenset[str]
    seated: frozenset[str]
    befalling: frozenset[str]
    attacking: frozenset[str]
    lying: frozenset[str]
    moving: frozenset[str]
    leaving_for: frozenset[str]
    addressing: frozenset[str]
    at: frozenset[str]
    facing: frozenset[str]
    examples: frozenset[str]


@cache
def place_uses() -> PlaceUses:
    """Return the words of the codebook."""
    tables = load_toml("place_uses.toml")
    lists = {name: frozenset(words) for table in tables.values() for name, words in table.items()}
    return PlaceUses(**lists)
