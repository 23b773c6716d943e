"""The archive's schema, as numbered SQL files; ``user_version`` is the last one applied.

A file that was released never changes: the next change is the next number. Record tables can be
filled anew from ``article.record``, which holds the whole readout.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Migration(NamedTuple):
    """One step of the schema."""

    number: int
    name: str
    sql: str

    def statements(self) -> Iterator[str]:
        """Yield its statements one by one (`executescript` would commit in between)."""
        statement = ""
        for line in self.sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""


@cache
def migrations() -> tuple[Migration, ...]:
    """Return all steps in order; their numbers run from 1 without a gap."""
    found = []
    for file in files("dragoman.archive.migrations").iterdir():
        number, _, rest = file.name.partition("_")
        if number.isdigit() and rest.endswith(".sql"):
            found.append(
                Migration(int(number), rest.removesuffix(".sql"), file.read_text(encoding="utf-8"))
            )
    return tuple(sorted(found))


def latest() -> int:
    """Return the schema version that this Dragoman writes."""
    return migrations()[-1].number
