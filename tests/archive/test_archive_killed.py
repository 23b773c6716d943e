"""A process that is killed in the middle of its work leaves a whole archive."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from io import StringIO
from pathlib import Path

import pytest

from dragoman.archive import ArchiveFile, verify
from dragoman.export import export_archive
from dragoman.records import Readout

WRITER = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("crafted", sys.argv[2])
crafted = importlib.util.module_from_spec(spec)
spec.loader.exec_module(crafted)
from dragoman.archive import ArchiveFile, verify
from dragoman.export import export_archive
from dragoman.records import Readout
with ArchiveFile(sys.argv[1]) as archive:
    for number in range(int(sys.argv[3])):
        page = crafted.article(url=f"https://news.example/{number}", raw=f"{number:064x}")
        archive.put(crafted.readout(page))
        print(number, flush=True)
"""
CRAFTED = Path(__file__).parents[1] / "crafted.py"
ARTICLES = 60


def _start(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), str(CRAFTED), str(ARTICLES)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - own script


def _canonical(path: Path) -> str:
    out = StringIO()
    with ArchiveFile(path, readonly=True) as archive:
        export_archive(archive, "jsonl", out)
    return out.getvalue()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_at_random_points_it_is_whole_and_a_rerun_completes_it(tmp_path: Path) -> None:
    path = tmp_path / "killed.dragoman"
    rng = random.Random(20240512)  # noqa: S311 - where to kill is no secret
    for _ in range(4):
        writer = _start(path)
        assert writer.stdout
        reached = int(writer.stdout.readline() or 0)
        time.sleep(rng.uniform(0, 0.05))
        os.kill(writer.pid, signal.SIGKILL)
        rest = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        _check(path, at_least=max([reached, *map(int, rest)]) + 1)
    done = _start(path)
    done.communicate(timeout=60)
    assert done.returncode == 0
    undisturbed = tmp_path / "undisturbed.dragoman"
    _start(undisturbed).communicate(timeout=60)
    assert _canonical(path) == _canonical(undisturbed)


def _check(path: Path, at_least: int) -> None:
    """Every article that was reported as kept is there, whole."""
    assert list(verify(path)) == []
    with ArchiveFile(path, readonly=True) as archive:
        assert len(archive) >= at_least
        for summary in archive.articles():
            readout = archive.readout(summary.id)
            assert (summary.quotations, summary.events) == (3, 2)
            assert len(readout.events) == 2


def test_two_writers_at_once_make_one_whole_archive(tmp_path: Path) -> None:
    path = tmp_path / "shared.dragoman"
    writers = [_start(path), _start(path)]
    for writer in writers:
        writer.communicate(timeout=120)
    assert [writer.returncode for writer in writers] == [0, 0]
    _check(path, at_least=ARTICLES)
    with ArchiveFile(path, readonly=True) as archive:
        assert len(archive) == ARTICLES


def test_a_new_archive_waits_for_whoever_holds_its_file(tmp_path: Path) -> None:
    path = tmp_path / "new.dragoman"
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.4, lambda: holder.execute("COMMIT"))
    release.start()
    with ArchiveFile(path) as archive:  # the change to WAL has no wait of SQLite's own
        assert len(archive) == 0
    release.join()
    holder.close()


REWRITER = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("crafted", sys.argv[2])
crafted = importlib.util.module_from_spec(spec)
spec.loader.exec_module(crafted)
from dragoman.archive import ArchiveFile
with ArchiveFile(sys.argv[1]) as archive:
    readout = crafted.readout()
    print(0, flush=True)
    while True:
        archive.judge(readout.quotations[0].id, "reject", by="M")
        archive.replace(readout)
        archive.withdraw(readout.quotations[0].id, by="M")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_killed_while_it_writes_anew_it_is_whole(tmp_path: Path, readout: Readout) -> None:
    path = tmp_path / "anew.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    rng = random.Random(7)  # noqa: S311 - where to kill is no secret
    for _ in range(3):
        command = [sys.executable, "-c", REWRITER, str(path), str(CRAFTED)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603
        assert writer.stdout
        assert writer.stdout.readline()
        time.sleep(rng.uniform(0, 0.1))
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert list(verify(path)) == []
        with ArchiveFile(path, readonly=True) as archive:
            assert archive.readout(readout.article.id, as_corrected=False) == readout
