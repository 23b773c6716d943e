"""Source chains: the chain that answers for the given statement, the publisher left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "chain"} for the statement that each record marks."""
    rows = list(records)
    articles = (
        dg.Article.from_text(row["text"], published=row.get("date"), outlet=row.get("publisher"))
        for row in rows
    )
    for row, readout in zip(rows, dg.extract_all(articles), strict=True):
        chain = readout.chain_for(tuple(row["statement"]))
        links = [_link(link, row["text"]) for link in chain.links] if chain else []
        editorial = {"name": row.get("publisher"), "span": None, "role": "editorial"}
        yield {"id": row["id"], "chain": links or [editorial]}


def _link(link: dg.ChainLink, text: str) -> dict[str, Any]:
    span = link.span
    words = text[span.start : span.end] if span else link.name
    return {
        "name": words,
        "span": list(span) if span else None,
        "role": link.role,
        "for": link.speaks_for,
    }
