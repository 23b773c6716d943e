"""Indirect and mixed speech: clauses, predicates, nouns, frames; who speaks and who is addressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.extraction.quotations.conftest import Heard

Hear = Callable[..., "Heard"]


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("Sandu said that the talks had failed.", "the talks had failed", "said", "Sandu"),
        ("Sandu said the talks had failed.", "the talks had failed", "said", "Sandu"),
        ("The talks had failed, Sandu said.", "The talks had failed", "said", "Sandu"),
        ("The talks failed, according to Sandu.", "The talks failed", "according to", "Sandu"),
        ("According to Sandu, the talks failed.", "the talks failed", "According to", "Sandu"),
        ("Sandu pointed out that prices fell.", "prices fell", "pointed out", "Sandu"),
        ("Sandu was quoted as saying that prices fell.", "prices fell", "saying", "Sandu"),
        ("Sandu announced a new tax on wine.", "a new tax on wine", "announced", "Sandu"),
        ("Rotaru repeated Sandu's claim that prices fell.", "prices fell", "claim", "Sandu's"),
    ],
)
def test_a_clause_is_reported(hear: Hear, text: str, content: str, cue: str, speaker: str) -> None:
    (said,) = [s for s in hear(text).said if s.content == (content,)]
    assert (said.kind, said.speakers) == ("indirect", (speaker,)) or said.speakers == ("Sandu",)
    assert said.cue in {cue, cue.split(maxsplit=1)[0]}


def test_a_cue_in_the_middle_cuts_the_clause(hear: Hear) -> None:
    (said,) = hear("The talks, Sandu said, had failed.").said
    assert said.content == ("The talks", "had failed")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Sandu called the visit "historic".', 'the visit "historic"'),
        ('Sandu dismissed the report as "absurd".', 'the report as "absurd"'),
        ('Sandu praised him for refusing "easy money".', 'him for refusing "easy money"'),
        ('Sandu said the deal was "a gift to thieves".', 'the deal was "a gift to thieves"'),
        ('Sandu accused Rotaru of "selling" the port.', 'Rotaru of "selling" the port'),
    ],
)
def test_marked_words_in_a_clause_make_it_mixed(hear: Hear, text: str, content: str) -> None:
    (said,) = hear(text).said
    assert (said.kind, said.content) == ("mixed", (content,))
    assert said.speakers == ("Sandu",)


def test_calling_is_an_act_of_speech_without_marks(hear: Hear) -> None:
    (said,) = hear("Moldova joined the pact, calling it a family of equals.").said
    assert (said.kind, said.cue, said.speakers) == ("indirect", "calling", ("Moldova",))


def test_praise_without_words_of_praise_is_no_quotation(hear: Hear) -> None:
    assert hear("Sandu praised the port's workers and left.").said == []


def test_a_promise_is_no_quotation_without_its_words(hear: Hear) -> None:
    assert hear("Moldova pledged to comply with the treaty.").said == []


def test_joint_speakers_are_several(hear: Hear) -> None:
    quotation = hear("Moldova and Romania said that the bridge would open.").only
    assert [s.name for s in quotation.speakers] == ["Moldova", "Romania"]
    assert [s.text for s in quotation.speakers] == ["Moldova", "Romania"]


def test_a_passive_hides_who_speaks(hear: Hear) -> None:
    quotation = hear("Residents were told that the bridge would open.").only
    assert quotation.speakers == ()


def test_the_subject_of_a_main_clause_speaks_in_its_participle(hear: Hear) -> None:
    quotation = hear("Sandu left the hall, warning that the talks could fail.").only
    assert quotation.speakers[0].name == "Maria Sandu"
    assert quotation.cue_text == "warning"


def test_a_relative_clause_is_resolved_to_its_antecedent(hear: Hear) -> None:
    said = hear("Rotaru met Sandu, who said that the talks had failed.").only
    assert said.speakers[0].text == "who"
    assert said.speakers[0].name == "Maria Sandu"


def test_two_cues_in_one_sentence_have_their_own_days(hear: Hear) -> None:
    heard = hear(
        "While Rotaru said on Tuesday that the port was safe, Sandu said on Wednesday that "
        "it was not."
    )
    assert [(q.speakers[0].name, q.said_at) for q in heard.speech.quotations] == [
        ("Ilie Rotaru", "2024-03-12"),
        ("Maria Sandu", "2024-03-13"),
    ]


def test_a_headline_quotes_after_a_colon(hear: Hear) -> None:
    heard = hear("Anna Lindqvist: Sweden will send ships to the strait\nNo more.", headline=True)
    quotation = heard.only
    assert (quotation.kind, quotation.standing) == ("indirect", "headline")
    assert quotation.text == "Sweden will send ships to the strait"
    assert quotation.speakers[0].name == "Anna Lindqvist"
