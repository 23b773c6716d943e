"""Which articles count, and how many there are in a period: the denominator of every number."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from dragoman.archive.asof import AsOf, Condition, known_articles
from dragoman.archive.numbers.days import day_of, number
from dragoman.archive.numbers.periods import Every, bin_of
from dragoman.archive.numbers.wanted import Wanted
from dragoman.archive.search.evaluate import evaluate
from dragoman.archive.search.match import is_day
from dragoman.archive.search.syntax import And, Field, Node, Not, Or


def among(column: str, keys: Iterable[int]) -> Condition:
    """Return the condition that the key in ``column`` is one of these."""
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(sorted(keys))]  # noqa: S608


class Volume(NamedTuple):
    """Articles published in each bin and in all, and outlets that published them.

    `undated` articles count in no bin and in no period.
    """

    bins: dict[int, tuple[int, int]]
    articles: int
    outlets: int
    undated: int


def latest_day(connection: sqlite3.Connection, moment: AsOf | None = None) -> str | None:
    """Return the last day, up to today, on which articles that count were published."""
    condition, values = known_articles("c.article", moment)
    today = number(datetime.now(UTC).date() + timedelta(days=1))  # it is tomorrow somewhere
    (found,) = connection.execute(
        f"SELECT max(c.last_day) FROM counted_article c WHERE {condition} AND c.last_day <= ?",  # noqa: S608
        (*values, today),
    ).fetchone()
    return None if found is None else day_of(found).isoformat()


def volume(connection: sqlite3.Connection, wanted: Wanted, every: Every | None) -> Volume:
    """Count the articles of a period, of the outlets and days that the query asks for."""
    condition, values = known_articles("c.article", wanted.moment)
    frame = _frame(wanted.node)
    if frame is not None:
        framed, keys = among("c.article", evaluate(connection, frame, wanted.moment).articles)
        condition, values = f"{condition} AND {framed}", [*values, *keys]
    period, days = wanted.period.inside("c")
    statement = (
        f"SELECT {bin_of(every, 'c')}, c.outlet, count(*) "  # noqa: S608 - our own words
        f"FROM counted_article c WHERE {condition} AND {period} GROUP BY 1, 2"
    )
    bins: dict[int, tuple[int, int]] = {}
    outlets: set[str] = set()
    undated = articles = 0
    for key, outlet, many in connection.execute(statement, (*values, *days)):
        if key is None:
            undated += many
            continue
        seen, told = bins.get(key, (0, 0))
        bins[key] = seen + many, told + (outlet is not None)
        articles += many
        if outlet is not None:
            outlets.add(outlet)
    if wanted.period != (None, None):  # a date that is not known, or not well enough, is outside
        undated += _touching(connection, wanted, (condition, values))
    return Volume(bins, articles, len(outlets), undated)


def _touching(connection: sqlite3.Connection, wanted: Wanted, condition: Condition) -> int:
    touching, some = wanted.period.touching("c")
    inside, days = wanted.period.inside("c")
    (many,) = connection.execute(
        "SELECT count(*) FROM counted_article c "  # noqa: S608 - our own words
        f"WHERE {condition[0]} AND {touching} AND NOT ifnull({inside}, 0)",
        (*condition[1], *some, *days),
    ).fetchone()
    return int(many)


def _frame(node: Node | None) -> Node | None:
    """Return what of a query speaks of outlets and days alone: it narrows the denominator too."""
    if node is None:
        return None
    parts = node.parts if isinstance(node, And) else (node,)
    kept = tuple(part for part in parts if is_day(part) or _of_outlets(part))
    return And(kept) if len(kept) > 1 else kept[0] if kept else None


def _of_outlets(node: Node) -> bool:
    match node:
        case Field(name):
            return name == "outlet"
        case Not(part):
            return _of_outlets(part)
        case And(parts) | Or(parts):
            return all(_of_outlets(part) for part in parts)
        case _:
            return False
