"""The events behind a number, each once, with the words it rests on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from dragoman.archive.numbers.articles import volume
from dragoman.archive.numbers.chosen import Between, Chosen, chosen
from dragoman.archive.numbers.counts import basis, every_of, totals
from dragoman.archive.numbers.periods import Every, label
from dragoman.archive.numbers.records import Occurrence, Occurrences
from dragoman.archive.numbers.wanted import Wanted

_MOST_TOLD = """
, told AS (
  SELECT c.same AS same, c.period AS period, c.first_day AS first_day, count(*) AS reports,
    count(DISTINCT o.outlet) AS outlets, max(abs(c.score)) AS weight
  FROM chosen c JOIN counted_article o ON o.article = c.article
  WHERE c.period IS NOT NULL GROUP BY c.same
), most AS (
  SELECT * FROM told ORDER BY outlets DESC, reports DESC, weight DESC, first_day, same LIMIT ?
)
SELECT m.same, m.period, m.first_day, m.reports, m.outlets, c.event, a.published, a.id
FROM most m CROSS JOIN chosen c ON c.same = m.same JOIN article a ON a.key = c.article
"""
_EVENT = """
SELECT e.id, a.id, e.date, e.type, e.modes,
  (SELECT group_concat(coalesce(p.name, p.text), '; ') FROM party p
    WHERE p.event = e.key AND p.side = 'actor'),
  (SELECT group_concat(coalesce(p.name, p.text), '; ') FROM party p
    WHERE p.event = e.key AND p.side = 'recipient'),
  e.status, coalesce(l.name, e.place_name), e.quad, e.score,
  substr(a.text, e.evidence_start + 1, e.evidence_end - e.evidence_start),
  a.outlet, a.published, a.headline, a.url
FROM event e JOIN article a ON a.key = e.article LEFT JOIN place l ON l.key = e.place
WHERE e.key = ?
"""


class _Told(NamedTuple):
    """One telling of an event among those that are shown."""

    same: int
    period: int
    first_day: int | None
    reports: int
    outlets: int
    event: int
    published: str | None
    article_id: str


def occurrences(
    connection: sqlite3.Connection,
    wanted: Wanted,
    most: int,
    every: str | None = None,
    between: Between | None = None,
) -> Occurrences:
    """Return the events that most outlets tell, by date.

    Of those told by equally many: those with more reports, then those of the greater score either
    way, then the earlier.
    """
    step = every_of(every)
    of = chosen(connection, wanted, step, between)
    first = _first_tellings(_told(connection, of, most))
    shown = sorted(
        first, key=lambda t: (t.first_day or 99_999_999, t.published or "", t.article_id)
    )
    return Occurrences(
        rows=tuple(_occurrence(connection, told, step) for told in shown),
        basis=basis(wanted, volume(connection, wanted, step), totals(connection, of)),
        every=step,
    )


def _told(connection: sqlite3.Connection, of: Chosen, most: int) -> list[_Told]:
    rows = connection.execute(of.sql + _MOST_TOLD, (*of.values, most))
    return [_Told(*row) for row in rows]


def _first_tellings(told: Iterable[_Told]) -> list[_Told]:
    """Return, for each event, the telling of the article that was published first."""
    first: dict[int, _Told] = {}
    for one in told:
        old = first.get(one.same)
        if old is None or _age(one) < _age(old):
            first[one.same] = one
    return list(first.values())


def _age(told: _Told) -> tuple[bool, str, str]:
    return told.published is None, told.published or "", told.article_id


def _occurrence(connection: sqlite3.Connection, told: _Told, every: Every | None) -> Occurrence:
    row: tuple[Any, ...] = connection.execute(_EVENT, (told.event,)).fetchone()
    (
        event_id, article_id, date, type_, modes, who, whom, status, place, quad, score, words,
        outlet, published, headline, url,
    ) = row  # fmt: skip
    return Occurrence(
        event_id=event_id,
        article_id=article_id,
        period=label(every, told.period),
        date=date,
        type=type_,
        modes=modes,
        who=who,
        whom=whom,
        status=status,
        place=place,
        quad=quad,
        score=score,
        words=words,
        outlet=outlet,
        published=published,
        headline=headline,
        url=url,
        reports=told.reports,
        outlets=told.outlets,
    )
