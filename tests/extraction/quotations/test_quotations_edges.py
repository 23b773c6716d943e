"""Where speakers and their words begin and end, and what looks like speech and is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman import Readout

Read = Callable[..., Readout]


def _said(readout: Readout) -> list[tuple[str | None, str]]:
    return [(q.speakers[0].text if q.speakers else None, q.text) for q in readout.quotations]


@pytest.mark.parametrize(
    "headline",
    ["Danube dispute: what we know", "Gaza: what happens next", "Rail strike: the facts"],
)
def test_a_topic_before_a_colon_says_nothing(read: Read, headline: str) -> None:
    found = read(f"{headline}\n\nThe talks went on for a second day.")
    assert not found.quotations


def test_a_live_blog_s_clock_is_no_part_of_a_speaker_or_role(read: Read) -> None:
    found = read("The river is high.\n\n11:05 Commission spokesman Jan Horak says the dam holds.")
    (speaker,) = found.quotations[0].speakers
    assert speaker.text == "Commission spokesman Jan Horak"
    assert speaker.role == "Commission spokesman"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Horak, responding to a question from a reporter, said the dam was old.", "Horak"),
        ("The Rail Board on Twitter wrote that trains would run.", "The Rail Board"),
    ],
)
def test_a_speaker_ends_before_an_aside(read: Read, text: str, speaker: str) -> None:
    assert _said(read(text))[0][0] == speaker


def test_a_clause_after_a_platform_keeps_its_subject(read: Read) -> None:
    text = "The agency announced on Twitter the Rail Board and the police were to investigate."
    assert "the Rail Board and the police were to investigate" in [t for _, t in _said(read(text))]


def test_a_source_after_the_speech_is_no_part_of_it(read: Read) -> None:
    found = read("The bridge is old. The dam will fail, Horak said, according to NBC.")
    texts = {q.cue_text: q for q in found.quotations}
    assert texts["said"].text == "The dam will fail"
    assert texts["said"].nested_in == texts["according to"].id


def test_speech_ends_before_whoever_speaks_next(read: Read) -> None:
    found = read('Sandu said they "ran" and Rotaru said "we hid".')
    assert [t for _, t in _said(found)] == ['they "ran"', "we hid"]


def test_who_is_cited_is_not_what_is_said(read: Read) -> None:
    found = read('"The dam is old," Sandu said, citing an engineer.')
    assert [q.cue_text for q in found.quotations] == ["said"]


def test_a_nickname_is_no_speech(read: Read) -> None:
    assert not read('The mill, nicknamed "the Castle", is closed.').quotations


def test_some_members_are_not_their_party(read: Read) -> None:
    found = read("Other Republicans said the plan was bad.")
    (speaker,) = found.quotations[0].speakers
    assert (speaker.name, speaker.kind) == ("Republicans", "group")


def test_the_ministry_is_the_one_named_before(read: Read) -> None:
    found = read("The ministry of transport said it was safe. The ministry added that it was new.")
    assert [q.speakers[0].name for q in found.quotations] == ["ministry of transport"] * 2
