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


# Below this share of the given mention, what was found is another, smaller phrase.
_WHOLE = 0.4


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
    """Return the actor at the span, unless only a part of the given mention was found there."""
    found = readout.actor_at(span)
    if found is None:
        return None
    theirs = [m for m in readout.mentions if m.actor_id == found.id and m.span.overlaps(span)]
    shared = max(min(m.span.end, span.end) - max(m.span.start, span.start) for m in theirs)
    return found if shared >= span.length * _WHOLE else None
