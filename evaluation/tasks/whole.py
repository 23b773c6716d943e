"""Events of whole articles, labelled apart: the events layer of the articles task and its scorer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.extraction.events.project import strict_type
from evaluation.readouts import whole_articles
from evaluation.tasks.articles import events_of

Row = dict[str, Any]
# The scorer reads every layer of a gold article; only events are labelled here.
_UNLABELLED = ("quotes", "times", "places", "sources")


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "events"} for each article."""
    for row, readout in whole_articles(records):
        yield {"id": row["id"], "events": events_of(readout)}


def gold_row(row: Row) -> Row:
    """Return labels joined with their text as a gold article of the scorer.

    Coders write the type of the act itself; there a future act of cooperation is AGREE. A party
    without a name is named by its words.
    """
    empty: Row = {layer: [] for layer in _UNLABELLED}
    events = [_named(_projected(event), row["text"]) for event in row["events"]]
    return {**row, **empty, "events": events}


def _named(event: Row, text: str) -> Row:
    return event | {
        side: [{"name": text[slice(*party["span"])], **party} for party in event[side]]
        for side in ("actors", "recipients")
    }


def _projected(event: Row) -> Row:
    planned = event["status"] == "planned"
    if planned and strict_type(event["type"], "planned") == "AGREE":
        return {**event, "type": "AGREE", "mode": None}
    return event
