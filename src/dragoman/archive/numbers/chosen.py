"""The events that count, as a SELECT that every number is made of.

Its columns: event, same, article, period (the key of the bin; null: its date fits in none), type,
modes, contexts, status, quad, score, reciprocal, place, place_name, chain, first_day, last_day.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from dragoman.archive.asof import Condition, known_articles
from dragoman.archive.numbers.articles import among
from dragoman.archive.numbers.periods import Every, bin_of
from dragoman.archive.numbers.wanted import Wanted
from dragoman.archive.search.evaluate import evaluate
from dragoman.archive.search.syntax import EVENT

_COLUMNS = (
    "e.key AS event, e.article AS article, e.type AS type, e.modes AS modes, e.contexts AS contexts,"
    " e.status AS status, e.quad AS quad, e.score AS score, e.reciprocal AS reciprocal,"
    " e.place AS place, e.place_name AS place_name, e.chain AS chain, n.first_day AS first_day,"
    " n.last_day AS last_day"
)
# CROSS JOIN keeps the order: the few come first. SQLite cannot know which are few.
_ALL = "counted_event n CROSS JOIN event e ON e.key = n.event"
_BY_EVENT = (
    "json_each(?) j CROSS JOIN counted_event n ON n.event = j.value "
    "CROSS JOIN event e ON e.key = n.event"
)
_BY_ARTICLE = (
    "json_each(?) j CROSS JOIN event e ON e.article = j.value "
    "CROSS JOIN counted_event n ON n.event = e.key"
)
_BETWEEN = "between_ b CROSS JOIN counted_event n ON n.event = b.event CROSS JOIN event e ON e.key = n.event"
_PAIR = """
between_ AS (
  SELECT event, max(there) AS there, max(back) AS back FROM (
    SELECT s.event AS event, 1 AS there, 0 AS back
    FROM event_country s CROSS JOIN event_country t ON t.event = s.event AND t.side = 2
    WHERE s.country = ? AND s.side = 1 AND t.country = ?
    UNION ALL
    SELECT s.event, 0, 1
    FROM event_country s CROSS JOIN event_country t ON t.event = s.event AND t.side = 2
    WHERE s.country = ? AND s.side = 1 AND t.country = ?
  ) GROUP BY event
)
"""


class Between(NamedTuple):
    """Two states; `directed` means only what the first does to the second."""

    source: str
    target: str
    directed: bool = False


class Chosen(NamedTuple):
    """``WITH`` clauses that end with the table ``chosen``, and their parameters."""

    sql: str
    values: list[str | int | float]


def chosen(
    connection: sqlite3.Connection,
    wanted: Wanted,
    every: Every | None = None,
    between: Between | None = None,
) -> Chosen:
    """Return the events that count; what is not known to lie outside the period is among them."""
    clauses, values = "", []
    source, sources, there = _ALL, [], ""
    conditions = [_which(wanted), known_articles("e.article", wanted.moment), _period(wanted)]
    keys = None if wanted.node is None else _answer(connection, wanted)
    if between is not None:
        clauses, source = f"{_PAIR}, ", _BETWEEN
        values += [between.source, between.target, between.target, between.source]
        there = ", b.there AS there, b.back AS back"
        if between.directed:
            conditions.append(("b.there", []))
        if keys is not None:
            conditions.append(among("n.event" if keys[0] == _BY_EVENT else "e.article", keys[1]))
    elif keys is not None:
        source, sources = keys[0], [json.dumps(sorted(keys[1]))]
    same = "n.event" if wanted.each_report else "n.same"
    period = _bin(wanted, every)
    sql = (
        f"WITH {clauses}chosen AS MATERIALIZED (SELECT {_COLUMNS}, {same} AS same, "  # noqa: S608
        f"{period[0]} AS period{there} FROM {source} "
        f"WHERE {' AND '.join(sql for sql, _ in conditions)})"
    )
    rest = [value for _, listed in conditions for value in listed]
    return Chosen(sql, [*values, *period[1], *sources, *rest])


def _which(wanted: Wanted) -> Condition:
    terms: list[str] = ["1"]
    values: list[str | int | float] = []
    if wanted.statuses:
        terms.append(f"e.status IN ({', '.join('?' * len(wanted.statuses))})")
        values += wanted.statuses
    if not wanted.background:
        terms.append("e.background = 0")
    if wanted.confidence:
        terms.append("e.confidence >= ?")
        values.append(wanted.confidence)
    return " AND ".join(terms), values


def _period(wanted: Wanted) -> Condition:
    sql, values = wanted.period.touching("n")
    return sql, [*values]


def _bin(wanted: Wanted, every: Every | None) -> Condition:
    inside, values = wanted.period.inside("n")
    return f"iif({inside}, {bin_of(every, 'n')}, NULL)", [*values]


def _answer(connection: sqlite3.Connection, wanted: Wanted) -> tuple[str, Collection[int]]:
    """Return the events that a query asks for or, if it asks for no events, those of its articles."""
    assert wanted.node is not None
    answer = evaluate(connection, wanted.node, wanted.moment)
    if answer.records is None or EVENT not in answer.kinds:
        return _BY_ARTICLE, answer.articles
    events = [record.record for record in answer.records.values() if record.kind == EVENT]
    return _BY_EVENT, events
