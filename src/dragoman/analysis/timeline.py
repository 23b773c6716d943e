"""What happened, day by day: how much there was, and the events that most outlets tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Unpack

from dragoman.archive import ArchiveFile
from dragoman.archive.numbers.days import days_of
from dragoman.archive.numbers.periods import Every
from dragoman.archive.numbers.records import EventCounts, Occurrences
from dragoman.archive.numbers.wanted import Only

# The longest span of days that is shown by day, week or month: about fifty lines or signs each.
_LONGEST: tuple[tuple[int, Every], ...] = ((60, "day"), (420, "week"), (1_860, "month"))


@dataclass(frozen=True)
class Timeline:
    """How many events there are in each period, and the chosen ones by date."""

    series: EventCounts
    events: Occurrences


def timeline(
    archive: ArchiveFile,
    query: str | None = None,
    *,
    every: str | None = None,
    most: int = 30,
    **only: Unpack[Only],
) -> Timeline:
    """Return what happened, by date.

    Args:
        archive: The archive.
        query: Which events, in the language of `search`; None for all.
        every: "day", "week", "month" or "year"; by default what suits the length of time.
        most: At most so many events: those that most outlets tell (`Archive.occurrences`).
        **only: As for `Archive.counts`.

    Raises:
        QueryError: What is asked for cannot be.
    """
    if every is None:
        years = archive.counts(query, every="year", **only).periods
        every = _suiting(years) if len(years) > 2 else _fitting(archive, query, only)
    series = archive.counts(query, every=every, **only)
    return Timeline(series, archive.occurrences(query, most=most, **only))


def _suiting(years: tuple[str, ...]) -> Every:
    return _step(366 * len(years))


def _fitting(archive: ArchiveFile, query: str | None, only: Only) -> Every:
    """Return the step that suits the months in which something was published or happened."""
    months = archive.counts(query, every="month", **only).periods
    first, last = (days_of(months[at]) if months else None for at in (0, -1))
    if first is None or last is None:
        return "day"
    return _step((_date(last.last) - _date(first.first)).days + 1)


def _date(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)


def _step(days: int) -> Every:
    return next((every for longest, every in _LONGEST if days <= longest), "year")
