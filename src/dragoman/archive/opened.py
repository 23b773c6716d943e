"""An open archive file: what everything that is done with one needs."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from dragoman.archive.asof import AsOf, moment_of
from dragoman.archive.connection import (
    FIRST_JUDGED,
    FIRST_KNOWN,
    WAIT,
    connect,
    schema,
    too_old,
    transaction,
)
from dragoman.archive.failures import explained
from dragoman.archive.judgements.apply import corrected
from dragoman.archive.judgements.store import judgements_of
from dragoman.archive.packing import unpack
from dragoman.records import Readout

_ENTRY = "SELECT text, record FROM article WHERE key = ?"


class OpenArchive:
    """One open file; `dragoman.archive.ArchiveFile` adds what can be asked of it."""

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        readonly: bool = False,
        wait: float = WAIT,
        make: bool = True,
    ) -> None:
        self.path = Path(path)
        self.readonly = readonly
        self._connection = connect(self.path, readonly=readonly, wait=wait, make=make)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._connection.close()

    def meta(self) -> dict[str, str]:
        """Return what the file says of itself: which version made it, and when."""
        with explained(self.path):
            return dict(self._connection.execute("SELECT key, value FROM meta ORDER BY key"))

    def _writing(self) -> AbstractContextManager[None]:
        """Return one write as a whole."""
        return transaction(self._connection, self.path)

    def _rewriting(self) -> AbstractContextManager[None]:
        """Return one write that also deletes rows and what hangs on them (`rewriting`)."""
        return transaction(self._connection, self.path, checked=False)

    def _moment(self, as_of: str | AsOf | None) -> AsOf | None:
        """Return the moment that is asked about, if this archive can answer for it."""
        moment = moment_of(as_of)
        with explained(self.path):
            if moment and (version := schema(self._connection)) < FIRST_KNOWN:
                raise too_old(version, self.path, FIRST_KNOWN)
        return moment

    def _unpacked(self, key: int, *, as_corrected: bool) -> Readout:
        with explained(self.path):
            text, packed = self._connection.execute(_ENTRY, (key,)).fetchone()
            readout = unpack(packed, text)
            if not as_corrected or schema(self._connection) < FIRST_JUDGED:
                return readout
            judgements = judgements_of(self._connection, key)
        return corrected(readout, judgements).readout if judgements else readout


def now() -> str:
    """Return this moment, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
