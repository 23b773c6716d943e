"""The door's own scorer: right answers score 1, wrong ones less, and floors bite."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation.door import read_rows
from evaluation.measure import Measured, check_floors
from evaluation.scoring import FIGURES, score_own
from evaluation.sets import GoldSet, figure, gold_sets

OWN = gold_sets(None)


@pytest.mark.parametrize("gold", OWN, ids=lambda g: str(g.name))
def test_gold_against_itself_is_perfect_and_nothing_is_not(gold: GoldSet) -> None:
    rows = read_rows(gold.path)
    answers: list[dict[str, Any]] = rows
    if gold.task == "status":
        answers = [{"id": r["id"], "events": [r]} for r in rows]
    report = score_own(gold.task, rows, answers)
    assert all(figure(report, path) == 1.0 for path in FIGURES[gold.task])
    empty = score_own(gold.task, rows, [])
    assert all(figure(empty, path) < 1.0 for path in FIGURES[gold.task])


def test_every_task_has_a_set_of_its_own() -> None:
    assert {g.task for g in OWN} == set(FIGURES)


@pytest.mark.parametrize("gold", OWN, ids=lambda g: str(g.name))
def test_gold_spans_hold_the_words_they_name(gold: GoldSet) -> None:
    for row in read_rows(gold.path):
        for item in [*row.get("chain", ()), *row.get("toponyms", ())]:
            span = item.get("span") or ([item["start"], item["end"]] if "start" in item else None)
            if span:
                assert row["text"][slice(*span)] == item["name"]


def test_figures_are_found_by_dotted_path() -> None:
    report = {"a.b": {"F1": 0.5}, "c": [1, 2, 3], "d": {"e": 4}}
    assert figure(report, "a.b.F1") == 0.5
    assert figure(report, "c.2") == 3
    assert figure(report, "d.e") == 4
    with pytest.raises(KeyError):
        figure(report, "d.x")


def test_a_dropped_figure_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("{}\n")
    gold = GoldSet("s", "times", path, None, (), {"x.F1": None})
    floors = {"model": {"s": {"digest": gold.digest, "figures": {"x.F1": 0.5}}}}
    monkeypatch.setattr("evaluation.measure.read_floors", lambda: floors)
    monkeypatch.setattr("evaluation.measure.model_label", lambda: "model")
    assert check_floors([Measured(gold, {"x.F1": 0.6})]) == []
    assert "under its floor" in check_floors([Measured(gold, {"x.F1": 0.4})])[0]
    path.write_text("{} \n")
    assert "has changed" in check_floors([Measured(gold, {"x.F1": 0.6})])[0]
