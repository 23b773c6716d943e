"""The coverage report: rows counted per type, labelled words without a frame of their type."""

from __future__ import annotations

from training.events.coverage import Labelled, gaps, rows_per_code


def test_every_type_has_a_line_and_gaps_are_counted_by_type() -> None:
    lines = list(rows_per_code())
    assert any(line.startswith("ASSAULT") and "drone" in line for line in lines)
    events = (
        {"type": "ASSAULT", "words": "bombed"},
        {"type": "ASSAULT", "words": "zapped"},
        {"type": "CONSULT", "words": "zapped"},
    )
    found = gaps([Labelled("", "", events)] * 2)
    assert found == {("ASSAULT", "zapped"): 2, ("CONSULT", "zapped"): 2}
