"""Third-person pronouns: whom each stands for, or nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dragoman as dg
from evaluation.readouts import whole_articles
from evaluation.referents import all_met

Row = dict[str, Any]

# A pronoun that is resolved with less confidence counts as left open, as in a readout's speakers.
THRESHOLD = 0.5


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield {"id", "pronouns": [{"span", "means"}]}: the parties of each resolved pronoun."""
    for row, readout in whole_articles(records):
        yield {"id": row["id"], "pronouns": _pronouns(readout)}


def _pronouns(readout: dg.Readout) -> list[Row]:
    names = {actor.id: actor.name for actor in readout.actors}
    words: dict[str, set[str]] = {}
    found: dict[dg.Span, list[Row]] = {}
    for mention in readout.mentions:
        if mention.kind != "pronoun":
            words.setdefault(mention.actor_id, set()).add(mention.text)
    for mention in readout.mentions:
        if mention.kind == "pronoun":
            party = {
                "name": names[mention.actor_id],
                "words": sorted(words.get(mention.actor_id, ())),
                "confidence": mention.confidence,
            }
            found.setdefault(mention.span, []).append(party)
    return [{"span": list(span), "means": means} for span, means in sorted(found.items())]


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> dict[str, Any]:
    """Return how pronouns with a named antecedent fare, and how often an answer is right.

    `named.acc`: of the pronouns that stand for somebody with a name, those resolved rightly;
    `named.abstained`: those left open; `precision`: of all resolved pronouns, those that are
    right; `F1` of the two; `outside_marks.acc`: as `named.acc`, without speech in marks.
    """
    answers = {row["id"]: row for row in predicted}
    count: Counter[str] = Counter()
    for row in gold:
        given = {
            tuple(p["span"]): p["means"]
            for p in answers.get(row["id"], {"pronouns": ()})["pronouns"]
        }
        for pronoun in row["pronouns"]:
            means = [
                m for m in given.get(tuple(pronoun["span"]), ()) if m["confidence"] >= THRESHOLD
            ]
            right = bool(means) and all_met(pronoun["means"], means, row["text"])
            count["resolved"] += bool(means)
            count["right"] += right
            if any(label.get("names") for label in pronoun["means"]):
                count["named"] += 1
                count["named_right"] += right
                count["named_open"] += not means
            elif not pronoun["means"]:
                count["nobody"] += 1
                count["nobody_open"] += not means
    accuracy = _share(count["named_right"], count["named"])
    precision = _share(count["right"], count["resolved"])
    total = accuracy + precision
    return {
        "named": {"acc": accuracy, "abstained": _share(count["named_open"], count["named"])},
        "precision": precision,
        "F1": round(2 * accuracy * precision / total, 4) if total else 0.0,
        "nobody": {"left_open": _share(count["nobody_open"], count["nobody"])},
        "counts": dict(count),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
