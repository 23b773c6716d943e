"""Checks of the file as a whole: SQLite's own, the schema, the full-text indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from dragoman.archive.migrations import latest, migrations
from dragoman.archive.verifying.fault import Fault

_MOST = 20
"""Lines of SQLite's own check that are passed on: a damaged file may give thousands."""

_RESTORE = "Restore a backup, or save what can be read with: sqlite3 FILE .recover"
_ANEW = "Make a new archive from an export: dragoman export --format jsonl, dragoman import"
_INDEXES = ("article_words", "record_words")


def file_faults(connection: sqlite3.Connection, path: Path) -> Iterator[Fault]:
    """Yield what SQLite says of its own pages and of foreign keys."""
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield Fault("file", path.name, f"SQLite says: {line}.", _RESTORE)
    broken = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    for table, row, parent, _ in broken:
        yield Fault(
            "keys",
            f"{table}, row {row}",
            f"It belongs to a row of {parent} that is not there.",
            _ANEW,
        )


def schema_faults(connection: sqlite3.Connection, path: Path) -> Iterator[Fault]:
    """Yield what is missing of the schema, and what is not as its migrations made it."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version < latest():
        yield Fault(
            "schema",
            path.name,
            f"The schema is {version}, that of an older Dragoman; the present one is {latest()}.",
            "Opening it for writing brings it up to date.",
            "note",
        )
    wanted, there = _made(version), _objects(connection)
    for name, sql in wanted.items():
        if name not in there:
            yield Fault(
                "schema",
                name,
                "This table, index, view or trigger is missing.",
                _ANEW,
            )
        elif there[name] != sql:
            yield Fault(
                "schema",
                name,
                "It is not as Dragoman made it.",
                _ANEW,
            )
    for name in sorted(set(there) - set(wanted)):
        yield Fault(
            "schema",
            name,
            "Dragoman did not make this table, index, view or trigger.",
            "It is left alone; Dragoman does not keep it up to date.",
            "note",
        )


def _made(version: int) -> dict[str, str]:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in migrations()[:version]:
            for statement in step.statements():
                fresh.execute(statement)
        return _objects(fresh)
    finally:
        fresh.close()


def _objects(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute(
        "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    )
    return dict(rows.fetchall())


def index_faults(path: Path, wait: float) -> Iterator[Fault]:
    """Yield what is wrong with the full-text indexes.

    SQLite asks for a file that may be written to check them, though it changes nothing.
    """
    uri = path.absolute().as_uri() + "?mode=rw"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
    except sqlite3.Error as error:
        yield _unchecked(error)
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        for name in _INDEXES:
            yield from _of_index(connection, name)
    except sqlite3.Error as error:
        yield _unchecked(error)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.close()


def _of_index(connection: sqlite3.Connection, name: str) -> Iterator[Fault]:
    # Rank 1: also compare with the texts; an index without content has none to compare with.
    rank = int(name == "article_words")
    statement = f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', ?)"  # noqa: S608
    try:
        connection.execute(statement, (rank,))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        yield Fault(
            "index",
            name,
            "The full-text index does not agree with the texts.",
            "Code the archive anew, which fills it: dragoman recode FILE --all",
        )


def _unchecked(error: sqlite3.Error) -> Fault:
    return Fault(
        "index",
        ", ".join(_INDEXES),
        f"The full-text indexes were not checked: SQLite says: {error}.",
        "Check a copy in a folder where you may write, while nobody writes to it.",
        "note",
    )
