"""The encoder, and how sure a record is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.events.encoder import MOST, Encoder, Reading, encoder, pieces
from dragoman.extraction.events.trust import Support, of_parties, of_type
from dragoman.records import Readout
from dragoman.text.wordpieces import Wordpieces

Read = Callable[..., Readout]
SHARE = st.floats(0.0, 1.0)
BY = Wordpieces(["[UNK]", "[CLS]", "[SEP]", ":", "accuse", "kenya", "condemned", "chad", "##s"])


def test_a_sentence_is_given_with_the_type_and_a_mark_at_the_act() -> None:
    given = pieces(["Kenya", "condemned", "Chads", "."], [1], "ACCUSE", BY)
    assert given.numbers == [1, 4, 3, 2, 5, 6, 7, 8, 0, 2]
    assert given.marked == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert given.words == [-1, -1, -1, -1, 0, 1, 2, 2, 3, -1]


@given(st.integers(0, 399))
def test_of_a_long_sentence_the_words_around_the_act_are_given(act: int) -> None:
    given = pieces(["Kenya"] * 400, [act], "ACCUSE", BY)
    assert act in given.words
    assert len(given.numbers) <= MOST + 5


def test_the_encoder_knows_who_does_it_and_to_whom() -> None:
    words = [
        "Kenya",
        "condemned",
        "Chad",
        "for",
        "shelling",
        "a",
        "village",
        "near",
        "the",
        "border",
        ".",
    ]
    read = encoder().read(words, 1, "ACCUSE")
    assert read.actor[0] > 0.5 > read.actor[2]
    assert read.recipient[2] > 0.5 > read.recipient[0]
    passive = ["Chad", "was", "condemned", "by", "Kenya", "for", "shelling", "a", "village", "."]
    read = encoder().read(passive, 2, "ACCUSE")
    assert read.actor[4] > read.actor[0]
    assert read.recipient[0] > read.recipient[4]


def test_the_encoder_knows_an_act_from_a_game() -> None:
    act = ["Kenyan", "troops", "attacked", "a", "rebel", "camp", "in", "Chad", "on", "Monday", "."]
    game = ["The", "striker", "attacked", "from", "the", "left", "and", "beat", "the", "goalkeeper"]
    assert encoder().read(act, 2, "ASSAULT").event > encoder().read(game, 2, "ASSAULT").event


@given(SHARE, st.floats(-30, 30))
def test_types_are_as_likely_as_both_say(judged: float, event: float) -> None:
    assert 0.0 <= of_type(judged, event) <= 1.0
    assert of_type(judged, event) <= of_type(judged, event + 1)
    assert of_type(0.2, event) <= of_type(0.8, event)


@given(SHARE, SHARE, SHARE, SHARE)
def test_parties_are_a_share(a: float, b: float, c: float, d: float) -> None:
    assert 0.0 <= of_parties(Support(a, b, c, d)) <= of_parties(Support(1.0, 1.0, 1.0, 1.0)) <= 1.0


def test_a_record_is_as_sure_as_its_type_and_its_parties(read: Read) -> None:
    (event,) = read("Norwegian warplanes bombed a base of the rebels in Mali on Monday.").events
    kind, parties = (float(w.rstrip(",")) for w in event.why.split() if w[:2] in ("0.", "1."))
    assert event.confidence == pytest.approx(kind * parties, abs=0.011)


def test_what_the_encoder_finds_unlikely_is_left_out(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unlikely(_self: Encoder, words: list[str], _act: int, _kind: str) -> Reading:
        none = dict.fromkeys(range(len(words)), 0.0)
        return Reading(none, none, -30.0)

    text = "Norwegian warplanes bombed a base of the rebels in Mali on Monday."
    assert read(text).events
    monkeypatch.setattr(Encoder, "read", unlikely)
    assert read(text).events == ()
