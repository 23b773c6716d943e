"""Who is quoted: every quotation's pieces with its resolved speakers and their confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dragoman as dg
from evaluation.innermost import innermost
from evaluation.readouts import whole_articles
from evaluation.referents import all_met, is_neutral, pair_quotations

Row = dict[str, Any]


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "quotes": [{"content_spans", "speakers"}]} for each article."""
    for row, readout in whole_articles(records):
        yield predicted_row(row["id"], readout)


def predicted_row(name: str, readout: dg.Readout) -> Row:
    """Return the quotations of a readout in the shape of this task."""
    return {"id": name, "quotes": [_quotation(q) for q in innermost(readout.quotations)]}


def _quotation(quotation: dg.Quotation) -> Row:
    return {
        "content_spans": [list(s) for s in quotation.content],
        "type": quotation.kind,
        "speakers": [
            {
                "name": s.name,
                "words": [] if s.name else [s.text],
                "span": list(s.span) if s.span else None,
                "kind": s.kind,
                "basis": s.basis,
                "confidence": s.confidence,
            }
            for s in quotation.speakers
        ],
    }


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> dict[str, Any]:
    """Return the accuracy of speakers where the content is found, and both together as F1."""
    answers = {row["id"]: row for row in predicted}
    wanted = given = paired = right = 0
    for row in gold:
        answer = answers.get(row["id"]) or {"quotes": []}
        pairs = pair_quotations(row, answer)
        hit = [id(p) for _, p in pairs]
        wanted += len(row["quotes"])
        given += len(hit) + sum(
            id(q) not in hit and not is_neutral(row, q) for q in answer["quotes"]
        )
        paired += len(pairs)
        right += sum(all_met(g["speakers"], p["speakers"], row["text"]) for g, p in pairs)
    return {
        "speaker_acc": round(right / paired, 4) if paired else 0.0,
        "end_to_end": {"F1": round(2 * right / (wanted + given), 4) if wanted + given else 0.0},
        "found": {"F1": round(2 * paired / (wanted + given), 4) if wanted + given else 0.0},
        "counts": {"gold": wanted, "predicted": given, "paired": paired, "right": right},
    }
