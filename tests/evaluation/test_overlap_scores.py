"""The scorers of uses and of times in whole articles: overlaps, neutral spans, references."""

from __future__ import annotations

from evaluation.tasks import timerefs, uses

PLACE = {"start": 10, "end": 15, "use": "literal", "country": "KEN"}
GOLD = [
    {
        "id": "a",
        "places": [PLACE, {**PLACE, "start": 30, "end": 35, "use": "metonym"}],
        "neutral": [[50, 55]],
    }
]


def predicted(*places: dict[str, object]) -> list[dict[str, object]]:
    return [{"id": "a", "places": list(places)}]


def test_a_literal_place_needs_its_span_and_its_country() -> None:
    met = uses.score(GOLD, predicted({**PLACE, "start": 12}))
    assert met["literal"] == {"P": 1.0, "R": 1.0, "F1": 1.0}
    wrong = uses.score(GOLD, predicted({**PLACE, "country": "TZA"}))
    assert wrong["literal"]["F1"] == 0.0
    assert uses.score(GOLD, [])["literal"]["R"] == 0.0


def test_a_neutral_place_does_not_count_and_a_metonym_taken_for_a_place_does() -> None:
    neutral = {**PLACE, "start": 50, "end": 55}
    assert uses.score(GOLD, predicted(PLACE, neutral))["literal"]["P"] == 1.0
    mistaken = uses.score(GOLD, predicted(PLACE, {**PLACE, "start": 30, "end": 35}))
    assert (mistaken["literal"]["P"], mistaken["use"]["acc"]) == (0.5, 0.5)


def test_a_time_needs_its_value_and_a_loose_reference_does_not_count() -> None:
    gold = [
        {
            "id": "a",
            "times": [{"start": 0, "end": 6, "type": "DATE", "value": "2023-11-01"}],
            "neutral": [],
        }
    ]
    now = {"start": 9, "end": 12, "type": "DATE", "value": "PRESENT_REF"}
    right = {"start": 0, "end": 6, "type": "DATE", "value": "2023-11-01"}
    assert timerefs.score(gold, [{"id": "a", "times": [right, now]}])["value"]["F1"] == 1.0
    wrong = {**right, "value": "2023-11-08"}
    assert timerefs.score(gold, [{"id": "a", "times": [wrong]}])["value"]["F1"] == 0.0
