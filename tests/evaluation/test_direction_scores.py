"""The scorer of directions: sides right, missing events wrong, turned ones counted."""

from __future__ import annotations

from typing import Any

from evaluation.sets import gold_sets
from evaluation.tasks.direction import score


def _event(actors: list[list[int]], recipients: list[list[int]]) -> dict[str, Any]:
    return {"trigger": [5, 9], "actors": actors, "recipients": recipients}


GOLD: list[dict[str, Any]] = [
    {"id": "a", "events": [_event([[0, 4]], [[10, 14]])]},
    {"id": "b", "events": [_event([[0, 4]], [])]},
    {"id": "c", "events": [_event([[0, 4]], [[10, 14]])]},
    {"id": "d", "events": [_event([[0, 4]], [[10, 14]])]},
]


def test_sides_are_right_missing_or_turned() -> None:
    right, turned = _event([[0, 4]], [[8, 14]]), _event([[10, 14]], [[0, 4]])
    report = score(
        GOLD,
        [
            {"id": "a", "events": [right]},
            {"id": "b", "events": [right]},
            {"id": "c", "events": [turned]},
        ],
    )
    assert report["found"]["acc"] == 0.75
    assert report["actors"]["acc"] == 0.5
    assert report["both"]["acc"] == 0.25
    assert report["reversed"]["share"] == 0.3333


def test_both_halves_are_sets_of_their_own() -> None:
    named = {gold.name: gold.task for gold in gold_sets(None)}
    assert named["own_direction_tuning"] == named["own_direction_aside"] == "direction"
