"""Which articles were known when: the one place that decides which revision of a page counts.

Two clocks tell it. By the *published* clock a page is known from the day on which it was published
or last changed, so that nothing is seen before the world could see it: what backtests ask for. By
the *added* clock it is known from the day on which the archive got it: what one could have answered
then, with this archive. docs/explanation/archive.md has the reasons.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal, NamedTuple, get_args

from dragoman.archive.numbers.days import days_of, number
from dragoman.archive.packing import instants
from dragoman.errors import QueryError

Clock = Literal["published", "added"]
CLOCKS: tuple[Clock, ...] = get_args(Clock)

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)

Condition = tuple[str, list[str | int | float]]
"""A condition in SQL and its parameters."""

_KNOWN = (
    "INSERT OR REPLACE INTO article_known "
    "(article, published_from, published_until, added_from, added_until) VALUES (?, ?, ?, ?, ?)"
)
_REVISIONS = (
    "SELECT key, added_at, record FROM article "
    "WHERE key = ?1 OR url = (SELECT url FROM article WHERE key = ?1) ORDER BY revision"
)


class AsOf(NamedTuple):
    """The end of a day, such as 20240331, and the clock that it is read from."""

    day: int
    clock: Clock = "published"

    @property
    def words(self) -> str:
        """The condition in words, for the filter that stands beside a number."""
        written = f"{self.day // 10_000:04}-{self.day // 100 % 100:02}-{self.day % 100:02}"
        return f"as {self.clock} by the end of {written}"


def as_of(day: str, clock: str = "published") -> AsOf:
    """Return the moment that somebody asks about.

    ::

        archive.events("type:ASSAULT", as_of="2024-03-31")                    # by the published clock
        archive.events("type:ASSAULT", as_of=dg.as_of("2024-03", "added"))    # by the archive's

    Args:
        day: A day, month or year; the last two stand for their last day.
        clock: "published": what the world could read by the end of that day. "added": what this
            archive had by then.

    Raises:
        QueryError: It is no date, or there is no such clock.
    """
    if clock not in CLOCKS:
        raise QueryError(f"There is no clock {clock[:40]!r}.", hint="It is published or added.")
    days = days_of(day) if _DATE.fullmatch(day) else None
    if days is None:
        raise QueryError(
            f"{day[:40]!r} is no date.",
            hint="Write a day, month or year: 2024-03-31, 2024-03, 2024.",
        )
    return AsOf(days.last, clock)


def moment_of(asked: str | AsOf | None) -> AsOf | None:
    """Return the moment that an argument ``as_of`` means; None: now.

    Raises:
        QueryError: It is no date.
    """
    return as_of(asked) if isinstance(asked, str) else asked


def known_articles(column: str, moment: AsOf | None = None) -> Condition:
    """Return the condition on articles that were known, by the key in ``column``.

    Without a moment: on the latest revision of each page.
    """
    if moment is None:
        return f"{column} NOT IN (SELECT key FROM article WHERE superseded_by IS NOT NULL)", []  # noqa: S608
    return (
        f"{column} IN (SELECT article FROM article_known WHERE {_known_at(moment)})",  # noqa: S608
        [moment.day, moment.day],
    )


def unknown(connection: sqlite3.Connection, moment: AsOf | None) -> set[int]:
    """Return the keys of all articles that were not known: few, unless it is long ago."""
    statement = "SELECT key FROM article WHERE superseded_by IS NOT NULL"
    values: tuple[int, ...] = ()
    if moment is not None:
        statement = f"SELECT article FROM article_known WHERE NOT ({_known_at(moment)})"  # noqa: S608
        values = (moment.day, moment.day)
    return {key for (key,) in connection.execute(statement, values)}


def _known_at(moment: AsOf) -> str:
    start, until = f"{moment.clock}_from", f"{moment.clock}_until"
    return f"{start} <= ? AND ({until} IS NULL OR {until} > ?)"


def fill_all(connection: sqlite3.Connection) -> None:
    """Fill ``article_known`` from every page, as after a migration."""
    latest = "SELECT key FROM article WHERE superseded_by IS NULL ORDER BY key"
    for (key,) in connection.execute(latest).fetchall():
        fill(connection, key)


def fill(connection: sqlite3.Connection, article: int) -> None:
    """Fill ``article_known`` from all revisions of an article's page."""
    revisions = [_revision(*row) for row in connection.execute(_REVISIONS, (article,))]
    published = list(_published(revisions))
    added = [revision.added for revision in revisions]
    for at, revision in enumerate(revisions):
        connection.execute(
            _KNOWN,
            (
                revision.key,
                published[at],
                min(published[at + 1 :], default=None),
                added[at],
                min(added[at + 1 :], default=None),
            ),
        )


class _Revision(NamedTuple):
    """One revision of a page: its key, the day on which it was added, what it says of itself."""

    key: int
    added: int
    told: tuple[str, ...]

    @property
    def day(self) -> int | None:
        """The last day on which it can have appeared, as the page says; None: it does not say."""
        known = (days.last for value in self.told if (days := days_of(value)) is not None)
        return max(known, default=None)


def _revision(key: int, added_at: str, packed: bytes) -> _Revision:
    moment = datetime.fromisoformat(added_at)
    day = moment.astimezone(UTC).date() if moment.tzinfo else moment.date()
    told = (when["value"] for when in instants(packed) if when is not None)
    return _Revision(key, number(day), tuple(told))


def _published(revisions: list[_Revision]) -> Iterator[int]:
    """Yield from which day each revision was there for the world.

    A page that says nothing was there at the latest when it was added; so was a revision that says
    no later time than those before it.
    """
    before = ""
    for revision in revisions:
        latest = max(revision.told, default="")
        said = revision.day if latest > before else None
        before = max(before, latest)
        yield revision.added if said is None else said
