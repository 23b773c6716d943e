"""The actors task: who is meant by a given mention, as of the article's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg
from dragoman.extraction.actors import describe_phrase

_NOBODY: dict[str, Any] = {
    "kind": "place_only",
    "name": None,
    "countries": [],
    "sector": "UNK",
    "office": None,
    "metonym_for": None,
}


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield one prediction a record; reads the text, its date and the mention's span only."""
    listed = list(records)
    articles = [
        dg.Article.from_text(record["text"], published=record.get("date")) for record in listed
    ]
    for record, readout in zip(listed, dg.extract_all(articles), strict=True):
        yield {"id": record["id"], **_answer(readout, record["mention"], record.get("date"))}


def _answer(readout: dg.Readout, mention: list[int], day: str | None) -> dict[str, Any]:
    span = dg.Span(*mention)
    found = _mention_of(readout, span) or describe_phrase(readout.article.words(span), day)
    if found is None:
        return _NOBODY
    return {
        "kind": found.kind,
        "name": found.name,
        "countries": list(found.countries),
        "sector": found.sector,
        "office": found.office.title if found.office else None,
        "metonym_for": found.metonym_for,
    }


def _mention_of(readout: dg.Readout, span: dg.Span) -> dg.Actor | None:
    """Return the actor at the span, unless what was found there is another phrase altogether."""
    fits = any(
        m.span.contains(span) and span.contains(m.head) or span.contains(m.span)
        for m in readout.mentions
        if m.span.overlaps(span) and m.kind != "pronoun"
    )
    return readout.actor_at(span) if fits else None
