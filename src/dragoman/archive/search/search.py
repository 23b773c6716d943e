"""One search: parse, evaluate, count, show."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest

from dragoman.archive.search.evaluate import Answer, Record, evaluate
from dragoman.archive.search.hits import hits, of_kind
from dragoman.archive.search.parser import parse
from dragoman.archive.search.results import SearchResult
from dragoman.archive.search.syntax import EVENT, POSITION, QUOTATION
from dragoman.archive.search.terms import counted

MOST_VALUES = 10
"""Values that a facet lists."""

_ARTICLES = (
    "SELECT a.article, coalesce(a.day, 0), a.terms FROM json_each(?) j "
    "JOIN search_article a ON a.article = j.value"
)
_RECORDS = (
    "SELECT r.key, r.article, r.kind, r.record, r.terms FROM json_each(?) j "
    "JOIN search_record r ON r.article = j.value"
)


def search(connection: sqlite3.Connection, query: str, limit: int) -> SearchResult:
    """Return what answers a query, as one moment of the archive has it.

    Raises:
        QueryError: The query cannot be answered; says what to do.
    """
    node = parse(query)
    connection.execute("BEGIN")  # a writer may add articles meanwhile; these counts belong together
    try:
        answer = evaluate(connection, node)
        listed = connection.execute(_ARTICLES, (_listed(answer.articles),)).fetchall()
        records = _records(connection, answer)
        counts = Counter(record.kind for record in records)
        newest = nlargest(limit, ((day, article) for article, day, _ in listed))
        facets = counted(
            connection,
            [*(terms for _, _, terms in listed), *(record.terms for record in records)],
            MOST_VALUES,
        )
        shown = tuple(hits(connection, node, answer, [key for _, key in newest], records))
    finally:
        connection.execute("COMMIT")
    events, quotations, positions = (
        of_kind(answer, counts, kind) for kind in (EVENT, QUOTATION, POSITION)
    )
    return SearchResult(
        query=query,
        articles=len(listed),
        events=events,
        quotations=quotations,
        positions=positions,
        facets=facets,
        hits=shown,
    )


def _records(connection: sqlite3.Connection, answer: Answer) -> list[Record]:
    """Return the records asked for; where none are, all of the articles that answer."""
    if answer.records is not None:
        return list(answer.records.values())
    rows = connection.execute(_RECORDS, (_listed(answer.articles),))
    return [Record(*row) for row in rows]


def _listed(keys: Iterable[int]) -> str:
    return json.dumps(sorted(keys))
