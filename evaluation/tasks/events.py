"""Events: who did what to whom, under both of PLOVER's projections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg
from dragoman.extraction.events import coded_by_plover

_PRONOUNS = frozenset(("he", "him", "his", "she", "her", "it", "its", "they", "them", "their"))


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
        "text": "; ".join(_surface(party) for party in parties),
        "span": list(first.span),
        "code": codes.get(first.actor_id or "", ""),
    }


def _surface(party: dg.Party) -> str:
    """Return the party's words; a pronoun's are those of what it stands for."""
    return (party.name or party.text) if party.text.lower() in _PRONOUNS else party.text
