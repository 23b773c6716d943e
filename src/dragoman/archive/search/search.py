"""One search: parse, evaluate, count, show."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from heapq import nlargest
from typing import Any

from dragoman.archive.asof import AsOf
from dragoman.archive.search.evaluate import Answer, evaluate
from dragoman.archive.search.hits import Counts, hits
from dragoman.archive.search.parser import parse
from dragoman.archive.search.results import SearchResult
from dragoman.archive.search.terms import counted

MOST_VALUES = 10
"""Values that a facet lists."""

_ARTICLES = (
    "SELECT a.article, coalesce(a.day, 0), a.terms FROM json_each(?) j "
    "JOIN search_article a ON a.article = j.value"
)
_WITH_RECORDS = (
    "SELECT a.article, coalesce(a.day, 0), a.terms, a.record_terms, a.events, a.quotations, "
    "a.positions FROM json_each(?) j JOIN search_article a ON a.article = j.value"
)


def search(
    connection: sqlite3.Connection,
    query: str,
    limit: int,
    moment: AsOf | None = None,
    without: AbstractSet[int] = frozenset(),
) -> SearchResult:
    """Return what answers a query, as one moment of the archive has it.

    Args:
        connection: An archive that can be searched.
        query: What to look for.
        limit: How many hits to return.
        moment: Only what was known then.
        without: Keys of articles that are left out, as if the archive did not have them.

    Raises:
        QueryError: The query cannot be answered; says what to do.
    """
    node = parse(query)
    connection.execute("BEGIN")  # a writer may add articles meanwhile; these counts belong together
    try:
        answer = evaluate(connection, node, moment).without(without)
        statement = _WITH_RECORDS if answer.records is None else _ARTICLES
        articles = json.dumps(sorted(answer.articles))
        rows = connection.execute(statement, (articles,)).fetchall()
        newest = nlargest(limit, rows, key=lambda row: (row[1], row[0]))
        events, quotations, positions = _total(answer, rows)
        return SearchResult(
            query=query,
            articles=len(rows),
            events=events,
            quotations=quotations,
            positions=positions,
            facets=counted(connection, _blobs(answer, rows), MOST_VALUES),
            hits=tuple(
                hits(connection, node, answer, [(row[0], Counts(*row[4:])) for row in newest])
            ),
        )
    finally:
        connection.execute("COMMIT")


def _total(answer: Answer, rows: list[Any]) -> Counts:
    """Return how many records answer: those asked for, or all of the articles found."""
    if answer.records is None:
        return Counts(*(sum(row[i] for row in rows) for i in (4, 5, 6)))
    counter = Counter(record.kind for record in answer.records.values())
    return Counts.of(counter, answer.kinds)


def _blobs(answer: Answer, rows: list[Any]) -> Iterable[bytes]:
    """Yield the values that facets count."""
    for row in rows:
        yield from row[2:4]
    if answer.records is not None:
        yield from (record.terms for record in answer.records.values())
