"""What readers answer to candidates, one by one."""

from __future__ import annotations

import pytest

from training.events.judged_samples import Document
from training.events.notation import NotationError
from training.events.readings import Asked, Sheet, printed, read

TEXT = "Zenda's police arrested two miners. They protested. Jets bombed them."
DOCUMENT = Document("story-1", "ours.jsonl", TEXT, "Arrests", "2020-05-05")
SENTENCES = [(0, 35), (36, 51), (52, 69)]
ASKED = {"1a": Asked((15, 23), "COERCE"), "2a": Asked((41, 50), "ACCUSE")}
SHEET = Sheet(DOCUMENT, SENTENCES, ASKED)


def answers(*lines: str) -> list[dict[str, object]]:
    return list(read(["@ story-1", *lines], {"story-1": SHEET}))


def test_a_sheet_shows_the_candidates_under_their_sentences() -> None:
    lines = list(SHEET.lines())
    assert lines[:3] == [
        "@ story-1 | 2020-05-05 | Arrests",
        "1: Zenda's police arrested two miners.",
        "   1a arrested COERCE",
    ]


def test_answers_are_kept_as_offsets() -> None:
    first, second, third = answers(
        "1a y actual | a: Zenda's police | r: two miners",
        "2a =PROTEST actual | a: They=two miners | r: -",
        "3+ ASSAULT.aerial actual | bombed | a: Jets | r: them?",
    )
    assert (first["asked"], first["type"], first["status"]) == ("COERCE", "COERCE", "actual")
    assert first["actors"] == [{"span": [0, 14], "needed": True}]
    assert (second["asked"], second["type"]) == ("ACCUSE", "PROTEST")
    assert second["actors"] == [{"span": [36, 40], "needed": True, "name": "two miners"}]
    assert (third["asked"], third["mode"]) == (None, "aerial")
    assert third["recipients"] == [{"span": [64, 68], "needed": False}]
    assert "text" not in first


def test_no_event_a_double_and_a_doubt_have_no_type() -> None:
    first, second = answers("1a n sport", "2a double 1a")
    assert (first["type"], first["ground"]) == (None, "sport")
    assert second["double"] == [15, 23]
    assert answers("1a ?", "2a n")[0]["doubt"] is True


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["1a y actual"], "no answer to 2a"),
        (["1a y maybe", "2a n"], "no such type, mode or status"),
        (["1a n weddings", "2a n"], "no such ground"),
        (["1a y actual | a: Mali", "2a n"], "the sentence has no 'Mali'"),
        (["1a double 9z", "2a n"], "no such candidate"),
        (["1b n", "1a n", "2a n"], "no such candidate"),
        (["7+ ASSAULT actual | bombed", "1a n", "2a n"], "no sentence 7"),
        (["1a y actual | z: Mali", "2a n"], "neither a: nor r:"),
        (["hello"], "begins with no candidate"),
    ],
)
def test_faults_are_named(lines: list[str], fault: str) -> None:
    with pytest.raises(NotationError, match=fault):
        answers(*lines)


def test_an_article_that_was_not_asked_about_is_named() -> None:
    with pytest.raises(NotationError, match="no such article"):
        read(["@ story-9"], {"story-1": SHEET})


def test_a_printed_sheet_is_read_back() -> None:
    assert printed(SHEET.lines(), {"story-1": DOCUMENT}) == {"story-1": SHEET}


def test_a_word_that_stands_twice_is_asked_about_in_order() -> None:
    text = "They met and met again."
    document = Document("story-2", "ours.jsonl", text, "", None)
    asked = {"1a": Asked((5, 8), "CONSULT"), "1b": Asked((13, 16), "CONSULT")}
    sheet = Sheet(document, [(0, 23)], asked)
    assert printed(sheet.lines(), {"story-2": document})["story-2"].asked == asked
