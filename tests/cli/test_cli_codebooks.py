"""`dragoman who` and `dragoman codebook`, as a user meets them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.codebooks import use_codebooks


@pytest.fixture(autouse=True)
def only_what_ships() -> Iterator[None]:
    yield
    use_codebooks()


def _run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_who_shows_the_office_of_the_day() -> None:
    shown = _run("who", "Medvedev", "--on", "2015-03-01")
    assert shown.exit_code == 0
    assert "Dmitry Medvedev · person · RUS GOV · Prime Minister of Russia" in shown.stdout
    assert "▸  8 May 2012 – 16 January 2020        Prime Minister of Russia" in shown.stdout


def test_who_in_json_has_readings_and_lines() -> None:
    shown = _run("who", "foreign minister of Kazakhstan", "--on", "2020", "--json")
    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert records[0]["record"] == "reading"
    assert records[0]["countries"] == ["KAZ"]
    assert {"record", "person", "since", "until", "title"} <= set(records[1])


def test_a_name_that_is_not_known_gives_exit_code_one_and_a_hint() -> None:
    shown = _run("who", "Kremln")
    assert shown.exit_code == 1
    assert "Did you mean Kremlin?" in shown.stderr
    assert "codebook add" in _run("who", "Zzyzx", "Qwfp").stderr


def test_a_day_that_is_none_is_wrong_usage() -> None:
    assert _run("who", "Merkel", "--on", "2015-13-01").exit_code == 2


def test_a_row_added_is_used_by_who_and_read(tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    added = _run("codebook", "add", mine, "people", "name=Aziza Karimova", "country=UZB")
    assert added.exit_code == 0
    office = ["person=Aziza Karimova", "office=foreign_minister", "country=UZB", "start=2026-03-01"]
    assert _run("codebook", "add", mine, "offices", *office).exit_code == 0
    assert _run("codebook", "check", mine).exit_code == 0
    shown = _run("who", "Karimova", "--on", "2026-05", "--codebook", mine)
    assert "Minister of Foreign Affairs of Uzbekistan" in shown.stdout
    page = tmp_path / "page.txt"
    page.write_text(
        "Karimova Visits Baku\n\nAziza Karimova of Uzbekistan arrived in Baku on Friday, her office said.\n"
    )
    read = _run("read", page, "--published", "2026-05-02", "--only", "actors", "--codebook", mine)
    assert "Minister of Foreign Affairs of Uzbekistan" in read.stdout


def test_a_wrong_row_is_refused_with_the_reason(tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    refused = _run("codebook", "add", mine, "offices", "person=A B", "office=boss", "country=UZB")
    assert refused.exit_code == 1
    assert "no such office type" in refused.stderr
    assert not mine.exists()
    assert _run("codebook", "add", mine, "people", "nation=UZB").exit_code == 2
    assert "no codebook 'persons'" in _run("codebook", "add", mine, "persons", "name=A").stderr


def test_what_ships_has_no_fault_and_is_listed() -> None:
    assert _run("codebook", "check").exit_code == 0
    assert "offices" in _run("codebook", "list").stdout
    assert "person  (key)" in _run("codebook", "list", "offices").stdout


def test_a_codebook_is_exported_whole() -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(_run("codebook", "export", "metonyms").stdout), dialect="excel-tab"
        )
    )
    assert len(rows) > 100
    assert {"name", "stands_for"} <= set(rows[0])
    first = json.loads(
        _run("codebook", "export", "metonyms", "--format", "json").stdout.splitlines()[0]
    )
    assert first["name"] == rows[0]["name"]


def test_commas_hold_the_same_cells_as_tabs() -> None:
    tabs = _run("codebook", "export", "metonyms").stdout
    commas = _run("codebook", "export", "metonyms", "--format", "csv").stdout
    assert list(csv.reader(io.StringIO(commas))) == [line.split("\t") for line in tabs.splitlines()]


def test_a_cell_of_ones_own_is_no_formula(tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    row = ["name==HYPERLINK()", "kind=outlet", "country=UZB"]
    assert _run("codebook", "add", mine, "outlets", *row).exit_code == 0
    shown = _run("codebook", "export", "outlets", "--format", "csv", "--codebook", mine).stdout
    assert "\n'=HYPERLINK()," in shown
