"""Arithmetic over TIMEX3 calendar values: "2023-11-01", "2023-W44", "2023-Q4", "2023", "199"."""

from __future__ import annotations

import calendar
import re
from datetime import MINYEAR, date, timedelta

from dragoman.text.isodates import parse_iso

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season begins (northern hemisphere, as the outlets' own)."""

_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?:W(?P<w>\d\d)(?:-WE)?|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<s>SP|SU|FA|WI)"
    r"|(?P<m>\d\d)(?:-(?P<d>\d\d))?))?"
)
_DAYS = {"D": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}


def shift(day: date, count: int, unit: str) -> date | None:
    """Return ``day`` moved by ``count`` units (D, W, F, M, Q, H, Y, E, C); None out of range."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = divmod(months, 12)
        if year < MINYEAR:
            return None
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None


def value_at(day: date, unit: str) -> str:
    """Return the value of the day, week, month, quarter, half, year, decade that holds ``day``."""
    match unit:
        case "W" | "F":
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}"
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "H":
            return f"{day.year:04d}-H{1 if day.month <= 6 else 2}"
        case "Y":
            return f"{day.year:04d}"
        case "E":
            return f"{day.year // 10:03d}"
        case "C":
            return f"{day.year // 100:02d}"
        case _:
            return day.isoformat()


def day_value(year: int, month: int, day: int) -> str | None:
    """Return an ISO day, or None where there is no such day (30 February)."""
    written = f"{year:04d}-{month:02d}-{day:02d}"
    return written if parse_iso(written) else None


def holiday(written: str, year: int) -> date | None:
    """Return the day of a holiday in a year, from its codebook form ("12-25", "easter-2")."""
    try:
        if written.startswith("easter"):
            return _easter(year) + timedelta(days=int(written.removeprefix("easter")))
        if "/" in written:
            month, weekday, nth = (int(part) for part in written.split("/"))
            days = [
                date(year, month, day)
                for day in range(1, calendar.monthrange(year, month)[1] + 1)
                if date(year, month, day).isoweekday() == weekday
            ]
            return days[nth - 1 if nth > 0 else nth]
        month, day = (int(part) for part in written.split("-"))
        return date(year, month, day)
    except (OverflowError, ValueError):
        return None


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    leap = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact = leap - (leap // 28) * (1 - (29 // (leap + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def first_day(value: str) -> date | None:
    """Return the first day of a calendar value; None for anything else."""
    match = _VALUE.match(value)
    if match is None:
        return None
    part = match.groupdict()
    year = int(part["y"])
    try:
        if part["w"]:
            return date.fromisocalendar(year, int(part["w"]), 1)
        if part["q"]:
            return date(year, int(part["q"]) * 3 - 2, 1)
        if part["h"]:
            return date(year, int(part["h"]) * 6 - 5, 1)
        if part["s"]:
            return date(year, SEASON_MONTH[part["s"]], 1)
        return date(year, int(part["m"] or 1), int(part["d"] or 1))
    except ValueError:
        return None


def unit_of(value: str) -> str:
    """Return the unit a calendar value is as long as: D, W, M, Q, H, S (season) or Y."""
    match = _VALUE.match(value)
    if match is None:
        return ""
    part = match.groupdict()
    for key, unit in (("w", "W"), ("q", "Q"), ("h", "H"), ("s", "S"), ("d", "D"), ("m", "M")):
        if part[key]:
            return unit
    return "Y"


def moved(value: str, count: int, unit: str) -> str | None:
    """Return a calendar value moved, at its own length: ("1989-Q3", -1, "Y") → "1988-Q3"."""
    day, length = first_day(value), unit_of(value)
    if day is None:
        return None
    target = shift(day, count, unit)
    if target is None:
        return None
    if length == "S":
        return f"{target.year:04d}-{value[5:7]}"
    return value_at(target, length)
