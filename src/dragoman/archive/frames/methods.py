"""What `ArchiveFile` can be asked for as flat records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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
        return Events(EventRow, self._rows(rows.EVENTS, selected), selected.words)

    def quotations(
        self, query: str | None = None, *, as_of: str | AsOf | None = None
    ) -> Quotations:
        """Return quotations as flat records; arguments and errors are those of `events`."""
        selected = rows.Selected(query, moment=self._moment(as_of))
        found = self._rows(rows.QUOTATIONS, selected)
        return Quotations(QuotationRow, found, selected.words)

    def positions(self, query: str | None = None, *, as_of: str | AsOf | None = None) -> Positions:
        """Return standing positions as flat records; arguments and errors are those of `events`."""
        selected = rows.Selected(query, moment=self._moment(as_of))
        found = self._rows(rows.POSITIONS, selected)
        return Positions(PositionRow, found, selected.words)

    def tables(self, selected: rows.Selected) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
        """Yield each table by name with the cells of its rows, all from one moment of the archive.

        Args:
            selected: Which events, and as of when. Each table must be read before the next.
        """
        self._moment(selected.moment)
        with explained(self.path), self._one_moment():
            for name, source in rows.TABLES.items():
                yield name, rows.rows(self._connection, source, selected)

    def _rows(self, source: rows.Source, selected: rows.Selected) -> list[tuple[Any, ...]]:
        with explained(self.path):
            if selected.query and (version := schema(self._connection)) < FIRST_SEARCHABLE:
                raise too_old(version, self.path)
            with self._one_moment():
                return list(rows.rows(self._connection, source, selected))

    @contextmanager
    def _one_moment(self) -> Iterator[None]:
        """Read on while a writer adds articles, without seeing them."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")
