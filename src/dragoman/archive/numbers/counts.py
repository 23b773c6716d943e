"""Events by kind and period."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from dragoman.archive.numbers.articles import Volume, volume
from dragoman.archive.numbers.chosen import Chosen, chosen
from dragoman.archive.numbers.periods import EVERY, Every, label, run
from dragoman.archive.numbers.records import (
    DIMENSIONS,
    Basis,
    Dimension,
    EventCount,
    EventCounts,
)
from dragoman.archive.numbers.wanted import Wanted
from dragoman.errors import QueryError


class Total(NamedTuple):
    """Events and reports in the period, and events whose date fits into no point of it."""

    events: int
    reports: int
    unplaced: int

    @classmethod
    def of(cls, rows: Iterable[Sequence[Any]], unplaced: int) -> Total:
        """Return the sums of rows that begin with a period, events and reports."""
        listed = [(row[1], row[2]) for row in rows]
        return cls(sum(n for n, _ in listed), sum(n for _, n in listed), unplaced)


class _Split(NamedTuple):
    """How events are split: the table to join, if any, and the value of one of its columns."""

    join: str
    value: str


_WORDS = "JOIN json_each('[\"' || replace({column}, ' ', '\",\"') || '\"]') {name}"
_SPLITS: dict[Dimension, _Split] = {
    "type": _Split("", "x.type"),
    "quad": _Split("", "x.quad"),
    "status": _Split("", "x.status"),
    "mode": _Split(_WORDS.format(column="x.modes", name="m"), "m.value"),
    "context": _Split(_WORDS.format(column="x.contexts", name="k"), "k.value"),
    "country": _Split(
        "LEFT JOIN event_country c ON c.event = x.event", "ifnull(c.country, '')"
    ),
    "source": _Split(
        "LEFT JOIN event_country s ON s.event = x.event AND s.side = 1", "ifnull(s.country, '')"
    ),
    "target": _Split(
        "LEFT JOIN event_country t ON t.event = x.event AND t.side = 2", "ifnull(t.country, '')"
    ),
    "actor": _Split(
        "LEFT JOIN party a ON a.event = x.event AND a.side = 'actor'",
        "coalesce(a.name, a.text, '')",
    ),
    "recipient": _Split(
        "LEFT JOIN party r ON r.event = x.event AND r.side = 'recipient'",
        "coalesce(r.name, r.text, '')",
    ),
    "sector": _Split(
        "LEFT JOIN party p ON p.event = x.event LEFT JOIN actor q ON q.key = p.actor",
        "ifnull(nullif(q.sector, 'UNK'), '')",
    ),
    "place": _Split("LEFT JOIN place l ON l.key = x.place", "coalesce(l.name, x.place_name, '')"),
    "place_country": _Split("LEFT JOIN place y ON y.key = x.place", "ifnull(y.country, '')"),
    "outlet": _Split("LEFT JOIN counted_article o ON o.article = x.article", "ifnull(o.outlet, '')"),
    "origin": _Split(
        "LEFT JOIN chain_link g ON g.chain = x.chain AND g.position = 0", "ifnull(g.name, '')"
    ),
}  # fmt: skip


def count(
    connection: sqlite3.Connection,
    wanted: Wanted,
    by: Iterable[str] = (),
    every: str | None = None,
) -> EventCounts:
    """Count events by dimensions and period.

    Raises:
        QueryError: A dimension or period is none, or the series would be too long.
    """
    dimensions, step = dimensions_of(by), every_of(every)
    of = chosen(connection, wanted, step)
    articles = volume(connection, wanted, step)
    found = _grouped(connection, of, dimensions)
    unplaced = sum(row[-3] for row in found if row[0] is None)  # of events
    found = [row for row in found if row[0] is not None]
    # What is split by dimensions may be in several rows.
    total = totals(connection, of) if dimensions else Total.of(found, unplaced)
    keys = series(step, [*(row[0] for row in found), *articles.bins]) if step else (0,)
    rows = [_row(row, dimensions, step, articles) for row in found]
    if step and not dimensions:
        rows = _whole(rows, keys, step, articles)
    return EventCounts(
        rows=tuple(rows),
        basis=basis(wanted, articles, total),
        by=dimensions,
        every=step,
        periods=tuple(label(step, key) or "" for key in keys) if step else (),
    )


def dimensions_of(by: Iterable[str]) -> tuple[Dimension, ...]:
    """Return the dimensions of a list, or of names parted by commas."""
    listed = by.split(",") if isinstance(by, str) else list(by)
    names = list(dict.fromkeys(name.strip().casefold() for name in listed if name.strip()))
    for name in names:
        if name not in DIMENSIONS:
            raise QueryError(
                f"Nothing can be counted by {name[:40]!r}.",
                hint=f"There are: {', '.join(DIMENSIONS)}.",
            )
    return tuple(known for name in names for known in DIMENSIONS if known == name)


def every_of(every: str | None) -> Every | None:
    """Return a period's name checked."""
    for known in EVERY:
        if every == known:
            return known
    if every is None:
        return None
    raise QueryError(f"{every[:40]!r} is no period.", hint=f"There are: {', '.join(EVERY)}.")


def series(every: Every, keys: Iterable[int | None]) -> tuple[int, ...]:
    """Return all bins from the first to the last of those given."""
    known = [key for key in keys if key is not None]
    return run(every, min(known), max(known)) if known else ()


def totals(connection: sqlite3.Connection, of: Chosen) -> Total:
    """Return the totals of events that are split in ways that overlap."""
    statement = (
        f"{of.sql} SELECT count(DISTINCT iif(period IS NULL, NULL, same)), "  # noqa: S608
        "count(period), count(DISTINCT iif(period IS NULL, same, NULL)) FROM chosen"
    )
    return Total(*connection.execute(statement, of.values).fetchone())


def basis(wanted: Wanted, articles: Volume, total: Total) -> Basis:
    """Return what numbers are of."""
    return Basis(
        filter=wanted.words(),
        period=str(wanted.period),
        articles=articles.articles,
        outlets=articles.outlets,
        events=total.events,
        reports=total.reports,
        unplaced=total.unplaced,
        undated=articles.undated,
    )


def _grouped(
    connection: sqlite3.Connection, of: Chosen, dimensions: Sequence[Dimension]
) -> list[tuple[Any, ...]]:
    splits = [_SPLITS[name] for name in dimensions]
    joins = " ".join(split.join for split in splits)
    columns = [f"{split.value} AS v{n}" for n, split in enumerate(splits)]
    names = [f"v{n}" for n in range(len(splits))]
    # Who meets whom is on both sides: nobody meets himself.
    apart = {"source", "target"} <= set(dimensions)
    mirror = "NOT (x.reciprocal AND s.country IS t.country)" if apart else "1"
    statement = (
        f"{of.sql}, told AS (SELECT {', '.join(['x.period AS period', *columns])}, "  # noqa: S608
        "avg(x.score) AS score, count(DISTINCT x.event) AS reports "
        f"FROM chosen x {joins} WHERE {mirror} "
        f"GROUP BY {', '.join(['x.period', *names, 'x.same'])}) "
        f"SELECT {', '.join(['period', *names])}, count(*) AS events, sum(reports), sum(score) "
        f"FROM told GROUP BY {', '.join(['period', *names])} "
        f"ORDER BY {', '.join(['period', 'events DESC', *names])}"
    )
    return connection.execute(statement, of.values).fetchall()


def _row(
    row: tuple[Any, ...], dimensions: Sequence[Dimension], every: Every | None, articles: Volume
) -> EventCount:
    key, *values, events, reports, score = row
    seen, outlets = (
        articles.bins.get(key, (0, 0)) if every else (articles.articles, articles.outlets)
    )
    made = EventCount(
        period=label(every, key),
        events=events,
        reports=reports,
        score=round(score, 4),
        mean_score=round(score / events, 4),
        articles=seen,
        outlets=outlets,
    )
    return replace(made, **dict(zip(dimensions, values, strict=True)))


def _whole(
    rows: Sequence[EventCount], keys: Sequence[int], every: Every, articles: Volume
) -> list[EventCount]:
    """Return a row for each period; one without events has zeros and its denominator."""
    told = {row.period: row for row in rows}
    whole = []
    for key in keys:
        name = label(every, key)
        seen, outlets = articles.bins.get(key, (0, 0))
        whole.append(told.get(name) or EventCount(period=name, articles=seen, outlets=outlets))
    return whole
