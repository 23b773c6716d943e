"""Labels apart from their text: joined only with the very text that was labelled."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.door import gold_rows, read_rows
from evaluation.sets import STANDOFF, gold_sets
from evaluation.standoff import StandoffError, is_standoff, joined

TEXT = "Ilie Rotaru left. He said no."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "c.jsonl").write_text(
        json.dumps({"id": "a", "text": TEXT, "title": "Rotaru", "date": "2020-01-01"}) + "\n"
    )
    return tmp_path


def row(text: str = TEXT, name: str = "a") -> dict[str, Any]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {"id": name, "corpus": "c.jsonl", "sha256": digest, "pronouns": []}


def test_labels_get_the_text_and_date_of_their_document(corpus: Path) -> None:
    (found,) = joined([row()], corpus)
    assert (found["text"], found["date"], found["pronouns"]) == (TEXT, "2020-01-01", [])
    assert not is_standoff(found)


def test_a_row_with_its_text_needs_no_folder() -> None:
    assert list(joined([{"id": "b", "text": "x"}], None)) == [{"id": "b", "text": "x"}]


@pytest.mark.parametrize(
    ("labels", "folder", "says"),
    [
        (row(), None, "DRAGOMAN_GOLD"),
        (row(text="Another text."), "corpus", "not the one that was labelled"),
        (row(name="z"), "corpus", "holds no document 'z'"),
        ({**row(), "corpus": "d.jsonl"}, "corpus", "d.jsonl"),
    ],
)
def test_what_cannot_be_joined_says_why(
    corpus: Path, labels: dict[str, Any], folder: str | None, says: str
) -> None:
    with pytest.raises(StandoffError, match=says):
        list(joined([labels], corpus if folder else None))


def test_the_sets_are_skipped_without_the_gold_folder() -> None:
    assert not any(g.path.parent == STANDOFF for g in gold_sets(None))


@pytest.mark.parametrize("path", sorted(STANDOFF.glob("speakers_*.jsonl")), ids=lambda p: p.stem)
def test_labels_hold_offsets_and_names_but_no_text(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert "text" not in record
        spans = [s for q in record["quotes"] for s in q["content_spans"]]
        spans += [p["span"] for p in record["pronouns"]]
        assert spans
        assert all(0 <= start < end for start, end in spans)


def test_tuning_and_aside_share_no_document() -> None:
    tuning, aside = (
        {row["id"] for row in read_rows(STANDOFF / f"speakers_{part}.jsonl")}
        for part in ("tuning", "aside")
    )
    assert not tuning & aside


def test_rows_are_read_through_the_door(corpus: Path) -> None:
    labels = corpus / "labels.jsonl"
    labels.write_text(json.dumps(row()) + "\n")
    assert gold_rows(labels, corpus)[0]["text"] == TEXT
