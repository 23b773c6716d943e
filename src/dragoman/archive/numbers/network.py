"""Who acts on whom, who quotes whom, who cites whom."""

from __future__ import annotations

import sqlite3
from typing import Any

from dragoman.archive.asof import Condition, known_articles
from dragoman.archive.numbers.articles import among, volume
from dragoman.archive.numbers.chosen import chosen
from dragoman.archive.numbers.counts import basis, totals
from dragoman.archive.numbers.days import day_of
from dragoman.archive.numbers.records import Basis, Network, Node, Tie, TieKind
from dragoman.archive.numbers.wanted import Wanted
from dragoman.archive.search.evaluate import evaluate
from dragoman.archive.search.syntax import QUOTATION
from dragoman.errors import QueryError

KINDS: tuple[TieKind, ...] = ("acts", "quotes", "citations")
NODES: tuple[Node, ...] = ("country", "actor")

_BY_COUNTRY = """
JOIN event_country s ON s.event = x.event AND s.side = 1
JOIN event_country t ON t.event = x.event AND t.side = 2
"""
_BY_ACTOR = """
JOIN party p ON p.event = x.event AND (p.side = 'actor' OR x.reciprocal)
JOIN party q ON q.event = x.event AND (q.side = 'recipient' OR x.reciprocal) AND q.key <> p.key
"""
_ACTS = """
, told AS (
  SELECT {source} AS source, {target} AS target, x.same, min(x.quad) AS quad, avg(x.score) AS score,
    count(DISTINCT x.event) AS reports, min(x.first_day) AS first, max(x.last_day) AS last
  FROM chosen x {join} WHERE x.period IS NOT NULL
    AND NOT (x.reciprocal AND {source} = {target})
  GROUP BY 1, 2, x.same
), seen AS (
  SELECT {source} AS source, {target} AS target, count(DISTINCT x.article) AS articles,
    count(DISTINCT o.outlet) AS outlets
  FROM chosen x {join} JOIN counted_article o ON o.article = x.article
  WHERE x.period IS NOT NULL GROUP BY 1, 2
)
SELECT t.source, t.target, count(*), sum(t.reports), s.articles, s.outlets, sum(t.quad <= 2),
  sum(t.quad > 2), avg(t.score), min(t.first), max(t.last)
FROM told t JOIN seen s ON s.source = t.source AND s.target = t.target
GROUP BY t.source, t.target ORDER BY 3 DESC, t.source, t.target LIMIT ?
"""
_QUOTED = """
FROM quotation q JOIN counted_article o ON o.article = q.article
JOIN speaker s ON s.quotation = q.key LEFT JOIN actor a ON a.key = s.actor {join}
WHERE o.outlet IS NOT NULL AND {target} <> '' AND {which}
"""
_QUOTES = """
SELECT o.outlet, {target} AS target, count(DISTINCT q.key), count(DISTINCT q.key),
  count(DISTINCT q.article), count(DISTINCT o.outlet), NULL, NULL, NULL, min(o.first_day),
  max(o.last_day)
{quoted} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?
"""
_CODES = "JOIN json_each('[\"' || replace(a.countries, ' ', '\",\"') || '\"]') k"
_CITED = """
WITH link AS (
  SELECT c.article AS article, l.name AS target,
    lead(l.name) OVER (PARTITION BY l.chain ORDER BY l.position) AS next
  FROM chain c JOIN chain_link l ON l.chain = c.key
  JOIN counted_article o ON o.article = c.article
  WHERE l.role IN ('agency', 'outlet', 'channel', 'document') AND {which}
), cited AS (
  SELECT k.article, coalesce(k.next, o.outlet) AS source, k.target, o.outlet, o.first_day,
    o.last_day
  FROM link k JOIN counted_article o ON o.article = k.article
  WHERE lower(coalesce(k.next, o.outlet)) <> lower(k.target)
)
"""
_CITATIONS = """
SELECT source, target, count(DISTINCT article), count(*), count(DISTINCT article),
  count(DISTINCT outlet), NULL, NULL, NULL, min(first_day), max(last_day)
FROM cited GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?
"""
_ALL = -1  # SQLite's own sign for no limit


def network(
    connection: sqlite3.Connection,
    wanted: Wanted,
    of: str = "acts",
    nodes: str | None = None,
    most: int | None = None,
) -> Network:
    """Return ties of a kind, the most frequent first.

    Raises:
        QueryError: There is no such kind of ties or nodes.
    """
    kind, unit = _kind(of), _nodes(of, nodes)
    limit = _ALL if most is None else most
    if kind == "acts":
        rows, of_what = _acts(connection, wanted, unit, limit)
    elif kind == "quotes":
        rows, of_what = _quotes(connection, wanted, unit, limit)
    else:
        rows, of_what = _citations(connection, wanted, limit)
    return Network(rows=tuple(map(_tie, rows)), basis=of_what, of=kind, nodes=unit)


def _kind(of: str) -> TieKind:
    for known in KINDS:
        if known == of:
            return known
    raise QueryError(f"{of[:40]!r} is no kind of tie.", hint=f"There are: {', '.join(KINDS)}.")


def _nodes(of: str, nodes: str | None) -> Node:
    if nodes is None:
        return "country" if of == "acts" else "actor"
    if of == "citations":
        raise QueryError(
            "Citations are between outlets, agencies and documents.",
            hint="Leave the nodes out; country and actor are for acts and quotes.",
        )
    for known in NODES:
        if known == nodes:
            return known
    raise QueryError(f"{nodes[:40]!r} cannot be nodes.", hint=f"There are: {', '.join(NODES)}.")


def _acts(
    connection: sqlite3.Connection, wanted: Wanted, nodes: Node, limit: int
) -> tuple[list[Any], Basis]:
    of = chosen(connection, wanted)
    form = (
        _ACTS.format(source="s.country", target="t.country", join=_BY_COUNTRY)
        if nodes == "country"
        else _ACTS.format(
            source="coalesce(p.name, p.text)", target="coalesce(q.name, q.text)", join=_BY_ACTOR
        )
    )
    rows = connection.execute(of.sql + form, (*of.values, limit)).fetchall()
    return rows, basis(wanted, volume(connection, wanted, None), totals(connection, of))


def _quotes(
    connection: sqlite3.Connection, wanted: Wanted, nodes: Node, limit: int
) -> tuple[list[Any], Basis]:
    which, values = _which(connection, wanted, "q.article", "q.key")
    if not wanted.background:
        which += " AND q.standing <> 'background'"
    which += " AND q.confidence >= ?"
    values.append(wanted.confidence)
    by_country = nodes == "country"
    target = "k.value" if by_country else "coalesce(a.name, s.name, '')"
    quoted = _QUOTED.format(target=target, join=_CODES if by_country else "", which=which)
    statement = _QUOTES.format(target=target, quoted=quoted)
    rows = connection.execute(statement, (*values, limit)).fetchall()
    (number,) = connection.execute(
        f"SELECT count(DISTINCT q.key) {quoted}",
        values,
    ).fetchone()
    whom = "whose state is known" if by_country else "who is named"
    standing = "in the background or not" if wanted.background else "not in the background"
    return rows, _basis(connection, wanted, f"quotations with a speaker {whom}; {standing}", number)


def _citations(
    connection: sqlite3.Connection, wanted: Wanted, limit: int
) -> tuple[list[Any], Basis]:
    which, values = _which(connection, wanted, "c.article", None)
    cited = _CITED.format(which=which)
    rows = connection.execute(cited + _CITATIONS, (*values, limit)).fetchall()
    counted = f"{cited} SELECT count(DISTINCT article) FROM cited"  # noqa: S608 - our own words
    (number,) = connection.execute(counted, values).fetchone()
    words = "articles that cite an agency, outlet, channel or document; each source once"
    return rows, _basis(connection, wanted, words, number)


def _which(
    connection: sqlite3.Connection, wanted: Wanted, article: str, quotation: str | None
) -> Condition:
    """Return the condition on articles or, if a query asks for them, on quotations."""
    period, days = wanted.period.inside("o")
    conditions: list[Condition] = [known_articles(article, wanted.moment), (period, [*days])]
    if wanted.node is not None:
        answer = evaluate(connection, wanted.node, wanted.moment)
        if quotation and answer.records is not None and QUOTATION in answer.kinds:
            records = (r.record for r in answer.records.values() if r.kind == QUOTATION)
            conditions.append(among(quotation, records))
        else:
            conditions.append(among(article, answer.articles))
    values = [value for _, listed in conditions for value in listed]
    return " AND ".join(sql for sql, _ in conditions), values


def _basis(connection: sqlite3.Connection, wanted: Wanted, words: str, number: int) -> Basis:
    articles = volume(connection, wanted, None)
    confidence = f"; confidence at least {wanted.confidence:g}" if wanted.confidence else ""
    moment = f"; {wanted.moment.words}" if wanted.moment else ""
    query = f"; query {wanted.query}" if wanted.query else ""
    return Basis(
        filter=f"{words}{confidence}{moment}{query}",
        period=str(wanted.period),
        articles=articles.articles,
        outlets=articles.outlets,
        events=number,
        reports=number,
        undated=articles.undated,
    )


def _tie(row: tuple[Any, ...]) -> Tie:
    *named, first, last = row
    source, target, count, reports, articles, outlets, cooperation, conflict, score = named
    return Tie(
        source=source,
        target=target,
        count=count,
        reports=reports,
        articles=articles,
        outlets=outlets,
        cooperation=cooperation,
        conflict=conflict,
        mean_score=None if score is None else round(score, 4),
        first=None if first is None else day_of(first).isoformat(),
        last=None if last is None else day_of(last).isoformat(),
    )
