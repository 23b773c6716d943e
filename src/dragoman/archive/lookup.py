"""Finds an article or a record by its id, or by the beginning of it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import UnknownRecord

# The first letter of an id tells what it names (`dragoman.records.record_id`). Mentions have no
# table: they are the most numerous records, and people ask for actors.
_TABLES = {
    "a": "article",
    "q": "quotation",
    "n": "nonstatement",
    "e": "event",
    "p": "stance",
    "t": "time",
    "l": "place",
    "c": "chain",
    "s": "actor",
}
LEAST = 6
"""Characters of an id that must be given: 25 bits, so that a few articles cannot collide."""
_ID = re.compile(rf"[a-z][a-z2-7]{{{LEAST - 1},16}}")
_AFTER = "{"  # comes after every character of an id in the order of SQLite's BINARY


class Found(NamedTuple):
    """Where an id was found: the key and id of the article, the id in full, the next revision."""

    key: int
    article_id: str
    record_id: str
    superseded_by: str | None = None


def look_up(connection: sqlite3.Connection, wanted: str, path: Path) -> Found:
    """Return the article or record whose id is, or alone begins with, ``wanted``.

    Raises:
        UnknownRecord: No id begins so, or several do, or it is too short.
    """
    source = str(path)
    if not _ID.fullmatch(wanted):
        raise UnknownRecord(
            f"{wanted[:40]!r} is no id.",
            hint=f"An id is a letter and up to 16 more of a-z and 2-7; give at least {LEAST}.",
            source=source,
        )
    table = _TABLES.get(wanted[0])
    found = _beginning(connection, table, wanted) if table else []
    found = found or _judged(connection, wanted)
    if not found:
        raise UnknownRecord(
            f"Nothing here has an id that begins with {wanted!r}.",
            hint="See what is here with: dragoman list FILE",
            source=source,
        )
    if len({f.record_id for f in found}) > 1:
        raise UnknownRecord(
            f"Several ids begin with {wanted!r}: {', '.join(f.record_id for f in found[:5])}.",
            hint="Give more of the one you mean.",
            source=source,
        )
    return found[0]


def _beginning(connection: sqlite3.Connection, table: str, wanted: str) -> list[Found]:
    """Return rows whose id begins so; as a range, because LIKE would not use the index."""
    owner = "key" if table == "article" else "article"
    statement = (
        "SELECT a.key, a.id, r.id, b.id "  # noqa: S608 - names from _TABLES
        f"FROM {table} r JOIN article a ON a.key = r.{owner} "
        "LEFT JOIN article b ON b.key = a.superseded_by "
        "WHERE r.id >= ? AND r.id < ? ORDER BY r.id LIMIT 10"
    )
    bounds = (wanted, wanted + _AFTER)
    return [Found(*row) for row in connection.execute(statement, bounds)]


def _judged(connection: sqlite3.Connection, wanted: str) -> list[Found]:
    """Return judgements whose id begins so, or the records that they took out."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'judgement'").fetchone():
        return []  # an older archive that is opened for reading only
    column = "id" if wanted.startswith("j") else "record"
    statement = (
        f"SELECT a.key, a.id, r.{column}, b.id "  # noqa: S608 - our own words
        "FROM judgement r JOIN article a ON a.key = r.article "
        "LEFT JOIN article b ON b.key = a.superseded_by "
        f"WHERE r.{column} >= ? AND r.{column} < ? GROUP BY r.{column} ORDER BY r.{column} LIMIT 10"
    )
    bounds = (wanted, wanted + _AFTER)
    return [Found(*row) for row in connection.execute(statement, bounds)]
