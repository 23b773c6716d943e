"""Which events count, as somebody asks for it, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict, get_args

from dragoman.archive.asof import AsOf, moment_of
from dragoman.archive.numbers.periods import Period, period_of
from dragoman.archive.search.parser import parse
from dragoman.archive.search.syntax import And, Field, Node, Not, Or
from dragoman.errors import QueryError
from dragoman.records.vocabulary import EventStatus

_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


class Only(TypedDict, total=False):
    """What narrows a count (all may be left out).

    `since`, `until`: a day, month or year; both are inside. `status`: one or several statuses, or
    "any". `background`: also what is told as background. `confidence`: at least so likely, 0 to 1.
    `each_report`: count each article's telling of an event. `as_of`: only articles that were
    published by the end of this day, month or year (`dragoman.as_of` asks by the other clock).
    """

    since: str | None
    until: str | None
    status: str | Iterable[str] | None
    background: bool
    confidence: float
    each_report: bool
    as_of: str | AsOf | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filter of a count; `statuses` empty means any."""

    query: str | None
    node: Node | None
    period: Period
    statuses: tuple[EventStatus, ...]
    background: bool
    confidence: float
    each_report: bool
    moment: AsOf | None = None

    def words(self) -> str:
        """Return the filter in words."""
        return "; ".join(self._clauses())

    def _clauses(self) -> Iterator[str]:
        status = " or ".join(self.statuses) if self.statuses else "of any status"
        if not self.statuses and self.node is not None and names_field(self.node, "status"):
            status = "of the status that the query asks for"
        background = "background or not" if self.background else "not background"
        yield f"events that are {status}, {background}"
        yield (
            "each article's telling counts"
            if self.each_report
            else "told by several articles (type, status, parties, date and place the same): once"
        )
        if self.confidence:
            yield f"confidence at least {self.confidence:g}"
        if self.moment:
            yield self.moment.words
        if self.query:
            yield f"query {self.query}"


def wanted(query: str | None, only: Only) -> Wanted:
    """Return the filter; by default events that are actual and told as news.

    A query that has the field status: says itself which statuses count.

    Raises:
        QueryError: The query, a date, a status or a confidence cannot be.
    """
    node = parse(query) if query else None
    confidence = float(only.get("confidence", 0.0))
    if not 0 <= confidence <= 1:
        raise QueryError(f"A confidence of {confidence:g} cannot be.", hint="It is from 0 to 1.")
    return Wanted(
        query=query or None,
        node=node,
        period=period_of(only.get("since"), only.get("until")),
        statuses=_statuses(only.get("status"), node),
        background=only.get("background", False),
        confidence=confidence,
        each_report=only.get("each_report", False),
        moment=moment_of(only.get("as_of")),
    )


def names_field(node: Node, name: str) -> bool:
    """Whether a query says something of a field."""
    match node:
        case Field(field):
            return field == name
        case Not(part):
            return names_field(part, name)
        case And(parts) | Or(parts):
            return any(names_field(part, name) for part in parts)
        case _:
            return False


def _statuses(asked: str | Iterable[str] | None, node: Node | None) -> tuple[EventStatus, ...]:
    if asked is None:
        return () if node is not None and names_field(node, "status") else ("actual",)
    listed = asked.split(",") if isinstance(asked, str) else list(asked)
    names = [name.strip().casefold() for name in listed]
    if names == ["any"]:
        return ()
    for name in names:
        if name not in _STATUSES:
            raise QueryError(
                f"There is no status {name[:40]!r}.",
                hint=f"There are: {', '.join(_STATUSES)}, any.",
            )
    return tuple(status for status in _STATUSES if status in names)
