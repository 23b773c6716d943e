"""What there is more or less of than in the period before, by fixed thresholds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, Unpack

from dragoman.analysis.chance import by_chance
from dragoman.archive import ArchiveFile
from dragoman.archive.numbers.records import (
    Basis,
    Dimension,
    EventCount,
    EventCounts,
    Kind,
    Rows,
)
from dragoman.archive.numbers.wanted import Only
from dragoman.errors import QueryError

FEWEST_EVENTS = 10
"""Events in both periods together; of fewer nothing is said."""
FEWEST_ARTICLES = 20
"""Articles in each period; with fewer nothing is said."""
LEAST_RATIO = 1.5
"""How many times more (or less) often per article it must be."""
MOST_CHANCE = 0.01
"""How likely the difference may be by chance: of a hundred rows where nothing changed, about one."""

Verdict = Literal["more", "fewer", "no clear change", "too few to say"]

_LENGTH = re.compile(r"(\d{1,4})\s*([dwmy])", re.ASCII)
_UNITS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Change(Kind):
    """One kind of event in two periods of the same length.

    `before_rate` and `after_rate` are events per 100 articles; `ratio` is the second by the first,
    None where the first is nought. `chance` is how likely the difference is if nothing changed.
    """

    before: int = 0
    after: int = 0
    before_rate: float = 0.0
    after_rate: float = 0.0
    ratio: float | None = None
    chance: float = 1.0
    verdict: Verdict = "too few to say"


@dataclass(frozen=True)
class Changes(Rows[Change]):
    """Kinds of events, those that changed first; `basis` is of the later period."""

    before: Basis
    by: tuple[Dimension, ...] = ()


_ORDER: tuple[Verdict, ...] = ("more", "fewer", "no clear change", "too few to say")


def changes(
    archive: ArchiveFile,
    query: str | None = None,
    *,
    last: str = "30d",
    by: Iterable[str] = ("type",),
    **only: Unpack[Only],
) -> Changes:
    """Compare the last days with as many days before them.

    Counts are set against the articles of each period, so that a week with twice the articles is no
    change. "More" and "fewer" are said only if there are at least `FEWEST_EVENTS` events and
    `FEWEST_ARTICLES` articles, the rate is `LEAST_RATIO` times another, and chance alone does so in
    at most `MOST_CHANCE` of cases.

    Args:
        archive: The archive.
        query: Which events, in the language of `search`; None for all.
        last: How long each period is: "30d", "4w", "3m" (of 30 days), "1y" (of 365).
        by: Dimensions to compare by, as for `Archive.counts`.
        **only: As for `Archive.counts`; the later period ends with `until`, by default with the
            last day on which an article was published.

    Raises:
        QueryError: What is asked for cannot be.
    """
    days = _days(last)
    if only.get("since"):
        raise QueryError(
            "A comparison has no beginning of its own.", hint="Say how long with --last."
        )
    end = _end(archive, only)
    if end.toordinal() <= 2 * days:
        raise QueryError("The periods begin before the year 1.", hint="Say less with --last.")
    listed = by if isinstance(by, str) else tuple(by)
    older = _counted(archive, query, listed, end - timedelta(days=days), days, only)
    newer = _counted(archive, query, listed, end, days, only)
    rows = _compared(older, newer)
    return Changes(rows=rows, basis=newer.basis, before=older.basis, by=newer.by)


def _days(last: str) -> int:
    found = _LENGTH.fullmatch(last.strip().casefold())
    if not found or not int(found[1]):
        raise QueryError(f"{last[:40]!r} is no length of time.", hint="Write 30d, 4w, 3m or 1y.")
    return int(found[1]) * _UNITS[found[2]]


def _end(archive: ArchiveFile, only: Only) -> date:
    from dragoman.archive.numbers.days import day_of
    from dragoman.archive.numbers.periods import period_of

    asked = period_of(None, only.get("until")).last
    if asked is not None:
        return day_of(asked)
    latest = archive.latest_day(as_of=only.get("as_of"))
    return date.fromisoformat(latest) if latest else datetime.now(UTC).date()


def _counted(
    archive: ArchiveFile, query: str | None, by: Iterable[str], end: date, days: int, only: Only
) -> EventCounts:
    start = end - timedelta(days=days - 1)
    period: Only = {**only, "since": start.isoformat(), "until": end.isoformat()}
    return archive.counts(query, by=by, **period)


def _compared(older: EventCounts, newer: EventCounts) -> tuple[Change, ...]:
    by = newer.by
    before = {row.values(by): row for row in older}
    after = {row.values(by): row for row in newer}
    found = [
        _change(before.get(key), after.get(key), older.basis.articles, newer.basis.articles)
        for key in {**after, **before}
    ]
    found.sort(key=lambda c: (_ORDER.index(c.verdict), -(c.before + c.after), c.values(by)))
    return tuple(found)


def _change(
    older: EventCount | None, newer: EventCount | None, old_articles: int, articles: int
) -> Change:
    before, after = older.events if older else 0, newer.events if newer else 0
    enough = min(old_articles, articles) >= FEWEST_ARTICLES and before + after >= FEWEST_EVENTS
    share = articles / ((old_articles + articles) or 1)
    chance = by_chance(before, after, share)
    old_rate, rate = before / (old_articles or 1), after / (articles or 1)
    kind = newer or older
    assert kind is not None
    dimensions = {name: getattr(kind, name) for name in asdict(Kind())}
    return Change(
        **dimensions,
        before=before,
        after=after,
        before_rate=round(100 * old_rate, 4),
        after_rate=round(100 * rate, 4),
        ratio=round(rate / old_rate, 4) if old_rate else None,
        chance=float(f"{chance:.3g}"),
        verdict=_verdict(old_rate, rate, chance) if enough else "too few to say",
    )


def _verdict(old_rate: float, rate: float, chance: float) -> Verdict:
    if chance > MOST_CHANCE:
        return "no clear change"
    if rate >= LEAST_RATIO * old_rate:
        return "more"
    return "fewer" if old_rate >= LEAST_RATIO * rate else "no clear change"
