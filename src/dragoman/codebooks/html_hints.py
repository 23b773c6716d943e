"""What class and id names of HTML elements hint at."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dragoman.codebooks.loader import load_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@cache
def hint_names() -> tuple[str, ...]:
    """Return the names of the hints, in the order of the codebook."""
    return tuple(load_toml("html_hints.toml")["hints"])


@lru_cache(maxsize=8192)
def hints_in(names: str) -> int:
    """Return the hints in a string of class and id names, as bits in the order of `hint_names`."""
    bits = 0
    known = _bits()
    for word in _WORD.findall(names[:500]):
        bits |= known.get(word.lower(), 0)
    squeezed = re.sub(r"[^a-z]+", "", names[:500].lower())
    for piece, bit in _joined():
        if piece in squeezed:
            bits |= bit
    return bits


@cache
def _bits() -> Mapping[str, int]:
    known: dict[str, int] = {}
    for number, pieces in enumerate(load_toml("html_hints.toml")["hints"].values()):
        for piece in pieces:
            known[piece] = known.get(piece, 0) | 1 << number
    return known


@cache
def _joined() -> tuple[tuple[str, int], ...]:
    """Pieces of two words ("articlebody"), which stand in names with any or no sign between."""
    body = load_toml("html_hints.toml")["hints"]["body"]
    return tuple((piece, 1 << hint_names().index("body")) for piece in body if len(piece) > 7)
