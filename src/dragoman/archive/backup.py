"""A copy of an archive, made while others read and write: whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dragoman.archive.connection import WAIT, connect
from dragoman.archive.failures import explained
from dragoman.errors import ArchiveError

_PAGES = 2_000  # copied at once: a writer waits no longer than a few milliseconds


def back_up(
    path: str | os.PathLike[str],
    to: str | os.PathLike[str],
    *,
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
    wait: float = WAIT,
) -> int:
    """Copy an archive to another file, as one moment of it.

    The copy is made under another name and takes its own when it is whole and on the disk.

    Args:
        path: The archive; others may write to it meanwhile.
        to: The copy.
        replace: Put it in place of a file that is there.
        progress: Called with how many pages are left, of how many.
        wait: Seconds to wait while another process writes.

    Returns:
        The size of the copy in bytes.

    Raises:
        ArchiveError: The archive cannot be read, the copy not be written, or it is there already.
    """
    source, target = Path(path), Path(to)
    _check(source, target, replace=replace)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    connection = connect(source, readonly=True, wait=wait)
    try:
        _copy(connection, part, progress)
        _settle(part, target)
    except OSError as error:
        raise ArchiveError(
            f"The copy cannot be written: {error.strerror or error}.",
            hint="Check that its folder exists, that you may write there, and that there is room.",
            source=str(target),
        ) from error
    finally:
        connection.close()
        for leftover in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm"))):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    return target.stat().st_size


def _check(source: Path, target: Path, *, replace: bool) -> None:
    if target.is_dir():
        raise ArchiveError("This is a folder.", hint="Name a file in it.", source=str(target))
    if not target.exists():
        return
    if source.exists() and target.samefile(source):
        raise ArchiveError(
            "This is the archive itself.", hint="Name another file.", source=str(target)
        )
    if not replace:
        raise ArchiveError(
            "There is a file of this name.",
            hint="Name another file, or replace it with --replace.",
            source=str(target),
        )


def _copy(
    connection: sqlite3.Connection, part: Path, progress: Callable[[int, int], None] | None
) -> None:
    def told(_: int, left: int, total: int) -> None:
        if progress is not None:
            progress(left, total)

    with explained(part):
        copy = sqlite3.connect(part)
        try:
            connection.execute("BEGIN")  # what is written meanwhile is not in it
            connection.execute("SELECT 1 FROM meta").fetchone()
            connection.backup(copy, pages=_PAGES, progress=told)
            connection.execute("COMMIT")
            # One file without a log, so that it can be moved and mailed as it is.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()


def _settle(part: Path, target: Path) -> None:
    """Bring the copy to the disk and give it its name."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
