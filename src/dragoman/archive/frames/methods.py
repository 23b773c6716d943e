"""What `ArchiveFile` can be asked for as flat records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.archive.asof import AsOf
from dragoman.archive.connection import FIRST_SEARCHABLE, schema, too_old
from dragoman.archive.failures import explained
from dragoman.archive.frames import rows
from dragoman.archive.frames.records import (
    EventRow,
    Events,
    PositionRow,
    Positions,
    QuotationRow,
    Quotations,
)
from dragoman.archive.opened import OpenArchive


class Framing(OpenArchive):
    """Events, quotations and positions as sequences that become frames."""

    def events(
        self,
        query: str | None = None,
        *,
        counted: bool = False,
        as_of: str | AsOf | None = None,
    ) -> Events:
        """Return events as flat records, by (published, id) of their articles.

        ::

            events = archive.events("country:UKR type:ASSAULT after:2024")
            events[0].evidence, events[0].date_from
            events.to_pandas().groupby("type").size()

        Args:
            query: Which events, in the language of `search`; one that speaks of no events gives
                all events of the articles that answer. None: all events of the archive.
            counted: Only those that numbers count by default: actual and not background.
            as_of: Only what was published by the end of this day, month or year; `dragoman.as_of`
                asks by the other clock.

        Raises:
            QueryError: The query asks for nothing or for what cannot be; `as_of` is no date.
            ArchiveReadOnly: An older archive is opened read-only and lacks what is asked for.
        """
        selected = rows.Selected(query, counted, self._moment(as_of))
        return Events(EventRow, list(self._rows(rows.EVENTS, selected)), selected.words)

    def quotations(
        self, query: str | None = None, *, as_of: str | AsOf | None = None
    ) -> Quotations:
        """Return quotations as flat records; arguments and errors are those of `events`."""
        selected = rows.Selected(query, moment=self._moment(as_of))
        found = list(self._rows(rows.QUOTATIONS, selected))
        return Quotations(QuotationRow, found, selected.words)

    def positions(self, query: str | None = None, *, as_of: str | AsOf | None = None) -> Positions:
        """Return standing positions as flat records; arguments and errors are those of `events`."""
        selected = rows.Selected(query, moment=self._moment(as_of))
        found = list(self._rows(rows.POSITIONS, selected))
        return Positions(PositionRow, found, selected.words)

    def _rows(self, source: rows.Source, selected: rows.Selected) -> Iterator[tuple[Any, ...]]:
        """Yield the fields of records, all of them from one moment of the archive."""
        with explained(self.path):
            if selected.query and (version := schema(self._connection)) < FIRST_SEARCHABLE:
                raise too_old(version, self.path)
            self._connection.execute("BEGIN")
            try:
                yield from rows.rows(self._connection, source, selected)
            finally:
                self._connection.execute("COMMIT")
