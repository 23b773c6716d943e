"""Our own sentences of who did it to whom: one marked event each, its actors and recipients."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dragoman as dg

Row = dict[str, Any]


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "events": [{"trigger", "actors", "recipients"}]} with offsets for each text."""
    rows = list(records)
    articles = (dg.Article.from_text(row["text"], published=row["date"]) for row in rows)
    for row, readout in zip(rows, dg.extract_all(articles), strict=True):
        yield {"id": row["id"], "events": [_event(event) for event in readout.events]}


def _event(event: dg.Event) -> Row:
    return {
        "trigger": list(event.trigger),
        "actors": [list(party.span) for party in event.actors],
        "recipients": [list(party.span) for party in event.recipients],
    }


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> Row:
    """Return the shares of events whose actors, recipients and both are right, and of reversed ones.

    A gold row has one event. A side is right if each gold party is met by a party of it and each of
    its parties meets one; an event that is not found is wrong. `reversed` is the share of found
    events with an actor where a recipient belongs and a recipient where an actor does.
    """
    answers = {row["id"]: row.get("events") or () for row in predicted}
    wanted = [row["events"][0] for row in gold]
    met = [_at(event["trigger"], answers.get(row["id"], ())) for row, event in _with(gold, wanted)]
    actors = [_same(gold, event, "actors") for gold, event in _with(wanted, met)]
    recipients = [_same(gold, event, "recipients") for gold, event in _with(wanted, met)]
    turned = [_reversed(gold, event) for gold, event in _with(wanted, met) if event is not None]
    return {
        "found": {"acc": _share([event is not None for event in met])},
        "actors": {"acc": _share(actors)},
        "recipients": {"acc": _share(recipients)},
        "both": {"acc": _share([a and r for a, r in _with(actors, recipients)])},
        "reversed": {"share": _share(turned)},
    }


def _with(ones: Sequence[Any], others: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    return zip(ones, others, strict=True)


def _at(trigger: list[int], events: Iterable[Row]) -> Row | None:
    """Return the event whose trigger overlaps the marked one."""
    return next((event for event in events if _overlap(event["trigger"], trigger)), None)


def _same(gold: Row, event: Row | None, side: str) -> bool:
    if event is None:
        return False
    wanted, given = gold[side], event[side]
    return all(_meets(span, given) for span in wanted) and all(
        _meets(span, wanted) for span in given
    )


def _reversed(gold: Row, event: Row) -> bool:
    return any(_meets(span, event["recipients"]) for span in gold["actors"]) and any(
        _meets(span, event["actors"]) for span in gold["recipients"]
    )


def _meets(span: list[int], others: Iterable[list[int]]) -> bool:
    return any(_overlap(span, other) for other in others)


def _overlap(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 4) if right else 0.0
