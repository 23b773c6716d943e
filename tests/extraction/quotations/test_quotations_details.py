"""What stands around a quotation: role, addressee, venue, day, edits, standing, translation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from dragoman.extraction import extract
from dragoman.extraction.language import LanguageModel
from dragoman.reading import read_page
from dragoman.records import Readout

if TYPE_CHECKING:
    from tests.extraction.quotations.conftest import Heard

Hear = Callable[..., "Heard"]


def test_the_role_is_as_the_text_gives_it(hear: Hear) -> None:
    heard = hear(
        'Port director Ilie Rotaru said the port was safe. "It is," Rotaru said.\n'
        "Tom Baker, a shipping analyst, said that it was not."
    )
    assert [q.speakers[0].role for q in heard.speech.quotations] == [
        "Port director",
        "Port director",
        "a shipping analyst",
    ]


def test_addressee_and_venue(hear: Hear) -> None:
    heard = hear(
        "Sandu told parliament that the talks had failed. "
        "Rotaru said in an interview with Radio Nord on Tuesday that the port was safe. "
        'Baker wrote on Telegram: "The port is closed."'
    )
    first, second, third = heard.speech.quotations
    words = heard.article.words
    assert first.addressee is not None
    assert words(first.addressee) == "parliament"
    assert second.venue is not None
    assert words(second.venue).startswith("in an interview with Radio Nord")
    assert second.said_at == "2024-03-12"
    assert third.venue is not None
    assert words(third.venue) == "on Telegram"


@pytest.mark.parametrize(
    ("text", "voice", "tense"),
    [
        ("Rotaru said that the port was safe.", "active", "past"),
        ("Rotaru says that the port is safe.", "active", "present"),
        ("Rotaru has said that the port is safe.", "active", "past"),
        ("Rotaru will say on Monday that the port is safe.", "active", "future"),
        ("Parliament was told by Rotaru that the port was safe.", "passive", "past"),
        ("Rotaru may say that the port is safe.", "active", None),
    ],
)
def test_voice_and_tense_of_the_cue(hear: Hear, text: str, voice: str, tense: str | None) -> None:
    (quotation,) = hear(text).speech.quotations
    assert (quotation.cue_voice, quotation.cue_tense) == (voice, tense)


@pytest.mark.parametrize(
    "text",
    [
        "Rotaru did not say that the port was safe.",
        "Rotaru never said that the port was safe.",
        "Rotaru said not",
    ],
)
def test_what_was_not_said_is_no_quotation(hear: Hear, text: str) -> None:
    assert hear(text).speech.quotations == ()


def test_a_denial_that_was_not_made_is_marked(hear: Hear) -> None:
    (quotation,) = hear("Rotaru did not deny that the port was closed.").speech.quotations
    assert quotation.cue_negated
    (said,) = hear("Rotaru not only said that the port was safe.").speech.quotations
    assert not said.cue_negated


def test_elisions_and_insertions_are_marked(hear: Hear) -> None:
    heard = hear('"We [the port] are ... open [...] again," Rotaru said.')
    words = heard.article.words
    assert [words(s) for s in heard.only.elisions] == ["...", "[...]"]
    assert [words(s) for s in heard.only.insertions] == ["[the port]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are open," Rotaru said.', ("translation", None)),
        ('"We are open," Baker said.', ("unknown", None)),
        ('"We are open," Rotaru said in Romanian.', ("translation", "ro")),
        ('"We are open," Rotaru said in English.', ("original", "en")),
        ("Rotaru said that the port was open.", ("unknown", None)),
    ],
)
def test_translation_is_never_assumed_away(
    hear: Hear, text: str, expected: tuple[str, str | None]
) -> None:
    quotation = hear(text).only
    assert (quotation.translation, quotation.original_language) == expected


def test_a_headline_s_words_that_nobody_said_are_flagged(hear: Hear) -> None:
    heard = hear(
        'Sandu praises port for "never bowing to anyone"\n'
        'Sandu praised the port for refusing to "bow to thieves".',
        headline=True,
    )
    title, body = heard.speech.quotations
    assert (title.standing, title.misquotation) == ("headline", True)
    assert (body.standing, body.misquotation) == ("body", False)


def test_a_headline_that_quotes_the_words_is_not_flagged(hear: Hear) -> None:
    heard = hear(
        'Sandu calls port deal "a gift to thieves"\n'
        'Sandu said the deal was "a gift to thieves" and walked out.',
        headline=True,
    )
    assert [q.misquotation for q in heard.speech.quotations] == [False, False]


def test_words_under_background_and_a_picture_stand_there(hear: Hear) -> None:
    heard = hear(
        "Background: Rotaru said that the port was safe.\nSandu said that it was not.", caption=True
    )
    assert [q.standing for q in heard.speech.quotations] == ["background", "caption"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The ministry declined to comment on the report.", "declined to comment"),
        ("Sandu did not say whether the port would open.", "did not say"),
        ("Rotaru refused to answer questions.", "refused to answer"),
        ("The port did not respond to a request for comment.", "did not respond"),
        ("Sandu had no comment.", "had no comment"),
    ],
)
def test_a_refusal_to_speak_is_a_nonstatement(hear: Hear, text: str, cue: str) -> None:
    heard = hear(text)
    assert heard.said == []
    (silence,) = heard.speech.nonstatements
    assert heard.article.words(silence.cue) == cue
    assert silence.text == text.rstrip(".")


def test_a_denial_of_knowledge_is_a_statement(hear: Hear) -> None:
    heard = hear("Sandu said she did not know.")
    assert len(heard.said) == 1
    assert heard.speech.nonstatements == ()


def test_a_speaker_who_is_no_actor_keeps_the_words_and_has_no_actor(hear: Hear) -> None:
    quotation = hear("A dock worker said that the port was closed.").only
    assert quotation.speakers[0].text == "A dock worker"
    assert quotation.speakers[0].name == "dock worker"
    assert quotation.speakers[0].kind == "unnamed"
    assert quotation.speakers[0].actor_id is None


HOSTILE = [
    "“" * 3000,
    '"a" he said. ' * 300,
    '"He said "she said "they said "no"""" ' * 20,
    "SANDU SAID THE PORT WAS CLOSED " * 40,
    "said said said said said. “said” said said “said",
    '“\n“\n”\n"\n:\nSandu said:\n:\n“”',
    "«»‹›„“”’'\"" * 50,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_odd_marks_cost_nothing_but_themselves(hear: Hear, text: str) -> None:
    heard = hear(text)
    # A readout refuses empty spans and spans outside the text.
    readout = Readout(
        article=heard.article,
        quotations=heard.speech.quotations,
        nonstatements=heard.speech.nonstatements,
    )
    ids = [q.id for q in readout.quotations]
    assert len(ids) == len(set(ids))


def test_a_quotation_longer_than_the_parser_reads_at_once_is_one(hear: Hear) -> None:
    quotation = hear("“" + "war and peace " * 1600 + "” Sandu said.").only
    assert quotation.kind == "direct"
    assert sum(s.length for s in quotation.content) > 22_000
    assert quotation.speakers[0].name == "Maria Sandu"


def test_a_thousand_quotations_on_a_line_are_kept(hear: Hear) -> None:
    heard = hear('"Yes," Sandu said. ' * 1000)
    assert len(heard.speech.quotations) == 1000


def test_a_sentence_that_never_ends_is_bounded(hear: Hear) -> None:
    heard = hear("he said that " * 200)
    assert 0 < len(heard.speech.quotations) <= 200


def test_a_refusal_to_say_is_no_quotation_too(read: Callable[..., Readout]) -> None:
    found = read(
        "Anna Holm met reporters. Holm declined to say whether the port would open. "
        'She refused to discuss the talks, calling the plan "a bad joke".'
    )
    assert [q.text for q in found.quotations] == ['the plan "a bad joke"']
    assert len(found.nonstatements) == 2


def test_the_particle_of_a_headline_verb_is_not_quoted(model: LanguageModel) -> None:
    text = 'Holm rules out "gifts"\n\nAnna Holm left Norland on Monday after the talks.'
    article = read_page(text.encode())
    (quotation,) = extract(article, model=model).quotations
    assert quotation.text == "gifts"
    assert quotation.cue_text == "rules out"
