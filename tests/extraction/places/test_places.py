"""Toponyms in running text and the places they stand for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extraction.cast import Cast
from dragoman.extraction.language import LanguageModel
from dragoman.extraction.passages import ParsedArticle, parse_all
from dragoman.extraction.places import find_places
from dragoman.extraction.places.find import home_country
from dragoman.records import Actor, Article, Mention, Place, Span

Parse = Callable[..., ParsedArticle]


def places(parse: Parse, text: str) -> dict[str, Place]:
    return {place.text: place for place in find_places(parse(text), Cast())}


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("The fair in Paris, Texas, opened.", "Paris", "USA", "Texas"),
        ("The mill in Ludlow, Mass., closed.", "Ludlow", "USA", "Massachusetts"),
        ("The school in Lebanon, Pennsylvania, closed.", "Lebanon", "USA", "Pennsylvania"),
        ("The police in London, Ontario, made an arrest.", "London", "CAN", "Ontario"),
        ("The president flew to Paris for talks.", "Paris", "FRA", "Île-de-France"),
    ],
)
def test_the_text_says_where_a_place_lies(
    parse: Parse, text: str, name: str, country: str, admin1: str
) -> None:
    place = places(parse, text)[name]
    assert (place.country, place.admin1) == (country, admin1)


def test_one_name_means_one_place_throughout(parse: Parse) -> None:
    text = "A fire broke out in Paris, Texas.\nThe mayor of Paris thanked the firefighters."
    found = [p for p in find_places(parse(text), Cast()) if p.text == "Paris"]
    assert [p.admin1 for p in found] == ["Texas", "Texas"]


def test_neighbours_decide_between_namesakes(parse: Parse) -> None:
    alone = places(parse, "The council of Cambridge met in Cambridge.")["Cambridge"]
    among = places(
        parse, "The council met in Cambridge, and delegates came from Boston and Somerville."
    )["Cambridge"]
    assert alone.country == "GBR"
    assert among.admin1 == "Massachusetts"


def test_a_country_is_a_country_before_it_is_a_village(parse: Parse) -> None:
    found = places(parse, "Turkey, Georgia and Jordan signed the treaty with Chad.")
    assert {p.country for p in found.values()} == {"TUR", "GEO", "JOR", "TCD"}
    assert {p.precision for p in found.values()} == {"country"}


def test_persons_are_no_places(parse: Parse) -> None:
    text = "Jordan Smith and Paris Hilton spoke in Berlin. Smith said it was late."
    literal = {p.text for p in find_places(parse(text), Cast()) if p.use == "literal"}
    assert literal == {"Berlin"}


def test_a_wire_begins_with_its_place(parse: Parse) -> None:
    found = places(parse, "KYIV (AP) — Rescuers searched the rubble on Friday.")
    assert found["KYIV"].country == "UKR"


def test_adjectives_and_peoples_are_demonyms(parse: Parse) -> None:
    found = places(parse, "The Kazakh leader met South African envoys, and Poles protested.")
    uses = {p.text: (p.use, p.country) for p in found.values()}
    assert uses["Kazakh"] == ("demonym", "KAZ")
    assert uses["South African"] == ("demonym", "ZAF")
    assert uses["Poles"] == ("demonym", "POL")


def test_a_language_is_no_place(parse: Parse) -> None:
    assert "French" not in places(parse, "The envoy speaks French fluently.")


def test_contested_territory_is_marked(parse: Parse) -> None:
    crimea = places(parse, "Two ships were hit off Crimea on Friday.")["Crimea"]
    assert (crimea.country, crimea.held_by) == ("UKR", "RUS")


def test_regions_and_seas_have_points(parse: Parse) -> None:
    found = places(parse, "Ships left the Black Sea for the Middle East and Central Asia.")
    assert {"Black Sea", "Middle East", "Central Asia"} <= set(found)


def metonym_cast(article: Article, span: Span) -> Cast:
    actor = Actor(
        id="s1", evidence=(span,), name="Government of Russia", kind="government",
        countries=("RUS",), sector="GOV",
    )  # fmt: skip
    mention = Mention(
        id="m1", evidence=(span,), actor_id="s1", kind="metonym", span=span,
        text=article.words(span), head=span,
    )  # fmt: skip
    return Cast((actor,), (mention,))


@pytest.mark.parametrize(
    ("text", "use"),
    [("Moscow accused Kyiv of lying.", "metonym"), ("Clashes broke out in Moscow.", "literal")],
)
def test_a_capital_may_stand_for_a_government(parse: Parse, text: str, use: str) -> None:
    parsed = parse(text)
    start = text.index("Moscow")
    cast = metonym_cast(parsed.article, Span(start, start + len("Moscow")))
    moscow = next(p for p in find_places(parsed, cast) if p.text == "Moscow")
    assert moscow.use == use


def test_the_outlet_has_a_home() -> None:
    assert home_country(Article.from_text("x", outlet="Reuters")) == "GBR"
    assert home_country(Article.from_text("x", url="https://www.example.com.au/a")) == "AUS"
    assert home_country(Article.from_text("x")) is None


@settings(max_examples=30, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            [
                "Paris",
                ",",
                "Texas",
                "(",
                "Mass.",
                ")",
                "the",
                "US",
                "us",
                "St.",
                "John's",
                "—",
                "KYIV",
                "and",
                "of",
                "New",
                "York",
                "Gov.",
                "Kazakh",
                "’s",
                "北京",
                "..",
            ]
        ),
        min_size=1,
        max_size=15,
    )
)
def test_any_pile_of_names_gives_spans_and_no_error(model: LanguageModel, words: list[str]) -> None:
    parsed = next(parse_all([Article.from_text(" ".join(words))], model))
    spans = [place.span for place in find_places(parsed, Cast())]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Korean Peninsula was quiet on Friday.", "Korean Peninsula"),
        ("People in Gilgit-Baltistan waited for the snow to melt.", "Gilgit-Baltistan"),
        ("The fair in Reading, Berkshire, opened on Monday.", "Reading"),
        ("She lives in St. Petersburg's old centre.", "St. Petersburg"),
    ],
)
def test_names_are_read_whole(parse: Parse, text: str, name: str) -> None:
    assert name in places(parse, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Supreme Court ruled on Monday.", "Supreme"),
        ("The Olympic champion flew to Kenya.", "Olympic"),
        ("The match was played at the Grenada Street ground.", "Grenada"),
        ("The Morrison government lost a vote in Australia.", "Morrison"),
    ],
)
def test_common_words_and_streets_are_no_places(parse: Parse, text: str, name: str) -> None:
    assert name not in places(parse, text)


def test_a_country_is_not_its_capital_nor_a_village_abroad(parse: Parse) -> None:
    text = (
        "The American and Mexican ministers met in Mexico City. Mexico will send wheat, and Ohio, "
        "Iowa and Indiana will send maize to Russia."
    )
    found = places(parse, text)
    assert found["Mexico"].precision == "country"
    assert found["Russia"].country == "RUS"


@pytest.mark.parametrize(
    ("published", "held"), [("2010-05-01", None), ("2022-05-01", "RUS"), ("2023-05-01", "UKR")]
)
def test_who_holds_a_place_is_told_for_the_day_of_the_article(
    parse: Callable[..., ParsedArticle], published: str, held: str | None
) -> None:
    parsed = parse("Shells fell on Kherson on Friday.", published=published)
    assert find_places(parsed, Cast())[0].held_by == held


def test_a_comma_does_not_put_a_country_into_another(parse: Parse) -> None:
    text = "He lost his links in Russia, U.S. officials said in Ohio and Indiana."
    assert places(parse, text)["Russia"].country == "RUS"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The stabbing took place in Qorvin Gardens, Kenya.", "Qorvin Gardens", "KEN"),
        ("Voters in Groom, in Queensland, Australia, go to the polls.", "Groom", "AUS"),
    ],
)
def test_a_place_that_nobody_knows_keeps_its_name_without_a_point(
    parse: Parse, text: str, name: str, country: str
) -> None:
    place = places(parse, text)[name]
    assert (place.country, place.geonameid, place.latitude) == (country, None, None)
    assert place.precision == "unknown"


def test_an_unknown_place_lies_where_the_literal_places_around_it_lie(parse: Parse) -> None:
    text = (
        "A mill burned in Nakuru, Kenya. Russia sent money. The fire in Qorvin district killed two."
        "\nPeople in Qorvin district said that Russia, China and Iran would help."
    )
    found = [p for p in find_places(parse(text), Cast()) if p.text == "Qorvin"]
    assert {p.country for p in found} <= {"KEN"}


def test_what_is_shelled_is_a_place_whatever_the_parser_calls_it(parse: Parse) -> None:
    found = places(parse, "The army said that its forces shelled Kharkiv and Odesa.")
    assert {found["Kharkiv"].country, found["Odesa"].country} == {"UKR"}


def test_a_town_is_not_what_it_only_was_called_once(parse: Parse) -> None:
    text = "He arrived in Astana, Kazakhstan, on Wednesday before flying to Samarkand."
    assert places(parse, text)["Samarkand"].country == "UZB"


def test_a_site_may_end_in_a_small_word(parse: Parse) -> None:
    crossing = places(parse, "Egypt opened the Rafah crossing on Sunday.")["Rafah crossing"]
    assert crossing.precision == "point"
