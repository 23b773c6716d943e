"""A line for each article, and the problems: what `dragoman list` and `problems` show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.archive.asof import AsOf, known_articles
from dragoman.records import Problem
from dragoman.text.spans import Span


class ArticleSummary(NamedTuple):
    """One article of an archive without its text; counts are of its own records."""

    id: str
    headline: str | None
    outlet: str | None
    published: str | None
    zone: str | None
    language: str | None
    url: str | None
    revision: int
    superseded_by: str | None
    added_at: str
    quotations: int
    events: int
    problems: int


_SUMMARIES = """
SELECT a.id, a.headline, a.outlet, a.published, a.published_zone, a.language, a.url, a.revision,
  b.id, a.added_at,
  (SELECT count(*) FROM quotation q WHERE q.article = a.key),
  (SELECT count(*) FROM event e WHERE e.article = a.key),
  (SELECT count(*) FROM problem p WHERE p.article = a.key)
FROM article a LEFT JOIN article b ON b.key = a.superseded_by
WHERE {}
ORDER BY a.published, a.id
"""

_PROBLEMS = """
SELECT p.code, p.message, p.hint, coalesce(p.source, a.url, a.id), p.severity, p.start_, p.end_
FROM problem p LEFT JOIN article a ON a.key = p.article
WHERE a.superseded_by IS NULL AND (p.article IS NULL OR NOT ?)
ORDER BY p.key
"""


def summaries(
    connection: sqlite3.Connection, *, superseded: bool = False, moment: AsOf | None = None
) -> Iterator[ArticleSummary]:
    """Yield articles by (published, id), undated ones first; with all revisions, or as of a moment."""
    condition, values = ("1", []) if superseded else known_articles("a.key", moment)
    for row in connection.execute(_SUMMARIES.format(condition), values):
        yield ArticleSummary(*row)


def problems(connection: sqlite3.Connection, *, of_sources: bool = False) -> Iterator[Problem]:
    """Yield the problems of sources and (unless ``of_sources``) current articles, oldest first."""
    found = connection.execute(_PROBLEMS, (int(of_sources),))
    for code, message, hint, source, severity, start, end in found:
        yield Problem(
            code=code,
            message=message,
            hint=hint,
            source=source,
            severity=severity,
            span=None if start is None else Span(start, end),
        )
