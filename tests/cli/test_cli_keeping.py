"""judge, judgements, recode, verify, backup: what they print and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.archive import ArchiveFile
from dragoman.cli import main
from dragoman.records import Readout


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def file(archive: ArchiveFile, readout: Readout) -> str:
    archive.put(readout)
    archive.close()
    return str(archive.path)


def test_judging_shows_and_undoes(file: str, readout: Readout) -> None:
    event = readout.events[0].id
    done = run("judge", event[:8], "edit", "status=denied", "--by", "Mia Sand", "--in", file)
    assert done.exit_code == 0, done.stderr
    assert "edited" in done.stdout
    assert "withdraw" in done.stdout
    assert "1 event" in run("search", "status:denied", "--in", file).stdout
    shown = run("show", event, "--in", file, "--json", "--only", "events").stdout
    assert '"status":"denied"' in shown
    plain = run("show", event, "--in", file, "--json", "--only", "events", "--uncorrected").stdout
    assert '"status":"denied"' not in plain
    listed = run("judgements", file)
    assert "status=denied" in listed.stdout
    assert "Mia Sand" in listed.stdout
    (line,) = run("judgements", file, "--json").stdout.splitlines()
    row = json.loads(line)
    assert (row["record"], row["verdict"], row["stands_on"]) == ("judgement", "edit", event)
    assert run("judgements", file, "--csv").stdout.count("\n") == 2
    csv = run("export", "--in", file, "--format", "csv", "--all", "--uncorrected")
    assert "without people's corrections" in csv.stderr
    undone = run("judge", row["id"], "withdraw", "--by", "Mia Sand", "--in", file, "--json")
    assert json.loads(undone.stdout)["withdrawn_by"] == "Mia Sand"
    assert "Nothing was judged" in run("judgements", file).stderr
    assert "withdrawn by Mia Sand" in run("judgements", file, "--all").stdout


def test_judging_wrongly_is_a_sentence(file: str, readout: Readout) -> None:
    event = readout.events[0].id
    by = ("--by", "M", "--in", file)
    for words, code, message in (
        ((event, "edit", "type=WAR", *by), 1, "no PLOVER type"),
        ((event, "edit", "typo=AID", *by), 1, "no field"),
        ((readout.actors[0].id, "edit", "countries=Atlantis", *by), 1, "no country"),
        ((event, "edit", "type", *by), 2, "no FIELD=VALUE"),
        ((event, "edit", *by), 1, "names no field"),
        ((event, "withdraw", *by), 1, "Nothing that stands"),
        ((event, "withdraw", "a=b", *by), 2, "takes no FIELD=VALUE"),
        (("e23456", "reject", *by), 1, "Nothing here has an id"),
    ):
        done = run("judge", *words)
        assert done.exit_code == code, (words, done.output)
        assert message in done.stderr
        assert "Traceback" not in done.output


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.dragoman")
    for words in (
        ("judge", "e23456", "reject", "--by", "M", "--in", gone),
        ("judgements", gone),
        ("recode", gone),
        ("recode", gone, "--dry-run"),
        ("revisions", "--in", gone),
        ("verify", gone),
        ("backup", gone, str(tmp_path / "copy.dragoman")),
    ):
        done = run(*words)
        assert done.exit_code == 1, words
        assert "no such archive" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_recoding_says_what_changed_and_what_found_no_place(file: str, readout: Readout) -> None:
    run("judge", readout.events[0].id, "reject", "--by", "M", "--in", file)
    dry = run("recode", file, "--dry-run", "--json")
    assert dry.exit_code == 0, dry.output
    row = json.loads(dry.stdout)
    assert row["fate"] == "changed"
    assert row["counts"]
    with ArchiveFile(file, readonly=True) as archive:
        assert archive.readout(readout.article.id, as_corrected=False) == readout
    done = run("recode", file)
    assert done.exit_code == 0, done.output
    assert "1 articles: 1 changed." in done.stdout
    assert "present version" in run("recode", file).stdout
    assert run("verify", file).exit_code == 0


def test_verifying_and_backing_up(file: str, tmp_path: Path) -> None:
    assert "No faults" in run("verify", file, "--quick").stdout
    copy = str(tmp_path / "copy.dragoman")
    assert run("backup", file, copy).exit_code == 0
    again = run("backup", file, copy)
    assert again.exit_code == 1
    assert "--replace" in again.stderr
    assert run("backup", file, copy, "--replace").exit_code == 0
    with ArchiveFile(copy) as archive:
        archive._connection.execute("DELETE FROM search_article")
    bad = run("verify", copy)
    assert bad.exit_code == 1
    assert "Searching does not know it" in bad.stdout
    row = json.loads(run("verify", copy, "--json").stdout.splitlines()[0])
    assert (row["check"], row["severity"]) == ("search", "fault")


def test_pages_are_kept_only_in_an_archive(tmp_path: Path) -> None:
    done = run("read", "example:wire", "--keep-pages")
    assert done.exit_code == 2
    assert "--into" in done.stderr
    file = str(tmp_path / "x.dragoman")
    assert run("read", "example:wire", "--keep-pages", "--into", file).exit_code == 0
    (row,) = run("recode", file, "--all", "--json").stdout.splitlines()
    assert (json.loads(row)["fate"], json.loads(row)["read_anew"]) == ("same", True)
