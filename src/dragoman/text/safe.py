"""Keeps what a page says from steering the terminal or the spreadsheet that shows it.

One character stands for one, so that spans and styles keep their places. Escape and other control
characters become their visible pictures (␛), marks that turn the direction of writing and
invisible tag characters become �, line breaks become spaces.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO

# What makes a spreadsheet take a cell for a formula; the wide ones do in East Asian settings.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")  # a score stays a number

_STAND_IN = "\ufffd"
_SPACES = "\t\n\v\f\r\x85\u2028\u2029"
# Left-to-right and right-to-left marks, embeddings, overrides and isolates: what makes
# "gnp.exe" look like "exe.png".
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), _STAND_IN),
    **dict.fromkeys(map(ord, _DIRECTIONS), _STAND_IN),
    **dict.fromkeys(range(0xE0000, 0xE0080), _STAND_IN),
    **dict.fromkeys(range(0xD800, 0xE000), _STAND_IN),
    **dict.fromkeys(map(ord, _SPACES), " "),
}

# JSON may not be changed, but may be written in two ways: what would act on a terminal is
# written as an escape. JSON itself escapes the characters below U+0020.
_JSON: dict[int, str] = {
    code: f"\\u{code:04x}"
    for code in (0x7F, *range(0x80, 0xA0), *map(ord, _DIRECTIONS), 0x2028, 0x2029)
}


def visible(text: str) -> str:
    """Return ``text`` with every character that acts on a terminal made visible, one for one."""
    return text.translate(_VISIBLE)


def safe_json(document: str) -> str:
    """Return a JSON document of the same value in which no character acts on a terminal."""
    return document.translate(_JSON)


def safe_cell(cell: str) -> str:
    """Return a cell that neither a spreadsheet runs nor a terminal obeys."""
    shown = visible(cell)
    formula = shown.lstrip().startswith(_FORMULA) and not _NUMBER.fullmatch(shown)
    return f"'{shown}" if formula else shown


def csv_line(cells: Iterable[str]) -> str:
    """Return one row of CSV; no cell of it is a formula."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(safe_cell, cells))
    return line.getvalue()


def tab_line(cells: Iterable[str]) -> str:
    """Return one row of cells parted by tabs, for readers that know no quoting.

    Such readers differ in what a double quote means to them, so that it becomes an apostrophe.
    """
    return "\t".join(safe_cell(cell).replace('"', "'") for cell in cells) + "\n"
