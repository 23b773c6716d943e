"""How places are meant: every toponym with its use and country, as of the article's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dragoman as dg
from evaluation.overlaps import counted, found, overlap, prf
from evaluation.readouts import whole_articles

Row = dict[str, Any]


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "places": [{"start", "end", "use", "country"}]} for each article."""
    for row, readout in whole_articles(records):
        yield {"id": row["id"], "places": [_place(place) for place in readout.places]}


def _place(place: dg.Place) -> Row:
    start, end = place.span
    return {"start": start, "end": end, "use": place.use, "country": place.country}


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> Row:
    """Return ``literal`` (span and country of what is meant as a place) and ``use`` accuracy.

    Names in titles and bodies, on which careful readers differ, are `neutral`: not counted.
    """
    answers = {row["id"]: row["places"] for row in predicted}
    hit = given = wanted = paired = right = 0
    for row in gold:
        places = answers.get(row["id"], [])
        literal = [p for p in row["places"] if p["use"] == "literal"]
        said = [p for p in places if p["use"] == "literal"]
        hit += sum(found(g, said, lambda g, p: g["country"] == p["country"]) for g in literal)
        given += len(counted(literal, said, row["neutral"]))
        wanted += len(literal)
        pairs = [(g, p) for g in row["places"] for p in places if overlap(g, p)]
        paired += len(pairs)
        right += sum(g["use"] == p["use"] for g, p in pairs)
    return {
        "literal": prf(hit, given, wanted),
        "use": {"acc": round(right / paired, 4) if paired else 0.0, "n": paired},
    }
