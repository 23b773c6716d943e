"""The columns of a flat record: its fields, what they hold, and what they mean."""

from __future__ import annotations

import types
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

Kind = Literal["text", "integer", "number", "truth", "day", "moment"]
_KINDS: dict[type, Kind] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "truth",
    date: "day",
    datetime: "moment",
}


class Column(NamedTuple):
    """A column: its name, what it holds, whether a cell may be empty, and what it means."""

    name: str
    kind: Kind
    nullable: bool
    meaning: str


@cache
def columns_of(row: type) -> tuple[Column, ...]:
    """Return the columns of a frozen dataclass whose fields are single values.

    A field's meaning is the text of its ``Annotated`` type.
    """
    hints = get_type_hints(row, include_extras=True)
    return tuple(_column(field.name, hints[field.name]) for field in fields(row))


def _column(name: str, hint: Any) -> Column:
    meaning = ""
    if get_origin(hint) is Annotated:
        hint, meaning = get_args(hint)
    parts = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    held = [part for part in parts if part is not type(None)]
    kinds = {str if get_origin(part) is Literal else part for part in held}
    (kind,) = kinds
    return Column(name, _KINDS[kind], len(held) < len(parts), meaning)
