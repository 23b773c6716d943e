"""Labels kept apart from their text: a row names a document, and is joined with it when read.

A row holds ``id`` (the document), ``corpus`` (a JSON Lines file of the gold folder whose records
have ``id`` and ``text``), ``sha256`` of the text in UTF-8, and labels whose offsets are Unicode
code points into that text. No text is kept with the labels. Any task can use such a file: after
the join a row looks like a row of a set that brings its text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class StandoffError(ValueError):
    """A label file cannot be joined with its texts; the message says why and what to do."""


def is_standoff(row: Row) -> bool:
    """Whether a row lacks the text that its labels point into."""
    return "sha256" in row and "corpus" in row and "text" not in row


def joined(rows: Iterable[Row], folder: Path | None) -> Iterator[Row]:
    """Yield the rows with the fields of their documents (text, title, date, url) added.

    Args:
        rows: Rows as kept; one that has its text already passes unchanged.
        folder: The folder that `corpus` is relative to; only read if a row needs it.

    Raises:
        StandoffError: The corpus or a document is missing, or its text is not the labelled one.
    """
    corpora: dict[str, dict[str, Row]] = {}
    for row in rows:
        if not is_standoff(row):
            yield row
            continue
        name = row["corpus"]
        if name not in corpora:
            corpora[name] = _documents(name, folder)
        yield _with_text(row, corpora[name])


def _documents(name: str, folder: Path | None) -> dict[str, Row]:
    if folder is None:
        raise StandoffError(
            f"these labels need the texts of {name}: name the folder with --gold DIR or"
            " DRAGOMAN_GOLD"
        )
    path = folder / name
    if not path.is_file():
        raise StandoffError(f"these labels need the texts of {name}, which {folder} does not hold")
    with path.open(encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines if line.strip())
        return {record["id"]: record for record in records}


def _with_text(row: Row, documents: dict[str, Row]) -> Row:
    document = documents.get(row["id"])
    if document is None:
        raise StandoffError(f"{row['corpus']} holds no document {row['id']!r}")
    if hashlib.sha256(document["text"].encode()).hexdigest() != row["sha256"]:
        raise StandoffError(
            f"{row['corpus']}, {row['id']!r}: the text is not the one that was labelled"
        )
    return {**document, **row}
