"""Whole articles of a set, read: what the tasks on whole articles have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg

Row = dict[str, Any]


def whole_articles(records: Iterable[Row]) -> Iterator[tuple[Row, dg.Readout]]:
    """Yield each record with the readout of its text, as of its date and under its title."""
    rows = list(records)
    articles = (
        dg.Article.from_text(row["text"], published=row.get("date"), headline=row.get("title"))
        for row in rows
    )
    yield from zip(rows, dg.extract_all(articles), strict=True)
