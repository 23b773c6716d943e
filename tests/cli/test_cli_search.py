"""`dragoman search` from the outside: counts first, then hits with evidence; JSON, CSV, exit codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.records import Readout


def search(*words: object) -> Result:
    """Run `dragoman search`."""
    return CliRunner().invoke(main, ["search", *map(str, words)])


@pytest.fixture
def kept(tmp_path: Path, readout: Readout) -> Path:
    """An archive with one article."""
    path = tmp_path / "kept.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    return path


def test_counts_come_first_then_facets_then_hits(kept: Path) -> None:
    done = search("grain speaker:holm type:CONSULT", "--in", kept)
    assert done.exit_code == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "1 article · 1 event · 1 quotation"
    assert "  type       CONSULT 1" in lines
    hits = lines.index("HITS (1)")
    assert lines.index("  outlet     The Norland Courier 1") < hits
    assert lines[hits + 1].endswith('Minister hails "historic" grain deal with Sarmatia')
    shown = "\n".join(lines[hits:])
    assert "CONSULT visit · actual · Anna Holm → Sarmatia · 2024-05-12" in shown
    assert 'direct · Anna Holm · "We are opening a road ... for bread," Holm said' in shown
    assert done.stderr == ""


def test_an_id_of_a_hit_can_be_shown(kept: Path) -> None:
    lines = search("speaker:holm", "--in", kept).stdout.splitlines()
    line = next(line for line in lines if "direct · Anna Holm" in line)
    shown = CliRunner().invoke(main, ["show", line.split(" ")[0], "--in", str(kept)])
    assert shown.exit_code == 0


def test_json_has_counts_and_hits_with_spans(kept: Path, readout: Readout) -> None:
    done = search("bread speaker:holm", "--in", kept, "--json")
    counts, hit = map(json.loads, done.stdout.splitlines())
    assert counts["record"] == "counts"
    assert (counts["articles"], counts["events"], counts["quotations"]) == (1, None, 1)
    assert counts["facets"]["speaker"] == [{"value": "Anna Holm", "count": 1}]
    assert (hit["record"], hit["article"]) == ("hit", readout.article.id)
    assert [e["kind"] for e in hit["evidence"]] == ["text", "quotation"]
    for evidence in hit["evidence"]:
        start, end = evidence["span"]
        assert readout.article.text[start:end] == evidence["words"]


def test_csv_has_a_row_for_each_piece_of_evidence(kept: Path) -> None:
    done = search("kind:event", "--in", kept, "--csv")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [(r["evidence"], r["act"], r["who"]) for r in rows] == [
        ("event", "CONSULT visit", "Anna Holm"),
        ("event", "ASSAULT heavy-weapons", "Armed forces"),
    ]
    (row,) = csv.DictReader(search("after:2024", "--in", kept, "--csv").stdout.splitlines())
    assert (row["outlet"], row["evidence"]) == ("The Norland Courier", "")


def test_a_cell_that_a_spreadsheet_would_run_is_defused(
    tmp_path: Path, crafted: ModuleType
) -> None:
    path = tmp_path / "x.dragoman"
    page = crafted.article().model_copy(update={"outlet": "=cmd|' /C calc'!A0"})
    with ArchiveFile(path) as archive:
        archive.put(crafted.readout(page))
    (row, *_) = csv.DictReader(search("grain", "--in", path, "--csv").stdout.splitlines())
    assert row["outlet"].startswith("'=")


def test_nothing_found_is_no_failure(kept: Path) -> None:
    done = search("nowhere", "--in", kept)
    assert (done.exit_code, done.stderr) == (0, "Nothing was found.\n")
    assert done.stdout.startswith("0 articles")


def test_how_many_hits_are_shown(tmp_path: Path, crafted: ModuleType) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as archive:
        for number in range(4):
            archive.put(crafted.readout(crafted.article(url=None, raw=f"{number:064x}")))
    done = search("grain", "--in", path, "--most", 3)
    assert done.stdout.startswith("4 articles")
    assert "NEWEST HITS (3)" in done.stdout
    assert "HITS" not in search("grain", "--in", path, "--most", 0).stdout


@pytest.mark.parametrize(
    "query", ["", '"', "type:FIGHT", "on:never", "speaker:", "x" * 20_000, "\0", "a*"]
)
def test_a_query_that_cannot_be_answered_is_wrong_usage(kept: Path, query: str) -> None:
    done = search("--in", kept, "--", query)
    assert done.exit_code == 2
    assert "Error:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("query", ["O'Brien", "a:b", "C++", "x" * 10_000, "-grain", "grain\x1b[2J"])
def test_a_hostile_query_is_answered(kept: Path, query: str) -> None:
    done = search("--in", kept, "--", query)
    assert done.exit_code == 0, done.stderr
    assert "\x1b" not in done.stdout


def test_wrong_usage_and_no_archive(kept: Path, tmp_path: Path) -> None:
    assert search("grain").exit_code == 2
    assert search("grain", "--in", kept, "--json", "--csv").exit_code == 2
    done = search("grain", "--in", tmp_path / "none.dragoman")
    assert done.exit_code == 1
    assert "no such archive" in done.stderr


def test_the_archive_of_the_environment_is_taken(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(kept))
    assert search("grain").stdout.startswith("1 article")
