"""Whole articles: quotations, events, times, places and sources of one readout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg
from dragoman.extraction.events import future_cooperation_as_agree
from evaluation.innermost import innermost
from evaluation.readouts import whole_articles


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "quotes", "events", "times", "places", "sources"} for each article."""
    for row, readout in whole_articles(records):
        spelt = _spelt(readout)
        yield {
            "id": row["id"],
            "quotes": [_quote(q, spelt) for q in innermost(readout.quotations)],
            "events": events_of(readout),
            "times": [{"span": list(t.span), "value": t.value} for t in readout.times],
            "places": [_place(p) for p in readout.places if p.use == "literal"],
            "sources": _sources(readout),
        }


def _spelt(readout: dg.Readout) -> dict[str, str]:
    """Return each actor's fullest name as the article spells it: so the gold names parties.

    A readout names them as the codebooks do, one name for all articles.
    """
    found: dict[str, str] = {}
    names = {actor.id: actor.name for actor in readout.actors}
    for mention in readout.mentions:
        if mention.kind in {"name", "metonym"}:
            start = mention.head.start - mention.span.start
            words = mention.text[start : start + mention.head.length]
            found[mention.actor_id] = max(found.get(mention.actor_id, ""), words, key=len)
    return {key: words if " " in words else names[key] for key, words in found.items()}


def _quote(quotation: dg.Quotation, spelt: dict[str, str]) -> dict[str, Any]:
    names = [spelt.get(s.actor_id or "") or s.name or s.text for s in quotation.speakers]
    return {
        "content": [quotation.content[0].start, quotation.content[-1].end],
        "content_spans": [list(s) for s in quotation.content],
        "cue": list(quotation.cue) if quotation.cue else None,
        "speaker": [list(s.span) for s in quotation.speakers if s.span],
        "speaker_name": "; ".join(names) or None,
        "type": quotation.kind,
    }


def events_of(readout: dg.Readout) -> list[dict[str, Any]]:
    """Return the events of a readout in the scorer's shape, future cooperation as AGREE."""
    return [_event(future_cooperation_as_agree(e)) for e in readout.events]


def _event(event: dg.Event) -> dict[str, Any]:
    return {
        "trigger": list(event.trigger),
        "type": event.type,
        "mode": event.modes[0] if event.modes else None,
        "actors": [_party(p) for p in event.actors],
        "recipients": [_party(p) for p in event.recipients],
        "date": event.date,
        "place": event.place,
        "status": event.status,
        "claimed_by": event.claimed_by,
        "also": [list(s) for s in event.mentions],
    }


def _party(party: dg.Party) -> dict[str, Any]:
    return {"span": list(party.span), "name": party.name or party.text}


def _place(place: dg.Place) -> dict[str, Any]:
    return {
        "span": list(place.span),
        "name": place.name,
        "country": place.country,
        "kind": "literal",
    }


def _sources(readout: dg.Readout) -> list[dict[str, Any]]:
    links = {
        (link.name, link.role, link.span)
        for chain in readout.chains
        for link in chain.links
        if link.span
    }
    return [{"name": n, "role": r, "span": list(s)} for n, r, s in sorted(links, key=str) if s]
