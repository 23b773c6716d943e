"""Where a name may lie: the gazetteer's candidates, and who claims and holds them on a day."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from dragoman.codebooks.contested import Standing
from dragoman.codebooks.gazetteer import Entry, Gazetteer, gazetteer, name_key

_CLOSE = 0.75  # of the letters in common: "Kyyiv" and "Kyiv"


class Located(NamedTuple):
    """One bearer of a name; `standing` is None where nobody contests it on the day."""

    entry: Entry
    standing: Standing | None


def locate(name: str, *, country: str | None = None, day: str | None = None) -> tuple[Located, ...]:
    """Return the places that bear a name, the most likely without a context first.

    "Paris, Texas" asks for what lies in Texas; an adjective ("Kazakh") gives its country.

    Args:
        name: A name as printed.
        country: ISO-3 code; only its places.
        day: An ISO date, to the day, month or year; by default what holds now.
    """
    table = gazetteer()
    found = [*table.bearers_of_adjective(name), *table.candidates(name)] or _within(table, name)
    return tuple(
        Located(table.entry(at), table.standing(at, day))
        for at in found
        if country is None or table.country(at) == country
    )


def _within(table: Gazetteer, name: str) -> list[int]:
    """Return what a name with its container means: "Lebanon, Pennsylvania", "Ludlow, Mass."."""
    inner, comma, outer = name.rpartition(",")
    if not comma:
        return []
    holders = [at for at in _named(table, outer.strip()) if table.is_wide(at)]
    return [
        at
        for at in table.candidates(inner)
        if any(table.contains(holder, at) and holder != at for holder in holders)
    ]


def _named(table: Gazetteer, name: str) -> Iterable[int]:
    return [*table.abbreviated(name), *table.candidates(name)]


def scripts_of(name: str) -> tuple[str, ...]:
    """Return the scripts of a name's letters, in order: two of them hide a look-alike letter."""
    named = (unicodedata.name(ch, "") for ch in name if ch.isalpha())
    return tuple(dict.fromkeys(word.partition(" ")[0].capitalize() for word in named if word))


def similar_places(name: str, most: int = 3) -> tuple[str, ...]:
    """Return names of places that are spelled much like ``name``."""
    key = name_key(name)
    if not key:
        return ()
    alike = {
        known
        for known in gazetteer().first_names()
        if known[:1].lower() == key[0] and abs(len(known) - len(key)) <= 2
    }
    by_key = {name_key(known): known for known in sorted(alike)}
    return tuple(by_key[k] for k in get_close_matches(key, by_key, most, _CLOSE))
