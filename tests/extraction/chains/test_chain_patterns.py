"""The ways in which news English says how words reached the page, each as one short text."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction.chains.media import find_media
from dragoman.extraction.chains.media_names import same_medium
from dragoman.records import Readout


def chain(readout: Readout, words: str) -> list[tuple[str, str]]:
    start = readout.article.text.index(words)
    found = readout.chain_for((start, start + len(words)))
    return [(link.role, link.name) for link in found.links] if found else []


PATTERNS = [
    (
        "Romania's water ministry, quoted by news agency Agerpres, said the dam would open in June.",
        "the dam would open in June",
        [("speaker", "Romania's water ministry"), ("agency", "Agerpres")],
    ),
    (
        "Two passengers whom AFP interviewed in Varna said the boat had no lights.",
        "the boat had no lights",
        [("witness", "Two passengers"), ("agency", "AFP")],
    ),
    (
        "According to a memo seen by The Harbour Gazette, the pier will be sold.",
        "the pier will be sold",
        [("document", "a memo"), ("outlet", "The Harbour Gazette")],
    ),
    (
        "The pier will be sold, according to a report by Reuters.",
        "The pier will be sold",
        [("agency", "Reuters")],
    ),
    (
        "Anna Petrova wrote in a letter to the port that her crew had not been paid.",
        "her crew had not been paid",
        [("speaker", "Anna Petrova"), ("document", "a letter")],
    ),
    (
        "State television reported that the locks had frozen.",
        "the locks had frozen",
        [("outlet", "State television")],
    ),
    (
        "The canal opens again on Monday – Interfax.",
        "The canal opens again on Monday",
        [("agency", "Interfax")],
    ),
    (
        "The consulate moves in May. — Embassy of Norway, post on its website",
        "The consulate moves in May",
        [("speaker", "Embassy of Norway"), ("channel", "its website")],
    ),
    (
        "MINISTER OF TRANSPORT (on the phone): The canal will open before the harvest.",
        "The canal will open before the harvest",
        [("speaker", "MINISTER OF TRANSPORT")],
    ),
    (
        "Anna Berg said in an interview with Elbe Life magazine that she would not sell.",
        "she would not sell",
        [("speaker", "Anna Berg"), ("outlet", "Elbe Life")],
    ),
    (
        "Police said the driver had told them the brakes failed.",
        "the brakes failed",
        [("speaker", "the driver"), ("speaker", "Police")],
    ),
]


@pytest.mark.parametrize(("text", "words", "links"), PATTERNS, ids=lambda v: str(v)[:40])
def test_a_pattern_gives_its_chain(
    read: Callable[..., Readout], text: str, words: str, links: list[tuple[str, str]]
) -> None:
    found = [(role, name.removeprefix("the ")) for role, name in chain(read(text), words)]
    assert found == [(role, name.removeprefix("the ")) for role, name in links]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fox News analyst Carla Benson said the vote was lost.", "the vote was lost"),
        ("Anna Berg said the raid on Radio Varna was legal.", "the raid on Radio Varna was legal"),
        ("Anna Berg, who once left CNN, said the vote was lost.", "the vote was lost"),
    ],
)
def test_a_medium_that_did_nothing_with_the_words_is_no_link(
    read: Callable[..., Readout], text: str, words: str
) -> None:
    assert [role for role, _ in chain(read(text), words)] == ["speaker"]


def test_the_medium_of_one_statement_is_not_that_of_its_neighbour(
    read: Callable[..., Readout],
) -> None:
    readout = read("Anna Berg told AFP that the yard was sold, but Jan Kolar said it was not true.")
    assert ("agency", "AFP") in chain(readout, "the yard was sold")
    assert ("agency", "AFP") not in chain(readout, "it was not true")


def test_a_newspaper_is_the_one_named_before(read: Callable[..., Readout]) -> None:
    readout = read(
        "The Harbour Gazette first told of the sale. The newspaper said the price was too low."
    )
    assert chain(readout, "the price was too low") == [("outlet", "The Harbour Gazette")]


def test_an_abbreviation_is_no_second_link(read: Callable[..., Readout]) -> None:
    readout = read("Anna Berg told the Associated Press (AP) that the yard was sold.")
    assert len(chain(readout, "the yard was sold")) == 2
    assert same_medium("AP", "the Associated Press")


def test_records_hold_the_chain_that_answers_for_them(read: Callable[..., Readout]) -> None:
    readout = read(
        "Details: Anna Berg told AFP that rebels had attacked the port of Beira on Monday.\n"
        "Source: Lusa"
    )
    chains = {c.id for c in readout.chains}
    assert readout.quotations
    assert all(q.chain_id in chains for q in readout.quotations)
    for event in readout.events:
        found = readout.chain_for(event.trigger)
        assert event.chain_id == (found.id if found else None)


def test_who_claims_an_event_is_in_its_chain(read: Callable[..., Readout]) -> None:
    readout = read("The army said on Monday that rebels had attacked the port of Beira.")
    for event in readout.events:
        found = readout.chain_for(event.trigger)
        assert found is not None
        assert event.claimed_by is not None
        assert found.links[0].actor_id is not None or found.links[0].name


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="AReuters told,“”\"(): –—'’.\n", max_size=200))
def test_any_text_gives_media_inside_it(text: str) -> None:
    for medium in find_media(text, 0, len(text)):
        assert text[slice(*medium.span)] == medium.name


@pytest.mark.parametrize(
    "piece",
    ["In a Reuters report ", "told the daily X’s ", "The A ", "in the letter ", "state news "],
)
def test_media_are_read_in_linear_time(piece: str) -> None:
    fresh = count()

    def seconds(times: int) -> float:
        text = f"{piece * times}{next(fresh)}"  # what was asked before is kept
        start = time.perf_counter()
        find_media(text, 0, len(text))
        return time.perf_counter() - start

    seconds(100)
    small, large = min(seconds(400) for _ in range(3)), min(seconds(3200) for _ in range(2))
    assert large < 8 * 4 * small + 0.05
