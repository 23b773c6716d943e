"""Saved searches: queries with a name, and which of their answers somebody was shown.

What was shown is kept article by article, so that an answer is new even if its article was there
before: it was coded anew, corrected, or its page has changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from dragoman.archive.connection import FIRST_SAVED, schema, too_old
from dragoman.archive.failures import explained
from dragoman.archive.opened import OpenArchive, now
from dragoman.archive.search import SearchResult, search
from dragoman.archive.search.evaluate import evaluate
from dragoman.archive.search.parser import parse
from dragoman.errors import QueryError

LONGEST_NAME = 60
_ALL = "SELECT name, query, saved_at, seen_at FROM saved_search"
_REVISED = """
SELECT a.id FROM json_each(?) j JOIN article a ON a.id = j.value
WHERE a.revision > 1 AND EXISTS (
  SELECT 1 FROM article b WHERE b.url = a.url AND b.revision < a.revision AND b.added_at <= ?
)
"""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name; `new` counts the articles that answer and were not shown yet.

    `seen_at` is when answers were last shown, UTC; None: never.
    """

    name: str
    query: str
    saved_at: str
    seen_at: str | None
    new: int


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a saved search: counts, facets and hits are of articles not shown yet.

    `revised` are the ids of hits whose page was there at the last look and has changed since.
    """

    saved: SavedSearch
    found: SearchResult
    revised: frozenset[str]


class Saving(OpenArchive):
    """Saved searches of an archive."""

    def save_search(self, name: str, query: str, *, from_now: bool = False) -> SavedSearch:
        """Save a query under a name.

        Args:
            name: Up to 60 characters.
            query: In the language of `search`.
            from_now: Take what answers today for seen.

        Raises:
            QueryError: The name is taken or no name, or the query cannot be answered.
            ArchiveReadOnly: The archive cannot be written.
        """
        name = _checked(name)
        parse(query)
        with self._writing():
            if self._connection.execute(
                "SELECT 1 FROM saved_search WHERE name = ?", (name,)
            ).fetchone():
                raise QueryError(
                    f"There is a saved search {name!r} already.",
                    hint=f"Remove it (dragoman saved remove {name}) or choose another name.",
                )
            self._connection.execute(
                "INSERT INTO saved_search (name, query, saved_at) VALUES (?, ?, ?)",
                (name, query, now()),
            )
            if from_now:
                keys = evaluate(self._connection, parse(query)).articles
                _see(self._connection, name, keys, now())
        return self._saved(name)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches by name, with how many articles are new in each."""
        with self._savable():
            names = self._connection.execute("SELECT name FROM saved_search ORDER BY name")
            listed = [name for (name,) in names]
        return tuple(self._saved(name) for name in listed)

    def remove_search(self, name: str) -> None:
        """Forget a saved search and what was shown of it.

        Raises:
            QueryError: There is none of this name.
            ArchiveReadOnly: The archive cannot be written.
        """
        with self._writing():
            done = self._connection.execute("DELETE FROM saved_search WHERE name = ?", (name,))
            if not done.rowcount:
                raise _unknown(self._connection, name)

    def new(self, name: str, limit: int = 20) -> News:
        """Return what is new in a saved search; nothing is marked as seen.

        ::

            news = archive.new("grain")
            for hit in news.found.hits:
                print("revised" if hit.article_id in news.revised else "new", hit.headline)
            archive.mark_seen("grain", [hit.article_id for hit in news.found.hits])

        Args:
            name: Of the saved search.
            limit: How many hits to return.

        Raises:
            QueryError: There is none of this name.
        """
        saved = self._saved(name)
        with self._savable():
            found = search(
                self._connection, saved.query, max(limit, 0), without=_seen(self._connection, name)
            )
            ids = [hit.article_id for hit in found.hits]
            revised = self._connection.execute(_REVISED, (_json(ids), saved.seen_at or ""))
            return News(saved, found, frozenset(id_ for (id_,) in revised))

    def mark_seen(self, name: str, article_ids: Iterable[str]) -> None:
        """Note that these articles were shown.

        Raises:
            QueryError: There is no saved search of this name.
            ArchiveReadOnly: The archive cannot be written.
        """
        with self._writing():
            keys = self._connection.execute(
                "SELECT a.key FROM json_each(?) j JOIN article a ON a.id = j.value",
                (_json(article_ids),),
            )
            _see(self._connection, name, {key for (key,) in keys}, now())

    def _saved(self, name: str) -> SavedSearch:
        with self._savable():
            row = self._connection.execute(f"{_ALL} WHERE name = ?", (name,)).fetchone()
            if row is None:
                raise _unknown(self._connection, name)
            answer = evaluate(self._connection, parse(row[1]))
            new = answer.articles - _seen(self._connection, name)
        name, query, saved_at, seen_at = row
        return SavedSearch(name, query, saved_at, seen_at, len(new))

    def _savable(self) -> AbstractContextManager[None]:
        if (version := schema(self._connection)) < FIRST_SAVED:
            raise too_old(version, self.path, FIRST_SAVED)
        return explained(self.path)


def _checked(name: str) -> str:
    shown = name.strip()
    if not shown or len(shown) > LONGEST_NAME or not shown.isprintable() or shown[0] == "-":
        raise QueryError(
            f"{name[:40]!r} is no name for a search.",
            hint=f"Take up to {LONGEST_NAME} letters, digits and marks; not - at the beginning.",
        )
    return shown


def _unknown(connection: sqlite3.Connection, name: str) -> QueryError:
    known = [row[0] for row in connection.execute(f"{_ALL} ORDER BY name LIMIT 20")]
    return QueryError(
        f"There is no saved search {name[:40]!r}.",
        hint=f"There are: {', '.join(known)}."
        if known
        else "Save one with: dragoman saved add NAME QUERY",
    )


def _seen(connection: sqlite3.Connection, name: str) -> set[int]:
    statement = (
        "SELECT n.article FROM seen n JOIN saved_search s ON s.key = n.search WHERE s.name = ?"
    )
    return {key for (key,) in connection.execute(statement, (name,))}


def _see(connection: sqlite3.Connection, name: str, articles: Iterable[int], at: str) -> None:
    row = connection.execute("SELECT key FROM saved_search WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise _unknown(connection, name)
    connection.executemany(
        "INSERT OR IGNORE INTO seen (search, article) VALUES (?, ?)",
        [(row[0], article) for article in articles],
    )
    connection.execute("UPDATE saved_search SET seen_at = ? WHERE key = ?", (at, row[0]))


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values))
