"""Reads codebooks: data files whose head says what they are, where from, under which licence.

Two shapes. ``*.toml`` has a ``[codebook]`` table (name, version, source, licence) and free tables
after it. ``*.tsv`` begins with ``# key: value`` lines (the same keys), then one line of column
names, then rows; an empty cell is an empty string. A user's own codebook (`codebooks.own`) adds
rows to some tables: `use_codebooks`.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.codebooks.kept import forget_all, kept
from dragoman.codebooks.own import KEYS, OwnCodebook, merged, read_own
from dragoman.errors import CodebookError

_HEAD_KEYS = ("name", "version", "source", "licence")
_DATA = files("dragoman.codebooks").joinpath("data")
_owns: tuple[OwnCodebook, ...] = ()


class Head(NamedTuple):
    """What a codebook says of itself."""

    name: str
    version: str
    source: str
    licence: str


def data_files() -> tuple[Traversable, ...]:
    """Return every codebook file that ships, by name."""
    return tuple(sorted((f for f in _DATA.iterdir() if f.is_file()), key=lambda f: f.name))


@cache
def load_toml(filename: str) -> Mapping[str, Any]:
    """Return the tables of a TOML codebook, without its head.

    Raises:
        CodebookError: The file is no TOML, or its head lacks a key.
    """
    path = _DATA.joinpath(filename)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"not valid TOML: {error}", source=filename) from error
    _head(tables.pop("codebook", {}), filename)
    return tables


def use_codebooks(*paths: str | Path) -> tuple[OwnCodebook, ...]:
    """Let users' own codebooks join those that ship, for this process, from now on.

    Replaces the ones in use before; without paths only what ships is used. Readouts made before
    stay as they are; the stamp in `made_by` changes with the rows.

    Raises:
        CodebookError: A file cannot be read, or a row does not fit its table. Then nothing changes.
    """
    owns = tuple(read_own(Path(path)) for path in paths)
    for table in {name for own in owns for name in own.tables}:
        merged(table, _shipped(f"{table}.tsv"), owns)
    _take(owns)
    return owns


def codebooks_in_use() -> tuple[OwnCodebook, ...]:
    """Return the users' own codebooks that are in use."""
    return _owns


def _take(owns: tuple[OwnCodebook, ...]) -> None:
    global _owns  # noqa: PLW0603 - one vocabulary a process, as `kept` tables are
    _owns = owns
    forget_all()


@kept()
def load_table(filename: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a TSV codebook as mappings from column to cell, users' rows first.

    Raises:
        CodebookError: The head lacks a key, or a row has another number of cells than columns.
    """
    table = filename.removesuffix(".tsv")
    return merged(table, _shipped(filename), _owns) if table in KEYS else _shipped(filename)


@cache
def _shipped(filename: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows that ship.

    Raises:
        CodebookError: The head lacks a key, or a row has another number of cells than columns.
    """
    lines = _DATA.joinpath(filename).read_text(encoding="utf-8").splitlines()
    head = dict(_key_value(line) for line in lines if line.startswith("#"))
    _head(head, filename)
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if not rows:
        raise CodebookError("has no columns", source=filename)
    columns = rows[0]
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(columns):
            raise CodebookError(
                f"row {number} has {len(row)} cells, not {len(columns)}: {row!r}", source=filename
            )
    return tuple(dict(zip(columns, row, strict=True)) for row in rows[1:])


def head_of(filename: str) -> Head:
    """Return what a TOML or TSV codebook says of itself.

    Raises:
        CodebookError: Its head lacks a key.
    """
    text = _DATA.joinpath(filename).read_text(encoding="utf-8")
    if filename.endswith(".toml"):
        return _head(tomllib.loads(text).get("codebook", {}), filename)
    head = dict(_key_value(line) for line in text.splitlines() if line.startswith("#"))
    return _head(head, filename)


@kept()
def codebooks_stamp() -> str:
    """Return eight hex digits over all codebooks in use: which vocabulary made a record."""
    digest = hashlib.sha256()
    for file in data_files():
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    for own in _owns:
        digest.update(own.digest.encode())
    return digest.hexdigest()[:8]


def _key_value(line: str) -> tuple[str, str]:
    key, _, value = line.lstrip("# ").partition(":")
    return key.strip(), value.strip()


def _head(table: Mapping[str, Any], filename: str) -> Head:
    missing = [key for key in _HEAD_KEYS if not table.get(key)]
    if missing:
        raise CodebookError(f"head lacks {', '.join(missing)}", source=filename)
    return Head(*(str(table[key]) for key in _HEAD_KEYS))
