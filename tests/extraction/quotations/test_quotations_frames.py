"""What verbs report besides clauses; clauses the parser hides; speakers behind other nouns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.codebooks.reporting import frame_shares, reporting_verbs

if TYPE_CHECKING:
    from tests.extraction.quotations.conftest import Heard

Hear = Callable[..., "Heard"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Sandu criticised the new wine tax.", "the new wine tax"),
        ("Sandu cited the flood as a reason.", "the flood as a reason"),
        ("Sandu asked the miners to return.", "the miners to return"),
        ("Sandu told Rotaru to leave the hall.", "Rotaru to leave the hall"),
        ("Sandu reported losing two ships.", "losing two ships"),
        ("Sandu warned of a long winter.", "a long winter"),
        ("Sandu warned against a hasty vote.", "a hasty vote"),
        ("Sandu pointed to the falling price of grain.", "the falling price of grain"),
        ("Sandu estimated that prices had doubled.", "prices had doubled"),
    ],
)
def test_a_verb_reports_other_things_than_clauses(hear: Hear, text: str, content: str) -> None:
    (said,) = hear(text).said
    assert (said.kind, said.content, said.speakers) == ("indirect", (content,), ("Sandu",))


@pytest.mark.parametrize(
    "text",
    [
        "Sandu went to the station to report a theft.",
        "The sailor was pronounced dead on Monday.",
        "Rotaru runs a firm that calls itself Black Sea Lines.",
        "It is too soon to say whether the talks will fail.",
        "One could say that the talks were doomed.",
        "The picture shows that the roof fell in.",
    ],
)
def test_words_that_nobody_said_are_no_quotation(hear: Hear, text: str) -> None:
    assert hear(text).said == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Sandu noted, prices have fallen since May.", ("prices have fallen since May",)),
        (
            "The bridge closed, he said, because the river rose.",
            ("The bridge closed", "because the river rose"),
        ),
        (
            "He did not apologise; instead, Sandu said that the vote was fair.",
            ("the vote was fair",),
        ),
    ],
)
def test_where_a_reported_clause_begins_and_ends(
    hear: Hear, text: str, content: tuple[str, ...]
) -> None:
    assert content in [s.content for s in hear(text).said]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Exports fell by half while imports rose, according to the bank.",
            "Exports fell by half while imports rose",
            "the bank",
        ),
        (
            "By Sandu's account, the guards had left the gate open.",
            "the guards had left the gate open",
            "Sandu's",
        ),
        ('The port is, in the words of Sandu, "a gift to thieves".', "a gift to thieves", "Sandu"),
        ("The study found that fish had left the bay.", "fish had left the bay", "The study"),
    ],
)
def test_a_source_without_a_verb_of_speech(
    hear: Hear, text: str, content: str, speaker: str
) -> None:
    (said,) = hear(text).said
    assert (said.content, said.speakers) == ((content,), (speaker,))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("RIGA (Reuters) - Anna Lindqvist said that the port was open.", "Anna Lindqvist"),
        ("Villagers are more likely to say that prices rose.", "Villagers"),
        ("Sandu coined the term in describing the deal as a trap.", "Sandu"),
    ],
)
def test_the_speaker_is_found_behind_other_words(hear: Hear, text: str, speaker: str) -> None:
    assert [s.speakers for s in hear(text).said] == [(speaker,)]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("The ministry did not return calls seeking comment.", "did not return calls", "ministry"),
        ("Rotaru could not be reached for comment.", "could not be reached for comment", "Rotaru"),
        ("Rotaru was not available for comment.", "was not available for comment", "Rotaru"),
        ("Sandu would not discuss the price.", "would not discuss", "Sandu"),
        ("Sandu closed the road but did not explain why.", "did not explain", "Sandu"),
    ],
)
def test_silence_is_a_nonstatement(hear: Hear, text: str, cue: str, speaker: str) -> None:
    heard = hear(text)
    (silence,) = heard.speech.nonstatements
    assert heard.article.words(silence.cue) == cue
    assert [s.text.removeprefix("The ") for s in silence.speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The price was not disclosed.",
        "Sandu told the guards not to disclose the price.",
        "The two leaders did not discuss the border.",
        "The port did not return the crates.",
    ],
)
def test_what_merely_was_not_said_is_none(hear: Hear, text: str) -> None:
    assert hear(text).speech.nonstatements == ()


def test_a_refusal_ends_before_what_was_done_next(hear: Hear) -> None:
    heard = hear("Rotaru declined to comment on the deal and left the hall.")
    (silence,) = heard.speech.nonstatements
    assert silence.text == "Rotaru declined to comment on the deal"


def test_a_title_in_marks_before_a_cue_is_not_what_was_said(hear: Hear) -> None:
    said = hear("Speaking on “Evening Hour,” Sandu admitted that the ferry was late.").said
    assert ("the ferry was late",) in [s.content for s in said]
    assert ("Evening Hour",) not in [s.content for s in said]


def test_indirect_speech_goes_on_in_would(hear: Hear) -> None:
    heard = hear("Sandu said the tax had failed. It would also be dropped by the next cabinet.")
    first, second = heard.speech.quotations
    assert heard.words(second).content == ("It would also be dropped by the next cabinet",)
    assert second.cue is None
    assert second.confidence < first.confidence
    assert [s.text for s in second.speakers] == ["Sandu"]


def test_the_writer_s_own_future_does_not_go_on(hear: Hear) -> None:
    assert len(hear("Sandu said the tax had failed. The vote will be held in May.").said) == 1


def test_a_clause_is_surer_than_an_object(hear: Hear) -> None:
    clause = hear("Sandu said that the tax had failed.").only
    thing = hear("Sandu criticised the new wine tax.").only
    assert thing.confidence < clause.confidence


def test_each_frame_s_share_belongs_to_a_frame_in_use() -> None:
    used = {frame for verb in reporting_verbs().values() for frame in verb.frames} | {"noun"}
    assert set(frame_shares()) <= used
    assert all(0.5 <= share <= 1 for share in frame_shares().values())


_SOUP = (
    "said told that , . ; : ( ) — according to in the words of as if she Sandu prices would had "
    "asked to leave reported criticised “ ” fell because and warned of"
)
_WORDS = st.sampled_from(_SOUP.split())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_WORDS, min_size=1, max_size=25))
def test_any_words_give_valid_spans(hear: Hear, words: list[str]) -> None:
    heard = hear(" ".join(words))
    length = len(heard.article.text)
    for quotation in heard.speech.quotations:
        assert quotation.content
        assert all(0 <= s.start < s.end <= length for s in quotation.evidence)
