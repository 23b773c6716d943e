"""All checks of an archive, one after the other."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.archive.connection import FIRST_JUDGED, WAIT, connect, schema
from dragoman.archive.verifying import filled, whole
from dragoman.archive.verifying.articles import article_faults
from dragoman.archive.verifying.fault import Fault


def verify(
    path: str | os.PathLike[str], *, quick: bool = False, wait: float = WAIT
) -> Iterator[Fault]:
    """Yield what is wrong with an archive; nothing is changed.

    Checked are the file (SQLite's own checks, foreign keys), the schema, each article (its readout,
    spans against the text, its rows against the readout as people corrected it), revisions, what
    searching and counting know, judgements, the hashes of kept pages, and the full-text indexes.

    Args:
        path: The archive.
        quick: Leave out the articles one by one: seconds instead of minutes for a large archive.
        wait: Seconds to wait while another process writes.

    Raises:
        ArchiveError: The file cannot be opened as an archive at all.
    """
    file = Path(path)
    connection = connect(file, readonly=True, wait=wait)
    try:
        connection.execute("BEGIN")  # one moment of the archive, whoever writes meanwhile
        version = schema(connection)
        checks: list[Callable[[], Iterator[Fault]]] = [
            lambda: whole.file_faults(connection, file),
            lambda: whole.schema_faults(connection, file),
            lambda: filled.revision_faults(connection),
            lambda: filled.filled_faults(connection, version),
            lambda: filled.judgement_faults(connection, version),
            lambda: filled.page_faults(connection, version),
            lambda: filled.version_faults(connection),
        ]
        if not quick:
            checks.append(lambda: article_faults(connection, judged=version >= FIRST_JUDGED))
        for check in checks:
            yield from _run(check, file)
    finally:
        connection.close()
    yield from whole.index_faults(file, wait)


def _run(check: Callable[[], Iterator[Fault]], path: Path) -> Iterator[Fault]:
    """Run a check; one that the file is too damaged for says so, and the others go on."""
    try:
        yield from check()
    except sqlite3.Error as error:
        yield Fault(
            "file",
            path.name,
            f"A check could not be finished; SQLite says: {error}.",
            "Restore a backup, or save what can be read with: sqlite3 FILE .recover",
        )
