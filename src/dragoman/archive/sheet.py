"""Inserting rows: one statement a table, and the keys that rows of an article have got."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache

Cell = str | int | float | bytes | None
Keys = Mapping[str, int]
"""From the id of a record to the key of its row."""


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Cell]) -> int:
    """Insert one row and return its key."""
    cursor = connection.execute(_statement(table, tuple(row)), tuple(row.values()))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def insert_all(
    connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Cell]]
) -> None:
    """Insert rows that all have the same columns."""
    listed = list(rows)
    if listed:
        statement = _statement(table, tuple(listed[0]))
        connection.executemany(statement, (tuple(row.values()) for row in listed))


@cache
def _statement(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    # Table and column names come from this package's own code, never from a page.
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
