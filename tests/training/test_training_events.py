"""Labels of events: the notation is read exactly, rows point at their words, agreement counts right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.events.agreement import by_type, kappa, meetings
from training.events.notation import Labelled, NotationError, read_labels
from training.events.worksheets import Sentence, keep, kept_row

TALKS = "Envoy Mora held talks with the rebels, and the rebels warned of an attack."
MATCH = "The visitors attacked from the start and beat the champions."


def _read(*lines: str) -> dict[int, Labelled]:
    return read_labels(lines, {1: TALKS, 2: MATCH})


def test_a_label_names_words_by_their_place() -> None:
    read = _read(
        "1: CONSULT actual | talks | a: Envoy Mora; the rebels",
        "1: THREATEN.violence actual | warned | a: the rebels#2",
        "2: - sport",
    )
    talks, threat = read[1].events
    assert [TALKS[a:b] for a, b in talks.actors] == ["Envoy Mora", "the rebels"]
    assert threat.actors == ((43, 53),)
    assert threat.mode == "violence"
    assert read[2] == Labelled((), "sport")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("1: WAR actual | talks", "no such type"),
        ("1: CONSULT.demo actual | talks", "no such type, mode"),
        ("1: CONSULT perhaps | talks", "no such type, mode or status"),
        ("1: CONSULT actual | summit", "has no 'summit'"),
        ("1: CONSULT actual | alk", "has no 'alk'"),
        ("1: CONSULT actual | talks | the rebels", "neither a: nor r:"),
        ("1: CONSULT actual", "not TYPE"),
        ("1: - gossip", "no such ground"),
        ("7: -", "no sentence's number"),
        ("2: -", "1: no line for this sentence"),
    ],
)
def test_a_wrong_line_says_what_is_wrong(line: str, says: str) -> None:
    with pytest.raises(NotationError, match=says):
        _read(line, *(["2: -"] if line.startswith("1") else []))


def test_a_sentence_has_events_or_none_not_both() -> None:
    with pytest.raises(NotationError, match="both"):
        _read("1: -", "1: CONSULT actual | talks", "2: -")


def test_rows_point_into_the_document(tmp_path: Path) -> None:
    document = f"Geneva. {TALKS}"
    sentence = Sentence(
        {"n": 1, "id": "d", "sentence": [8, len(document)]}, TALKS, 8, "", "", document
    )
    labelled = _read("1: CONSULT actual | talks | a: Envoy Mora", "2: -")[1]
    (event,) = kept_row(sentence, labelled, "a")["events"]
    start, end = event["trigger"]
    assert document[start:end] == "talks"
    path = keep({1: sentence}, ["1: CONSULT actual | talks"], "a", tmp_path)
    assert path.name == "0001-0001.jsonl"
    assert TALKS not in path.read_text()
    assert json.loads(path.read_text())["coder"] == "a"


def test_events_meet_by_trigger_and_then_by_act() -> None:
    first = [{"type": "ASSAULT", "trigger": [0, 5], "actors": [[9, 12]]}]
    near = [{"type": "COERCE", "trigger": [3, 6], "actors": []}]
    same = [{"type": "ASSAULT", "trigger": [20, 25], "actors": [[9, 12]]}]
    assert list(meetings(first, near)) == [(first[0], near[0])]
    assert list(meetings(first, same)) == [(first[0], same[0])]
    assert list(meetings(first, [*same, *near])) == [(first[0], near[0])]


def test_agreement_is_counted_per_type() -> None:
    def row(*types: str) -> dict[str, list[dict[str, object]]]:
        events = [{"type": t, "trigger": [i, i + 1], "actors": []} for i, t in enumerate(types)]
        return {"events": events}  # type: ignore[dict-item]

    pairs = [(row("AID"), row("AID")), (row("AID"), row()), (row(), row())]
    found = by_type(pairs)["AID"]
    assert found.f1 == pytest.approx(2 / 3)
    assert found.kappa == pytest.approx(0.4)
    assert kappa([(True, True), (True, True)]) == 1.0
