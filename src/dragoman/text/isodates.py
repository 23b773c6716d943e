"""ISO 8601 dates and times, strictly: no guessing of order, no impossible days."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal, NamedTuple

_ISO = re.compile(
    r"(?P<y>\d{4})(?:-?(?P<m>\d{2})(?:-?(?P<d>\d{2})"
    r"(?:[T ](?P<H>\d{2}):?(?P<M>\d{2})(?::?(?P<S>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<z>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?",
    re.ASCII,
)


class IsoDate(NamedTuple):
    """A parsed date: `value` as long as `precision` reaches, `zone` "+02:00", "UTC" or None."""

    value: str
    precision: Literal["year", "month", "day", "minute", "second"]
    zone: str | None


def parse_iso(written: str) -> IsoDate | None:
    """Parse "2023", "2023-11", "2023-11-01", "20231101" or a date-time with or without a zone.

    Returns:
        The parsed date, or None if `written` is not such a date or the day does not exist.
    """
    match = _ISO.fullmatch(written.strip())
    if match is None:
        return None
    part = match.groupdict()
    try:
        datetime(  # noqa: DTZ001 - only asks whether such a day and time exist
            int(part["y"]), int(part["m"] or 1), int(part["d"] or 1),
            int(part["H"] or 0), int(part["M"] or 0), min(int(part["S"] or 0), 59),
        )  # fmt: skip
    except ValueError:
        return None
    if part["m"] is None:
        return IsoDate(part["y"], "year", None)
    if part["d"] is None:
        return IsoDate(f"{part['y']}-{part['m']}", "month", None)
    day = f"{part['y']}-{part['m']}-{part['d']}"
    if part["H"] is None:
        return IsoDate(day, "day", None)
    minute = f"{day}T{part['H']}:{part['M']}"
    if part["S"] is None:
        return IsoDate(minute, "minute", _zone(part["z"]))
    return IsoDate(f"{minute}:{part['S']}", "second", _zone(part["z"]))


def _zone(written: str | None) -> str | None:
    if written is None:
        return None
    if written in {"Z", "UTC", "GMT"}:
        return "UTC"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"
