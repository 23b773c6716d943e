"""Where people speak English in public, and the languages that a text says they spoke."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class SpokenLanguages(NamedTuple):
    """`english` holds ISO-3 codes; `names` maps lower-case names of languages to ISO 639-1."""

    english: frozenset[str]
    names: Mapping[str, str]


@cache
def spoken_languages() -> SpokenLanguages:
    """Return the countries that speak English in public, and the names of languages."""
    table = load_toml("english_speaking.toml")
    return SpokenLanguages(frozenset(table["countries"]["iso3"]), dict(table["languages"]))
