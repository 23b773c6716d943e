"""Dates as frames have them: as told, how precise that is, and the first and last day it can be.

A year is no day. Nothing here makes one of it: "2024" is from 2024-01-01 to 2024-12-31.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from dragoman.archive.numbers.days import day_of, days_of

Precision = Literal[
    "century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day",
    "part of day", "hour", "minute", "second",
]  # fmt: skip
_FORMS: tuple[tuple[str, Precision], ...] = (
    (r"\d\d", "century"),
    (r"\d{3}", "decade"),
    (r"\d{4}", "year"),
    (r"\d{4}-H\d", "half"),
    (r"\d{4}-Q\d", "quarter"),
    (r"\d{4}-[A-Z]{2}", "season"),
    (r"\d{4}-\d\d", "month"),
    (r"\d{4}-W\d\d", "week"),
    (r"\d{4}-W\d\d-WE", "weekend"),
    (r"\d{4}-\d\d-\d\d", "day"),
    (r".{10}T[A-Z]{2}", "part of day"),
    (r".{10}T\d\d", "hour"),
    (r".{10}T\d\d:\d\d", "minute"),
    (r".{10}T\d\d:\d\d:\d\d", "second"),
)


class When(NamedTuple):
    """How precise a date is, and its first and last day; None where it names no days."""

    precision: Precision | None = None
    first: date | None = None
    last: date | None = None


@lru_cache(maxsize=65_536)
def when(value: str | None) -> When:
    """Return what is known of a date such as "2024-05-12", "2024-W19" or "PAST_REF" (nothing)."""
    days = days_of(value)
    if value is None or days is None:
        return When()
    form = next((name for form, name in _FORMS if re.fullmatch(form, value, re.ASCII)), None)
    return When(form, day_of(days.first), day_of(days.last))


def moment(value: str | None, zone: str | None) -> datetime | None:
    """Return the moment in UTC, if a page gives the time of day and the zone; else None."""
    if value is None or zone is None or when(value).precision not in ("minute", "second"):
        return None
    try:
        return datetime.fromisoformat(value + ("+00:00" if zone == "UTC" else zone)).astimezone(UTC)
    except (ValueError, OverflowError):  # a zone that nobody has, or the year 0
        return None


def added(written: str) -> datetime:
    """Return when something was added, in UTC."""
    at = datetime.fromisoformat(written)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
