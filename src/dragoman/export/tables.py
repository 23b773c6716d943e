"""A format whose rows are cells under named columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from dragoman.export.selection import Selection, Told
from dragoman.text.safe import csv_line, tab_line

Row = dict[str, str]
Type = Literal["INT", "FLOAT", "STR"]


class Column(NamedTuple):
    """A column: its exact name, its type, and what of an event stands in it."""

    name: str
    type: Type
    meaning: str


class Table(NamedTuple):
    """Columns in their order; `rows` makes those of one event.

    `rows` raises `LeftOut` for an event that the format has no place for.
    """

    columns: tuple[Column, ...]
    rows: Callable[[Told], Iterable[Row]]
    head: bool = True
    tabs: bool = False

    def lines(self, selection: Selection) -> Iterator[str]:
        """Yield the lines of the file, counting its rows."""
        line = tab_line if self.tabs else csv_line
        names = tuple(column.name for column in self.columns)
        if self.head:
            yield line(names)
        for told in selection.events():
            try:
                rows = list(self.rows(told))
            except LeftOut as why:
                selection.leave_out(str(why))
                continue
            for row in rows:
                selection.rows += 1
                yield line(row[name] for name in names)


class LeftOut(Exception):
    """The format has no place for an event; the message says why."""


def columns(listed: str) -> tuple[Column, ...]:
    """Read columns written one a line as "name | type | meaning"."""
    found = []
    for line in listed.strip().splitlines():
        name, kind, meaning = (part.strip() for part in line.split("|", 2))
        found.append(Column(name, kind, meaning))  # type: ignore[arg-type]  # a test reads them
    return tuple(found)
