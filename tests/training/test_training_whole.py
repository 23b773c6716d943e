"""Whole articles: an act is one record, its words stand where the coder says, no text is kept."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from training.events.notation import NotationError
from training.events.whole import keep, rows_of, sheet
from training.events.whole_notation import split_sentences

TEXT = (
    "Friday, May 3, 2019 \n\nZenda's police arrested two miners on Thursday. Gen. Rupert said they"
    " had marched.\n\nThe arrest angered Strelsau. It demanded their release; police arrested more."
)
DOCUMENT = {"id": "wikinews-2019-0001", "date": "2019-05-03", "title": "Miners held", "text": TEXT}
ARREST = (
    "2: COERCE.arrest actual | arrested | a: Zenda's police=Zenda police | r: two miners"
    " | d: 2019-05-02 | p: Zenda | by: - | also: 4 arrest; 5 arrested"
)


def _rows(*lines: str) -> list[dict[str, Any]]:
    return rows_of(["@ wikinews-2019-0001", *lines], {DOCUMENT["id"]: DOCUMENT})


def test_a_sheet_numbers_the_sentences() -> None:
    assert sheet(DOCUMENT).splitlines() == [
        "@ wikinews-2019-0001 | 2019-05-03 | Miners held",
        "1: Friday, May 3, 2019",
        "2: Zenda's police arrested two miners on Thursday.",
        "3: Gen. Rupert said they had marched.",
        "4: The arrest angered Strelsau.",
        "5: It demanded their release; police arrested more.",
    ]


def test_sentences_leave_nothing_but_space_between_them() -> None:
    spans = split_sentences(TEXT)
    between = [TEXT[a:b] for (_, a), (b, _) in pairwise(spans)]
    assert not "".join(between).strip()


def test_an_act_is_one_record_with_its_other_mentions() -> None:
    [row] = _rows(ARREST)
    [event] = row["events"]
    assert "text" not in row
    assert TEXT[slice(*event["trigger"])] == "arrested"
    assert [TEXT[slice(*s)] for s in event["also"]] == ["arrest", "arrested"]
    assert [a["name"] for a in event["actors"]] == ["Zenda police"]
    assert [TEXT[slice(*r["span"])] for r in event["recipients"]] == ["two miners"]
    assert "name" not in event["recipients"][0]
    assert (event["date"], event["place"], event["claimed_by"]) == ("2019-05-02", "Zenda", None)


def test_a_party_may_stand_in_another_sentence() -> None:
    [row] = _rows("5: REQUEST.yield actual | demanded | a: [4] Strelsau | r: police=Zenda police")
    [event] = row["events"]
    assert TEXT[slice(*event["actors"][0]["span"])] == "Strelsau"


def test_words_on_which_readers_may_differ_are_neutral() -> None:
    [row] = _rows(ARREST, "4: neutral | angered")
    assert [TEXT[slice(*s)] for s in row["neutral"]["events"]] == ["angered"]


def test_an_article_without_events_says_so() -> None:
    assert _rows("-")[0]["events"] == []
    with pytest.raises(NotationError, match="or - for none"):
        _rows()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2: ARREST actual | arrested", "no such type"),
        ("2: COERCE actual | released", "has no 'released'"),
        ("9: COERCE actual | arrested", "no sentence 9"),
        ("2: COERCE actual | arrested | d: Thursday", "no such date"),
        ("2: COERCE actual | arrested | when: 2019", "begins with none of"),
        ("2: COERCE actual | arrested | also: arrest", "sentence's number and words"),
        ("2: COERCE actual", "not NUMBER"),
    ],
)
def test_a_wrong_line_says_what_is_wrong(line: str, says: str) -> None:
    with pytest.raises(NotationError, match=says):
        _rows(line, ARREST)


def test_rows_go_to_the_file_of_their_part_sorted_and_once(tmp_path: Path) -> None:
    splits = {"whole_tuning": ["a", "b"], "whole_aside": ["c"]}
    for name in ("b", "c", "a", "b"):
        keep([{"id": name, "events": []}], splits, tmp_path)
    kept = [
        json.loads(r)["id"] for r in (tmp_path / "events_tuning.jsonl").read_text().splitlines()
    ]
    assert kept == ["a", "b"]
    assert len((tmp_path / "events_aside.jsonl").read_text().splitlines()) == 1
    with pytest.raises(NotationError, match="neither part: d"):
        keep([{"id": "d"}], splits, tmp_path)
