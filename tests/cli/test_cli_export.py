"""`dragoman export` and `dragoman import` from the outside."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.cli.commands.export import FORMATS
from dragoman.export import FORMAT_NAMES, TEXT_FORMATS
from dragoman.records import Readout


def run(*words: object, stdin: str | bytes | None = None) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, [str(w) for w in words], input=stdin)


@pytest.fixture
def kept(tmp_path: Path, readout: Readout) -> Path:
    """An archive with one article: an event that happened, and one alleged in the background."""
    path = tmp_path / "kept.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    return path


def test_the_formats_are_those_there_are() -> None:
    assert FORMATS == FORMAT_NAMES


def test_what_happened_by_default_and_the_filter_is_said(kept: Path) -> None:
    done = run("export", "--in", kept, "--format", "csv")
    assert done.exit_code == 0, done.stderr
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [row["type"] for row in rows] == ["CONSULT"]
    assert done.stderr.splitlines() == [
        "1 row of 1 event (2 in the archive), from 1 article of 1 outlet.",
        (
            "Filter: events that are actual and not background, merged within each article (not across "
            "articles)."
        ),
    ]


def test_all_events_and_what_is_left_out(kept: Path) -> None:
    done = run("export", "--in", kept, "--format", "geojson", "--all")
    assert done.exit_code == 0, done.stderr
    assert len(json.loads(done.stdout)["features"]) == 1
    assert "Filter: all events" in done.stderr
    assert "Left out: 1 with no place with a point." in done.stderr


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_every_format_into_a_file_with_its_codebook(kept: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out.file"
    done = run("export", "--in", kept, "--format", form, "--all", "--out", out)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    assert out.name in done.stderr
    said = json.loads((tmp_path / "out.file.codebook.json").read_text(encoding="utf-8"))
    assert said["format"] == form
    assert (said["articles"], said["outlets"], said["events_in_archive"]) == (1, 1, 2)
    assert said["losses"] or form == "jsonl"
    assert (
        out.read_text(encoding="utf-8")
        == run("export", "--in", kept, "--format", form, "--all").stdout
    )
    assert not list(tmp_path.glob("*.part"))


def test_out_and_in_again(kept: Path, tmp_path: Path) -> None:
    lines = run("export", "--in", kept, "--format", "jsonl").stdout
    again = tmp_path / "again.dragoman"
    done = run("import", "-", "--into", again, stdin=lines)
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    assert done.stderr == f"1 new. Kept in {again}.\n"
    assert run("export", "--in", again, "--format", "jsonl").stdout == lines
    assert run("import", "-", "--into", again, stdin=lines).stderr.startswith("1 unchanged.")


def test_the_archive_is_not_written_over(kept: Path) -> None:
    before = kept.read_bytes()
    done = run("export", "--in", kept, "--format", "csv", "--out", kept)
    assert done.exit_code == 1
    assert "This is the archive itself." in done.stderr
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("export", "--in", "none.dragoman", "--format", "csv"), 1, "There is no such archive."),
        (("export", "--in", "KEPT", "--format", "xml"), 2, "is not one of"),
        (("export", "--format", "csv"), 2, "Missing option '--in'"),
        (("export", "--in", "KEPT", "--format", "csv", "--out", "no/such/x.csv"), 1, "It cannot be written"),
        (("import", "none.jsonl", "--into", "new.dragoman"), 1, "There is no such file."),
        (("import", "KEPT", "--into", "new.dragoman"), 1, "Line 1"),
        (("import", "-", "--into", "KEPT"), 1, "Line 1 is no JSON"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(
    kept: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, said: str
) -> None:
    monkeypatch.delenv("DRAGOMAN_ARCHIVE", raising=False)
    monkeypatch.chdir(kept.parent)
    done = run(*(str(kept) if w == "KEPT" else w for w in words), stdin="nonsense")
    assert done.exit_code == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_archive_of_the_environment(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(kept))
    assert run("export", "--format", "icews").exit_code == 0


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights(kept: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    done = run("export", "--in", kept, "--format", "csv", "--out", folder / "x.csv")
    assert done.exit_code == 1
    assert "It cannot be written" in done.stderr


def test_parquet_is_a_folder(kept: Path, tmp_path: Path) -> None:
    done = run("export", "--in", kept, "--format", "parquet", "--out", tmp_path / "tables")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    assert "of 1 event (2 in the archive), from 1 article of 1 outlet." in done.stderr
    assert "codebook.json in it says what its columns are." in done.stderr
    assert (tmp_path / "tables" / "quotations.parquet").is_file()
    refused = run("export", "--in", kept, "--format", "parquet")
    assert refused.exit_code == 1
    assert "Name a folder" in refused.stderr


def test_as_of_a_day(kept: Path) -> None:
    then = run("export", "--in", kept, "--format", "csv", "--as-of", "2024-05-11")
    assert then.exit_code == 0, then.stderr
    assert then.stdout.count("\n") == 1  # the head: the article is of the day after
    assert "as published by the end of 2024-05-11." in then.stderr
    day = run("export", "--in", kept, "--format", "csv", "--as-of", "2024-05")
    assert day.stdout.count("\n") == 2
    added = run("export", "--in", kept, "--format", "csv", "--as-of", "2024-05", "--clock", "added")
    assert added.stdout.count("\n") == 1
    assert "as added by the end of 2024-05-31." in added.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "soon"), "'soon' is no date. Write a day, month or year"),
        (("--clock", "added"), "--clock goes with --as-of."),
        (("--as-of", "2024", "--clock", "wall"), "'wall' is not one of"),
    ],
)
def test_what_is_no_moment_is_wrong_usage(kept: Path, words: tuple[str, ...], said: str) -> None:
    for command in (("export", "--format", "csv"), ("search", "grain")):
        done = run(*command, "--in", kept, *words)
        assert done.exit_code == 2
        assert said in done.stderr


def test_a_search_as_of_a_day(kept: Path) -> None:
    found = run("search", "grain", "--in", kept, "--as-of", "2024-05-12", "--json")
    assert json.loads(found.stdout.splitlines()[0])["articles"] == 1
    before = run("search", "grain", "--in", kept, "--as-of", "2024-05-11", "--json")
    assert json.loads(before.stdout.splitlines()[0])["articles"] == 0
