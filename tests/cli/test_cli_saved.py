"""`dragoman saved` and `dragoman new` from the outside."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.cli.commands import saved as command
from dragoman.records import Readout


def run(*words: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, [str(w) for w in words])


@pytest.fixture
def kept(tmp_path: Path, readout: Readout) -> Path:
    """An archive with one article and a saved search that finds it."""
    path = tmp_path / "kept.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    done = run("saved", "add", "grain", "grain type:CONSULT", "--in", path)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == "Saved grain: 1 article new.\n"
    return path


def test_new_once_then_nothing(kept: Path) -> None:
    first = run("new", "grain", "--in", kept)
    assert first.exit_code == 0, first.stderr
    assert "1 article" in first.stdout
    assert "new · 2024-05-12" in first.stdout
    again = run("new", "grain", "--in", kept)
    assert (again.exit_code, again.stderr) == (0, "Nothing is new.\n")


def test_peeking_marks_nothing(kept: Path) -> None:
    looks = [run("new", "grain", "--in", kept, "--peek", "--json").stdout for _ in range(2)]
    assert looks[0] == looks[1]
    counts, hit = map(json.loads, looks[0].splitlines())
    assert (counts["articles"], hit["state"]) == (1, "new")


def test_csv_begins_with_the_state(kept: Path) -> None:
    rows = list(csv.DictReader(run("new", "grain", "--in", kept, "--csv").stdout.splitlines()))
    assert rows
    assert {row["state"] for row in rows} == {"new"}


def test_what_could_not_be_written_stays_new(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise BrokenPipeError

    with monkeypatch.context() as patched:
        patched.setattr(command, "_print", broken)
        assert run("new", "grain", "--in", kept).exit_code != 0
    assert "1 article" in run("new", "grain", "--in", kept).stdout


def test_the_rest_stays_new_and_is_said(kept: Path, readout: Readout) -> None:
    page = readout.article.model_copy(update={"id": "a" + "b" * 16, "url": None})
    with ArchiveFile(kept) as archive:
        archive.put(readout.model_copy(update={"article": page}))
    done = run("new", "grain", "--in", kept, "--most", "1")
    assert done.stderr == "1 article more: run the same command again, or use --most.\n"
    assert run("new", "grain", "--in", kept).stderr == ""


def test_the_list_says_how_much_is_new(kept: Path) -> None:
    assert "1 new" in run("saved", "list", "--in", kept).stdout
    (line,) = run("saved", "list", "--in", kept, "--json").stdout.splitlines()
    assert json.loads(line)["query"] == "grain type:CONSULT"
    removed = run("saved", "remove", "grain", "--in", kept)
    assert (removed.exit_code, removed.stdout) == (0, "Removed grain.\n")
    empty = run("saved", "list", "--in", kept)
    assert (empty.stdout, empty.exit_code) == ("", 0)
    assert "None is saved." in empty.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("new", "oats"), 2, "There are: grain."),
        (("saved", "remove", "oats"), 2, "no saved search 'oats'"),
        (("saved", "add", "grain", "oats"), 2, "already"),
        (("saved", "add", "x", "on:never"), 2, "is no date"),
        (("new", "grain", "--json", "--csv"), 2, "exclude each other"),
    ],
)
def test_what_is_wrong_is_said(kept: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = run(*words, "--in", kept)
    assert done.exit_code == code
    assert said in done.stderr


@pytest.mark.parametrize("words", [("new", "x"), ("saved", "add", "x", "y"), ("saved", "list")])
def test_a_mistyped_archive_is_not_made(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words, "--in", tmp_path / "none.dragoman")
    assert done.exit_code == 1
    assert "There is no such archive." in done.stderr
    assert not list(tmp_path.iterdir())


def test_an_archive_that_can_only_be_read_says_so(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.archive import connection
    from dragoman.errors import ArchiveReadOnly

    def refuse(*_: object, **__: object) -> None:
        raise ArchiveReadOnly("no", source="kept")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "_use_wal", refuse)
        done = run("new", "grain", "--in", kept)
    assert done.exit_code == 1
    assert "can only be read here" in done.stderr
    assert "--peek" in done.stderr
    assert "1 article" in run("new", "grain", "--in", kept, "--peek").stdout
