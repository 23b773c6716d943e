"""Two states over time: cooperation and conflict, both ways."""

from __future__ import annotations

import sqlite3
from typing import Any

from dragoman.archive.numbers.articles import Volume, volume
from dragoman.archive.numbers.chosen import Between, Chosen, chosen
from dragoman.archive.numbers.counts import Total, basis, every_of, series
from dragoman.archive.numbers.periods import Every, label
from dragoman.archive.numbers.records import DyadPoint, DyadSeries
from dragoman.archive.numbers.wanted import Wanted
from dragoman.archive.search.values import country_code
from dragoman.codebooks.countries import countries
from dragoman.errors import QueryError

_POINTS = """
, told AS (
  SELECT period, max(there) AS there, max(back) AS back, min(quad) AS quad, avg(score) AS score,
    count(*) AS reports
  FROM chosen GROUP BY same
)
SELECT period, count(*), sum(reports), sum(there), sum(back), sum(quad = 1), sum(quad = 2),
  sum(quad = 3), sum(quad = 4), sum(score)
FROM told GROUP BY period ORDER BY period
"""


def between(source: str, target: str, *, directed: bool = False) -> Between:
    """Return two states, by ISO-3 codes or names.

    Raises:
        QueryError: One is no state, or both are the same.
    """
    pair = Between(_state(source), _state(target), directed)
    if pair.source == pair.target:
        raise QueryError(
            f"A dyad is of two states, and {pair.source} is one.",
            hint=f"For what happens within it: dragoman counts 'country:{pair.source}' --by type",
        )
    return pair


def dyad(
    connection: sqlite3.Connection, wanted: Wanted, pair: Between, every: str = "month"
) -> DyadSeries:
    """Return the series of two states.

    Raises:
        QueryError: The series would be too long.
    """
    step = every_of(every) or "month"
    of = chosen(connection, wanted, step, pair)
    articles = volume(connection, wanted, step)
    found = {row[0]: row for row in _points(connection, of)}
    unplaced = found.pop(None, (None, 0))[1]
    points = (
        _point(found.get(key), key, step, articles)
        for key in series(step, [*found, *articles.bins])
    )
    return DyadSeries(
        rows=tuple(points),
        basis=basis(wanted, articles, Total.of(found.values(), unplaced)),
        source=pair.source,
        target=pair.target,
        directed=pair.directed,
        every=step,
    )


def _state(written: str) -> str:
    code = country_code(written.strip())
    if code not in countries():
        raise QueryError(
            f"{written[:40]!r} is no ISO-3 code of a state.",
            hint="Write a code or a name: RUS, KAZ, France.",
        )
    return code


def _points(connection: sqlite3.Connection, of: Chosen) -> list[tuple[Any, ...]]:
    return connection.execute(of.sql + _POINTS, of.values).fetchall()


def _point(row: tuple[Any, ...] | None, key: int, every: Every, articles: Volume) -> DyadPoint:
    seen, outlets = articles.bins.get(key, (0, 0))
    name = label(every, key) or ""
    _, events, reports, there, back, *quads, score = row or (key, *(0,) * 9)
    return DyadPoint(
        period=name,
        events=events,
        reports=reports,
        there=there,
        back=back,
        verbal_cooperation=quads[0],
        material_cooperation=quads[1],
        verbal_conflict=quads[2],
        material_conflict=quads[3],
        score=round(float(score), 4),
        mean_score=round(score / events, 4) if events else None,
        articles=seen,
        outlets=outlets,
    )
