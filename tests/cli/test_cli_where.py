"""`dragoman where`, as a user meets it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.cli.render.located import coordinates


def _run(*args: str) -> Result:
    return CliRunner().invoke(main, ["where", *args])


def test_a_place_comes_with_its_region_point_and_number() -> None:
    shown = _run("Kherson")
    assert shown.exit_code == 0
    first = shown.stdout.splitlines()[1]
    assert first.split(" · ")[:4] == ["  Kherson", "city", "Kherson Oblast, Ukraine", "UKR"]
    assert "46.64° N 32.62° E" in first
    assert "GeoNames 706448" in first


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2022-05-01", "claimed by UKR · held by RUS · since 2 March 2022"),
        ("2023-05-01", "claimed by RUS and UKR · held by UKR · since 11 November 2022"),
    ],
)
def test_who_claims_and_holds_it_depends_on_the_day(day: str, line: str) -> None:
    assert line in _run("Kherson", "--on", day).stdout


def test_a_name_may_say_what_it_lies_in() -> None:
    assert "Texas, United States" in _run("Paris, Texas").stdout
    assert "Pennsylvania, United States" in _run("Lebanon,", "Pa.").stdout
    assert _run("Paris, Kenya").exit_code == 1


def test_a_country_narrows_the_answer() -> None:
    shown = _run("San", "José", "--country", "cr", "--json")
    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert {record["country"] for record in records} == {"CRI"}
    assert _run("Paris", "--country", "XXQ").exit_code == 2


def test_json_has_who_claims_and_who_holds() -> None:
    record = json.loads(_run("Sukhumi", "--on", "2015", "--json").stdout)
    assert record["record"] == "place"
    assert record["standing"]["held_by"] == ["Abkhazia"]
    assert json.loads(_run("Reykjavik", "--json").stdout.splitlines()[0])["standing"] is None


def test_an_adjective_gives_its_country_and_long_answers_are_cut() -> None:
    assert _run("Kazakh").stdout.splitlines()[1].startswith("  Kazakhstan · country")
    shown = _run("Springfield", "--most", "2").stdout.splitlines()
    assert len(shown) == 4
    assert "more: --most" in shown[-1]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Kyyiv", "Did you mean Kyiv"), ("\u041coscow", "mixes Cyrillic and Latin"), ("Qqxzzv", "")],
)
def test_a_name_that_no_place_bears_gives_exit_code_one(name: str, hint: str) -> None:
    shown = _run(name)
    assert shown.exit_code == 1
    assert "knows no" in shown.stderr
    assert hint in shown.stderr


@pytest.mark.parametrize("name", ["…", "\u202e", "a" * 4000, "'; --"])
def test_hostile_names_are_not_found(name: str) -> None:
    assert _run("--", name).exit_code == 1


def test_coordinates_have_their_side_of_the_globe() -> None:
    assert coordinates(-33.4567, -70.5) == "33.46° S 70.50° W"
