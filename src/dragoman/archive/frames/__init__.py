"""Records as flat rows, and as Arrow, pandas and polars tables; docs/reference/python.md has them."""

from dragoman.archive.frames.columns import Column, columns_of
from dragoman.archive.frames.framed import Framed
from dragoman.archive.frames.records import (
    ArticleRow,
    EventRow,
    Events,
    PositionRow,
    Positions,
    QuotationRow,
    Quotations,
    Records,
)

__all__ = [
    "ArticleRow",
    "Column",
    "EventRow",
    "Events",
    "Framed",
    "PositionRow",
    "Positions",
    "QuotationRow",
    "Quotations",
    "Records",
    "columns_of",
]
