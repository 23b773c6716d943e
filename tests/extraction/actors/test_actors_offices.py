"""What the codebook of offices says of persons on the article's day, beside the office itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.codebooks.offices import holders, offices_of, terms
from dragoman.codebooks.validate import problems
from dragoman.extraction.actors import find_actors
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Actor

Parse = Callable[..., ParsedArticle]


def _actors(parse: Parse, text: str, published: str) -> list[Actor]:
    cast = find_actors(parse(text, published=published))
    return [cast.actor_of(mention) for mention in cast.mentions]


def test_who_led_rebels_and_then_a_state_is_of_the_elite_afterwards(parse: Parse) -> None:
    text = "Hashim Thaci came to the wedding in Pristina with his brother."
    person = next(a for a in _actors(parse, text, "2022-10-01") if a.kind == "person")
    assert (person.name, person.sector) == ("Hashim Thaçi", "ELI")


def test_a_government_is_named_by_its_head_not_by_a_minister(parse: Parse) -> None:
    # Kamina Johnson Smith was Jamaica's foreign minister then.
    text = "Critics of Arnold Smith's government marched to the old harbour."
    assert not any("JAM" in a.countries for a in _actors(parse, text, "2019-09-09"))


def test_a_weekday_is_nobodys_surname(parse: Parse) -> None:
    # Godwin Friday is prime minister of Saint Vincent and the Grenadines.
    text = "The talks on Friday ended late. Friday was hot."
    assert not any("VCT" in a.countries for a in _actors(parse, text, "2026-03-01"))


def test_there_are_terms_by_the_thousand_and_none_is_at_fault() -> None:
    assert len(terms()) >= 6_500
    assert problems() == ()


@pytest.mark.parametrize(
    ("office", "place", "day", "name"),
    [
        ("prime_minister", "TUV", "2022-06-01", "Kausea Natano"),
        ("president", "NRU", "2015-01-01", "Baron Waqa"),
        ("foreign_minister", "ISL", "2013-01-01", "Össur Skarphéðinsson"),
        ("foreign_minister", "TCD", "2012-01-01", "Moussa Faki"),
        ("defence_minister", "IDN", "2012-01-01", "Purnomo Yusgiantoro"),
        ("monarch", "LUX", "2026-01-01", "Guillaume V"),
        ("armed_group_leader", "Al-Shabaab", "2012-01-01", "Ahmed Abdi Godane"),
        ("body_head", "African Development Bank", "2020-01-01", "Akinwumi Adesina"),
    ],
)
def test_holders_of_small_states_and_bodies(office: str, place: str, day: str, name: str) -> None:
    assert name in [term.person for term in holders(office, place, day)]


def test_who_holds_two_offices_is_known_by_the_higher() -> None:
    assert offices_of("Hassanal Bolkiah", "2020-01-01")[0].office == "monarch"
