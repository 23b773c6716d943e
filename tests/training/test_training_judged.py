"""Verdicts on predicted events are read strictly and summed up."""

from __future__ import annotations

import pytest

from training.events.judged import shares, verdicts


def test_a_verdict_answers_four_questions() -> None:
    read = verdicts(["3: type y parties n reversed n status y | a pronoun", ""])
    assert read == {3: {"type": True, "parties": False, "reversed": False, "status": True}}


@pytest.mark.parametrize("line", ["3: type y", "type y parties y reversed n status y", "3: ok"])
def test_what_is_no_verdict_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="no verdict"):
        verdicts([line])


def test_shares_count_what_is_right() -> None:
    right = {"type": True, "parties": True, "reversed": False, "status": True}
    rows = [
        {"id": "d", "confidence": 0.9, "verdict": right},
        {"id": "d", "confidence": 0.3, "verdict": {**right, "parties": False, "reversed": True}},
        {"id": "d", "confidence": 0.3, "verdict": {**right, "type": False}},
    ]
    lines = [" ".join(line.split()) for line in shares(rows)]
    assert "type and parties right 0.333 of 3" in lines
    assert "reversed 0.333 of 3" in lines
    assert "type right, confidence from 0.8 1.000 of 1" in lines
    assert "type right, at most 3 an article 0.667 of 3" in lines
    assert "confidence 0.8 to 1.0 1.000 of 1" in lines
