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
    return tuple(load_toml("furniture.toml"))


@cache
def furniture_phrases() -> Mapping[str, frozenset[str]]:
    """Return the kinds of each phrase; phrases are lower case, words parted by one space."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for kind, entry in load_toml("furniture.toml").items():
        for phrase in entry["phrases"]:
            kinds[phrase.strip(":")].add(kind)
    return {phrase: frozenset(found) for phrase, found in kinds.items()}
