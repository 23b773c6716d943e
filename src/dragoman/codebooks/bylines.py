"""The words around names in bylines: openers, conjunctions, roles, desks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class BylineWords(NamedTuple):
    """Word lists of the codebook ``bylines``, in lower case."""

    conjunctions: frozenset[str]
    roles: frozenset[str]
    degrees: frozenset[str]
    generations: frozenset[str]
    other_roles: frozenset[str]
    desks: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]


@cache
def byline_words() -> BylineWords:
    """Return the word lists."""
    table = load_toml("bylines.toml")["words"]
    return BylineWords(*(frozenset(table[field]) for field in BylineWords._fields))


@cache
def byline_opener() -> re.Pattern[str]:
    """Return a pattern for the words that open a byline ("By", "Von:", "Propos recueillis par")."""
    openers = sorted(load_toml("bylines.toml")["words"]["openers"], key=len, reverse=True)
    words = "|".join(re.escape(opener.rstrip(":")) for opener in openers)
    return re.compile(rf"(?:{words})(?:\s{{0,3}}[:：／/]\s{{0,3}}|\s{{1,3}}(?=\S))", re.IGNORECASE)
