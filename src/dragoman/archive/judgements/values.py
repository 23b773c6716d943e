"""What people write into a field, checked: a value that no record can have is a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.errors import JudgementError
from dragoman.text.folding import key
from dragoman.text.isodates import parse_iso

_MOST = 2_000  # characters of a free text: more is no correction of a field
_WEEK = re.compile(r"\d{4}-W(0[1-9]|[1-4]\d|5[0-3])")
_TRUE, _FALSE = {"true", "yes", "1"}, {"false", "no", "0"}


def wrong(field: str, value: str, what: str, hint: str) -> JudgementError:
    """Return the error of a value that a field cannot have."""
    return JudgementError(f"{field}: {value[:60]!r} is {what}.", hint=hint)


def one_of(field: str, value: str, known: Iterable[str], what: str) -> str:
    """Return the member of a vocabulary, whatever its capitals."""
    listed = list(known)
    by_name = {name.casefold(): name for name in listed}
    found = by_name.get(value.strip().casefold())
    if found is None:
        raise wrong(field, value, f"no {what}", f"There are: {', '.join(listed)}.")
    return found


def some_of(field: str, value: str, known: Iterable[str], what: str) -> tuple[str, ...]:
    """Return members of a vocabulary, parted by commas or spaces; none for an empty value."""
    listed = tuple(known)
    names = re.split(r"[,\s]+", value.strip())
    return tuple(dict.fromkeys(one_of(field, name, listed, what) for name in names if name))


def truth(field: str, value: str) -> bool:
    """Return what a yes or no says."""
    word = value.strip().casefold()
    if word not in _TRUE | _FALSE:
        raise wrong(field, value, "neither yes nor no", "Write yes or no.")
    return word in _TRUE


def text(field: str, value: str) -> str:
    """Return a text that is not empty."""
    words = value.strip()
    if not words or len(words) > _MOST:
        raise wrong(field, value, "no text for it", f"Write 1 to {_MOST:,} characters.")
    return words


def perhaps(field: str, value: str) -> str | None:
    """Return a text, or None for an empty value."""
    return text(field, value) if value.strip() else None


def day(field: str, value: str) -> str | None:
    """Return a day, month, year or week; None for an empty value."""
    written = value.strip()
    if not written:
        return None
    found = parse_iso(written)
    if found is not None and found.precision in ("year", "month", "day"):
        return found.value
    if _WEEK.fullmatch(written):
        return written
    raise wrong(
        field, value, "no date", 'Write it as "2024-05-12", "2024-05", "2024-W20" or "2024".'
    )


def number(field: str, value: str, low: float, high: float) -> float:
    """Return a number from ``low`` to ``high``."""
    try:
        found = float(value)
    except ValueError:
        found = float("nan")
    if not low <= found <= high:
        raise wrong(field, value, "no number for it", f"Write one from {low:g} to {high:g}.")
    return found


def country(field: str, value: str) -> str | None:
    """Return the ISO-3 code of a code or name; None for an empty value."""
    from dragoman.codebooks.countries import countries

    written = value.strip()
    if not written or written.upper() in countries():
        return written.upper() or None
    wanted = key(written)
    for one in countries().values():
        if wanted and wanted in map(key, (one.name, *one.aliases)):
            return one.iso3
    raise wrong(field, value, "no country", "Write its ISO-3 code: RUS, KAZ, FRA.")


def country_codes(field: str, value: str) -> tuple[str, ...]:
    """Return ISO-3 codes of codes or names parted by commas."""
    found = (country(field, part) for part in value.split(","))
    return tuple(dict.fromkeys(code for code in found if code))


def names(value: str) -> tuple[str, ...]:
    """Return names parted by semicolons."""
    return tuple(dict.fromkeys(name for part in value.split(";") if (name := part.strip())))
