"""Headings, lines and tables, and the two ways to print them.

On a terminal lines wrap at the width with a hanging indent and carry styles. Anywhere else a line
stays one line, however long, without styles or drawings: `grep` finds whole sentences in it.
Both ways pass every text through `safe.visible`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from dragoman.text.safe import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# Longer lines are hard to read: the eye loses the way back.
WIDEST = 110

# A column of codes, dates or counts is not broken, however narrow the terminal is.
NEVER_WRAPPED = 18

# Every style says in weight, underline or colour what a word or a symbol beside it says too.
THEME = Theme(
    {
        "headline": "bold",
        "heading": "bold cyan",
        "name": "bold",
        "code": "dim",
        "id": "dim",
        "quiet": "dim",
        "uncertain": "italic yellow",
        "words": "dim",
        "evidence": "not dim underline",
        "cue": "not dim italic",
        "edited": "not dim underline yellow",
        "chain": "blue",
        "good": "green",
        "open": "yellow",
        "bad": "red",
        "past": "dim",
        "wanted": "bold reverse",
    }
)


class Heading(NamedTuple):
    """The title of a layer and how many records it has."""

    symbol: str
    title: str
    size: int | None = None


class Line(NamedTuple):
    """One statement; ``indent`` counts columns, ``label`` stands in them before the first line."""

    text: Text
    indent: int = 0
    label: str = ""


class Grid(NamedTuple):
    """A table without lines; the first column is the one that people look for."""

    rows: tuple[tuple[Text, ...], ...]
    indent: int = 2


class Gap(NamedTuple):
    """An empty line."""


Part = Heading | Line | Grid | Gap


def grid(rows: Iterable[tuple[Text, ...]], indent: int = 2) -> Grid:
    """Return a table without the columns that are empty in every row."""
    listed = list(rows)
    used = [any(cell.plain for cell in column) for column in zip(*listed, strict=True)]
    kept = (tuple(c for c, keep in zip(row, used, strict=True) if keep) for row in listed)
    return Grid(tuple(kept), indent)


def joined(pieces: Iterable[str | Text | tuple[str, str]], by: str = " · ") -> Text:
    """Return the non-empty pieces, each a text or a (text, style) pair, with ``by`` in between."""
    whole = Text()
    for piece in pieces:
        text = Text(*piece) if isinstance(piece, tuple) else Text() + piece
        if not text.plain:
            continue
        if whole.plain:
            whole.append(by, "quiet")
        whole.append_text(text)
    return whole


def print_parts(console: Console, parts: Iterable[Part]) -> None:
    """Print parts for the terminal, or plainly where the output is none."""
    if console.is_terminal:
        for part in parts:
            console.print(
                _drawn(part, min(console.width, WIDEST)), width=min(console.width, WIDEST)
            )
    else:
        for line in plain_lines(parts):
            console.file.write(line + "\n")


def plain_lines(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the lines of the plain form."""
    for part in parts:
        match part:
            case Heading(_, title, size):
                yield title.upper() + ("" if size is None else f" ({size})")
            case Line(text, indent, label):
                yield label.ljust(indent) + visible(text.plain).rstrip()
            case Grid(rows, indent):
                yield from _aligned(rows, indent)
            case Gap():
                yield ""


def _aligned(rows: tuple[tuple[Text, ...], ...], indent: int) -> Iterator[str]:
    cells = [[visible(cell.plain) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield (" " * indent + "  ".join(padded)).rstrip()


def _drawn(part: Part, width: int) -> RenderableType:
    match part:
        case Heading(symbol, title, size):
            head = f"{symbol} {title}" + ("" if size is None else f"  {size}")
            line = Text(f"{head} ", "heading")
            return line.append("─" * max(0, width - len(head) - 1), "quiet")
        case Line(text, indent, label):
            return _hanging(_shown(text), indent, label)
        case Grid(rows, indent):
            table = Table.grid(padding=(0, 3, 0, 0), expand=False)
            for column in zip(*rows, strict=True):
                short = max(map(len, column)) <= NEVER_WRAPPED
                table.add_column(overflow="fold", no_wrap=short)
            for row in rows:
                table.add_row(*map(_shown, row))
            return Padding(table, (0, 0, 0, indent))
        case Gap():
            return Text("")


def _hanging(text: Text, indent: int, label: str) -> RenderableType:
    if not label:
        return Padding(text, (0, 0, 0, indent))
    grid = Table.grid(padding=0)
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(label, "quiet"), text)
    return grid


def _shown(text: Text) -> Text:
    shown = text.copy()
    shown.plain = visible(text.plain)
    return shown
