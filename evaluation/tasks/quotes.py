"""Quotations of plain texts: content, cue, speaker, type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "quotes"} for each text; a text that is not English has no quotes."""
    rows = list(records)
    articles = (
        dg.Article.from_text(row["text"], published=row.get("date") or row.get("published"))
        for row in rows
    )
    for row, readout in zip(rows, dg.extract_all(articles), strict=True):
        yield {"id": row["id"], "quotes": [_quote(q, row["text"]) for q in readout.quotations]}


def _quote(quotation: dg.Quotation, text: str) -> dict[str, Any]:
    spans = [s.span for s in quotation.speakers if s.span]
    names = [s.name for s in quotation.speakers if s.name]
    return {
        "content": [quotation.content[0].start, quotation.content[-1].end],
        "content_spans": _stretches(quotation, text),
        "cue": list(quotation.cue) if quotation.cue else None,
        "speaker": [min(s.start for s in spans), max(s.end for s in spans)] if spans else None,
        "speaker_name": "; ".join(names) or None,
        "type": quotation.kind,
    }


def _stretches(quotation: dg.Quotation, text: str) -> list[list[int]]:
    """Return the pieces between which other words stand.

    A record has a piece for each paragraph; for the scorer a quotation that only marks and a new
    line interrupt is one piece.
    """
    pieces: list[list[int]] = []
    for start, end in quotation.content:
        if pieces and not any(ch.isalnum() for ch in text[pieces[-1][1] : start]):
            pieces[-1][1] = end
        else:
            pieces.append([start, end])
    return pieces
