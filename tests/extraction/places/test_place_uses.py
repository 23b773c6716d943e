"""How places are meant: as places, as those who are there, as adjectives, inside other names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.places import find_places

Parse = Callable[..., ParsedArticle]


def use(parse: Parse, text: str, name: str) -> str:
    return next(p.use for p in find_places(parse(text), Cast()) if p.text == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Clashes broke out in Mali on Friday.", "Mali"),
        ("The envoys met in Bamako, Mali's capital.", "Mali"),
        ("The minister visited Kenya on Friday.", "Kenya"),
        ("Two flights to Kenya were cancelled.", "Kenya"),
        ("Refugees from Sudan crossed the river.", "Sudan"),
        ("The convoy left for Chad on Sunday.", "Chad"),
        ("The troops withdrew from Mali.", "Mali"),
        ("A bomb exploded near a Nairobi hotel.", "Nairobi"),
        ("The airline flies to destinations including Spain, Greece and Italy.", "Italy"),
        ("Rain fell on the coast of Ghana.", "Ghana"),
        ("The fair was held in Lyon, France.", "France"),
        ("The village lies north of Nairobi.", "Nairobi"),
        ("Refugees live along the border with Kenya.", "Kenya"),
        ("Fires are burning in southern Ghana.", "Ghana"),
        ("People in several countries fled the outbreak, including Chad and Peru.", "Peru"),
        ("A 28-year-old from Tunis who spoke well was hired.", "Tunis"),
        ("NAIROBI, Kenya (AP) — The court ruled on Monday.", "NAIROBI"),
    ],
)
def test_a_place_is_literal_where_something_is_or_goes(parse: Parse, text: str, name: str) -> None:
    assert use(parse, text, name) == "literal"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya banned the airline on Friday.", "Kenya"),
        ("The council imposed sanctions on Mali.", "Mali"),
        ("The treaty with Ghana was signed in 1998.", "Ghana"),
        ("The minister urged allies such as Norway to wait.", "Norway"),
        ("Representatives from Ghana signed the paper.", "Ghana"),
        ("The president of Kenya resigned.", "Kenya"),
        ("The minister signed an agreement with South Africa.", "South Africa"),
        ("Peru won a match against Chile.", "Chile"),
        ("Sudan's foreign minister resigned.", "Sudan"),
    ],
)
def test_a_state_is_a_metonym_where_it_acts_or_is_dealt_with(
    parse: Parse, text: str, name: str
) -> None:
    assert use(parse, text, name) == "metonym"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two US troops were injured.", "US"),
        ("The UK government resigned.", "UK"),
        ("A Kenyan officer was injured.", "Kenyan"),
    ],
)
def test_a_name_before_a_noun_is_an_adjective(parse: Parse, text: str, name: str) -> None:
    assert use(parse, text, name) == "demonym"
