"""A user's own codebook: one TOML file whose rows join those that ship, without code.

::

    [codebook]
    name = "My desk's people"
    version = "1"
    source = "notes of the desk"
    licence = "CC0-1.0"

    [[people]]
    name = "Aziza Karimova"
    country = "UZB"
    aliases = ["A. Karimova"]

    [[offices]]
    person = "Aziza Karimova"
    office = "foreign_minister"
    country = "UZB"
    start = 2026-03-01

A table is named after the file that it adds to (``people.tsv``), a row has that file's columns.
Columns left out are empty. A row with the same key as one that ships takes its place.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dragoman.errors import CodebookError

Row = Mapping[str, str]

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "people": ("name",),
        "offices": ("person", "office", "country", "body", "start"),
        "office_types": ("key",),
        "organisations": ("name", "from"),
        "metonyms": ("name", "from"),
        "role_nouns": ("noun",),
        "outlets": ("name",),
        "regions": ("kind", "name"),
        "contested": ("territory", "since"),
        "reporting_verbs": ("verb",),
        "plover_lexicon": ("lemma", "pos", "needs"),
    }
)
"""The codebooks that a user may add to, and the columns by which a row is known."""

HEAD = ("name", "version", "source", "licence")
_LARGEST = 50_000_000
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")

# Columns whose lists are parted by something else than a bar.
_SEPARATORS = MappingProxyType(
    {"countries": " ", "members": " ", "frames": ",", "needs": " ", "lemma": ","},
)


@dataclass(frozen=True, slots=True)
class OwnCodebook:
    """A user's codebook as read: its head, its rows by table, and eight hex digits over it."""

    path: Path
    head: Mapping[str, str]
    tables: Mapping[str, tuple[Row, ...]]
    digest: str


def read_own(path: Path) -> OwnCodebook:
    """Read a user's codebook.

    Raises:
        CodebookError: It cannot be opened, is no TOML, has no head, or has a table or a value
            that no codebook has.
    """
    return parse_own(_bytes_of(path), path)


def parse_own(data: bytes, path: Path) -> OwnCodebook:
    """Read a user's codebook from its bytes; `path` is named in errors."""
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CodebookError(
            f"not a TOML file: {error}",
            hint="Begin it with `dragoman codebook add FILE TABLE column=value …`.",
            source=str(path),
        ) from error
    head = tables.pop("codebook", None)
    missing = [key for key in HEAD if not isinstance(head, dict) or not head.get(key)]
    if missing:
        raise CodebookError(
            f"the table [codebook] lacks {', '.join(missing)}",
            hint="Say there what the file is, where its facts come from and who may use it.",
            source=str(path),
        )
    rows = {name: _rows(name, listed, path) for name, listed in tables.items()}
    digest = hashlib.sha256(data).hexdigest()[:8]
    return OwnCodebook(path, {key: str(head[key]) for key in HEAD}, rows, digest)


def merged(table: str, shipped: Sequence[Row], owns: Sequence[OwnCodebook]) -> tuple[Row, ...]:
    """Return a table's rows: users' first, then those that ship and were not replaced.

    Users' rows come first because readers give a name that two rows share to the earlier row.

    Raises:
        CodebookError: A user's row has a column that the table has not, or lacks its key.
    """
    if not any(table in own.tables for own in owns):
        return tuple(shipped)
    columns = tuple(shipped[0])
    added: dict[tuple[str, ...], Row] = {}
    for own in owns:
        for row in own.tables.get(table, ()):
            full = _filled(table, row, columns, own.path)
            added[_key(table, full)] = full
    return (*added.values(), *(row for row in shipped if _key(table, row) not in added))


def repeated(own: OwnCodebook) -> Iterator[str]:
    """Yield a line for each row that has the key of an earlier one in the same file."""
    for table, rows in own.tables.items():
        keys = Counter(tuple(row.get(column, "") for column in KEYS[table]) for row in rows)
        for key, count in keys.items():
            if count > 1:
                yield f"{table}: {', '.join(filter(None, key))} stands {count} times"


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise CodebookError(f"larger than {_LARGEST:,} bytes", source=str(path))
        return path.read_bytes()
    except OSError as error:
        raise CodebookError(
            f"cannot be read: {error.strerror or error}",
            hint="Give the path of a TOML file of your own rows.",
            source=str(path),
        ) from error


def _rows(table: str, listed: Any, path: Path) -> tuple[Row, ...]:
    if table not in KEYS:
        raise CodebookError(
            f"no codebook {table!r} can be added to",
            hint=f"There are: {', '.join(KEYS)}.",
            source=str(path),
        )
    if not isinstance(listed, list) or not all(isinstance(row, dict) for row in listed):
        raise CodebookError(
            f"{table} must be a list of rows", hint=f"Write [[{table}]].", source=str(path)
        )
    return tuple(
        {
            column: _cell(column, value, f"{table}, row {number}", path)
            for column, value in row.items()
        }
        for number, row in enumerate(listed, 1)
    )


def _cell(column: str, value: Any, where: str, path: Path) -> str:
    """Write a TOML value as the cell of a table."""
    if isinstance(value, list):
        return _SEPARATORS.get(column, "|").join(_cell(column, v, where, path) for v in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    if isinstance(value, int | float):
        return str(value)
    if not isinstance(value, str) or _UNPRINTABLE.search(value):
        raise CodebookError(
            f"{where}: the value of {column!r} must be one line of text, a number, a date, "
            "true, false or a list of these",
            source=str(path),
        )
    return value.strip()


def _filled(table: str, row: Row, columns: tuple[str, ...], path: Path) -> Row:
    unknown = [column for column in row if column not in columns]
    if unknown:
        raise CodebookError(
            f"{table} has no column {', '.join(unknown)}",
            hint=f"It has: {', '.join(columns)}.",
            source=str(path),
        )
    if not row.get(KEYS[table][0]):
        raise CodebookError(f"a row of {table} has no {KEYS[table][0]}", source=str(path))
    return {column: row.get(column, "") for column in columns}


def _key(table: str, row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in KEYS[table])
