"""What `ArchiveFile` can be asked for numbers: one moment of the archive answers each question."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import TypeVar, Unpack

from dragoman.archive.asof import AsOf
from dragoman.archive.connection import FIRST_COUNTABLE, schema, too_old
from dragoman.archive.failures import explained
from dragoman.archive.numbers import articles as volumes
from dragoman.archive.numbers import counts, network, occurrences
from dragoman.archive.numbers import dyad as dyads
from dragoman.archive.numbers.records import DyadSeries, EventCounts, Network, Occurrences
from dragoman.archive.numbers.wanted import Only, Wanted, wanted
from dragoman.archive.opened import OpenArchive

Answer = TypeVar("Answer")


class Numbers(OpenArchive):
    """Counts, dyads, networks and the events behind them."""

    def counts(
        self,
        query: str | None = None,
        *,
        by: Iterable[str] = (),
        every: str | None = None,
        **only: Unpack[Only],
    ) -> EventCounts:
        """Count events by kind and period.

        ::

            for row in archive.counts("country:UKR", by="type", every="month", since="2024"):
                print(row.period, row.type, row.events, "of", row.articles, "articles")

        By default events that are actual and told as news; what several articles tell counts once
        (docs/reference/numbers.md).

        Args:
            query: Which events, in the language of `search`; None for all.
            by: Dimensions, or their names parted by commas: type, quad, mode, context, status,
                country, source, target, actor, recipient, sector, place, place_country, outlet,
                origin.
            every: "day", "week", "month" or "year".
            **only: `since`, `until`, `status`, `background`, `confidence`, `each_report`, `as_of`.

        Raises:
            QueryError: What is asked for cannot be; says what can.
        """
        asked = self._wanted(query, only)
        return self._answer(lambda file: counts.count(file, asked, by, every))

    def dyad(
        self,
        source: str,
        target: str,
        query: str | None = None,
        *,
        every: str = "month",
        directed: bool = False,
        **only: Unpack[Only],
    ) -> DyadSeries:
        """Return what two states did to each other, as a series.

        Args:
            source: One state, by ISO-3 code or name.
            target: The other.
            query: Which events, in the language of `search`; None for all.
            every: "day", "week", "month" or "year".
            directed: Only what the first did to the second.
            **only: As for `counts`.

        Raises:
            QueryError: One is no state, or what is asked for cannot be.
        """
        asked, pair = self._wanted(query, only), dyads.between(source, target, directed=directed)
        return self._answer(lambda file: dyads.dyad(file, asked, pair, every))

    def network(
        self,
        query: str | None = None,
        *,
        of: str = "acts",
        nodes: str | None = None,
        most: int | None = None,
        **only: Unpack[Only],
    ) -> Network:
        """Return who acts on whom, who quotes whom or who cites whom.

        Args:
            query: Which events, quotations or articles; None for all.
            of: "acts" (events), "quotes" (outlet and speaker) or "citations" (who names whom as
                its source).
            nodes: "country" or "actor": for acts countries unless said otherwise, for quotes
                speakers.
            most: Return at most so many ties, the most frequent.
            **only: As for `counts`.

        Raises:
            QueryError: What is asked for cannot be.
        """
        asked = self._wanted(query, only)
        return self._answer(lambda file: network.network(file, asked, of, nodes, most))

    def occurrences(
        self,
        query: str | None = None,
        *,
        most: int = 50,
        every: str | None = None,
        between: tuple[str, str] | None = None,
        directed: bool = False,
        **only: Unpack[Only],
    ) -> Occurrences:
        """Return the events behind a number, each once with its words, by date.

        Args:
            query: Which events, in the language of `search`; None for all.
            most: Return at most so many: those that most outlets tell.
            every: Say in which day, week, month or year each stands; those that fit in none are
                left out.
            between: Only events between these two states.
            directed: Of those only what the first did to the second.
            **only: As for `counts`.

        Raises:
            QueryError: What is asked for cannot be.
        """
        asked = self._wanted(query, only)
        pair = dyads.between(*between, directed=directed) if between else None
        return self._answer(
            lambda file: occurrences.occurrences(file, asked, max(most, 0), every, pair)
        )

    def latest_day(self, *, as_of: str | AsOf | None = None) -> str | None:
        """Return the last day on which articles were published; dates to come are left out.

        Args:
            as_of: Of what was published by the end of this day, month or year.
        """
        moment = self._moment(as_of)
        return self._answer(lambda file: volumes.latest_day(file, moment))

    def _wanted(self, query: str | None, only: Only) -> Wanted:
        self._moment(only.get("as_of"))  # says so if this archive cannot tell what was known then
        return wanted(query, only)

    def _answer(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        with explained(self.path):
            if (version := schema(self._connection)) < FIRST_COUNTABLE:
                raise too_old(version, self.path, FIRST_COUNTABLE)
            # A writer may add articles meanwhile; a numerator and its denominator belong together.
            self._connection.execute("BEGIN")
            try:
                return question(self._connection)
            finally:
                self._connection.execute("COMMIT")
