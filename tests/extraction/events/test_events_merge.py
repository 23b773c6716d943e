"""Tellings that are one event, and such as only look alike."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.records import Readout

Read = Callable[..., Readout]


def test_meetings_in_two_cities_are_two(read: Read) -> None:
    told = (
        "Norway and Chad held talks in Prague on Monday. "
        "The ministers of Norway and Chad also held talks in London."
    )
    talks = [e for e in read(told).events if e.type == "CONSULT"]
    assert {e.place for e in talks} == {"Prague", "London"}


def test_a_place_and_its_country_may_be_of_one_event(read: Read) -> None:
    told = "Norway met Chad in Kenya. Norway met Chad in Nairobi."
    assert len([e for e in read(told).events if e.type == "CONSULT"]) == 1


def test_who_fights_on_both_sides_is_not_fought_besides(read: Read) -> None:
    told = "Police and miners clashed in Peru on Monday. Police opened fire on the miners in Peru."
    for event in read(told).events:
        assert not {p.name for p in event.actors} & {p.name for p in event.recipients}
