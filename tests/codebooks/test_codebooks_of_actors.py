"""The codebooks of facts hold together, and lookups at a date answer right."""

from __future__ import annotations

import pytest

from dragoman.codebooks.countries import countries, country_name
from dragoman.codebooks.dates import covers, is_date
from dragoman.codebooks.offices import holders, office_types, offices_of, people, terms
from dragoman.codebooks.organisations import organisations
from dragoman.codebooks.role_nouns import plural_of
from dragoman.codebooks.validate import period_faults, problems


def test_no_codebook_of_actors_has_a_fault() -> None:
    assert problems() == ()


def test_codebooks_cover_what_they_promise() -> None:
    states = [c for c in countries().values() if c.status in {"state", "disputed"}]
    assert len(states) >= 195
    assert {"XKX", "TWN", "PSE", "ESH"} <= set(countries())
    assert len(terms()) >= 3000
    assert len(people()) >= 2000


@pytest.mark.parametrize(
    ("person", "day", "title"),
    [
        ("Dmitry Medvedev", "2009-07-07", "President of Russia"),
        ("Dmitry Medvedev", "2015-03-01", "Prime Minister of Russia"),
        ("Kassym-Jomart Tokayev", "2004-01-01", "Minister of Foreign Affairs of Kazakhstan"),
        ("Donald Trump", "2026-01-01", "President of the United States"),
        ("Olaf Scholz", "2019-05-05", "Minister of Finance of Germany"),
        ("Ban Ki-moon", "2010-01-01", "Secretary-General of the United Nations"),
    ],
)
def test_an_office_is_that_of_the_day(person: str, day: str, title: str) -> None:
    assert offices_of(person, day)[0].written == title


def test_nobody_holds_an_office_before_or_after() -> None:
    assert offices_of("Angela Merkel", "2022-01-01") == ()
    assert offices_of("Volodymyr Zelensky", "2018-12-10") == ()


def test_on_a_day_of_handover_the_new_holder_comes_first() -> None:
    named = [t.person for t in holders("president", "FRA", "2017-05-14")]
    assert named == ["Emmanuel Macron", "François Hollande"]


def test_terms_may_overlap_and_the_higher_rank_comes_first() -> None:
    held = [t.office for t in offices_of("Mohammed bin Salman", "2023-01-01")]
    assert held[0] == "prime_minister"
    assert "crown_prince" in held


@pytest.mark.parametrize(
    ("bloc", "day", "inside", "outside"),
    [
        ("NATO", "2010-01-01", "ALB", "FIN"),
        ("NATO", "2024-06-01", "SWE", "UKR"),
        ("European Union", "2019-01-01", "GBR", "UKR"),
        ("European Union", "2021-01-01", "HRV", "GBR"),
        ("BRICS", "2009-12-31", "BRA", "ZAF"),
        ("G8", "2013-01-01", "RUS", "CHN"),
    ],
)
def test_a_bloc_has_the_members_of_the_day(bloc: str, day: str, inside: str, outside: str) -> None:
    members = next(o for o in organisations() if o.name == bloc).members_on(day)
    assert inside in members
    assert outside not in members
    assert list(members) == sorted(set(members))


def test_a_group_may_be_rebels_at_one_time_and_a_government_at_another() -> None:
    lines = [o for o in organisations() if o.name == "Taliban"]
    then = [o.sector for o in lines if o.holds_on("2015-01-01")]
    now = [o.sector for o in lines if o.holds_on("2023-01-01")]
    assert (then, now) == (["REB"], ["GOV"])


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        ("2012-05", "2014", "2012-05-01", True),
        ("2012-05", "2014", "2014-12-31", True),
        ("2012-05", "2014", "2015-01-01", False),
        ("2012-05", "", "2012-04-30", False),
        ("2012-05-15", "", "2012", True),
        ("", "", "1066-10-14", True),
        ("2012", "2013", None, True),
    ],
)
def test_periods_are_as_precise_as_they_are_written(
    since: str, until: str, day: str | None, holds: bool
) -> None:
    assert covers(since, until, day) is holds


@pytest.mark.parametrize("wrong", ["2020-13", "2020-02-30", "99999", "20-01-01", "2020-1", "May"])
def test_dates_that_cannot_be_are_refused(wrong: str) -> None:
    assert not is_date(wrong)
    assert list(period_faults(wrong, ""))


def test_an_end_before_the_start_is_a_fault() -> None:
    assert list(period_faults("2020-05-01", "2019"))
    assert not list(period_faults("2020-05-01", "2020"))


def test_titles_are_written_with_the_country_as_prose_has_it() -> None:
    assert office_types()["president"].title_for("USA") == "President of the United States"
    assert office_types()["mayor"].title_for("FRA", place="Lyon") == "Mayor of Lyon"
    assert office_types()["mayor"].title_for("FRA") == "Mayor"
    assert country_name("XXX") == "XXX"


@pytest.mark.parametrize(
    ("one", "many"),
    [("policeman", "policemen"), ("head of state", "heads of state"), ("ally", "allies"),
     ("envoy", "envoys"), ("coach", "coaches")],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural_of(one) == many
