"""The safety net's figure counts what it says: lost, harmed, refused, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

import dragoman as dg
from evaluation.__main__ import main
from evaluation.evidence import faults
from evaluation.lost import tally, tally_all


def _write(path: Path, *rows: Mapping[str, object]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_what_becomes_of_documents(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"id": "good", "text": "Anna Holm said the road would open in May.", "dct": "7:58 AM ET"},
        {
            "id": "german",
            "text": "Die Ministerin sagte, dass die Straße im Mai geöffnet wird. " * 5,
        },
        {"id": "empty page", "page_text": "\n"},
        {"id": "no text at all"},
        {"id": "lost", "text": 7},
    ]
    counts = tally("some", rows, tmp_path)
    assert (counts.documents, counts.refused, counts.not_english) == (5, 1, 1)
    assert [line.partition(":")[0] for line in counts.lost] == ["lost"]
    assert counts.harmed == []


def test_a_failed_stage_is_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.extraction.pipeline.find_times", lambda _: 1 / 0)
    counts = tally("some", [{"id": "x", "text": "Holm left on Monday."}], tmp_path)
    assert len(counts.harmed) == 1
    assert "division by zero" in counts.harmed[0]


def test_a_limit_takes_texts_from_the_whole_file(tmp_path: Path) -> None:
    _write(tmp_path / "a.jsonl", *({"id": str(n), "text": f"Number {n}."} for n in range(7)))
    _write(tmp_path / "b.jsonl", {"id": "b", "text": "Other."})
    (counts,) = tally_all(tmp_path, ("a",), 3)
    assert counts.documents == 3
    assert [c.documents for c in tally_all(tmp_path, (), None)] == [7, 1]


def test_the_command_fails_when_something_is_lost(tmp_path: Path) -> None:
    _write(tmp_path / "a.jsonl", {"id": "1", "text": "Fine."})
    good = CliRunner().invoke(main, ["lost", "--gold", str(tmp_path)])
    assert (good.exit_code, "1 texts, 0 lost, 0 harmed" in good.stdout) == (0, True)
    _write(tmp_path / "b.jsonl", {"id": "2", "text": ["no text"]})
    bad = CliRunner().invoke(main, ["lost", "--gold", str(tmp_path)])
    assert bad.exit_code == 1
    assert "2: " in bad.stderr


def test_every_kind_of_fault_is_found(readout: dg.Readout) -> None:
    assert list(faults(readout)) == []
    quotation = readout.quotations[0]
    beyond = dg.Span(10**6, 10**6 + 1)
    for wrong in (
        {"content": (beyond,)},
        {"evidence": ()},
        {"text": "other words"},
        {"content": quotation.content * 2},
        {"nested_in": "qnobody"},
        {"elisions": (dg.Span(0, 1),)},
        {"id": readout.mentions[0].id},
    ):
        changed = quotation.model_copy(update=wrong)
        broken = readout.model_copy(update={"quotations": (changed, *readout.quotations[1:])})
        assert list(faults(broken)), wrong
