"""Marked words inside an attribution: titles, terms, and what stands between marks and cue."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extraction.quotations.conftest import Heard

Hear = Callable[..., "Heard"]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday’s episode of “The Harbour Show,” Sandu said that the port was open.",
        'In an interview on the radio\'s "Evening Papers," Sandu said the port was open.',
        "In his new book, “Winter in the Port,” Rotaru suggested looking at the bills.",
        'The city "harbour funds" supported by Baker grew.',
    ],
)
def test_titles_and_terms_before_a_cue_are_not_its_words(hear: Hear, text: str) -> None:
    assert not [s for s in hear(text).said if s.kind == "direct"]


def test_a_title_at_the_end_of_an_attribution_does_not_part_two_halves(hear: Hear) -> None:
    only = hear("“We will hold the bridge,” Sandu said on “Evening Papers.” “All night.”").said
    assert [s.content for s in only] == [("We will hold the bridge,", "All night.")]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        (
            "“We waited,” Sandu said, referring to the storm, “but the boat came.”",
            ("We waited,", "but the boat came."),
            "said",
        ),
        (
            "Sandu insisted that the port had lost its way: “The port is dead,” she claimed.",
            ("The port is dead,",),
            "claimed",
        ),
        (
            "After Rotaru criticised the port, Sandu jumped in, “I will build it myself.”",
            ("I will build it myself.",),
            "jumped",
        ),
    ],
)
def test_the_nearest_act_of_speech_takes_the_words(
    hear: Hear, text: str, content: tuple[str, ...], cue: str
) -> None:
    found = [s for s in hear(text).said if s.kind == "direct"]
    assert [(s.content, s.cue) for s in found] == [(content, cue)]


def test_the_speaker_is_not_the_phrase_before_the_name(hear: Hear) -> None:
    (said,) = hear("“It is late,” and on Monday, Sandu notes the same.").said
    assert said.speakers == ("Sandu",)


def test_a_transcript_in_marks_changes_speaker_at_each_name(hear: Hear) -> None:
    text = (
        'Partial transcript:\n"SANDU: Is the port open?\n"ROTARU: It is open.\n'
        '"And it will stay open.\n"(CROSSTALK.)\n"SANDU: Thank you."\n'
        "Sandu and Rotaru left."
    )
    said = {s.speakers[0]: s.content for s in hear(text).said if s.cue == ":"}
    assert said["ROTARU"] == ("It is open.", "And it will stay open.")
    assert not any("CROSSTALK" in words for c in said.values() for words in c)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ad uses footage of the minister saying, “We will hold.”", "the minister"),
        ("“It is late,” Sandu said, going on to ask, “Who will hold the bridge?”", "Sandu"),
        (
            "“We will hold it,” Sandu told reporters when asked who would come. “Nobody else.”",
            "Sandu",
        ),
    ],
)
def test_who_goes_on_speaking(hear: Hear, text: str, speaker: str) -> None:
    last = [s for s in hear(text).said if s.kind == "direct"][-1]
    assert last.speakers == (speaker,)
