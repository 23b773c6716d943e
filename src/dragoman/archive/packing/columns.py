"""Records as columns: what is the same in all of them is written once, like stands beside like.

A list of objects becomes one object of columns. A column is

- ``{"=": value}``: every record has this value;
- ``{"of": columns}``: each has one object;
- ``{"sizes": [...], "of": columns}``: each has a list of objects, so many of them;
- ``{"spans": [start, length, start, length, ...]}``: each has a span; every start is counted from
  the start before it;
- a list: the values, one after the other.

All records of a list have the same fields: they are dumped with their defaults.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Fields = dict[str, Any]
"""One record, or one column, as JSON."""


def to_columns(records: Sequence[Fields]) -> Fields:
    """Return the columns of records; `from_columns` is the way back."""
    return {name: _column([record[name] for record in records]) for name in records[0]}


def from_columns(columns: Fields, size: int) -> list[Fields]:
    """Return ``size`` records from their columns."""
    values = {name: _values(column, size) for name, column in columns.items()}
    return [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]


def _column(values: list[Any]) -> Any:
    first = values[0]
    if all(value == first and type(value) is type(first) for value in values):
        return {"=": first}
    if all(isinstance(value, dict) for value in values):
        return {"of": to_columns(values)}
    if _are_lists_of(dict, values):
        return {"sizes": [len(value) for value in values], "of": to_columns(_flat(values))}
    if all(map(is_span, values)):
        return {"spans": _steps(values)}
    if _are_lists_of(list, values) and all(map(is_span, _flat(values))):
        return {"sizes": [len(value) for value in values], "spans": _steps(_flat(values))}
    return values


def _values(column: Any, size: int) -> list[Any]:
    if isinstance(column, list):
        return column
    if "=" in column:
        return [column["="]] * size
    if "sizes" not in column:
        return from_columns(column["of"], size) if "of" in column else _walked(column["spans"])
    sizes = column["sizes"]
    flat = from_columns(column["of"], sum(sizes)) if "of" in column else _walked(column["spans"])
    parts, at = [], 0
    for length in sizes:
        parts.append(flat[at : at + length])
        at += length
    return parts


def _are_lists_of(kind: type, values: list[Any]) -> bool:
    return all(
        isinstance(value, list) and all(isinstance(item, kind) for item in value)
        for value in values
    )


def _flat(values: list[Any]) -> list[Any]:
    return [item for value in values for item in value]


def is_span(value: object) -> bool:
    """Whether a value is a span as JSON has it."""
    return (
        type(value) is list and len(value) == 2 and type(value[0]) is int and type(value[1]) is int
    )


def _steps(spans: list[Any]) -> list[int]:
    steps, last = [], 0
    for start, end in spans:
        steps += [start - last, end - start]
        last = start
    return steps


def _walked(steps: list[int]) -> list[list[int]]:
    spans, at = [], 0
    for step, length in zip(steps[::2], steps[1::2], strict=True):
        at += step
        spans.append([at, at + length])
    return spans
