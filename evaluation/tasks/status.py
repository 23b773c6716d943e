"""Status: every event of a sentence with the act's own type, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "events": [{"trigger", "type", "status", "actors", "recipients"}]}."""
    rows = list(records)
    articles = (dg.Article.from_text(row["text"], published=row.get("date")) for row in rows)
    for row, readout in zip(rows, dg.extract_all(articles), strict=True):
        yield {"id": row["id"], "events": [e for event in readout.events for e in _told(event)]}


def _told(event: dg.Event) -> Iterator[dict[str, Any]]:
    """Yield the event once for each place that tells it."""
    for trigger in (event.trigger, *event.mentions):
        yield {
            "trigger": list(trigger),
            "type": event.type,
            "status": event.status,
            "actors": [party.text for party in event.actors],
            "recipients": [party.text for party in event.recipients],
        }
