"""Opens an archive file: the right file, of a version we know, set up the same way each time."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dragoman.archive import asof
from dragoman.archive.failures import explained
from dragoman.archive.migrations import latest, migrations
from dragoman.archive.numbers import fill as numbers
from dragoman.archive.packing import dictionary
from dragoman.archive.search.fill import fill_all, fill_all_records
from dragoman.errors import ArchiveError, ArchiveReadOnly, NewerArchive, NotAnArchive
from dragoman.version import own_version

APPLICATION_ID = 0x44524741  # "DRGA"; `file` and SQLite tools show it
FIRST_SQLITE = (3, 40, 0)

FIRST_READABLE = 2
"""The oldest schema that can be read as it stands; what came later is for searching and counting."""
FIRST_SEARCHABLE = 3
FIRST_COUNTABLE = 4
FIRST_JUDGED = 5
FIRST_KNOWN = 6
FIRST_SAVED = 7

PAGE = 2048
"""Bytes of a page. A row with a text of 2,000 to 4,000 characters half fills SQLite's usual 4,096: 200
such articles take 8.6 times their text rather than 9.0, and searching is as quick."""

# Seconds to wait for another writer: an article is written in milliseconds, so that half a minute
# means a stuck process rather than a busy one.
WAIT = 30.0


def connect(
    path: Path, *, readonly: bool = False, wait: float = WAIT, make: bool = True
) -> sqlite3.Connection:
    """Open an archive; make it first if there is none and it may be written.

    Args:
        path: The archive file.
        readonly: Never write; the file must exist.
        wait: Seconds to wait for another writer.
        make: Make an archive where there is none.

    Raises:
        ArchiveError: See the tree in `dragoman.errors`.
    """
    _look_before(path, there=readonly or not make)
    with explained(path):
        connection = _open(path, readonly=readonly, wait=wait)
    try:
        with explained(path):
            _check(connection, path, readonly=readonly, wait=wait)
            _set_up(connection, readonly=readonly, wait=wait)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(
    connection: sqlite3.Connection, path: Path, *, checked: bool = True
) -> Iterator[None]:
    """Run one write as a whole: kept when the block ends, undone when it raises.

    Args:
        connection: Not in a transaction.
        path: The archive, for messages.
        checked: Let SQLite check foreign keys. Where it does not, whoever writes deletes the rows
            that hang on others: SQLite would look for them in all articles.
    """
    if not checked:
        connection.execute("PRAGMA foreign_keys = OFF")  # does nothing inside a transaction
    try:
        with _begun(connection, path):
            yield
    finally:
        if not checked:
            connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _begun(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _look_before(path: Path, *, there: bool) -> None:
    if sqlite3.sqlite_version_info < FIRST_SQLITE:
        raise ArchiveError(
            f"This Python has SQLite {sqlite3.sqlite_version}.", hint="3.40 or later is needed."
        )
    if path.is_dir():
        raise NotAnArchive("This is a folder.", hint="Name a file in it.", source=str(path))
    if there and not path.is_file():
        raise ArchiveError(
            "There is no such archive.",
            hint="Make one with: dragoman read PAGE… --into FILE",
            source=str(path),
        )
    if not path.parent.is_dir():
        raise ArchiveError(
            "Its folder does not exist.", hint="Make the folder first.", source=str(path)
        )
    if path.exists() and not os.access(path, os.R_OK):
        raise ArchiveError(
            "The archive cannot be read.", hint="Check the rights of the file.", source=str(path)
        )


def _open(path: Path, *, readonly: bool, wait: float) -> sqlite3.Connection:
    if not readonly:
        return sqlite3.connect(path, timeout=wait, isolation_level=None)
    uri = path.absolute().as_uri() + "?mode=ro"
    if not os.access(path.parent, os.W_OK) and not _has_log(path):
        # A reader in WAL mode must write the shared-memory file. In a folder that nobody of us
        # can write, nobody else is writing either, and SQLite may read the file as it stands.
        uri += "&immutable=1"
    return sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _check(connection: sqlite3.Connection, path: Path, *, readonly: bool, wait: float) -> None:
    application = _pragma(connection, "application_id")
    version = _pragma(connection, "user_version")
    fresh = application == 0 and version == 0 and not _tables(connection)
    if fresh and readonly:
        raise NotAnArchive("The file is empty.", hint="Nothing was kept in it.", source=str(path))
    if not fresh and application != APPLICATION_ID:
        raise NotAnArchive(
            "This is a SQLite file of something else.", hint="Name another file.", source=str(path)
        )
    if version > latest():
        raise NewerArchive(
            f"A later Dragoman wrote this archive (schema {version}; this one knows {latest()}).",
            hint="Upgrade: pip install --upgrade dragoman",
            source=str(path),
        )
    if version < latest():
        if not readonly:
            _migrate(connection, path, wait)
        elif version < FIRST_READABLE:
            raise too_old(version, path)


def too_old(version: int, path: Path, needed: int = FIRST_SEARCHABLE) -> ArchiveReadOnly:
    """Return the error of an archive that must be migrated first."""
    return ArchiveReadOnly(
        f"The archive has an older schema ({version}; this needs {needed}) and is opened "
        "for reading only.",
        hint="Open it once for writing, which brings it up to date: dragoman read PAGE --into FILE",
        source=str(path),
    )


def schema(connection: sqlite3.Connection) -> int:
    """Return the number of the last migration of an archive."""
    return _pragma(connection, "user_version")


def _tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _use_wal(connection: sqlite3.Connection, wait: float) -> None:
    """Write ahead. SQLite does not wait for a lock when the mode changes, so that we do."""
    deadline = time.monotonic() + wait
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return  # a file system that cannot do it keeps its own mode


def _migrate(connection: sqlite3.Connection, path: Path, wait: float) -> None:
    connection.execute(f"PRAGMA page_size = {PAGE}")  # only a file that is being made takes it
    _use_wal(connection, wait)
    with transaction(connection, path):
        # Asked again inside the transaction: another process may just have done it.
        version = _pragma(connection, "user_version")
        for step in migrations()[version:]:
            for statement in step.statements():
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.number}")
        if 0 < version < FIRST_SEARCHABLE:
            fill_all(connection)
        elif 0 < version < FIRST_KNOWN:
            fill_all_records(connection)
        if 0 < version < FIRST_COUNTABLE:
            numbers.fill_all(connection)
        if 0 < version < FIRST_KNOWN:
            asof.fill_all(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _sign(connection)


def _sign(connection: sqlite3.Connection) -> None:
    """Say what made the file, unless it says so already, and how records are read."""
    connection.executemany(
        "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)",
        [
            ("made_by", f"dragoman {own_version()}"),
            ("made_at", datetime.now(UTC).isoformat(timespec="seconds")),
            ("help", "Read the views (articles, quotations, events, …): docs/reference/archive.md"),
            ("record_dictionary", dictionary().decode()),
        ],
    )


def _set_up(connection: sqlite3.Connection, *, readonly: bool, wait: float) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if readonly:
        connection.execute("PRAGMA query_only = ON")
        return
    _use_wal(connection, wait)
    # In WAL mode NORMAL never damages the file; a power cut can only cost the last transactions.
    connection.execute("PRAGMA synchronous = NORMAL")
