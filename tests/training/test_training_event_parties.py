"""How the parties of a labelled event are compared with ours."""

from __future__ import annotations

from typing import Any

from dragoman import Article, extract
from training.events.parties import Compared, report
from training.events.worksheets import Sentence

TEXT = "Kenya's police arrested two rebels in Lamu."


def _compared(told: dict[str, Any]) -> Compared:
    readout = extract(Article.from_text(TEXT, published="2024-05-03"))
    sentence = Sentence({"n": 1}, TEXT, 0, "2024-05-03", "", TEXT)
    return Compared("written", sentence, 1, told, readout.events[0], readout.mentions)


def _told(actor: str, recipient: str) -> dict[str, Any]:
    def found(words: str) -> list[list[int]]:
        start = TEXT.index(words)
        return [[start, start + len(words)]] if words else []

    return {
        "type": "COERCE",
        "status": "actual",
        "actors": found(actor),
        "recipients": found(recipient),
    }


def test_sides_that_meet_the_labels_are_right() -> None:
    pair = _compared(_told("Kenya's police", "two rebels"))
    assert pair.right("actors")
    assert pair.right("recipients")


def test_a_party_that_the_labels_lack_makes_its_side_wrong() -> None:
    pair = _compared(_told("Kenya's police", ""))
    assert pair.right("actors")
    assert not pair.right("recipients")
    assert "actors 1.000, recipients 0.000, both 0.000" in report([pair])
