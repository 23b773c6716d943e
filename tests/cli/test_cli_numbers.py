"""`dragoman counts | dyad | network | changes | timeline` from the outside."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from dragoman.analysis import changes
from dragoman.archive import ArchiveFile
from dragoman.archive.numbers import network, periods
from dragoman.cli import counting, main
from dragoman.cli.commands import network as network_command
from dragoman.cli.render.bars import bar, bar_to_the_left, sparkline
from dragoman.cli.render.layout import THEME, Grid, print_parts
from dragoman.cli.render.numbers import changes_parts, counts_parts, dyad_parts, network_parts


def run(*words: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [*map(str, words)])


@pytest.fixture
def kept(tmp_path: Path, news: ModuleType) -> Path:
    """An archive of three months: two articles tell one visit; one outlet's name is a formula."""
    path = tmp_path / "kept.dragoman"
    visit = news.act("CONSULT", "NOR", "FRA", "Paris FRA", date="2024-05-12", modes=("visit",))
    with ArchiveFile(path) as archive:
        for readout in (
            news.article(1, "2024-05-12", "The Courier", [visit, news.act("ACCUSE", "FRA", "NOR")]),
            news.article(2, "2024-05-13", "=cmd()", [visit], said=["Holm NOR"], cited=["Wire"]),
            news.article(3, "2024-07-02", "The Courier", [news.act("AID", "NOR", "MLI", date="2024")]),
            news.article(4, "2024-07-03", "The Courier", [news.act("AID", "NOR", "MLI", status="planned")]),
        ):  # fmt: skip
            archive.put(readout)
    return path


EVERY = (
    ("counts",), ("counts", "--by", "type"), ("counts", "--every", "month"),
    ("counts", "--by", "country,type", "--every", "week"), ("dyad", "NOR", "FRA"),
    ("dyad", "Norway", "France", "type:CONSULT", "--events", "5"), ("network",),
    ("network", "--of", "quotes"), ("network", "--of", "citations"), ("changes",),
    ("changes", "--by", "source,target", "--last", "4w"), ("timeline",),
)  # fmt: skip


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_number_stands_beside_its_filter_and_its_denominator(
    kept: Path, words: tuple[str, ...]
) -> None:
    done = run(*words, "--in", kept)
    assert done.exit_code == 0, done.stderr
    lines = done.stdout.splitlines()
    first = lines[0] if words[0] != "dyad" else lines[1]
    assert " articles of " in first
    assert any(line.startswith("Filter: ") for line in lines[:3])
    first_json = json.loads(run(*words, "--in", kept, "--json").stdout.splitlines()[0])
    assert first_json["record"] == "basis"
    assert first_json["articles"] + first_json["undated"] > 0
    table = run(*words, "--in", kept, "--csv")
    assert "Filter: " in table.stderr
    assert len({len(row) for row in csv.reader(table.stdout.splitlines())}) == 1


def test_counts_with_bars(kept: Path) -> None:
    done = run("counts", "--in", kept, "--by", "type")
    assert done.stdout.startswith(
        "3 events, told 4 times, in 4 articles of 2 outlets (all days).\n"
    )
    lines = [line.split() for line in done.stdout.splitlines() if "█" in line]
    assert [(line[0], line[2]) for line in lines] == [
        ("ACCUSE", "1"),
        ("AID", "1"),
        ("CONSULT", "1"),
    ]


def test_counts_over_time_and_what_has_no_place_in_it(kept: Path) -> None:
    done = run("counts", "--in", kept, "--every", "month")
    assert "1 more event has no date, or one that is too coarse for a place here." in done.stdout
    rows = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  2024")]
    assert rows == ["2024-05", "2024-06", "2024-07"]
    done = run("counts", "--in", kept, "--every", "month", "--by", "type")
    assert "  CONSULT  █··  1       1" in done.stdout.splitlines()
    assert "2024-05 to 2024-07, each sign: 1 month" in done.stdout


def test_counts_as_csv_have_the_columns_that_were_asked_for(kept: Path) -> None:
    done = run("counts", "--in", kept, "--by", "outlet", "--every", "month", "--csv")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert list(rows[0]) == [
        "period", "outlet", "events", "reports", "score", "mean_score", "articles", "outlets",
    ]  # fmt: skip
    assert [(r["period"], r["outlet"], r["events"]) for r in rows] == [
        ("2024-05", "The Courier", "2"), ("2024-05", "'=cmd()", "1"),
    ]  # fmt: skip


def test_a_dyad_with_the_events_behind_it(kept: Path) -> None:
    done = run("dyad", "NOR", "FRA", "--in", kept, "--events", 5)
    lines = done.stdout.splitlines()
    assert lines[0] == "NOR ↔ FRA"
    point = next(line for line in lines if line.startswith("  2024-05"))
    assert point.split()[1:5] == ["█" * 10, "█" * 10, "2", "1"]
    assert "EVENTS (2)" in lines
    event = next(line for line in lines if "CONSULT visit" in line)
    assert (
        "Government of NOR → Government of FRA · Paris · 2024-05-12 · 2 outlets, 2 reports" in event
    )
    assert run("show", event.split()[0], "--in", kept).exit_code == 0


def test_a_dyad_as_json_has_points_then_events(kept: Path) -> None:
    done = run("dyad", "NOR", "FRA", "--in", kept, "--json", "--events", 5)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["record"] for r in records] == ["basis", *["point"] * 3, *["event"] * 2]
    assert (records[1]["period"], records[1]["there"], records[1]["back"]) == ("2024-05", 1, 1)
    assert records[4]["period"] == "2024-05"


def test_a_long_quiet_time_is_one_line(tmp_path: Path, news: ModuleType) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as archive:
        for number, day in enumerate(("2020-01-05", "2021-06-05", "2024-01-05")):
            acts = [] if number == 1 else [news.act("AID", "NOR", "FRA")]
            archive.put(news.article(number, day, "A", acts))
    done = run("dyad", "NOR", "FRA", "--in", path)
    rows = [line.split() for line in done.stdout.splitlines() if line[2:3] in ("2", "…")]
    assert [row[0] for row in rows] == ["2020-01", "…2023-12", "2024-01"]
    assert rows[1] == ["…2023-12", "0", "1"]
    assert len(run("dyad", "NOR", "FRA", "--in", path, "--csv").stdout.splitlines()) == 50
    daily = run("counts", "--every", "day", "--in", path)
    assert len([line for line in daily.stdout.splitlines() if line[2:3] in ("2", "…")]) == 3


def test_a_network_in_lines(kept: Path) -> None:
    done = run("network", "--in", kept, "--most", 1)
    assert "The first 1 of 3 (--most, --csv for all):" in done.stdout
    rows = list(csv.DictReader(run("network", "--in", kept, "--csv").stdout.splitlines()))
    assert [(r["source"], r["target"], r["count"]) for r in rows] == [
        ("FRA", "NOR", "1"), ("NOR", "FRA", "1"), ("NOR", "MLI", "1"),
    ]  # fmt: skip
    quotes = run("network", "--of", "quotes", "--in", kept)
    assert quotes.stdout.startswith("1 quotation, in 4 articles")


def test_changes_say_that_there_is_too_little(kept: Path) -> None:
    done = run("changes", "--in", kept)
    assert "Before: " in done.stdout
    rows = run("changes", "--in", kept, "--last", "60d", "--csv").stdout.splitlines()
    assert {row["verdict"] for row in csv.DictReader(rows)} == {"too few to say"}


def test_a_timeline_is_by_date(kept: Path) -> None:
    lines = run("timeline", "--in", kept).stdout.splitlines()
    assert "EVENTS (3)" in lines
    assert [line for line in lines if line.startswith("2024")] == ["2024", "2024-05-12"]
    (first, *_) = csv.DictReader(run("timeline", "--in", kept, "--csv").stdout.splitlines())
    assert (first["date"], first["type"]) == ("2024", "AID")


@pytest.mark.parametrize("ending", [".svg", ".png", ".vl.json"])
def test_a_chart_is_drawn_beside_what_is_printed(kept: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"chart{ending}"
    done = run("dyad", "NOR", "FRA", "--in", kept, "--chart", target, "--csv")
    assert done.exit_code == 0, done.stderr
    assert f"Chart written to {target}." in done.stderr
    assert target.stat().st_size > 1_000
    assert done.stdout.startswith("period,events")


@pytest.mark.parametrize(
    "words",
    [
        ("dyad", "NOR", "XYZ"),
        ("dyad", "NOR", "NOR"),
        ("dyad", "NOR"),
        ("counts", "--by", "weather"),
        ("counts", "--every", "fortnight"),
        ("counts", "--since", "soon"),
        ("counts", "--status", "odd"),
        ("counts", "type:FIGHT"),
        ("counts", "--json", "--csv"),
        ("counts", "--confidence", "2"),
        ("counts", "--chart", "x.pdf"),
        ("counts", "--since", "2024", "--until", "2023"),
        ("network", "--of", "citations", "--nodes", "country"),
        ("changes", "--last", "soon"),
        ("changes", "--since", "2024"),
    ],
    ids=" ".join,
)
def test_a_question_that_cannot_be_answered_is_wrong_usage(
    kept: Path, words: tuple[str, ...]
) -> None:
    done = run(*words, "--in", kept)
    assert done.exit_code == 2, done.output
    assert "Error:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words", [("counts",), ("dyad", "NOR", "FRA"), ("network",), ("changes",), ("timeline",)]
)
def test_an_empty_archive_and_none(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "empty.dragoman"
    ArchiveFile(path).close()
    done = run(*words, "--in", path)
    assert (done.exit_code, done.stderr) == (0, "Nothing was found.\n")
    assert "0 events, in 0 articles of 0 outlets" in done.stdout
    assert run(*words, "--in", tmp_path / "none.dragoman").exit_code == 1
    assert run(*words).exit_code == 2


def test_choices_of_the_command_line_are_those_of_the_archive() -> None:
    assert counting.EVERY == periods.EVERY
    assert (network_command.KINDS, network_command.NODES) == (network.KINDS, network.NODES)


def test_rows_fit_into_eighty_columns(tmp_path: Path, news: ModuleType) -> None:
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        for number in range(60):
            day = f"20{number // 12 + 10}-{number % 12 + 1:02}-03"
            acts = [
                news.act("THREATEN", "NOR", "FRA"),
                news.act("CONSULT", "NOR, FRA", reciprocal=True),
            ]
            archive.put(news.article(number, day, "A", acts * (number + 1)))
        shown = (
            counts_parts(archive.counts(by="type,source"), 30),
            counts_parts(archive.counts(by="type,source", every="month"), 30),
            counts_parts(archive.counts(every="week"), 30),
            dyad_parts(archive.dyad("NOR", "FRA")),
            network_parts(archive.network(), 30),
            changes_parts(changes(archive, by="source,target"), 30),
        )
        for parts in shown:
            listed = list(parts)
            out = Console(
                file=StringIO(), force_terminal=True, no_color=True, width=80, theme=THEME
            )
            print_parts(out, listed)
            assert isinstance(out.file, StringIO)
            drawn = re.sub(r"\x1b\[[0-9;]*m", "", out.file.getvalue())
            for part in listed:
                for row in part.rows if isinstance(part, Grid) else ():
                    cells = [cell.plain for cell in row]
                    assert any(
                        all(cell.strip() in line for cell in cells) for line in drawn.splitlines()
                    ), cells


def test_bars_show_what_is_there() -> None:
    assert [bar(n, 8, 1) for n in (0, 1, 4, 8, 9)] == ["", "▏", "▌", "█", "█"]
    assert bar(0.001, 8, 4) == "▏"  # what is not nought is seen
    assert bar_to_the_left(1, 2, 4) == "  ██"
    assert bar_to_the_left(0, 2, 4) == "    "
    assert sparkline([0, 1, 2, 4], 10) == ("·▂▄█", 1)
    assert sparkline([0, 0, 4, 4], 2) == ("·█", 2)
    assert sparkline([], 10) == ("", 1)
