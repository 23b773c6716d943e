"""Each table has the columns, types and codes that its format documents, in every row."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from dragoman.archive import ArchiveFile
from dragoman.codebooks.cameo import cameo_codes
from dragoman.codebooks.countries import countries
from dragoman.codebooks.interchange import (
    acled_types,
    cameo_actor_types,
    cameo_groups,
    cameo_labels,
    country_codes,
    icews_sectors,
)
from dragoman.codebooks.plover import context_patterns, plover_types
from dragoman.export import FORMATS, TextFormat, export_archive
from dragoman.export.cells import EVENT_COLUMNS, PAGE_COLUMNS

COLUMNS = json.loads((Path(__file__).parent / "columns.json").read_text(encoding="utf-8"))
TABLES: tuple[TextFormat, ...] = ("csv", "gdelt", "gdelt-mentions", "icews", "polecat", "acled")
_TYPES = {"INT": r"-?\d+", "FLOAT": r"-?\d+(\.\d+)?"}

Row = dict[str, str]


def table(archive: ArchiveFile, form: TextFormat, *, everything: bool = True) -> list[Row]:
    """Return the rows as a reader that knows only the format's documentation finds them."""
    out = StringIO()
    export_archive(archive, form, out, everything=everything)
    tabs = form not in {"csv", "acled"}
    text = out.getvalue()
    rows = (
        [line.split("\t") for line in text.splitlines()]
        if tabs
        else list(csv.reader(StringIO(text)))
    )
    head = COLUMNS[form] if form.startswith("gdelt") else rows.pop(0)
    return [dict(zip(head, row, strict=True)) for row in rows]


def codes(rows: list[Row], *names: str) -> set[str]:
    return {row[name] for row in rows for name in names} - {""}


@pytest.mark.parametrize("form", sorted(COLUMNS))
def test_columns_are_those_of_the_format_in_its_order(form: TextFormat) -> None:
    assert [column.name for column in FORMATS[form].columns] == COLUMNS[form]


def test_our_own_table_is_that_of_the_command_line() -> None:
    assert tuple(c.name for c in FORMATS["csv"].columns) == (*EVENT_COLUMNS, *PAGE_COLUMNS)


@pytest.mark.parametrize("form", TABLES)
def test_every_cell_has_its_type(sorts: ArchiveFile, form: TextFormat) -> None:
    rows = table(sorts, form)
    assert rows
    missing = {"", "None"} if form == "polecat" else {""}
    for column in FORMATS[form].columns:
        assert column.type in {"INT", "FLOAT", "STR"}
        assert column.meaning
        for row in rows:
            cell = row[column.name]
            if column.type != "STR" and cell not in missing:
                assert re.fullmatch(_TYPES[column.type], cell), (column.name, cell)


@pytest.mark.parametrize("form", TABLES)
def test_no_cell_is_a_formula_and_no_row_is_broken(sorts: ArchiveFile, form: TextFormat) -> None:
    for row in table(sorts, form):
        for cell in row.values():
            assert not re.match(r"[=+@\t\r]|-(?![0-9])", cell), cell
            assert "\n" not in cell


@pytest.mark.parametrize("form", ["gdelt", "icews", "polecat"])
def test_readers_with_and_without_quoting_agree(sorts: ArchiveFile, form: TextFormat) -> None:
    out = StringIO()
    export_archive(sorts, form, out, everything=True)
    with_quoting = list(csv.reader(StringIO(out.getvalue()), delimiter="\t"))
    assert with_quoting == [line.split("\t") for line in out.getvalue().splitlines()]


def test_gdelt_codes(sorts: ArchiveFile) -> None:
    rows = table(sorts, "gdelt")
    fips = {c.fips for c in country_codes().values()}
    cameo = {c.cameo for c in country_codes().values()}
    assert codes(rows, "ActionGeo_CountryCode", "ActionGeo_ADM1Code") <= fips
    assert {"NO", "US", "UP", "KV", "GA"} <= codes(rows, "ActionGeo_CountryCode")
    assert codes(rows, "Actor1CountryCode", "Actor2CountryCode") <= cameo
    assert "ROM" in codes(rows, "Actor1CountryCode", "Actor2CountryCode")
    assert codes(rows, "Actor1Type1Code", "Actor2Type1Code") <= set(cameo_actor_types().values())
    groups = codes(rows, "Actor1KnownGroupCode", "Actor2KnownGroupCode")
    assert {"UNO", "NAT", "XFM", "HMS"} <= groups <= set(cameo_groups().values())
    assert codes(rows, "ActionGeo_Type") == {"1", "2", "3", "4", "5"}
    assert codes(rows, "AvgTone") == set()
    for row in rows:
        code = row["EventCode"]
        assert float(row["GoldsteinScale"]) == cameo_codes()[code].goldstein
        assert (row["EventBaseCode"], row["EventRootCode"]) == (code[:3], code[:2])
        assert row["QuadClass"] in {"1", "2", "3", "4"}
        assert dt.datetime.strptime(row["SQLDATE"] + "Z", "%Y%m%d%z")
        assert row["SQLDATE"].startswith(row["MonthYear"])
        assert row["Year"] == row["FractionDate"].split(".")[0] == row["SQLDATE"][:4]
        assert len(row["DATEADDED"]) == 14
        assert 0 < int(row["GLOBALEVENTID"]) < 2**63
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)


def test_gdelt_mentions_belong_to_events(sorts: ArchiveFile) -> None:
    events, mentions = table(sorts, "gdelt"), table(sorts, "gdelt-mentions")
    assert [r["GLOBALEVENTID"] for r in mentions] == [r["GLOBALEVENTID"] for r in events]
    assert codes(mentions, "MentionType") == {"1"}
    assert codes(mentions, "SentenceID") == {"1"}
    assert codes(mentions, "Confidence") == {"87"}
    assert codes(mentions, "MentionIdentifier") == {"https://news.example/1"}


def test_icews_codes(sorts: ArchiveFile) -> None:
    rows = table(sorts, "icews")
    sectors = set(icews_sectors().values())
    assert codes(rows, "Source Sectors", "Target Sectors") <= sectors
    assert "Russian Federation" in codes(rows, "Source Country", "Target Country")
    for row in rows:
        code = row["CAMEO Code"]
        assert row["Event Text"] == cameo_labels()[code]
        assert float(row["Intensity"]) == cameo_codes()[code].goldstein
        assert dt.date.fromisoformat(row["Event Date"])
    assert any(row["CAMEO Code"].startswith("0") for row in rows)


def test_what_is_done_with_one_another_has_both_directions(
    tmp_path: Path, maker: type[Any]
) -> None:
    made = maker(1)
    three = [made.party(("A", "state", (iso,), "GOV")) for iso in ("NOR",)]
    three += [made.party((f"B{n}", "state", ("SWE",), "GOV")) for n in range(2)]
    made.event("CONSULT", actors=tuple(three), reciprocal=True)
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(made.readout())
        rows = table(archive, "icews")
    ends = [(row["Source Name"], row["Target Name"]) for row in rows]
    assert len(ends) == len(set(ends)) == 6
    assert ("A", "B1") in ends
    assert ("B1", "A") in ends


def test_polecat_codes(sorts: ArchiveFile) -> None:
    rows = table(sorts, "polecat")
    known = {c.plover for c in country_codes().values()} | {"UNO", "EUR", "IGO", "NGO", "None"}
    held = {
        code
        for row in rows
        for side in ("Actor", "Recipient")
        for code in re.split("[;,] ", row[f"{side} Country"])
    }
    assert held <= known
    assert {"KOS", "UNO", "EUR", "IGO", "NGO"} <= held
    assert "XKX" not in held
    assert {row["Event Type"] for row in rows} == set(plover_types())
    for row in rows:
        assert "" not in row.values()
        modes = set(row["Event Mode"].split("; ")) - {"None"}
        assert modes <= set(plover_types()[row["Event Type"]].modes)
        assert set(row["Contexts"].split("; ")) <= set(context_patterns())
        assert row["Quad Code"] == str(plover_types()[row["Event Type"]].quad)


def test_polecat_lists_keep_the_places_of_their_parties(tmp_path: Path, maker: type[Any]) -> None:
    made = maker(1)
    sorts = (("A; B", "state", ("NOR",), "GOV"), ("C", "people", (), "UNK"))
    made.event("CONSULT", actors=tuple(map(made.party, sorts)))
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(made.readout())
        (row,) = table(archive, "polecat")
    assert row["Actor Name"] == "A, B; C"
    assert row["Actor Country"] == "NOR; None"
    assert row["Actor COW"] == "385; None"
    assert row["Recipient Name"] == "None"


def test_acled_codes(sorts: ArchiveFile) -> None:
    rows = table(sorts, "acled")
    regions = {c.acled_region for c in country_codes().values()}
    for row in rows:
        act = acled_types()[row["sub_event_type"]]
        assert row["event_type"] == act.name
        assert row["region"] in regions
        assert row["country"] in {c.name for c in countries().values()}
        assert row["time_precision"] in {"1", "2", "3"}
        assert row["geo_precision"] in {"1", "2", "3"}
        assert dt.date.fromisoformat(row["event_date"])
        assert row["fatalities"] != "0"
        assert row["notes"] == "Envoys of one side did it to the other."
        inters = [row["inter1"], row["inter2"]]
        assert row["interaction"] in {
            "-".join(inters), "-".join(reversed(inters)), f"{''.join(inters)} only", "",
        }  # fmt: skip
    assert {"Battles", "Protests", "Riots", "Strategic developments"} <= {
        row["event_type"] for row in rows
    }


RUSSIANS, SOLDIERS, POLICE = ("MIL", "RUS"), ("MIL", "NOR"), ("COP", "NOR")
REBELS, VILLAGERS, UNION, MINISTER = ("REB", "NOR"), ("CVL", "NOR"), ("LAB", "NOR"), ("GOV", "NOR")


@pytest.mark.parametrize(
    ("act", "sides", "expected"),
    [
        (("ASSAULT",), (RUSSIANS, REBELS), ("Armed clash", "Rebel group-External/Other forces")),
        (("ASSAULT", "beat"), (SOLDIERS, VILLAGERS), ("Attack", "State forces-Civilians")),
        (("ASSAULT", "drone"), (SOLDIERS,), ("Air/drone strike", "State forces only")),
        (
            ("ASSAULT", "crowd-control"),
            (POLICE, VILLAGERS),
            ("Protest with intervention", "State forces-Protesters"),
        ),
        (("PROTEST", "demo"), (UNION, MINISTER), ("Peaceful protest", "State forces-Protesters")),
        (("PROTEST", "riot"), (VILLAGERS,), ("Violent demonstration", "Rioters only")),
    ],
)
def test_what_acled_calls_acts_and_parties(
    tmp_path: Path,
    maker: type[Any],
    act: tuple[str, ...],
    sides: tuple[tuple[str, str], ...],
    expected: tuple[str, str],
) -> None:
    made = maker(1)
    parties = [(made.party((code, "people", (iso,), code)),) for code, iso in sides]
    place = made.place(("Oslo", "NOR", "city", None))
    recipients = parties[1] if len(parties) > 1 else ()
    made.event(act[0], act[1:], actors=parties[0], recipients=recipients, place_id=place.id)
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(made.readout())
        (row,) = table(archive, "acled")
    assert (row["sub_event_type"], row["interaction"]) == expected
    assert bool(row["civilian_targeting"]) == (expected[0] == "Attack")


@pytest.mark.parametrize("form", TABLES)
def test_by_default_what_happened_and_is_news(sorts: ArchiveFile, form: TextFormat) -> None:
    some, every = table(sorts, form, everything=False), table(sorts, form)
    assert 0 < len(some) < len(every)
    if form == "csv":
        assert {(row["status"], row["background"]) for row in some} == {("actual", "no")}


def test_an_event_of_which_no_day_is_known_is_counted_not_invented(
    tmp_path: Path, maker: type[Any]
) -> None:
    made = maker(1)
    made.event("AID", date="PAST_REF")
    undated = made.page.model_copy(update={"published": None})
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(made.readout().model_copy(update={"article": undated}))
        out = StringIO()
        done = export_archive(archive, "gdelt", out)
    assert out.getvalue() == ""
    assert done.left_out == {"no date": 1}
    assert (done.events, done.events_seen, done.articles) == (0, 1, 1)


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2024-05-11", "2024-05-11"),
        ("2024-05-11TMO", "2024-05-11"),
        ("2024-04", "2024-04-01"),
        ("2024-W19", "2024-05-06"),
        ("2023", "2023-01-01"),
        (None, "2024-05-13"),
        ("PRESENT_REF", "2024-05-13"),
        ("2024-02-30", "2024-05-13"),
    ],
)
def test_the_day_of_an_event(tmp_path: Path, maker: type[Any], date: str | None, day: str) -> None:
    made = maker(1)
    made.event("AID", date=date)
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        archive.put(made.readout())
        (row,) = table(archive, "icews")
    assert row["Event Date"] == day
