"""Periods in codebooks: ISO dates as precise as they are known ("2012", "2012-05", "2012-05-15")."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def covers(start: str, end: str, day: str | None) -> bool:
    """Whether a period holds on a day; an empty bound is open, an unknown day holds always.

    A bound known to the month or year includes all of it, so that two terms may both hold in the
    month of a handover: callers take the one that began later.
    """
    if day is None:
        return True
    return (not start or start[: len(day)] <= day) and (not end or day[: len(end)] <= end)


def is_date(value: str) -> bool:
    """Whether a cell is a date of a real calendar, to the year, month or day."""
    if not _DATE.fullmatch(value):
        return False
    parts = [int(part) for part in value.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True
