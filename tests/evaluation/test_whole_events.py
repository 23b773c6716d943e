"""Events of whole articles: labels become gold of the articles' scorer, and score themselves 1."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from evaluation.door import gold_rows, score
from evaluation.sets import STANDOFF, GoldSet, gold_sets
from evaluation.tasks.whole import gold_row

GOLD = Path(os.environ.get("DRAGOMAN_GOLD", "/nowhere"))
PARTS = ("events_tuning.jsonl", "events_aside.jsonl")
TEXT = "Ruritania's envoy will visit Zenda in May."
SCORER = """
import json, sys
gold, given = ([json.loads(line) for line in open(path)] for path in sys.argv[1:3])
print(json.dumps({"texts": [row["text"] for row in gold], "same": gold[0]["events"] == given[0]["events"]}))
"""


def event(kind: str = "CONSULT", status: str = "planned") -> dict[str, Any]:
    return {
        "trigger": [23, 28],
        "type": kind,
        "mode": "visit" if kind == "CONSULT" else None,
        "status": status,
        "actors": [{"span": [0, 9], "name": "Ruritania"}],
        "recipients": [],
        "date": None,
        "place": None,
        "claimed_by": None,
        "also": [],
    }


def row(*events: dict[str, Any]) -> dict[str, Any]:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    return {"id": "a", "corpus": "texts.jsonl", "sha256": digest, "events": list(events)}


@pytest.mark.parametrize(
    ("kind", "status", "becomes"),
    [
        ("CONSULT", "planned", "AGREE"),
        ("AID", "planned", "AGREE"),
        ("CONSULT", "actual", "CONSULT"),
        ("AID", "hypothetical", "AID"),
        ("RETREAT", "planned", "RETREAT"),
        ("ASSAULT", "planned", "ASSAULT"),
    ],
)
def test_only_future_cooperation_becomes_agree(kind: str, status: str, becomes: str) -> None:
    [shaped] = gold_row({**row(event(kind, status)), "text": TEXT})["events"]
    assert (shaped["type"], shaped["status"]) == (becomes, status)


def test_a_party_without_a_name_is_named_by_its_words() -> None:
    met = {**event(), "recipients": [{"span": [29, 34]}]}
    [shaped] = gold_row({**row(met), "text": TEXT})["events"]
    assert [p["name"] for p in shaped["actors"] + shaped["recipients"]] == ["Ruritania", "Zenda"]


def test_the_scorer_reads_labels_joined_with_their_text(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    (tmp_path / "labels.jsonl").write_text(json.dumps(row(event())) + "\n")
    answer = gold_row({**row(event()), "text": TEXT})
    (tmp_path / "answers.jsonl").write_text(json.dumps(answer) + "\n")
    (tmp_path / "scorer.py").write_text(SCORER)
    gold = GoldSet(
        "own_whole", "whole", tmp_path / "labels.jsonl", tmp_path / "scorer.py", (), {}, tmp_path
    )
    assert score(gold, tmp_path / "answers.jsonl") == {"texts": [TEXT], "same": True}


@pytest.mark.parametrize("part", PARTS)
def test_each_document_has_one_row_without_text(part: str) -> None:
    path = STANDOFF / part
    if not path.is_file():
        pytest.skip("not labelled yet")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = [r["id"] for r in rows]
    assert names == sorted(set(names))
    assert not any("text" in r or "title" in r for r in rows)


@pytest.mark.skipif(not GOLD.is_dir(), reason="needs the gold folder and its scorer")
@pytest.mark.parametrize("name", ["own_whole_tuning", "own_whole_aside"])
def test_a_set_scores_itself_one(name: str, tmp_path: Path) -> None:
    gold = next((s for s in gold_sets(GOLD) if s.name == name), None)
    if gold is None:
        pytest.skip("not labelled yet")
    answers = [gold_row(r) for r in gold_rows(gold.path, GOLD)]
    if not any(r["events"] for r in answers):
        pytest.skip("no event labelled yet")
    out = tmp_path / "answers.jsonl"
    out.write_text("".join(json.dumps(r) + "\n" for r in answers))
    report = score(gold, out)
    assert report["events.found"]["F1"] == report["events.type"]["F1"] == 1.0
    assert report["events.type_actors_recipients"]["F1"] == report["events.status_acc"] == 1.0
