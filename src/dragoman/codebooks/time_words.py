"""Words that tell time, and the part each plays in a time expression."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml
from dragoman.errors import CodebookError

FILE = "time_words.toml"


class TimeWord(NamedTuple):
    """One word or phrase: the part it plays ("month", "unit", "back") and its value there."""

    role: str
    value: int | str


class TenseWords(NamedTuple):
    """Words that put what hangs on them into the future."""

    auxiliaries: frozenset[str]
    words: frozenset[str]
    plans: frozenset[str]
    reported: frozenset[str]


_ROLE_OF_TABLE = {
    "months": "month",
    "month_abbreviations": "month_abbreviation",
    "weekdays": "weekday",
    "weekday_abbreviations": "weekday_abbreviation",
    "holidays": "holiday",
    "seasons": "season",
    "parts_of_day": "part",
    "numbers": "number",
    "multipliers": "times_ten",
    "ordinals": "ordinal",
    "decade_words": "decade",
    "deictic_days": "deictic",
    "sets": "set",
}


@cache
def time_words() -> Mapping[str, TimeWord]:
    """Return the part that each lower-case word or phrase plays.

    Raises:
        CodebookError: A word is listed twice: the grammar gives each word one part.
    """
    tables = load_toml(FILE)
    found: dict[str, TimeWord] = {}

    def add(word: str, part: TimeWord) -> None:
        if word in found:
            raise CodebookError(f"{word!r} is listed twice", source=FILE)
        found[word] = part

    for table, role in _ROLE_OF_TABLE.items():
        for word, value in tables[table].items():
            add(word, TimeWord(role, value))
    for value, words in tables["units"].items():
        for word in words:
            add(word, TimeWord("unit", value))
    for role, words in tables["roles"].items():
        for word in words:
            add(word, TimeWord(role, word))
    for value, words in tables["references"].items():
        for word in words:
            add(word, TimeWord("reference", value))
    return MappingProxyType(found)


@cache
def adverb_references() -> Mapping[str, str]:
    """Return adverbs that point to a time on their own ("earlier" → "PAST_REF")."""
    return MappingProxyType(dict(load_toml(FILE)["adverb_references"]))


@cache
def tense_words() -> TenseWords:
    """Return the words that make a time lie ahead."""
    table = load_toml(FILE)["tense"]
    return TenseWords(
        frozenset(table["future_auxiliaries"]),
        frozenset(table["future_words"]),
        frozenset(table["plan_words"]),
        frozenset(table["reported_auxiliaries"]),
    )
