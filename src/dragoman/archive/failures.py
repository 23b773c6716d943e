"""Turns what SQLite says into what a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import (
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveReadOnly,
    NotAnArchive,
)

_KINDS: dict[int, tuple[type[ArchiveError], str, str]] = {
    sqlite3.SQLITE_FULL: (
        ArchiveFull,
        "No room is left on the disk.",
        "What was kept before is safe. Make room and run the same command again.",
    ),
    sqlite3.SQLITE_BUSY: (
        ArchiveLocked,
        "Another process is writing to the archive.",
        "Wait until it has finished, then run the same command again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        ArchiveLocked,
        "Another connection holds a table of the archive.",
        "Wait until it has finished, then run the same command again.",
    ),
    sqlite3.SQLITE_READONLY: (
        ArchiveReadOnly,
        "The archive cannot be written.",
        "Check the rights of the file and of its folder, or copy it to where you may write.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        ArchiveReadOnly,
        "The archive cannot be opened.",
        "Check that its folder exists and that you may write there.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotAnArchive,
        "This is not a Dragoman archive.",
        "Name another file: an archive that does not exist yet is made.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        ArchiveError,
        "The file is damaged.",
        "Restore a copy, or save what can be read with: sqlite3 FILE .recover",
    ),
    sqlite3.SQLITE_IOERR: (
        ArchiveError,
        "The disk refused to read or write.",
        "What was kept before is safe. Check the disk and run the same command again.",
    ),
}


def explain(error: sqlite3.Error, path: Path) -> ArchiveError:
    """Return the `ArchiveError` for an error of SQLite."""
    # Extended codes (SQLITE_IOERR_WRITE, …) hold the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind, message, hint = _KINDS.get(code, (ArchiveError, f"SQLite says: {error}.", ""))
    return kind(message, hint=hint, source=str(path))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise `ArchiveError` in place of any error of SQLite."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
