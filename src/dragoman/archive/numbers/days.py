"""Dates as stretches of days: what "2024-05", "2024-W19" and "2024-SU" have first and last.

A day is the number 20240512: it sorts, and a person who reads the table sees what it is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?",
    re.ASCII,
)
_LONG = re.compile(r"(\d{2,3})", re.ASCII)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # as TIMEX readers take them, from the month


class Days(NamedTuple):
    """The first and the last day of a date, both inside it."""

    first: int
    last: int


def number(day: date) -> int:
    """Return 20240512 for 12 May 2024."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(numbered: int) -> date:
    """Return the day that `number` made this of."""
    return date(numbered // 10_000, numbered // 100 % 100, numbered % 100)


def days_of(value: str | None) -> Days | None:
    """Return the days of a calendar value; None where it names none ("PAST_REF", 30 February)."""
    try:
        return _days(value or "")
    except ValueError:  # a month, week or day that no calendar has; the year 0
        return None


def _days(value: str) -> Days | None:
    found = _VALUE.fullmatch(value)
    if found is None:
        return _decades(value)
    part = found.groupdict()
    year = int(part["year"])
    if part["week"]:
        monday = date.fromisocalendar(year, int(part["week"]), 1)
        first = monday + timedelta(days=5 if part["weekend"] else 0)
        return Days(number(first), number(monday + timedelta(days=6)))
    if part["day"]:
        day = number(date(year, int(part["month"]), int(part["day"])))
        return Days(day, day)
    if part["month"]:
        return _months(year, int(part["month"]), 1)
    if part["quarter"]:
        return _months(year, 3 * int(part["quarter"]) - 2, 3)
    if part["half"]:
        return _months(year, 6 * int(part["half"]) - 5, 6)
    if part["season"]:
        return _months(year, _SEASONS[part["season"]], 3)
    return _months(year, 1, 12)


def _decades(value: str) -> Days | None:
    """Return the days of "199", a decade, or "19", a century."""
    if not _LONG.fullmatch(value):
        return None
    years = 10 if len(value) == 3 else 100
    first = int(value) * years
    return Days(number(date(first, 1, 1)), number(date(first + years - 1, 12, 31)))


def _months(year: int, first: int, length: int) -> Days:
    last = first + length - 1
    end_year, end = (year, last) if last <= 12 else (year + 1, last - 12)
    closing = date(end_year, end, monthrange(end_year, end)[1])
    return Days(number(date(year, first, 1)), number(closing))
