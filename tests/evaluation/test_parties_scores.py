"""The scorer of our own parties: other right answers count, a missing one does not."""

from __future__ import annotations

from typing import Any

from evaluation.sets import gold_sets
from evaluation.tasks.parties import score

GOLD: list[dict[str, Any]] = [
    {"id": "a", "countries": ["PER"], "sector": "COP"},
    {
        "id": "b",
        "countries": [],
        "sector": "IGO",
        "countries_also": [["MLI"]],
        "sector_also": ["MIL"],
    },
    {"id": "c", "countries": ["GHA"], "sector": "PTY"},
]


def test_each_answer_is_right_wrong_or_missing() -> None:
    answers = [
        {"id": "a", "countries": ["PER"], "sector": "MIL"},
        {"id": "b", "countries": ["MLI"], "sector": "MIL"},
    ]
    report = score(GOLD, answers)
    assert report["countries"]["acc"] == 0.6667
    assert report["sector"]["acc"] == 0.3333
    assert report["both"]["acc"] == 0.3333


def test_both_halves_are_sets_of_their_own() -> None:
    named = {gold.name: gold.task for gold in gold_sets(None)}
    assert named["own_parties_aside"] == named["own_parties_tuning"] == "parties"
    assert named["own_quotes"] == "quotes"
