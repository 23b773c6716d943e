"""Direct speech: marks and cue, before, after, around, over paragraphs, after labels."""

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
        ('"We will hold the bridge," Sandu said.', "We will hold the bridge,", "said", "Sandu"),
        ("“We will hold,” said Sandu.", "We will hold,", "said", "Sandu"),
        ("'We will hold the line,' said Sandu.", "We will hold the line,", "said", "Sandu"),
        ("''We will hold,'' Sandu told reporters.", "We will hold,", "told", "Sandu"),
        ('Sandu said: "We will hold."', "We will hold.", "said", "Sandu"),
        ('Sandu said, "We will hold the bridge."', "We will hold the bridge.", "said", "Sandu"),
        ('"Shall we hold?" asked Sandu.', "Shall we hold?", "asked", "Sandu"),
        ('"It cannot stand," according to Sandu.', "It cannot stand,", "according to", "Sandu"),
        ('As Sandu put it: "We will hold."', "We will hold.", "put", "Sandu"),
        ('In the words of Sandu, "we will hold".', "we will hold", "In the words of", "Sandu"),
        ('"This is splendid!" beamed Sandu.', "This is splendid!", "beamed", "Sandu"),
        ('"We will hold the bridge." Sandu said.', "We will hold the bridge.", "said", "Sandu"),
        ('"The budget is balanced," Sandu notes.', "The budget is balanced,", "notes", "Sandu"),
    ],
)
def test_marks_and_cue(hear: Hear, text: str, content: str, cue: str, speaker: str) -> None:
    heard = hear(text)
    assert heard.said == [("direct", (content,), cue, (speaker,))]
    assert heard.only.speakers[0].name == "Maria Sandu"


def test_a_cue_in_the_middle_joins_two_pieces(hear: Hear) -> None:
    heard = hear('"We will hold the bridge," Sandu said, "until help comes."')
    assert heard.said == [
        ("direct", ("We will hold the bridge,", "until help comes."), "said", ("Sandu",))
    ]


def test_speech_after_the_cue_s_sentence_goes_on_with_it(hear: Hear) -> None:
    heard = hear('"We will hold the bridge," Sandu said. "Help is coming."')
    assert [s.content for s in heard.said] == [("We will hold the bridge,", "Help is coming.")]


def test_two_cues_make_two_quotations(hear: Hear) -> None:
    heard = hear('"We will hold," Sandu said, before adding: "Help is coming."')
    assert [(s.content, s.cue) for s in heard.said] == [
        (("We will hold,",), "said"),
        (("Help is coming.",), "adding"),
    ]


def test_a_quotation_over_three_paragraphs_is_one(hear: Hear) -> None:
    heard = hear(
        '"We will hold the bridge," Sandu said. "It is ours.\n'
        '"It was built by our fathers.\n'
        '"Nobody will take it."'
    )
    assert [s.content for s in heard.said] == [
        (
            "We will hold the bridge,",
            "It is ours.",
            "It was built by our fathers.",
            "Nobody will take it.",
        )
    ]


def test_a_paragraph_of_pure_speech_goes_on_with_the_one_before(hear: Hear) -> None:
    heard = hear('"We will hold the bridge," Sandu said.\n"Nobody will take it from us."')
    assert [s.content for s in heard.said] == [
        ("We will hold the bridge,", "Nobody will take it from us.")
    ]


def test_a_colon_leads_to_the_next_paragraph(hear: Hear) -> None:
    heard = hear('Sandu went further:\n"We will hold the bridge whatever it costs."')
    assert heard.said == [
        ("direct", ("We will hold the bridge whatever it costs.",), ":", ("Sandu",))
    ] or heard.said[0].cue in {"went", ":"}
    assert heard.only.speakers[0].name == "Maria Sandu"


def test_a_label_names_the_speaker(hear: Hear) -> None:
    heard = hear('Quote from Rotaru: "The harvest was ... better than feared."')
    quotation = heard.only
    assert heard.said[0].content == ("The harvest was ... better than feared.",)
    assert quotation.kind == "direct"
    assert quotation.speakers[0].name == "Ilie Rotaru"
    assert [heard.article.words(s) for s in quotation.elisions] == ["..."]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "grey zone" runs along the river.',
        'Crews of the ship "Northern Star" went home on Monday.',
        'Vasile "the Bear" Munteanu won the title.',
        'The river is 12" deeper than last year.',
    ],
)
def test_terms_names_and_measures_are_no_speech(hear: Hear, text: str) -> None:
    assert hear(text).said == []


def test_words_in_marks_inside_an_attribution_do_not_take_the_speech(hear: Hear) -> None:
    heard = hear('"We will hold," said Sandu, who wore a "Free Moldova" badge.')
    assert [s.content for s in heard.said] == [("We will hold,",)]


def test_speech_inside_speech_is_nested(hear: Hear) -> None:
    heard = hear('Sandu said that Rotaru had called the plan "a gift to thieves".')
    outer, inner = heard.speech.quotations
    assert inner.nested_in == outer.id
    assert (outer.kind, inner.kind) == ("mixed", "mixed")
    assert outer.nested_in is None


@pytest.mark.parametrize(
    "sign", ["“We will hold.” ― Maria Sandu", "“We will hold.”\n- Maria Sandu"]
)
def test_a_signature_names_the_speaker(hear: Hear, sign: str) -> None:
    quotation = hear(sign).only
    assert quotation.text == "We will hold."
    assert quotation.speakers[0].name == "Maria Sandu"


def test_a_transcript_gives_each_turn_to_its_name(hear: Hear) -> None:
    heard = hear(
        "Sandu met Baker.\nSANDU: The bridge is open. It will stay open.\nBAKER: For how long?"
    )
    assert [(q.text, q.speakers[0].text) for q in heard.speech.quotations] == [
        ("The bridge is open. It will stay open.", "SANDU"),
        ("For how long?", "BAKER"),
    ]


def test_a_capital_label_that_is_no_name_speaks_not(hear: Hear) -> None:
    assert hear("UPDATE: The bridge is open again.").said == []
