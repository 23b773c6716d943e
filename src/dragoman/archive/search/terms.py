"""Values as numbers: each record carries those of its own, so that facets are counted in memory."""

from __future__ import annotations

import sqlite3
import struct
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

FACETS = (
    "type", "status", "kind", "country", "actor", "recipient", "speaker", "place", "outlet",
    "month", "mode", "context", "origin",
)  # fmt: skip
"""The fields that are counted; the number of each is its place here and never changes."""
_BITS, _MASK = 4, 15

Facets = dict[str, tuple[tuple[str, int], ...]]


class Terms:
    """The keys of values, each made when it is met first."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}

    def packed(self, values: Iterable[tuple[str, str | None]]) -> bytes:
        """Return the keys of (field, value) pairs as a blob; values are given once or are empty."""
        keys = [self._key(field, value) for field, value in dict.fromkeys(values) if value]
        return struct.pack(f"<{len(keys)}I", *keys)

    def _key(self, field: str, value: str) -> int:
        known = self._known.get((field, value))
        if known is None:
            known = self._known[field, value] = self._looked_up(field, value)
        return known

    def _looked_up(self, field: str, value: str) -> int:
        row = self._connection.execute(
            "SELECT key FROM term WHERE value = ? AND field = ?", (value, field)
        ).fetchone()
        if row:
            return int(row[0])
        (last,) = self._connection.execute("SELECT coalesce(max(key), 0) FROM term").fetchone()
        key = ((int(last) >> _BITS) + 1) << _BITS | FACETS.index(field)
        self._connection.execute("INSERT INTO term (key, value) VALUES (?, ?)", (key, value))
        return key


def counted(connection: sqlite3.Connection, blobs: Iterable[bytes], most: int) -> Facets:
    """Return the ``most`` frequent values of each field that occurs in the blobs."""
    keys = array("I")
    keys.frombytes(b"".join(blobs))
    if sys.byteorder == "big":
        keys.byteswap()
    fields: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, count in Counter(keys).items():
        fields[key & _MASK].append((-count, key))
    best = {field: sorted(found)[:most] for field, found in sorted(fields.items())}
    names = _values(connection, [key for found in best.values() for _, key in found])
    return {
        FACETS[field]: tuple((names[key], -count) for count, key in found)
        for field, found in best.items()
    }


def _values(connection: sqlite3.Connection, keys: list[int]) -> dict[int, str]:
    marks = ", ".join("?" * len(keys))  # at most a dozen fields of a few values
    statement = f"SELECT key, value FROM term WHERE key IN ({marks})"  # noqa: S608 - question marks
    return dict(connection.execute(statement, keys))
