"""Places by name, without a context."""

from __future__ import annotations

import pytest

from dragoman.codebooks.countries import countries
from dragoman.codebooks.gazetteer import gazetteer, look_up, name_key
from dragoman.codebooks.regions import regions


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Paris", "FRA", "city"),
        ("Georgia", "GEO", "country"),
        ("Turkey", "TUR", "country"),
        ("Washington", "USA", "city"),
        ("New York", "USA", "city"),
        ("Kyiv", "UKR", "city"),
        ("Київ", "UKR", "city"),
        ("Donetsk", "UKR", "city"),
        ("Sichuan", "CHN", "admin1"),
        ("Wales", "GBR", "admin1"),
        ("the Netherlands", "NLD", "country"),
        ("US", "USA", "country"),
    ],
)
def test_the_likeliest_bearer_comes_first(name: str, country: str, kind: str) -> None:
    best = look_up(name)[0]
    assert (best.country, best.kind) == (country, kind)


def test_old_and_new_spellings_name_one_place() -> None:
    assert look_up("Kiev")[0].geonameid == look_up("Kyiv")[0].geonameid


def test_case_accents_and_points_do_not_matter() -> None:
    assert name_key("St. Denis") == name_key("saint-denis") == "saint denis"
    assert name_key("Žilina") == name_key("zilina")
    assert name_key("N’Djamena") == "ndjamena"


@pytest.mark.parametrize("name", ["", " ", "…", "Xyzzyqwfp", "x" * 5000])
def test_what_is_no_place_has_no_bearer(name: str) -> None:
    assert look_up(name) == ()


def test_every_entry_stands_on_the_globe_under_its_name() -> None:
    table = gazetteer()
    assert abs(table.latitude).max() <= 90
    assert abs(table.longitude).max() <= 180
    for name in ("London", "Springfield", "San José"):
        entries = look_up(name)
        assert len(entries) > 1
        assert len({(e.latitude, e.longitude, e.kind) for e in entries}) == len(entries)


def test_every_state_has_a_point() -> None:
    placed = {region.country for region in regions() if region.kind == "country"}
    missing = [c.name for c in countries().values() if c.status == "state" and c.iso3 not in placed]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [("White House", "USA", "site"), ("Karaj", "IRN", "city"), ("Mexico", "MEX", "country")],
)
def test_the_owner_of_a_name_goes_before_a_large_city_that_is_also_called_so(
    name: str, country: str, kind: str
) -> None:
    best = look_up(name)[0]
    assert (best.name, best.country, best.kind) == (name, country, kind)
