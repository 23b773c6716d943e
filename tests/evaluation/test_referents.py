"""Whom words stand for: names, nouns, joint parties; scorers of speakers and pronouns."""

from __future__ import annotations

from typing import Any

import pytest

import dragoman as dg
from evaluation.calibrate import Case, calibration_error
from evaluation.innermost import innermost
from evaluation.names import same_name
from evaluation.referents import all_met, is_neutral, meets, pair_quotations
from evaluation.tasks import pronouns, speakers

TEXT = 'The envoys met. "It is late," Rotaru said. They said no.'
LATE, ENVOYS, THEY = [17, 27], [4, 10], [43, 47]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rotaru", "Ilie Rotaru", True),
        ("Ilie Rotáru", "ilie rotaru", True),
        ("the U.S. Navy", "United States Navy", True),
        ("Iraq", "Parliament of Iraq", False),
        ("Ilie Rotaru", "Ana Rotaru", False),
        ("", "Rotaru", False),
        (None, None, False),
    ],
)
def test_names_that_are_one(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_label_is_met_by_a_name_or_by_its_noun() -> None:
    label = {"names": ["Ilie Rotaru"]}
    assert meets(label, "Rotaru", [], TEXT)
    assert not meets(label, "Sandu", [], TEXT)
    assert meets({"heads": [ENVOYS]}, None, ["two envoys"], TEXT)


def test_joint_parties_must_all_be_there_and_no_others() -> None:
    labels = [{"names": ["Rotaru"]}, {"names": ["Sandu"]}]
    given = [{"name": "Ana Sandu"}, {"name": "Ilie Rotaru"}]
    assert all_met(labels, given, TEXT)
    assert not all_met(labels, given[:1], TEXT)
    assert not all_met(labels[:1], given, TEXT)
    assert all_met([], [], TEXT)


def quotation(span: list[int], name: str | None) -> dict[str, Any]:
    return {"content_spans": [span], "speakers": [{"name": name, "words": []}]}


def test_speakers_are_scored_where_the_content_is_found() -> None:
    label = {"content_spans": [LATE], "speakers": [{"names": ["Rotaru"]}]}
    gold: list[dict[str, Any]] = [{"id": "a", "text": TEXT, "quotes": [label], "neutral": [THEY]}]
    right: list[dict[str, Any]] = [
        {"id": "a", "quotes": [quotation(LATE, "Rotaru"), quotation(THEY, None)]}
    ]
    wrong = [{"id": "a", "quotes": [quotation(LATE, "Sandu")]}]
    assert speakers.score(gold, right)["end_to_end"]["F1"] == 1.0
    assert speakers.score(gold, wrong)["speaker_acc"] == 0.0
    assert speakers.score(gold, wrong)["found"]["F1"] == 1.0
    assert speakers.score(gold, [])["end_to_end"]["F1"] == 0.0
    assert is_neutral(gold[0], right[0]["quotes"][1])
    assert len(pair_quotations(gold[0], right[0])) == 1


def test_pronouns_count_right_open_and_wrong_apart() -> None:
    means = [{"heads": [ENVOYS]}]
    labels = [{"span": THEY, "means": means}, {"span": [18, 20], "means": []}]
    gold = [{"id": "a", "text": TEXT, "pronouns": labels}]
    party = {"name": "envoys of Chile", "words": ["The envoys"], "confidence": 0.9}
    report = pronouns.score(gold, [{"id": "a", "pronouns": [{"span": THEY, "means": [party]}]}])
    assert report["precision"] == 1.0
    assert report["nobody"]["left_open"] == 1.0
    unsure = [{"id": "a", "pronouns": [{"span": THEY, "means": [{**party, "confidence": 0.4}]}]}]
    assert pronouns.score(gold, unsure)["counts"]["resolved"] == 0


def test_who_only_passes_words_on_is_left_out(read: Any) -> None:
    readout: dg.Readout = read("Reuters reported that Joe Biden said the port was shut.")
    kept = innermost(readout.quotations)
    assert [s.name for q in kept for s in q.speakers] == ["Joe Biden"]


def test_calibration_error_is_the_gap_between_said_and_true() -> None:
    assert (
        calibration_error([Case("name", 1, 0.9, True)] * 9 + [Case("name", 1, 0.9, False)]) < 1e-9
    )
    assert calibration_error([Case("name", 1, 0.9, False)] * 4) == pytest.approx(0.9)
