"""Events: who did what to whom, under both of PLOVER's projections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg
from dragoman.extraction.events import coded_by_plover


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "events": [{"source", "target", "code", "mode"}]} for each text."""
    rows = list(records)
    articles = (dg.Article.from_text(row["text"], published=row.get("date")) for row in rows)
    for row, readout in zip(rows, dg.extract_all(articles), strict=True):
        codes = {actor.id: actor.code for actor in readout.actors}
        coded = coded_by_plover(readout.events)
        yield {"id": row["id"], "events": [_event(e, codes) for e in coded]}


def _event(event: dg.Event, codes: dict[str, str]) -> dict[str, Any]:
    source = _party(event.actors, codes)
    return {
        "source": source,
        "target": source if event.reciprocal else _party(event.recipients, codes),
        "code": event.type,
        "mode": event.modes[0].lower() if event.modes else None,
    }


def _party(parties: tuple[dg.Party, ...], codes: dict[str, str]) -> dict[str, Any] | None:
    if not parties:
        return None
    first = parties[0]
    return {
        "text": "; ".join(party.text for party in parties),
        "span": list(first.span),
        "code": codes.get(first.actor_id or "", ""),
    }
