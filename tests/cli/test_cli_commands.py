"""Each command from the outside: output, exit codes, what it says when something is wrong."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from dragoman import examples
from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.records import Problem, Readout

STORY = b"""Minister Holm visits Norway

OSLO, 3 March 2024. Foreign Minister Anna Holm arrived in Norway on Sunday.

"We came to listen and to sign what we promised," Holm said after the talks with her colleague.
"""


def run(*words: object, stdin: bytes | None = None) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, [str(w) for w in words], input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page in a file."""
    path = tmp_path / "page.txt"
    path.write_bytes(STORY)
    return path


@pytest.fixture
def kept(tmp_path: Path, readout: Readout) -> Path:
    """An archive with one article and one problem."""
    path = tmp_path / "kept.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
        archive.note(Problem(code="E_EMPTY", message="Nothing.", hint="Look.", source="a.html"))
    return path


def test_read_prints_a_readout(page: Path) -> None:
    done = run("read", page)
    assert done.exit_code == 0, done.stderr
    assert "We came to listen and to sign what we promised" in done.stdout
    assert "QUOTATIONS (" in done.stdout
    assert "\x1b" not in done.stdout


def test_read_takes_standard_input_and_prints_json() -> None:
    done = run("read", "-", "--json", "--url", "https://news.example/holm", stdin=STORY)
    assert done.exit_code == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0]["record"] == "article"
    assert lines[0]["url"] == "https://news.example/holm"
    spans = [line for line in lines if line["record"] == "quotation"]
    assert spans
    start, end = spans[0]["content"][0]
    assert lines[0]["text"][start:end] in STORY.decode()


def test_read_keeps_shows_and_passes_over(page: Path, tmp_path: Path) -> None:
    path = tmp_path / "talks.dragoman"
    first = run("read", page, "--into", path)
    assert first.exit_code == 0, first.stderr
    assert "new" in first.stderr
    again = run("read", page, "--into", path)
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert "unchanged" in again.stderr
    (listed,) = map(json.loads, run("list", path, "--json").stdout.splitlines())
    shown = run("show", listed["id"][:7], "--in", path)
    assert shown.stdout == first.stdout


def test_several_pages_that_are_kept_get_a_line_each(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(STORY.replace(b"Holm", b"Lund"))
    done = run("read", page, other, tmp_path / "no.html", "--into", tmp_path / "x.dragoman")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert all(line.startswith("new") for line in done.stdout.splitlines())
    assert "3 pages: 2 new, 1 failed." in done.stderr
    assert "no.html" in done.stderr
    assert "Check the name." in done.stderr
    problems = run("problems", tmp_path / "x.dragoman")
    assert "E_NOT_FOUND" in problems.stdout


def test_a_published_date_fills_a_gap(tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    path.write_text("The minister arrived on Wednesday and left after the talks.")
    done = run("read", path, "--published", "2023-11-01", "--json")
    article = json.loads(done.stdout.splitlines()[0])
    assert article["published"]["value"] == "2023-11-01"


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["read", "a.html", "b.html", "--url", "https://news.example/"],
        ["read", "a.html", "--published", "30 February"],
        ["read", "a.html", "--only", "evens"],
        ["read", "a.html", "--show", "some"],
        ["show", "abcdefgh"],
        ["example", "nothing"],
        ["nothing"],
        ["list", "--surplus"],
    ],
)
def test_wrong_usage_is_code_2(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_ARCHIVE", raising=False)
    done = run(*words)
    assert done.exit_code == 2, done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"%PDF-1.7 \x00\x01"]
)
def test_a_bad_page_is_code_1_with_a_hint(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.html"
    path.write_bytes(data)
    done = run("read", path)
    assert done.exit_code == 1
    assert "bad.html" in done.stderr
    assert len(done.stderr.splitlines()) == 2, done.stderr
    as_json = run("read", path, "--json")
    (line,) = map(json.loads, as_json.stdout.splitlines())
    assert line["record"] == "problem"


def test_on_error_raise_stops(page: Path, tmp_path: Path) -> None:
    done = run("read", tmp_path / "no.html", page, "--on-error", "raise")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")


def test_show_a_record_by_its_id(kept: Path, readout: Readout) -> None:
    done = run("show", readout.events[0].id[:8], "--in", kept, "--only", "events", "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == [e.id for e in readout.events]


def test_show_says_that_a_revision_is_old(
    kept: Path, crafted: ModuleType, readout: Readout
) -> None:
    newer = crafted.readout(crafted.article(raw="1" * 64))
    with ArchiveFile(kept) as archive:
        archive.put(newer)
    done = run("show", readout.article.id, "--in", kept)
    assert done.exit_code == 0
    assert newer.article.id in done.stderr
    assert "older revision" not in run("show", newer.events[0].id, "--in", kept).stderr


def test_the_archive_can_be_named_by_the_environment(kept: Path, readout: Readout) -> None:
    runner = CliRunner(env={"DRAGOMAN_ARCHIVE": str(kept)})
    for words in (["show", readout.article.id], ["list"], ["problems"]):
        done = runner.invoke(main, words)
        assert done.exit_code == 0, done.output
        assert done.stdout


def test_list_and_problems(kept: Path, readout: Readout) -> None:
    listed = run("list", kept).stdout
    assert readout.article.id[:8] in listed
    assert "3 quotations, 2 events, 1 problem" in listed
    found = run("problems", kept).stdout
    assert "PROBLEMS (2)" in found
    assert "a.html" in found
    codes = [
        json.loads(line)["code"] for line in run("problems", kept, "--json").stdout.splitlines()
    ]
    assert codes == ["E_DATE", "E_EMPTY"]


@pytest.mark.parametrize("command", [["show", "abcdefgh", "--in"], ["list"], ["problems"]])
def test_files_that_are_no_archive(command: list[str], tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Not a database. " * 100)
    foreign = tmp_path / "other.db"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    for path in (text, foreign, tmp_path / "missing.dragoman", tmp_path):
        done = run(*command, path)
        assert done.exit_code == 1
        assert done.stderr.startswith(f"Error: {path}: ")
        assert "Hint: " in done.stderr
        assert "Traceback" not in done.output


def test_an_unknown_id_is_explained(kept: Path) -> None:
    done = run("show", "azzzzzzz", "--in", kept)
    assert done.exit_code == 1
    assert "dragoman list" in done.stderr


def test_a_missing_model_is_two_lines(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.extraction.language import load_model

    load_model.cache_clear()
    monkeypatch.setenv("DRAGOMAN_MODEL", os.devnull)
    try:
        done = run("read", page)
    finally:
        load_model.cache_clear()
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 2
    assert "dragoman model fetch" in done.stderr


def test_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["oneOf"]


def test_examples_can_be_listed_printed_and_read() -> None:
    names = run("example", "--list").stdout.split()
    assert tuple(names) == examples.names()
    assert run("example", names[0]).stdout_bytes == examples.load(names[0])
    done = run("read", "example:wire", "--only", "quotes")
    assert done.exit_code == 0, done.stderr
    assert "QUOTATIONS (" in done.stdout


def test_models_are_listed() -> None:
    done = run("model", "list")
    assert done.exit_code == 0
    assert "en_core_web_md-3.8.0" in done.stdout


def test_names_of_files_cannot_steer_the_terminal(tmp_path: Path) -> None:
    done = run("read", tmp_path / "\x1b[2Jevil\u202e.html")
    assert done.exit_code == 1
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_version() -> None:
    assert run("--version").stdout.startswith("dragoman ")
