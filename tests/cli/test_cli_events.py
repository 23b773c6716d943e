"""`dragoman events`, `positions` and `explain`: filters, forms, reasons, exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.cli.picked_events import STATUSES, TYPES, Side, WantedEvents, parse_list
from dragoman.export.cells import EVENT_COLUMNS, PAGE_COLUMNS
from dragoman.records import Readout

STORY = b"""Norwegian minister visits Chad

N'DJAMENA, 3 March 2024. Norway's foreign minister visited Chad on Sunday.

Chad has promised to release twelve Norwegian fishermen. The president of Chad denied that the army
had attacked the embassy of Norway.
"""


def run(*words: object, stdin: bytes | None = None) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, [*map(str, words)], input=stdin)


@pytest.fixture
def kept(tmp_path: Path, readout: Readout) -> Path:
    """An archive with one article."""
    path = tmp_path / "kept.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    return path


def test_who_did_what_to_whom(kept: Path) -> None:
    done = run("events", kept)
    assert done.exit_code == 0, done.stderr
    for shown in (
        "The Norland Courier", "Contexts: diplomatic", "EVENTS (1)", "happened · Anna Holm",
        "CONSULT (visit) 042",
        "EVENTS IN THE BACKGROUND (1)", "◐ alleged · ", "at least 12 dead",
        "2 events · 1 CONSULT, 1 ASSAULT",
    ):  # fmt: skip
        assert shown in done.stdout, shown
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["--type", "assault"], ["ASSAULT"]),
        (["--type", "consult, Assault"], ["CONSULT", "ASSAULT"]),
        (["--status", "alleged"], ["ASSAULT"]),
        (["--actor", "holm"], ["CONSULT"]),
        (["--recipient", "Sarmatia"], ["CONSULT"]),
        (["--no-background"], ["CONSULT"]),
        (["--confidence", "1"], ["CONSULT", "ASSAULT"]),
        (["--country", "FRA"], []),
    ],
)
def test_only_what_is_wanted(kept: Path, words: list[str], shown: list[str]) -> None:
    done = run("events", kept, "--csv", *words)
    assert done.exit_code == 0, done.stderr
    assert [row["type"] for row in csv.DictReader(io.StringIO(done.stdout))] == shown
    assert ("No such events" in done.stderr) is (not shown)


def test_a_country_finds_those_who_act_for_it(readout: Readout) -> None:
    codes = {code for actor in readout.actors for code in actor.countries}
    found = [WantedEvents(either=Side(countries=(code,))).picked(readout).events for code in codes]
    assert any(found)


def test_csv_has_numbers_as_numbers_and_offsets_that_point(kept: Path, readout: Readout) -> None:
    rows = list(csv.DictReader(io.StringIO(run("events", kept, "--csv").stdout)))
    assert tuple(rows[0]) == (*EVENT_COLUMNS, *PAGE_COLUMNS)
    assert float(rows[1]["score"]) == -9.5
    assert rows[1]["dead"] == "12"
    start, end = int(rows[0]["start"]), int(rows[0]["end"])
    assert readout.article.text[start:end] == rows[0]["trigger"] == "visited"


def test_json_lines_are_records(kept: Path) -> None:
    lines = [json.loads(line) for line in run("events", kept, "--json").stdout.splitlines()]
    assert lines[0]["record"] == "article"
    assert {line["record"] for line in lines[1:]} == {"event", "actor"}


def test_cameo_codes_stand_first_if_asked(kept: Path) -> None:
    done = run("events", kept, "--ontology", "cameo").stdout
    assert "042 (+1.9) CONSULT" in done
    assert "1 042, 1 194" in done


def test_strict_codes_a_promise_as_plover_does() -> None:
    told = (
        b"Oslo talks\n\nNorway's foreign minister will meet her colleague from Chad in May 2030. "
        b"Mali did not attack Norway.\n"
    )
    plain = run("events", "-", "--published", "2024-03-03", "--csv", stdin=told).stdout
    strict = run("events", "-", "--published", "2024-03-03", "--csv", "--strict", stdin=told).stdout
    assert "CONSULT" in {row["type"] for row in csv.DictReader(io.StringIO(plain))}
    assert {row["type"] for row in csv.DictReader(io.StringIO(strict))} == {"AGREE"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["events"], "Name a page"),
        (["events", "x", "--type", "WAR"], "is no PLOVER type; there are: AGREE"),
        (["events", "x", "--status", "maybe"], "is no status; there are: actual"),
        (["events", "x", "--country", "Russia"], "is no ISO-3 code"),
        (["events", "x", "--json", "--csv"], "exclude each other"),
        (["positions"], "Name a page"),
        (["explain", "eabcdef"], "Name the page"),
    ],
)
def test_wrong_usage_says_what_is_right(words: list[str], message: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_page_that_cannot_be_read_fails(tmp_path: Path) -> None:
    done = run("events", tmp_path / "none.html")
    assert done.exit_code == 1
    assert "none.html" in done.stderr


def test_positions_by_holder_and_issue(kept: Path) -> None:
    assert "does not recognise: annexation of the port" in run("positions", kept).stdout
    assert "POSITIONS (1)" in run("positions", kept, "--holder", "Norland").stdout
    assert "No positions" in run("positions", kept, "--holder", "Sarmatia").stderr
    assert "No positions" in run("positions", kept, "--issue", "grain").stderr
    rows = list(csv.DictReader(io.StringIO(run("positions", kept, "--csv").stdout)))
    assert rows[0]["stance"] == "does not recognise"


def test_explain_names_the_rule_the_words_and_what_was_passed_over(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(STORY)
    rows = list(csv.DictReader(io.StringIO(run("events", page, "--csv").stdout)))
    visit = next(row for row in rows if row["type"] == "CONSULT")
    done = run("explain", visit["id"][:8], page)
    assert done.exit_code == 0, done.stderr
    for shown in ("CONSULT", "frame visit.v", "“visit", "status", "actual", "strict", "roles"):
        assert shown in done.stdout, shown
    archive = tmp_path / "a.dragoman"
    assert run("read", page, "--into", archive).exit_code == 0
    assert run("explain", visit["id"], "--in", archive).stdout == done.stdout
    wrong = run("explain", "ezzzzzz", page)
    assert wrong.exit_code == 2
    assert visit["id"][:8] in wrong.stderr


def test_a_list_of_names_is_read_in_any_capitals() -> None:
    assert parse_list("Consult,AID, consult", TYPES, "type") == ("CONSULT", "AID")
    with pytest.raises(ValueError, match="is no status"):
        parse_list("maybe", STATUSES, "status")


def test_only_what_is_likely_enough(readout: Readout) -> None:
    unsure = readout.events[0].model_copy(update={"confidence": 0.4})
    made = readout.model_copy(update={"events": (unsure, readout.events[1])})
    assert WantedEvents(least=0.5).picked(made).events == (readout.events[1],)
    assert WantedEvents(least=0.4).picked(made).events == made.events
