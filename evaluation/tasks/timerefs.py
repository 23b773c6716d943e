"""Times of whole articles: every expression with its value, as of the article's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dragoman as dg
from evaluation.overlaps import counted, found, prf
from evaluation.readouts import whole_articles

Row = dict[str, Any]


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "times": [{"start", "end", "type", "value"}]} for each article."""
    for row, readout in whole_articles(records):
        yield {"id": row["id"], "times": [_time(time) for time in readout.times]}


def _time(time: dg.TimeRef) -> Row:
    start, end = time.span
    return {"start": start, "end": end, "type": time.type, "value": time.value}


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> Row:
    """Return ``value``: precision, recall and F1 of overlapping spans with the same value.

    A reference without a calendar value ("now") that no label meets is not counted.
    """
    answers = {row["id"]: row["times"] for row in predicted}
    hit = given = wanted = 0
    for row in gold:
        times = answers.get(row["id"], [])
        hit += sum(found(g, times, lambda g, p: g["value"] == p["value"]) for g in row["times"])
        loose = [t for t in times if (t["value"] or "").endswith("_REF")]
        aside = [*row["neutral"], *((t["start"], t["end"]) for t in loose)]
        given += len(counted(row["times"], times, aside))
        wanted += len(row["times"])
    return {"value": prf(hit, given, wanted)}
