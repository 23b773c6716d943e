"""A folder of Parquet files: articles, events, quotations, positions, written in row groups."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.archive import ArchiveFile, AsOf
from dragoman.archive.asof import moment_of
from dragoman.archive.frames import Column, columns_of
from dragoman.archive.frames.framed import imported, schema, table
from dragoman.archive.frames.rows import TABLES, Selected
from dragoman.version import own_version

ROWS_IN_GROUP = 10_000
"""Rows held in memory at a time; a reader skips groups whose days or types it does not want."""

CODEBOOK = "codebook.json"
COLUMNS: dict[str, tuple[Column, ...]] = {
    name: columns_of(source.row) for name, source in TABLES.items()
}
LOSSES = (
    "Spans within the evidence, mentions, links and the reasons of codes are only in jsonl.",
    "Parties are parted by '; ' in one cell each for names, countries and sectors.",
)


class Written(NamedTuple):
    """Rows of each table, the events of the articles before the filter, outlets, the filter."""

    rows: dict[str, int]
    events_seen: int
    outlets: int
    filter: str


def write(
    archive: ArchiveFile, folder: Path, *, everything: bool, as_of: str | AsOf | None
) -> Written:
    """Write the tables beside each other first, then put each in its place, whole.

    Raises:
        FramesMissing: pyarrow is not installed.
        OSError: The folder cannot be written.
    """
    imported("pyarrow.parquet")
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    part.mkdir()
    try:
        written = _written(archive, part, everything=everything, as_of=as_of)
        (part / CODEBOOK).write_text(_codebook(written), encoding="utf-8")
        folder.mkdir(exist_ok=True)
        for file in sorted(part.iterdir()):
            file.replace(folder / file.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return written


def _written(
    archive: ArchiveFile, part: Path, *, everything: bool, as_of: str | AsOf | None
) -> Written:
    selected = Selected(counted=not everything, moment=moment_of(as_of))
    rows = {
        name: _table(part / f"{name}.parquet", COLUMNS[name], cells)
        for name, cells in archive.tables(selected)
    }
    articles = imported("pyarrow.parquet").read_table(
        part / "articles.parquet", columns=["outlet", "events"]
    )
    outlets = set(articles["outlet"].to_pylist()) - {None}
    seen = sum(articles["events"].to_pylist())
    which = "all events" if everything else "events that are actual and not background"
    words = f"{which}, merged within each article (not across articles)"
    if selected.moment:
        words = f"{words}, {selected.moment.words}"
    return Written(rows, seen, len(outlets), words)


def _table(path: Path, columns: Sequence[Column], cells: Iterator[Sequence[Any]]) -> int:
    """Write a table group by group; returns its rows."""
    written = 0
    with imported("pyarrow.parquet").ParquetWriter(
        path, schema(columns), compression="zstd"
    ) as file:
        while group := list(islice(cells, ROWS_IN_GROUP)):
            file.write_table(table(columns, group))
            written += len(group)
    return written


def _codebook(written: Written) -> str:
    document = {
        "format": "parquet",
        "made_by": f"dragoman {own_version()}",
        "filter": written.filter,
        "outlets": written.outlets,
        "events_in_archive": written.events_seen,
        "tables": {
            name: {
                "rows": written.rows[name],
                "columns": [column._asdict() for column in columns],
            }
            for name, columns in COLUMNS.items()
        },
        "losses": LOSSES,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
