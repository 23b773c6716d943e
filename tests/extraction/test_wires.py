"""The dateline of a wire is cut off before its first sentence is parsed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.wires import head_of_wire
from dragoman.records import Readout, Span

LEAD = "Norway's foreign minister arrived on Sunday."


@pytest.mark.parametrize(
    "head",
    [
        "OSLO — ", "OSLO - ", "OSLO -- ", "OSLO (Reuters) - ", "OSLO, Norway (AP) _ ",
        "OSLO, May 3 (Reuters) – ", "NEW DELHI, India — ", "PORT-AU-PRINCE (AFP) - ",
    ],
)  # fmt: skip
def test_a_dateline_ends_with_its_dash(head: str) -> None:
    text = head + LEAD
    assert head_of_wire(text, Span(0, len(text))) == Span(0, len(head))


@pytest.mark.parametrize(
    "text",
    [
        "CHAIRMAN - Good morning to all of you.", "OSLO — a town.", "OSLO WAS QUIET on Sunday.",
        "The minister - a doctor - resigned today.", "", "OSLO —", LEAD,
    ],
)  # fmt: skip
def test_what_is_no_dateline_stays(text: str) -> None:
    assert head_of_wire(text, Span(0, len(text))) is None


def test_the_city_of_a_wire_does_nothing(read: Callable[..., Readout]) -> None:
    told = (
        "PRAGUE — US President Barack Obama and Russian President Dmitry Medvedev signed a treaty."
    )
    (event,) = read(told, published="2010-04-08").events
    assert {party.name for party in event.actors} == {"Barack Obama", "Dmitry Medvedev"}


@given(st.text(alphabet="OSLO (AP)—-_,. ab\n", max_size=80))
def test_any_text_gives_a_part_of_it_or_nothing(text: str) -> None:
    found = head_of_wire(text, Span(0, len(text)))
    assert found is None or (found.start == 0 and found.end < len(text))
