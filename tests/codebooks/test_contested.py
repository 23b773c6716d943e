"""Contested territory: who claims and who holds it on a day."""

from __future__ import annotations

import pytest

from dragoman.codebooks.contested import territories
from dragoman.codebooks.countries import countries
from dragoman.codebooks.gazetteer import gazetteer
from dragoman.codebooks.validate import period_faults


def standing(name: str, day: str | None) -> tuple[str, str] | None:
    table = gazetteer()
    found = table.standing(table.candidates(name)[0], day)
    return ("|".join(found.claimed_by), "|".join(found.held_by)) if found else None


@pytest.mark.parametrize(
    ("name", "day", "claimed", "held"),
    [
        ("Crimea", "2015-01-01", "RUS|UKR", "RUS"),
        ("Simferopol", "2019", "RUS|UKR", "RUS"),
        ("Kherson", "2022-05-01", "UKR", "RUS"),
        ("Kherson", "2023-01-01", "RUS|UKR", "UKR"),
        ("Mariupol", "2023-01-01", "RUS|UKR", "RUS"),
        ("Nagorno-Karabakh", "2010-06", "AZE|Nagorno-Karabakh Republic", "Nagorno-Karabakh Republic"),
        ("Shusha", "2021-01-01", "AZE|Nagorno-Karabakh Republic", "AZE"),
        ("Tiraspol", "2020", "MDA|Transnistria", "Transnistria"),
        ("Tskhinvali", "2010", "GEO|South Ossetia", "South Ossetia"),
        ("Taipei", "2022-08-02", "CHN|TWN", "TWN"),
        ("Kosovo", "2004", "SRB|Kosovo", "United Nations"),
        ("Pristina", "2010", "SRB|XKX", "XKX"),
        ("Gaza", "2015", "PSE", "Hamas"),
        ("Golan Heights", "2019-03-25", "SYR|ISR", "ISR"),
        ("Laayoune", "2020", "MAR|Sahrawi Republic", "MAR|Polisario Front"),
        ("Falklands", "1982-05-01", "GBR|ARG", "ARG"),
        ("Arunachal Pradesh", "2020", "IND|CHN", "IND"),
        ("Mosul", "2016-01-01", "IRQ|Islamic State", "Islamic State"),
        ("Diego Garcia", "2019", "GBR|MUS", "GBR"),
    ],
)  # fmt: skip
def test_a_place_was_claimed_and_held(name: str, day: str, claimed: str, held: str) -> None:
    assert standing(name, day) == (claimed, held)


@pytest.mark.parametrize(
    ("name", "day"),
    [("Crimea", "2013"), ("Mosul", "2020"), ("Shusha", "2025"), ("Berlin", "2020"), ("Lviv", None)],
)
def test_a_place_was_not_contested(name: str, day: str | None) -> None:
    assert standing(name, day) is None


def test_without_a_day_what_holds_now_is_told() -> None:
    assert standing("Sevastopol", None) == ("RUS|UKR", "RUS")


def test_periods_are_sane_and_follow_each_other() -> None:
    for territory in territories():
        for period in territory.standings:
            assert list(period_faults(period.since, period.until)) == []
        ends = [period.until for period in territory.standings[:-1]]
        starts = [period.since for period in territory.standings[1:]]
        assert all(end and end < start for end, start in zip(ends, starts, strict=True))


def test_names_and_codes_lie_in_the_gazetteer() -> None:
    table = gazetteer()
    for territory in territories():
        for name in territory.names:
            bearers = [at for at in table.candidates(name) if table.entry(at).name == name]
            assert any(territory.country in {"", table.country(at)} for at in bearers), name
        for code in territory.codes:
            assert "." in code or code in countries(), code


def test_sides_are_states_we_know_or_names() -> None:
    sides = {side for t in territories() for s in t.standings for side in s.claimed_by + s.held_by}
    assert {side for side in sides if len(side) == 3} <= set(countries())
