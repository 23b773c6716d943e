"""Days, weeks, months and years: where a stretch of days stands in a series."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from dragoman.archive.numbers.days import Days, day_of, days_of, number
from dragoman.errors import QueryError

Every = Literal["day", "week", "month", "year"]
EVERY: tuple[Every, ...] = get_args(Every)

MOST_PERIODS = 20_000
"""Points of a series: 50 years by day. More is a date that was read wrongly."""

_MONDAY = (
    "CAST(strftime('%Y%m%d', printf('%04d-%02d-%02d', {day} / 10000, {day} / 100 % 100, {day} % 100),"
    " '-6 days', 'weekday 1') AS INTEGER)"
)
_BIN = {"day": "{day}", "week": _MONDAY, "month": "{day} / 100", "year": "{day} / 10000"}


class Period(NamedTuple):
    """From a day to a day, both inside it; None is open. Days are numbers such as 20240512."""

    first: int | None = None
    last: int | None = None

    def __str__(self) -> str:
        first = day_of(self.first).isoformat() if self.first else None
        last = day_of(self.last).isoformat() if self.last else None
        if first and last:
            return f"{first} to {last}"
        if first or last:
            return f"from {first}" if first else f"until {last}"
        return "all days"

    def inside(self, name: str) -> tuple[str, list[int]]:
        """Return the condition that a date, in columns of table ``name``, lies inside."""
        return _conditions(
            (f"{name}.first_day >= ?", self.first), (f"{name}.last_day <= ?", self.last)
        )

    def touching(self, name: str) -> tuple[str, list[int]]:
        """Return the condition that a date is not known to lie outside."""
        return _conditions(
            (f"ifnull({name}.last_day >= ?, 1)", self.first),
            (f"ifnull({name}.first_day <= ?, 1)", self.last),
        )


def period_of(since: str | None, until: str | None) -> Period:
    """Return a period; a month or year is meant from its first day, or to its last.

    Raises:
        QueryError: One is no date, or the end lies before the beginning.
    """
    first, last = _asked("since", since), _asked("until", until)
    period = Period(first.first if first else None, last.last if last else None)
    if period.first and period.last and period.first > period.last:
        raise QueryError(
            f"The period ends ({until}) before it begins ({since}).", hint="Change one of the two."
        )
    return period


def _asked(name: str, written: str | None) -> Days | None:
    if written is None:
        return None
    found = days_of(written) if len(written) >= 4 else None
    if found is None:
        raise QueryError(
            f"{written[:40]!r} is no date (--{name}).", hint="Write 2026-03-01, 2026-03 or 2026."
        )
    return found


def bin_of(every: Every | None, name: str) -> str:
    """Return the SQL that gives the bin of a date in table ``name``; null where it fits none.

    A date stands in the bin that holds all of its days.
    """
    if every is None:
        return "0"
    form = _BIN[every]
    first, last = form.format(day=f"{name}.first_day"), form.format(day=f"{name}.last_day")
    if every == "day":
        return f"iif({name}.first_day = {name}.last_day, {name}.first_day, NULL)"
    return f"iif({name}.first_day = {name}.last_day OR {first} = {last}, {first}, NULL)"


def label(every: Every | None, key: int) -> str | None:
    """Return "2024-05-12", "2024-W19", "2024-05" or "2024" for the key of a bin."""
    match every:
        case None:
            return None
        case "day":
            return day_of(key).isoformat()
        case "week":
            year, week, _ = day_of(key).isocalendar()
            return f"{year:04d}-W{week:02d}"
        case "month":
            return f"{key // 100:04d}-{key % 100:02d}"
        case "year":
            return f"{key:04d}"


def first_day(every: Every, key: int) -> date:
    """Return the first day of a bin."""
    match every:
        case "day" | "week":
            return day_of(key)
        case "month":
            return day_of(key * 100 + 1)
        case "year":
            return day_of(key * 10_000 + 101)


def key_of(every: Every, day: date) -> int:
    """Return the bin that holds a day."""
    match every:
        case "day":
            return number(day)
        case "week":
            return number(day - timedelta(days=day.weekday()))
        case "month":
            return number(day) // 100
        case "year":
            return day.year


def run(every: Every, first: int, last: int) -> tuple[int, ...]:
    """Return the keys of all bins from one to another.

    Raises:
        QueryError: There are more than anybody can look at.
    """
    keys: list[int] = []
    for key in _from(every, first):
        if key > last:
            return tuple(keys)
        keys.append(key)
        if len(keys) > MOST_PERIODS:
            break
    raise QueryError(
        f"From {label(every, first)} to {label(every, last)} there are more than "
        f"{MOST_PERIODS:,} {every}s.",
        hint="Give --since and --until, or count by a longer time.",
    )


def _from(every: Every, first: int) -> Iterator[int]:
    day = first_day(every, first)
    while True:
        yield key_of(every, day)
        match every:
            case "day":
                day += timedelta(days=1)
            case "week":
                day += timedelta(days=7)
            case "month":
                day = (day + timedelta(days=31)).replace(day=1)
            case "year":
                day = day.replace(year=day.year + 1)


def _conditions(*pairs: tuple[str, int | None]) -> tuple[str, list[int]]:
    asked = [(sql, value) for sql, value in pairs if value is not None]
    return " AND ".join(sql for sql, _ in asked) or "1", [value for _, value in asked]
