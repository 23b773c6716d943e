"""`dragoman code`: a spreadsheet in, a row an event out, and going on after a stop."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.cli.sheets import Sheet, open_text
from dragoman.errors import SheetError

HEADLINES = """id,headline,day
a,"Norway to impose sanctions on Chad",2023-05-04
b,"Kenyan president visits Ghana, praises its ""brave"" people",2023-05-05
c,,2023-05-05
d,Mali's army arrests two journalists,yesterday
"""


def run(*words: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, ["code", *map(str, words)])


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A spreadsheet of four rows, one without text and one without a date."""
    path = tmp_path / "headlines.csv"
    path.write_text(HEADLINES, encoding="utf-8")
    return path


def rows_of(text: str) -> list[dict[str, str]]:
    """Read CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def test_each_row_keeps_its_columns_and_gets_its_events(sheet: Path) -> None:
    done = run(sheet, "--text", "headline", "--date", "day")
    assert done.exit_code == 1  # two rows have a problem
    rows = rows_of(done.stdout)
    assert [row["row"] for row in rows if row["events"] == "0"] == ["3"]
    first = rows[0]
    assert (first["input_id"], first["day"], first["type"]) == ("a", "2023-05-04", "SANCTION")
    assert (first["status"], first["strict"]) == ("planned", "THREATEN")
    assert first["actor_codes"].startswith("NOR")
    assert first["recipient_codes"].startswith("TCD")
    assert {row["type"] for row in rows if row["row"] == "2"} == {"CONSULT", "SUPPORT"}
    problems = {row["row"]: row["problem"] for row in rows}
    assert problems["1"] == ""
    assert problems["3"] == "no text"
    assert "'yesterday' is no date" in problems["4"]
    assert "4 rows coded" in done.stderr


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(sheet: Path, tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.csv", tmp_path / "cut.csv"
    assert run(sheet, "--text", "headline", "--out", whole).exit_code == 1
    lines = whole.read_text(encoding="utf-8").splitlines(keepends=True)
    for kept in range(len(lines) + 1):
        cut.write_text("".join(lines[:kept]) + "2,2,,b,half a li"[: 16 * (kept == 3)], "utf-8")
        done = run(sheet, "--text", "headline", "--out", cut)
        assert cut.read_bytes() == whole.read_bytes(), (kept, done.stderr)


def test_json_lines_and_other_separators_are_read(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text(
        json.dumps({"t": "Norway condemned the coup in Mali.", "n": 3}) + "\n", "utf-8"
    )
    row = rows_of(run(lines, "--text", "t").stdout)[0]
    assert (row["type"], row["n"]) == ("ACCUSE", "3")
    tabs = tmp_path / "a.tsv"
    tabs.write_text("n\tt\n7\tNorway condemned the coup, the arrests and the bans.\n", "cp1252")
    assert rows_of(run(tabs, "--text", "t").stdout)[0]["n"] == "7"


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    words = "Die Minister trafen sich am Montag in Berlin und sprachen über den Krieg und die Lage."
    sheet.write_text(f"t\n{words}\n", "utf-8")
    row = rows_of(run(sheet, "--text", "t").stdout)[0]
    assert (row["events"], "English only" in row["problem"]) == ("0", True)


@pytest.mark.parametrize(
    ("content", "words", "message"),
    [
        (HEADLINES, ["--text", "title"], "Its columns are: id, headline, day"),
        (HEADLINES, ["--text", "headline", "--date", "when"], "no column 'when'"),
        ("", ["--text", "t"], "no rows"),
        ("t\n", ["--text", "t"], "no rows"),
    ],
)
def test_what_is_wrong_is_said(
    tmp_path: Path, content: str, words: list[str], message: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, "utf-8")
    done = run(path, *words)
    assert done.exit_code == 1
    assert message in done.stderr


def test_a_foreign_output_is_not_written_over(sheet: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.csv"
    out.write_text("name,salary\n", "utf-8")
    done = run(sheet, "--text", "headline", "--out", out)
    assert done.exit_code == 1
    assert out.read_text("utf-8") == "name,salary\n"
    assert "did not write it" in done.stderr


@pytest.mark.parametrize("line", ["[1, 2]", "{broken"])
def test_a_line_that_is_no_record_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"t": "x"}\n' + line + "\n", "utf-8")
    with open_text(path) as file, pytest.raises(SheetError, match="Line 2"):
        list(Sheet(path, file).rows())
