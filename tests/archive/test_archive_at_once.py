"""Readers and writers at once, full disks and folders without rights: whole articles, nothing lost."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile, back_up, verify
from dragoman.errors import ArchiveError, ArchiveFull, ArchiveLocked, ArchiveReadOnly
from dragoman.records import Readout

root_may_all = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)


def test_a_reader_sees_whole_articles_while_they_are_written_anew(
    archive: ArchiveFile, readout: Readout, crafted: ModuleType
) -> None:
    archive.put(readout)
    seen: list[tuple[int, int, int]] = []
    wrong: list[object] = []
    stop = threading.Event()

    def read() -> None:
        try:
            with ArchiveFile(archive.path, readonly=True) as reader:
                while not stop.is_set():
                    found = reader.search("kind:event OR kind:quotation")
                    seen.append((found.articles, found.events or 0, found.quotations or 0))
                    shown = list(reader.readouts())
                    wrong.extend(r for r in shown if len(r.quotations) not in (2, 3))
        except Exception as error:  # noqa: BLE001 - told to the test
            wrong.append(error)

    reading = threading.Thread(target=read)
    reading.start()
    for number in range(12):
        archive.put(crafted.readout(crafted.article(raw=f"{number:064x}", url=f"u:{number}")))
        archive.judge(readout.quotations[0].id, "reject", by="M")
        archive.replace(readout)
        archive.withdraw(readout.quotations[0].id, by="M")
    stop.set()
    reading.join()
    assert wrong == []
    assert seen
    for articles, events, quotations in seen:
        assert events == 2 * articles
        assert quotations in (3 * articles, 3 * articles - 1)
    assert list(verify(archive.path)) == []


def test_a_full_disk_loses_nothing(archive: ArchiveFile, readout: Readout) -> None:
    archive.put(readout)
    archive.judge(readout.events[0].id, "reject", by="M")
    connection = archive._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    long = readout.article.text + "More words that need room. " * 40_000
    grown = readout.article.model_copy(update={"text": long})
    with pytest.raises(ArchiveFull) as caught:
        archive.replace(readout.model_copy(update={"article": grown}))
    assert "Make room" in caught.value.hint
    with pytest.raises(ArchiveFull):
        archive.keep_page(os.urandom(4_000_000))
    connection.execute("PRAGMA max_page_count = 1000000")
    assert list(verify(archive.path)) == []
    assert archive.readout(readout.article.id, as_corrected=False) == readout
    assert len(list(archive.judgements())) == 1
    (on,) = connection.execute("PRAGMA foreign_keys").fetchone()
    assert on == 1


def test_a_writer_that_goes_on_for_too_long_is_named(
    archive: ArchiveFile, readout: Readout
) -> None:
    archive.put(readout)
    holder = sqlite3.connect(archive.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with ArchiveFile(archive.path, wait=0.1) as other:
        for write in (
            lambda: other.judge(readout.events[0].id, "accept", by="M"),
            lambda: other.replace(readout),
            lambda: other.keep_page(b"a page"),
        ):
            with pytest.raises(ArchiveLocked) as caught:
                write()
            assert "Wait" in caught.value.hint
    notes = [fault for fault in verify(archive.path, wait=0.1) if fault.severity == "note"]
    assert [fault.check for fault in notes] == ["index"]
    holder.execute("ROLLBACK")
    holder.close()


@root_may_all
def test_a_folder_without_rights_is_named(
    archive: ArchiveFile, readout: Readout, tmp_path: Path
) -> None:
    archive.put(readout)
    archive.close()
    folder = tmp_path / "shut"
    folder.mkdir()
    copy = folder / "x.dragoman"
    back_up(archive.path, copy)
    folder.chmod(0o500)
    copy.chmod(0o400)
    try:
        with pytest.raises(ArchiveError) as caught:
            back_up(archive.path, folder / "y.dragoman")
        assert caught.value.hint
        with ArchiveFile(copy, readonly=True) as reading:
            assert reading.readout(readout.article.id) == readout
        with pytest.raises(ArchiveReadOnly), ArchiveFile(copy) as writing:
            writing.judge(readout.events[0].id, "accept", by="M")
        assert not [fault for fault in verify(copy) if fault.severity == "fault"]
    finally:
        folder.chmod(0o700)
