"""Values that a field can have: what no record can hold is said at once, not found never."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import get_args

from dragoman.archive.search.syntax import Day, Field, Node, Not
from dragoman.codebooks.countries import countries
from dragoman.errors import QueryError
from dragoman.records.vocabulary import EventStatus, EventType, QuotationKind
from dragoman.text.folding import key

_CLOSED: dict[str, tuple[str, ...]] = {
    "type": get_args(EventType),
    "status": get_args(EventStatus),
    "kind": ("event", "quotation", "position", *get_args(QuotationKind)),
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
FIRST, LAST = 0, 99_999_999


def day_node(name: str, text: str) -> Node:
    """Return the condition of ``before:``, ``after:`` or ``on:``.

    A month or year stands for its first day; "after" has that day in it and "before" has not, so
    that the two part all days between them.
    """
    found = _DATE.fullmatch(text.strip())
    if not found or not _is_day(*found.groups()):
        raise QueryError(
            f"{text[:40]!r} is no date.", hint=f"Write {name}:2026-03-01, {name}:2026-03 or 2026."
        )
    year, month, day = (int(part or 0) for part in found.groups())
    first = year * 10_000 + month * 100 + day
    if name == "after":
        return Day(first, LAST)
    if name == "before":
        return Not(Day(first, LAST))
    return Day(first, first + (0 if day else 99 if month else 9_999))


def _is_day(year: str, month: str | None, day: str | None) -> bool:
    if year == "0000" or (month and not 1 <= int(month) <= 12):
        return False
    return not day or 1 <= int(day) <= monthrange(int(year), int(month or 1))[1]


def field_node(name: str, text: str, *, prefix: bool) -> Field:
    """Return the condition of a field.

    Raises:
        QueryError: No record can have this value.
    """
    if name in _CLOSED and not prefix:
        _check(name, text)
    if name == "country":
        return Field(name, country_code(text))
    return Field(name, text, prefix)


def _check(name: str, text: str) -> None:
    known = _CLOSED[name]
    if text.lower() not in map(str.lower, known):
        raise QueryError(
            f"There is no {name} {text[:40]!r}.", hint=f"There are: {', '.join(known)}."
        )


def country_code(text: str) -> str:
    """Return the ISO-3 code of a name; three letters are taken for a code.

    Raises:
        QueryError: No country is called so.
    """
    if re.fullmatch(r"[A-Za-z]{3}", text):
        return text.upper()
    wanted = key(text)
    for country in countries().values():
        if wanted and wanted in map(key, (country.name, *country.aliases)):
            return country.iso3
    raise QueryError(
        f"No country is called {text[:40]!r}.", hint="Write its ISO-3 code: RUS, KAZ, FRA."
    )
