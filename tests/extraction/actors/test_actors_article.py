"""Who is in an article: merging, offices at its date, metonyms and places, spans."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.extraction.actors import find_actors
from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Actor

Parse = Callable[..., ParsedArticle]


@pytest.fixture(scope="session")
def cast_of(parse: Parse) -> Callable[..., tuple[ParsedArticle, Cast]]:
    """Find the actors of a text: ``cast_of("…", published="2023-11-01")``."""

    def found(text: str, published: str | None = "2023-11-01") -> tuple[ParsedArticle, Cast]:
        parsed = parse(text, published=published)
        return parsed, find_actors(parsed)

    return found


def at(found: tuple[ParsedArticle, Cast], words: str) -> Actor:
    """Return the actor whose mention has these words for its head."""
    parsed, cast = found
    for mention in cast.mentions:
        if parsed.words(mention.head) == words or mention.text == words:
            return cast.actor_of(mention)
    raise AssertionError(f"{words!r} not in {[m.text for m in cast.mentions]}")


def test_a_surname_and_a_title_are_the_person_named_in_full(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    text = (
        "Kenyan Trade Minister Jane Wanjiku opened the fair in Nairobi.\n"
        "Wanjiku praised the traders, and the minister promised new roads."
    )
    found = cast_of(text)
    person = at(found, "Jane Wanjiku")
    assert (person.countries, person.sector) == (("KEN",), "GOV")
    assert person.office is not None
    assert (person.office.title, person.office.basis) == ("Minister of Trade of Kenya", "text")
    assert at(found, "Wanjiku").id == person.id


@pytest.mark.parametrize(
    ("day", "title"),
    [("2009-07-07", "President of Russia"), ("2015-03-01", "Prime Minister of Russia")],
)
def test_the_office_is_that_of_the_articles_day(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]], day: str, title: str
) -> None:
    office = at(cast_of("Dmitry Medvedev met the guests.", day), "Dmitry Medvedev").office
    assert office is not None
    assert office.title == title


def test_a_capital_is_a_government_or_a_place_by_its_grammar(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    acting = at(cast_of("Moscow accused the ambassador of spying."), "Moscow")
    assert (acting.metonym_for, acting.countries) == ("Government of Russia", ("RUS",))
    assert at(cast_of("Two men were hurt in clashes in Moscow."), "Moscow").kind == "place_only"
    assert at(cast_of("The minister visited Berlin on Monday."), "Berlin").kind == "place_only"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A barn burned down in Lebanon, Pennsylvania.", "Lebanon"),
        ("Iran kicked off late and lost the match on penalties.", "Iran"),
    ],
)
def test_a_countrys_name_may_be_a_town_or_a_team(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]], text: str, words: str
) -> None:
    assert at(cast_of(text), words).kind == "place_only"


def test_a_country_inside_a_persons_name_is_none(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    _, cast = cast_of("Paris Hilton waved to reporters.")
    assert "FRA" not in {code for actor in cast.actors for code in actor.countries}


def test_capitals_still_match_names(cast_of: Callable[..., tuple[ParsedArticle, Cast]]) -> None:
    found = cast_of("EMMANUEL MACRON AND OLAF SCHOLZ")
    assert at(found, "EMMANUEL MACRON").countries == ("FRA",)
    assert at(found, "OLAF SCHOLZ").name == "Olaf Scholz"


def test_transliterations_are_one_person(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    found = cast_of("Tokayev left Astana. Kasym-Zhomart Tokaev had signed the decree.")
    assert at(found, "Tokayev").id == at(found, "Kasym-Zhomart Tokaev").id


def test_an_apposition_tells_who_a_stranger_is(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    found = cast_of("Peter Otieno, a Kenyan farmer, lost his herd.")
    person = at(found, "Peter Otieno")
    assert (person.countries, person.sector) == (("KEN",), "AGR")


def test_an_office_that_is_only_ascribed_is_no_party(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    _, cast = cast_of("She served as president of the club.")
    assert all(actor.name != "President" for actor in cast.actors)


def test_open_blocs_have_no_members(cast_of: Callable[..., tuple[ParsedArticle, Cast]]) -> None:
    bloc = at(cast_of("Russia said the West was to blame."), "West")
    assert (bloc.kind, bloc.countries, bloc.members) == ("collective", (), ())


def test_ids_are_unique_and_stable(cast_of: Callable[..., tuple[ParsedArticle, Cast]]) -> None:
    text = "France and Germany met Russia. France spoke for the EU; Russia for itself."
    _, first = cast_of(text)
    _, again = cast_of(text)
    assert first == again
    ids = [record.id for record in (*first.actors, *first.mentions)]
    assert len(ids) == len(set(ids))


def test_without_a_date_no_office_is_claimed(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    assert at(cast_of("Angela Merkel spoke.", None), "Angela Merkel").office is None


_PIECES = st.lists(
    st.sampled_from(
        [
            "the", "Kremlin", "president", "of", "France", "'s", "Turkey", "and", ",", "Xi", "UN",
            "chief", "in", "who", "MACRON", "Łódź", "\u202eabc", "—", "(", '"', "99999", "said", ".",
        ]
    ),
    min_size=1,
    max_size=25,
)  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_PIECES)
def test_any_words_give_sound_spans(parse: Parse, pieces: list[str]) -> None:
    parsed = parse(" ".join(pieces))
    cast = find_actors(parsed)
    for mention in cast.mentions:
        assert parsed.words(mention.span) == mention.text
        assert mention.span.contains(mention.head)
        assert mention.head.length > 0
        assert cast.actor_of(mention)


def test_people_elsewhere_are_of_no_state_that_is_told(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    """Whom a blast abroad hurts is not of the state that the article speaks of most."""
    found = cast_of(
        "The United States condemned the blast. The United States sent agents, and the American "
        "president spoke. A bomb near the American embassy in Nairobi killed 40 people, and the "
        "United States closed it. Hundreds of people fled."
    )
    crowds = [actor for actor in found[1].actors if "people" in actor.name]
    assert crowds
    assert {actor.countries for actor in crowds} == {()}


def test_who_is_named_without_a_country_is_of_the_one_that_is_told_of(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    """Where two are told of as much nobody can say."""
    alone = cast_of("Kenya mourned. Kenyan police said that miners had marched in Nairobi.")
    assert at(alone, "miners").countries == ("KEN",)
    among = cast_of("Kenya and Uganda mourned. Ugandan and Kenyan envoys met. Miners marched.")
    assert at(among, "Miners").countries == ()


def test_one_person_is_not_of_the_state_that_the_article_speaks_of(
    cast_of: Callable[..., tuple[ParsedArticle, Cast]],
) -> None:
    found = cast_of(
        "Canada and the Canadian minister spoke in Ottawa about the case. The boy was sent to his "
        "father. A boy in Lima waved."
    )
    assert at(found, "father").countries == ()
    assert {a.countries for a in found[1].actors if "boy" in a.name} == {(), ("PER",)}
