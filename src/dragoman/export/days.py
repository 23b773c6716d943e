"""The day under which a format that knows only days files an event."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple

from dragoman.export.tables import LeftOut
from dragoman.records import Article, Event

Precision = Literal["day", "week", "month", "year", "report"]
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")


class Day(NamedTuple):
    """A day and how much of it is known: "report" is the day of the article, failing any date."""

    date: dt.date
    precision: Precision

    @property
    def iso(self) -> str:
        """The day as "2023-11-01"."""
        return self.date.isoformat()

    @property
    def compact(self) -> str:
        """The day as "20231101"."""
        return self.iso.replace("-", "")


def day_of(event: Event, article: Article) -> Day:
    """Return the event's day; of a longer time its first day; without a date the article's.

    Raises:
        LeftOut: Neither the event nor the article has a date.
    """
    found = _read(event.date or "")
    if found is not None:
        return found
    reported = _read(article.published.day if article.published else "")
    if reported is None:
        raise LeftOut("no date")
    return Day(reported.date, "report")


def _read(value: str) -> Day | None:
    try:
        if week := _WEEK.fullmatch(value[:8]):
            return Day(dt.date.fromisocalendar(int(week[1]), int(week[2]), 1), "week")
        if len(value) >= 10:
            return Day(dt.date.fromisoformat(value[:10]), "day")
        if month := _MONTH.fullmatch(value):
            return Day(dt.date(int(month[1]), int(month[2]), 1), "month")
        if _YEAR.fullmatch(value):
            return Day(dt.date(int(value), 1, 1), "year")
    except ValueError:  # a day that no calendar has, or "PAST_REF"
        return None
    return None


def added(summary_added_at: str) -> dt.datetime:
    """Return when an article was added, in UTC."""
    moment = dt.datetime.fromisoformat(summary_added_at)
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)
