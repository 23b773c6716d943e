"""Spreadsheets that a researcher brings: CSV, TSV or JSON Lines, one text a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from dragoman.errors import SheetError

_SNIFFED = 64_000  # characters; a head and some rows
_PARTERS = ",;\t|"
_LONGEST_CELL = 10_000_000

Row = Mapping[str, str]


class Sheet:
    """An open spreadsheet: `columns`, then the rows one by one."""

    def __init__(self, path: Path, file: TextIO) -> None:
        self._path, self._file = path, file
        self._is_json = path.suffix.lower() in {".jsonl", ".ndjson"}
        csv.field_size_limit(_LONGEST_CELL)
        self._rows = iter(self._from_json() if self._is_json else self._from_csv())
        first = next(self._rows, None)
        if first is None:
            raise SheetError(
                "The file has no rows.", source=str(path), hint="A head of names comes first."
            )
        self._first = first
        self.columns = tuple(first)

    def rows(self) -> Iterator[Row]:
        """Yield the rows; cells are text, a missing one is empty."""
        yield self._first
        yield from self._rows

    def _from_csv(self) -> Iterator[Row]:
        head = self._file.read(_SNIFFED)
        self._file.seek(0)
        parter = _parter(head)
        try:
            for row in csv.DictReader(self._file, delimiter=parter):
                yield {name: cell or "" for name, cell in row.items() if isinstance(name, str)}
        except csv.Error as error:
            raise SheetError(
                f"The file cannot be read as CSV: {error}.",
                source=str(self._path),
                hint="Save it as CSV in UTF-8, texts with line breaks in quotes.",
            ) from error

    def _from_json(self) -> Iterator[Row]:
        for number, line in enumerate(self._file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise SheetError(
                    f"Line {number} is no JSON: {error}.", source=str(self._path)
                ) from error
            if not isinstance(row, dict):
                raise SheetError(f"Line {number} is no object.", source=str(self._path))
            yield {str(k): v if isinstance(v, str) else _written(v) for k, v in row.items()}


def _written(value: object) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _parter(head: str) -> str:
    """Return what parts the cells: the candidate that the first line has most of."""
    first = head.splitlines()[0] if head else ""
    return max(_PARTERS, key=first.count)


def open_text(path: Path) -> TextIO:
    """Open a text file in UTF-8 (with or without a mark) or, failing that, Windows-1252.

    Raises:
        SheetError: There is no such file, or it cannot be read.
    """
    try:
        data = path.read_bytes()[:_SNIFFED]
        encoding = "utf-8-sig" if _is_utf8(data) else "cp1252"
        return path.open(encoding=encoding, errors="replace", newline="")
    except OSError as error:
        raise SheetError(f"{error.strerror or error}.", source=str(path)) from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4  # a character cut at the end of what was read
    return True
