"""The scorer of positions: found by holder and words, parts right or wrong, nothing met twice."""

from __future__ import annotations

from typing import Any

from evaluation.sets import gold_sets
from evaluation.tasks.positions import score


def _position(**changes: Any) -> dict[str, Any]:
    position = {
        "holders": [[0, 4]],
        "stance": [5, 9],
        "issue": [10, 14],
        "towards": [],
        "since": None,
    }
    return position | changes


GOLD: list[dict[str, Any]] = [
    {"id": "a", "positions": [_position(since="2014")]},
    {"id": "b", "positions": [_position(holders_also=[[20, 24]])]},
    {"id": "c", "positions": []},
    {"id": "d", "positions": [_position()]},
]


def test_a_position_is_found_by_its_holder_and_its_words() -> None:
    report = score(
        GOLD,
        [
            {"id": "a", "positions": [_position(since="2014"), _position()]},
            {"id": "b", "positions": [_position(holders=[[20, 22]], issue=[15, 19])]},
            {"id": "c", "positions": [_position()]},
            {"id": "d", "positions": [_position(holders=[[30, 34]])]},
        ],
    )
    assert report["found"] == {"P": 0.4, "R": 0.6667, "F1": 0.5}
    assert report["holders"]["acc"] == 0.6667
    assert report["issue"]["acc"] == 0.3333
    assert report["since"]["acc"] == 0.6667


def test_a_holder_too_many_is_not_right() -> None:
    report = score(GOLD[3:], [{"id": "d", "positions": [_position(holders=[[0, 4], [30, 34]])]}])
    assert report["found"]["F1"] == 1
    assert report["holders"]["acc"] == 0


def test_both_halves_are_sets_of_their_own() -> None:
    named = {gold.name: gold.task for gold in gold_sets(None)}
    assert named["own_positions_tuning"] == named["own_positions_aside"] == "positions"
