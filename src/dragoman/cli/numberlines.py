"""Numbers as JSON Lines and as CSV; a dimension that was not asked for has no column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from dragoman.archive.numbers.records import DIMENSIONS, Basis, Occurrence, Rows
from dragoman.text.safe import csv_line, safe_json

if TYPE_CHECKING:
    from dragoman.analysis import Timeline


def basis_of(numbers: Rows[Any] | Timeline) -> Basis:
    """Return what numbers are of."""
    return numbers.basis if isinstance(numbers, Rows) else numbers.series.basis


def basis_line(basis: Basis) -> str:
    """Return the basis as the first of the JSON Lines."""
    return _line({"record": "basis", **asdict(basis)})


def json_lines(record: str, rows: Iterable[Any], columns: Sequence[str]) -> Iterator[str]:
    """Yield each row as one JSON object a line."""
    for row in rows:
        yield _line({"record": record, **{name: getattr(row, name) for name in columns}})


def csv_lines(rows: Iterable[Any], columns: Sequence[str]) -> Iterator[str]:
    """Yield the head, then the rows; no cell is a formula."""
    yield csv_line(columns)
    for row in rows:
        yield csv_line(_cell(getattr(row, name)) for name in columns)


def columns_of(row: type, by: Sequence[str] = (), *, period: bool = True) -> tuple[str, ...]:
    """Return the columns of rows of a class: period and dimensions that were asked for, figures."""
    names = [field.name for field in fields(row)]
    figures = [name for name in names if name not in (*DIMENSIONS, "period")]
    first = ["period"] if period and "period" in names else []
    return (*first, *by, *figures)


def events_lines(events: Iterable[Occurrence]) -> Iterator[str]:
    """Yield events as JSON Lines."""
    return json_lines("event", events, [field.name for field in fields(Occurrence)])


def _line(record: dict[str, Any]) -> str:
    return safe_json(json.dumps(record, ensure_ascii=False)) + "\n"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
