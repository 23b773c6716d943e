"""Settling labels: what differs is listed as coders write it, and only what was settled is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.events import agreement, settle
from training.events.agreement import Row
from training.events.notation import NotationError, read_labels
from training.events.worksheets import Sentence, keep, kept_row

SEIZED = "Police seized the paper after the paper accused police of theft."
LINES = (
    "1: COERCE.seize actual | seized | a: Police | r: the paper",
    "1: ACCUSE.allege actual | accused | a: the paper#2 | r: police",
)


def _sentence(number: int) -> Sentence:
    return Sentence({"n": number}, SEIZED, 6, "2021-05-01", "", f"Zenda {SEIZED}")


def _row(*lines: str) -> Row:
    return kept_row(_sentence(1), read_labels(lines, {1: SEIZED})[1], "a")


def test_a_row_is_written_as_it_was_read() -> None:
    assert settle.lines_of(_row(*LINES), _sentence(1)) == list(LINES)
    assert settle.lines_of(_row("1: - crime"), _sentence(1)) == ["1: - crime"]


def test_rows_differ_in_acts_or_only_in_details() -> None:
    bare = _row("1: COERCE actual | seized | a: Police", LINES[1])
    assert not settle.differ(_row(*LINES), _row(*LINES))
    assert settle.differ(_row(*LINES), bare)
    assert not settle.differ(_row(*LINES), bare, settle.ACT)
    assert settle.differ(_row(*LINES), _row(LINES[0]), settle.ACT)
    alleged = _row(LINES[0].replace("actual", "alleged"), LINES[1])
    assert settle.differ(_row(*LINES), alleged, settle.ACT)


def test_a_sentence_in_dispute_has_a_row_only_once_settled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement, "DATA", tmp_path)
    sentences = {n: _sentence(n) for n in (1, 2, 3)}
    seized = "COERCE.seize actual | seized | a: Police"
    a = [f"1: {seized}", f"2: {seized}", f"3: {seized}"]
    b = ["1: -", "2: COERCE actual | seized", "3: -"]
    for coder, lines in (("a", a), ("b", b)):
        keep(sentences, lines, coder, tmp_path / f"written_{coder}")
    assert [row["n"] for row, _ in settle.open_pairs("written")] == [1, 2, 3]
    assert sorted(settle.settled("written")) == [2]

    path = settle.keep_settled(sentences, ["3: - crime"], tmp_path / "written_settled")
    (kept,) = map(json.loads, path.read_text().splitlines())
    assert (kept["n"], kept["coder"], kept["events"]) == (3, "settled", [])
    found = settle.settled("written")
    assert found[2]["coder"] == "a"
    assert found[3]["coder"] == "settled"
    assert [row["n"] for row, _ in settle.open_pairs("written")] == [1, 2]
    shown = list(settle.sheet(sentences, settle.open_pairs("written")))
    assert shown[:3] == [
        f"\n# 1 | 2021-05-01 |  | {SEIZED}",
        f"a 1: {seized}",
        "b 1: -",
    ]


def test_settled_lines_are_checked(tmp_path: Path) -> None:
    with pytest.raises(NotationError, match="no such type"):
        settle.keep_settled({1: _sentence(1)}, ["1: WAR actual | seized"], tmp_path)
