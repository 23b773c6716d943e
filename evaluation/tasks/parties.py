"""Our own phrases and short sentences: for which states and in which sector a party acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from evaluation.tasks import actors

Row = dict[str, Any]


def predict(records: Iterable[Row]) -> Iterator[Row]:
    """Yield one answer a record, as for the task *actors*."""
    return actors.predict(records)


def score(gold: Sequence[Row], predicted: Iterable[Row]) -> Row:
    """Return accuracies; `countries_also` and `sector_also` are answers that are right too."""
    answers = {row["id"]: row for row in predicted}
    states = [_states(row, answers.get(row["id"], {})) for row in gold]
    sectors = [_sector(row, answers.get(row["id"], {})) for row in gold]
    return {
        "countries": {"acc": _share(states)},
        "sector": {"acc": _share(sectors)},
        "both": {"acc": _share([a and b for a, b in zip(states, sectors, strict=True)])},
    }


def _states(row: Row, answer: Row) -> bool:
    right = [row["countries"], *row.get("countries_also", ())]
    return set(answer.get("countries", ["?"])) in [set(codes) for codes in right]


def _sector(row: Row, answer: Row) -> bool:
    return answer.get("sector") in [row["sector"], *row.get("sector_also", ())]


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 4) if right else 0.0
