"""What only a real process shows: a quick start, Ctrl-C, a closed pipe, odd encodings."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.archive import ArchiveFile
from dragoman.records import Readout

COMMAND = [sys.executable, "-m", "dragoman"]
STORY = """Minister {0} visits Norway

OSLO, 3 March 2024. Foreign Minister Anna {0} arrived in Norway on Sunday.

"We came to listen and to sign what we promised," {0} said after the talks.
"""


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from dragoman.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'lxml', 'pydantic', 'rich', 'numpy', 'sqlite3', 'trafilatura'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals as on POSIX")
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(
    tmp_path: Path,
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(120):
        (pages / f"{number:03}.txt").write_text(STORY.format(f"Holm{number}"), encoding="utf-8")
    path = tmp_path / "talks.dragoman"
    command = [*COMMAND, "read", str(pages), "--into", str(path)]
    reading = subprocess.Popen(  # noqa: S603 - our own words
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert reading.stdout
    reading.stdout.readline()  # the first page is kept
    reading.send_signal(signal.SIGINT)
    _, said = reading.communicate(timeout=60)
    assert reading.returncode == 130, said
    assert "run the same command again" in said
    assert "Traceback" not in said
    with ArchiveFile(path, readonly=True) as archive:
        kept = len(archive)
        assert 1 <= kept < 120
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes as on POSIX")
def test_a_closed_pipe_is_no_traceback() -> None:
    listing = subprocess.Popen(  # noqa: S603 - our own words
        [*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert listing.stdout
    listing.stdout.close()
    assert listing.stderr
    said = listing.stderr.read().decode()
    listing.stderr.close()
    listing.wait(timeout=30)
    assert "Traceback" not in said


def test_an_output_that_cannot_write_every_character_is_no_traceback(
    tmp_path: Path, readout: Readout
) -> None:
    path = tmp_path / "x.dragoman"
    with ArchiveFile(path) as archive:
        archive.put(readout)
    done = subprocess.run(  # noqa: S603 - our own words
        [*COMMAND, "show", readout.article.id, "--in", str(path)],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"\\u2192" in done.stdout


def test_help_is_quick() -> None:
    """The reach is 0.4 s on a quiet machine; a busy one must not fail for it."""
    best = min(_seconds_of_help() for _ in range(3))
    assert best < 1.5


def _seconds_of_help() -> float:
    start = time.perf_counter()
    subprocess.run([*COMMAND, "--help"], capture_output=True, check=True)  # noqa: S603 - our own words
    return time.perf_counter() - start
