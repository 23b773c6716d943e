"""Spans that overlap: what a prediction is paired with, and what is neither right nor wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Row = dict[str, Any]


def overlap(one: Row, other: Row) -> bool:
    """Whether two rows with ``start`` and ``end`` share a character."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def counted(gold: Sequence[Row], predicted: Iterable[Row], neutral: Iterable[Any]) -> list[Row]:
    """Return the predictions that count: those on a label, and those on nothing neutral."""
    loose = [{"start": start, "end": end} for start, end in neutral]
    return [
        p
        for p in predicted
        if any(overlap(p, g) for g in gold) or not any(overlap(p, n) for n in loose)
    ]


def found(gold: Row, predicted: Iterable[Row], same: Callable[[Row, Row], bool]) -> bool:
    """Whether a label is met by an overlapping prediction that says the same."""
    return any(overlap(gold, p) and same(gold, p) for p in predicted)


def prf(hit: int, given: int, wanted: int) -> dict[str, float]:
    """Return precision, recall and F1; a label met by two predictions counts once."""
    precision, recall = hit / given if given else 0.0, hit / wanted if wanted else 0.0
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {"P": round(precision, 4), "R": round(recall, 4), "F1": round(f1, 4)}
