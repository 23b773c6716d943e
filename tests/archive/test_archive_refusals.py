"""Files that are no archive, cannot be written, are full, locked or of another version."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from dragoman.archive import ArchiveFile
from dragoman.archive.migrations import latest
from dragoman.errors import (
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveReadOnly,
    NewerArchive,
    NotAnArchive,
)
from dragoman.records import Problem, Readout

root_may_all = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)


def test_a_text_file_is_no_archive_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a database at all, but long enough to be taken for one. " * 20)
    before = path.read_bytes()
    with pytest.raises(NotAnArchive) as caught:
        ArchiveFile(path)
    assert caught.value.hint
    assert path.read_bytes() == before


def test_a_foreign_sqlite_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = path.read_bytes()
    for readonly in (False, True):
        with pytest.raises(NotAnArchive):
            ArchiveFile(path, readonly=readonly)
    assert path.read_bytes() == before


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchive, match="folder"):
        ArchiveFile(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="folder does not exist"):
        ArchiveFile(tmp_path / "nowhere" / "x.dragoman")


def test_reading_a_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "x.dragoman"
    with pytest.raises(ArchiveError, match="no such archive"):
        ArchiveFile(path, readonly=True)
    assert not path.exists()


def test_an_empty_file_becomes_an_archive(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "x.dragoman"
    path.touch()
    with pytest.raises(NotAnArchive):
        ArchiveFile(path, readonly=True)
    with ArchiveFile(path) as archive:  # what a process killed at its first step leaves behind
        assert archive.put(readout).status == "new"


def test_a_newer_archive_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.dragoman"
    ArchiveFile(path).close()
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {latest() + 1}")
    later.close()
    with pytest.raises(NewerArchive) as caught:
        ArchiveFile(path)
    assert "pip install" in caught.value.hint


def test_a_damaged_file_is_reported(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(ArchiveError), ArchiveFile(path) as archive:
        archive.readout(readout.article.id)


def test_a_file_cut_in_the_middle_is_reported(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(ArchiveError), ArchiveFile(path) as archive:
        archive.readout(readout.article.id)


def test_a_full_disk_costs_only_the_last_article(archive: ArchiveFile, readout: Readout) -> None:
    archive.put(readout)
    pages = archive._connection.execute("PRAGMA page_count").fetchone()[0]
    archive._connection.execute(f"PRAGMA max_page_count = {pages}")
    big = readout.article.model_copy(
        update={"id": "a" + "b" * 16, "url": None, "text": "word " * 20_000}
    )
    with pytest.raises(ArchiveFull) as caught:
        archive.put(Readout(article=big))
    assert "safe" in caught.value.hint
    assert archive.readout(readout.article.id) == readout
    archive._connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
    assert archive.put(Readout(article=big)).status == "new"


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as first, ArchiveFile(path, wait=0.1) as second:
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveLocked):
            second.put(readout)
        first._connection.execute("COMMIT")
        assert second.put(readout).status == "new"


def test_a_reader_sees_whole_articles_while_a_writer_writes(
    tmp_path: Path, readout: Readout
) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as writer, ArchiveFile(path, readonly=True) as reader:
        writer._connection.execute("BEGIN IMMEDIATE")
        writer._connection.execute("UPDATE meta SET value = 'half' WHERE key = 'help'")
        assert len(reader) == 0
        assert reader.meta()["help"] != "half"
        writer._connection.execute("ROLLBACK")
        writer.put(readout)
        assert reader.readout(readout.article.id) == readout


def test_a_reader_cannot_write(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "x.dragoman"
    ArchiveFile(path).close()
    with ArchiveFile(path, readonly=True) as archive:
        with pytest.raises(ArchiveReadOnly):
            archive.put(readout)
        with pytest.raises(ArchiveReadOnly):
            archive.note(Problem(code="E_EMPTY", message="Nothing in it."))


@root_may_all
def test_a_folder_that_cannot_be_written(tmp_path: Path, readout: Readout) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = folder / "x.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    folder.chmod(0o555)
    try:
        with ArchiveFile(path, readonly=True) as archive:
            assert archive.readout(readout.article.id) == readout
        with pytest.raises(ArchiveReadOnly):
            ArchiveFile(folder / "new.dragoman")
    finally:
        folder.chmod(0o755)


def test_a_reader_that_may_not_write_the_folder_needs_no_shared_memory(
    tmp_path: Path, readout: Readout, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    may = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: mode != os.W_OK and may(p, mode))
    with ArchiveFile(path, readonly=True) as archive:
        assert archive.readout(readout.article.id) == readout
        assert [p.name for p in tmp_path.iterdir()] == ["x.dragoman"]


def test_a_copied_file_is_a_whole_archive(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    shutil.copy(path, tmp_path / "copy.dragoman")  # closing has put everything into one file
    with ArchiveFile(tmp_path / "copy.dragoman", readonly=True) as archive:
        assert archive.readout(readout.article.id) == readout


def test_closing_twice_does_nothing(tmp_path: Path) -> None:
    archive = ArchiveFile(tmp_path / "x.dragoman")
    archive.close()
    archive.close()
