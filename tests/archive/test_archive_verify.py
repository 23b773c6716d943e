"""A whole archive has no faults, and each kind of damage is named with what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile, Fault, back_up, verify
from dragoman.errors import ArchiveError, NotAnArchive
from dragoman.records import Readout


@pytest.fixture
def path(archive: ArchiveFile, crafted: ModuleType) -> Path:
    """An archive with two pages, a revision, judgements and a kept page."""
    archive.put(crafted.readout(crafted.article(raw="1" * 64)))
    readout: Readout = crafted.readout()
    archive.put(readout)
    archive.put(crafted.readout(crafted.article(raw="2" * 64, url="https://news.example/2")))
    archive.judge(readout.events[0].id, "reject", by="M")
    archive.judge(readout.quotations[-1].id, "edit", by="M", edits=[("speakers", "Anna Holm")])
    archive.judge(readout.actors[0].id, "edit", by="M", edits=[("countries", "GEO")])
    archive.close()
    return archive.path


def _faults(path: Path) -> list[Fault]:
    return [fault for fault in verify(path) if fault.severity == "fault"]


def test_a_whole_archive_has_no_faults(path: Path) -> None:
    before = path.read_bytes()
    assert list(verify(path)) == []
    assert list(verify(path, quick=True)) == []
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        ("UPDATE article SET text = replace(text, 'Norland', 'Nordlan')", "rows"),
        ("UPDATE article SET text = substr(text, 1, 50)", "article"),
        ("UPDATE article SET record = x'00' WHERE key = 1", "article"),
        ("UPDATE article SET outlet = 'Another' WHERE key = 2", "rows"),
        ("UPDATE event SET type = 'AID'", "rows"),
        ("DELETE FROM quotation WHERE key = 1", "rows"),
        ("UPDATE speaker SET name = 'Nobody'", "rows"),
        ("UPDATE party SET start_ = start_ + 1", "rows"),
        ("UPDATE event SET article = 99 WHERE key = 1", "keys"),
        ("DELETE FROM search_article", "search"),
        ("UPDATE search_record SET record = 99 WHERE key = 4", "search"),
        ("UPDATE search_article SET events = events + 1", "search"),
        ("DELETE FROM counted_event", "search"),
        ("UPDATE article SET superseded_by = NULL", "revisions"),
        ("UPDATE article SET revision = 7 WHERE key = 2", "revisions"),
        ("UPDATE article SET superseded_by = 1 WHERE key = 3", "revisions"),
        ("UPDATE judgement SET words = 'other words'", "judgements"),
        ("INSERT INTO page VALUES ('00', 3, x'0102')", "pages"),
        ("DROP VIEW quotations", "schema"),
        ("DROP INDEX chain_by_article", "schema"),
        ("UPDATE article SET headline = 'Another' WHERE key = 2", "index"),
    ],
)
def test_damage_is_named(path: Path, damage: str, check: str) -> None:
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute(damage)
    plain.close()
    found = _faults(path)
    assert check in {fault.check for fault in found}
    assert all(fault.hint and fault.where and fault.message for fault in found)


def test_recoding_mends_what_it_says_it_mends(path: Path) -> None:
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA foreign_keys = ON")
    for damage in (
        "DELETE FROM quotation",
        "DELETE FROM search_article",
        "UPDATE event SET type = 'AID'",
        "UPDATE article SET outlet = 'Another'",
    ):
        plain.execute(damage)
    plain.close()
    assert _faults(path)
    with ArchiveFile(path) as archive:
        for one in list(archive.coded()):
            archive.replace(archive.readout(one.article_id, as_corrected=False))
        archive.recoding_ended(everything=True)
    assert _faults(path) == []


def test_words_that_do_not_stand_in_the_text_are_named(path: Path, readout: Readout) -> None:
    odd = readout.events[1].model_copy(update={"trigger_text": "marched"})
    with ArchiveFile(path) as archive:
        archive.replace(readout.model_copy(update={"events": (readout.events[0], odd)}))
    (found,) = _faults(path)
    assert (found.check, found.where) == ("text", odd.id)
    assert "'marched'" in found.message


def test_notes_are_no_faults(path: Path, readout: Readout) -> None:
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("CREATE TABLE my_notes (words TEXT)")
    plain.execute("UPDATE article SET made_by = 'dragoman 0.0.1' WHERE key = 1")
    plain.close()
    with ArchiveFile(path) as archive:
        archive.keep_page(b"a page that nobody read")
        archive.replace(readout.model_copy(update={"events": ()}))
    notes = {fault.check for fault in verify(path) if fault.severity == "note"}
    assert notes >= {"schema", "pages", "judgements", "versions"}


def test_a_damaged_file_is_named_by_its_page(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    for page in range(40, len(raw) // 4096):
        raw[page * 4096 : page * 4096 + 2048] = b"\xab" * 2048
    path.write_bytes(raw)
    found = _faults(path)
    assert "file" in {fault.check for fault in found}
    assert all("Restore" in fault.hint for fault in found if fault.check == "file")


def test_what_is_no_archive_is_an_error(tmp_path: Path) -> None:
    other = tmp_path / "x.txt"
    other.write_text("words " * 200)
    with pytest.raises(NotAnArchive):
        list(verify(other))


def test_a_backup_is_the_archive(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.dragoman"
    left: list[int] = []
    assert back_up(path, copy, progress=lambda rest, _: left.append(rest)) == copy.stat().st_size
    assert left[-1] == 0
    assert list(verify(copy)) == []
    with ArchiveFile(path, readonly=True) as one, ArchiveFile(copy, readonly=True) as other:
        assert list(one.readouts()) == list(other.readouts())
        assert list(one.judgements()) == list(other.judgements())
    assert sorted(p.name for p in tmp_path.glob("copy*")) in (
        ["copy.dragoman"],
        ["copy.dragoman", "copy.dragoman-shm", "copy.dragoman-wal"],
    )


def test_a_backup_is_one_moment_while_a_writer_writes(
    path: Path, tmp_path: Path, crafted: ModuleType
) -> None:
    copy = tmp_path / "copy.dragoman"
    with ArchiveFile(path) as writer:
        count = len(writer)

        def write_on(rest: int, total: int) -> None:
            del rest, total
            page = crafted.article(raw="9" * 64, url="https://news.example/9")
            writer.put(crafted.readout(page))

        back_up(path, copy, progress=write_on)
        assert len(writer) == count + 1
    with ArchiveFile(copy, readonly=True) as other:
        assert len(other) == count
    assert list(verify(copy)) == []


def test_a_backup_overwrites_nothing_unasked(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "letter.txt"
    there.write_text("Dear all")
    for target in (there, tmp_path, path, tmp_path / "no" / "such.dragoman"):
        with pytest.raises(ArchiveError) as caught:
            back_up(path, target, replace=target == path)
        assert caught.value.hint
    assert there.read_text() == "Dear all"
    back_up(path, there, replace=True)
    assert list(verify(there)) == []
    assert not list(tmp_path.glob("*.part*"))
