"""What bare phrases say of a party at a date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extraction.actors import Description, describe_phrase


def described(phrase: str, day: str | None = "2021-06-14") -> Description:
    found = describe_phrase(phrase, day)
    assert found is not None, phrase
    return found


@pytest.mark.parametrize(
    ("phrase", "day", "name", "code"),
    [
        ("the French president", "2010-01-01", "Nicolas Sarkozy", "FRA GOV"),
        ("Japan's prime minister", "2021-06-14", "Yoshihide Suga", "JPN GOV"),
        ("the Kremlin spokesman", "2015-01-01", "Dmitry Peskov", "RUS GOV"),
        ("the UN chief", "2013-08-30", "Ban Ki-moon", " IGO"),
        ("the North Korean leader", "2018-01-01", "Kim Jong Un", "PRK GOV"),
        ("the British leader", "2005-01-01", "Tony Blair", "GBR GOV"),
        ("the mayor of London", "2012-01-01", "Boris Johnson", "GBR GOV"),
        ("the Texas governor", "2018-01-01", "Greg Abbott", "USA GOV"),
        ("Toqaev", "2022-01-08", "Kassym-Jomart Tokayev", "KAZ GOV"),
        ("Aleksandr Lukashenko", "2020-01-01", "Alexander Lukashenko", "BLR GOV"),
        ("KASSYM-JOMART TOKAYEV", "2023-11-01", "Kassym-Jomart Tokayev", "KAZ GOV"),
        ("the pope", "2015-01-01", "Pope Francis", "VAT REL"),
    ],
)
def test_offices_and_names_lead_to_who_is_meant(
    phrase: str, day: str, name: str, code: str
) -> None:
    found = described(phrase, day)
    assert (found.name, f"{' '.join(found.countries)} {found.sector}") == (name, code)


@pytest.mark.parametrize(
    ("phrase", "countries", "sector"),
    [
        ("Syrian rebels", ("SYR",), "REB"),
        ("French troops in Mali", ("FRA",), "MIL"),
        ("an Israeli army spokesperson", ("ISR",), "MIL"),
        ("Iran-backed militia in Iraq", ("IRQ",), "PRM"),
        ("pro-Russian rebels in Ukraine", ("UKR",), "REB"),
        ("a group of Afghan refugees", ("AFG",), "REF"),
        ("a former CIA official", ("USA",), "ELI"),
        ("Shanghai police", ("CHN",), "COP"),
        ("Kenya's supreme court", ("KEN",), "JUD"),
        ("NATO officials", (), "IGO"),
        ("Transnistria's foreign ministry", ("MDA",), "PRE"),
        ("the foreign ministers of France and Germany", ("FRA", "DEU"), "GOV"),
        ("a Somalia-based paramilitary group", ("SOM",), "PRM"),
        ("Puerto Rican lawmakers", ("USA",), "LEG"),
    ],
)
def test_roles_take_country_and_sector(
    phrase: str, countries: tuple[str, ...], sector: str
) -> None:
    found = described(phrase)
    assert (found.countries, found.sector) == (countries, sector)


def test_closed_collectives_are_expanded_and_open_ones_are_not() -> None:
    five = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert described("foreign ministers of the five Central Asian states").countries == five
    assert described("the E3").members == ("DEU", "FRA", "GBR")
    assert described("the West").countries == ()
    assert described("Western countries").kind == "collective"
    assert described("China, Iran, and Russia").countries == ("CHN", "IRN", "RUS")


@pytest.mark.parametrize(
    ("phrase", "stands_for", "countries"),
    [
        ("the Kremlin", "Government of Russia", ("RUS",)),
        ("Foggy Bottom", "United States Department of State", ("USA",)),
        ("Tehran", "Government of Iran", ("IRN",)),
        ("Brussels", "European Commission", ()),
    ],
)
def test_metonyms_say_for_whom_they_stand(
    phrase: str, stands_for: str, countries: tuple[str, ...]
) -> None:
    found = described(phrase)
    assert (found.metonym_for, found.countries) == (stands_for, countries)


def test_a_holder_is_not_named_for_any_holder_or_a_deputy() -> None:
    assert not described("a president").named
    deputy = described("the Russian deputy foreign minister").office
    assert deputy is not None
    assert deputy.title.startswith("Deputy")


def test_a_bare_surname_keeps_its_other_bearers() -> None:
    found = described("Clinton", "2010-01-01")
    assert found.name == "Hillary Clinton"
    assert "Bill Clinton" in found.candidates


@pytest.mark.parametrize("phrase", ["", " ", "…", "the", "of", "'s", "qwertz", "12", "—" * 50])
def test_phrases_that_name_nobody_are_left_alone(phrase: str) -> None:
    assert describe_phrase(phrase, "2020-01-01") is None


@given(st.text(max_size=80), st.sampled_from([None, "2020-01-01", "1990", "99999-99-99"]))
def test_any_string_gets_an_answer_or_none(text: str, day: str | None) -> None:
    found = describe_phrase(text, day)
    assert found is None or found.name


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Yugoslav People’s Army", "YUG", "MIL"),
        ("the Lord's Resistance Army", "UGA", "REB"),
        ("Peoples' Democratic Party", "TUR", "PTY"),
        ("the Kenyan prosecutors' office", "KEN", "JUD"),
    ],
)
def test_names_with_a_possessive_are_names(phrase: str, country: str, sector: str) -> None:
    found = describe_phrase(phrase, "1991-06-01" if country == "YUG" else "2016-06-01")
    assert found is not None
    assert (found.countries, found.sector) == ((country,), sector)


def test_a_bare_state_is_not_seen_acting() -> None:
    found = describe_phrase("Mongolia", "2015-01-01")
    assert found is not None
    assert (found.kind, found.countries, found.sector) == ("state", ("MNG",), "UNK")
    breakaway = describe_phrase("Transnistria", "2015-01-01")
    assert breakaway is not None
    assert breakaway.sector == "PRE"


def test_a_minister_out_of_office_is_elite_but_an_ambassador_goes_on() -> None:
    minister = describe_phrase("Moshe Katsav", "2012-01-01")
    assert minister is not None
    assert minister.sector == "ELI"
    ambassador = describe_phrase("Cui Tiankai", "2022-01-01")
    assert ambassador is not None
    assert ambassador.sector == "GOV"


def test_an_invariant_people_is_a_people() -> None:
    found = describe_phrase("Kikuyu", "2008-01-01")
    assert found is not None
    assert (found.kind, found.countries, found.sector) == ("people", ("KEN",), "CVL")
