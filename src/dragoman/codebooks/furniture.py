"""Phrases of page furniture in many languages: "Advertisement", "Share", "Read more"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dragoman.codebooks.loader import load_toml

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def furniture_kinds() -> tuple[str, ...]:
    """Return what furniture phrases do ("advertisement", "share", …), in codebook order."""
    return tuple(kind for kind, entry in load_toml("furniture.toml").items() if "phrases" in entry)


@cache
def furniture_phrases() -> Mapping[str, frozenset[str]]:
    """Return the kinds of each phrase; phrases are lower case, words parted by one space."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    table = load_toml("furniture.toml")
    for kind in furniture_kinds():
        for phrase in table[kind]["phrases"]:
            kinds[phrase.strip(":")].add(kind)
    return {phrase: frozenset(found) for phrase, found in kinds.items()}


@cache
def address_words() -> Mapping[str, frozenset[str]]:
    """Return words that speak to the reader ("you") or of the speaker ("we", "i"), lower case."""
    return {
        kind: frozenset(words) for kind, words in load_toml("furniture.toml")["address"].items()
    }
