"""Rows of an archive's tables as the fields of flat records, in the order of their articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from dragoman.archive.asof import AsOf, Condition, known_articles
from dragoman.archive.frames.records import ArticleRow, EventRow, PositionRow, QuotationRow
from dragoman.archive.frames.when import added, moment, when
from dragoman.archive.search.evaluate import evaluate
from dragoman.archive.search.parser import parse
from dragoman.archive.search.syntax import EVENT, POSITION, QUOTATION

Cells = tuple[Any, ...]
_ITEM, _PART = "\x1e", "\x1f"  # between parties, and between what is told of one

_ARTICLE = (
    "a.id, a.headline, a.outlet, a.url, a.published, a.published_precision, a.published_zone, "
    "a.added_at"
)
_TOLD = len(_ARTICLE.split(","))


def _parties(table: str, owner: str, side: str = "", *more: str) -> str:
    """Return the expression for all parties of a record as one text."""
    condition = f" AND p.side = '{side}'" if side else ""
    cells = ["coalesce(p.name, p.text)", "coalesce(s.countries, '')", "coalesce(s.sector, 'UNK')"]
    joined = f" || '{_PART}' || ".join([*cells, *more])
    return (
        f"(SELECT group_concat({joined}, '{_ITEM}') FROM {table} p "  # noqa: S608 - our own words
        f"LEFT JOIN actor s ON s.key = p.actor WHERE p.{owner} = r.key{condition})"
    )


_EVENT = f"""
r.id, r.type, r.modes, r.contexts, r.cameo, r.quad, r.score, r.strict, r.status, r.background,
r.reciprocal, r.claimed_by, {_parties("party", "event", "actor")},
{_parties("party", "event", "recipient")}, r.date, coalesce(l.name, r.place_name), l.country, l.admin1,
l.latitude, l.longitude, l.precision,
(SELECT group_concat(n.kind || '{_PART}' || n.value || '{_PART}' || n.bound, '{_ITEM}')
  FROM event_count n WHERE n.event = r.key),
r.trigger_text, substr(a.text, r.evidence_start + 1, r.evidence_end - r.evidence_start),
r.start_, r.end_, r.evidence_start, r.evidence_end, c.path, r.confidence
"""  # noqa: S608
_QUOTATION = f"""
r.id, r.kind, {_parties("speaker", "quotation", "", "p.text", "coalesce(p.role, '')")}, r.text, r.cue,
r.said_at, r.standing, r.translation, r.original_language, r.misquotation, r.start_, r.end_, c.path,
r.confidence
"""
_POSITION = f"""
r.id, {_parties("party", "stance", "holder")}, r.stance, r.issue,
{_parties("party", "stance", "towards")}, r.since, substr(a.text, r.start_ + 1, r.end_ - r.start_),
r.start_, r.end_, r.confidence
"""
_PAGE = """
a.revision, a.language, a.section, a.standfirst, a.byline, a.text,
(SELECT count(*) FROM event e WHERE e.article = a.key),
(SELECT count(*) FROM quotation q WHERE q.article = a.key),
(SELECT count(*) FROM stance t WHERE t.article = a.key), a.made_by
"""


class Source(NamedTuple):
    """A table of records: what is selected of a row, from where, and what fields it becomes."""

    row: type
    kind: int | None
    select: str
    tables: str
    fields: Callable[[Cells], Cells]


class Selected(NamedTuple):
    """Which records are wanted."""

    query: str | None = None
    counted: bool = False
    moment: AsOf | None = None

    @property
    def words(self) -> str:
        """The filter in words."""
        what = "actual and not background" if self.counted else "all"
        parts = (what, self.query and f"query {self.query}", self.moment and self.moment.words)
        return "; ".join(part for part in parts if part)


def rows(connection: sqlite3.Connection, source: Source, selected: Selected) -> Iterator[Cells]:
    """Yield the fields of the records that are wanted, in the order of their articles."""
    conditions = [known_articles("a.key", selected.moment), *_answer(connection, source, selected)]
    if selected.counted and source.kind == EVENT:
        conditions.append(("r.status = 'actual' AND NOT r.background", []))
    statement = (
        f"SELECT {_ARTICLE}, {source.select} FROM article a {source.tables} "  # noqa: S608 - ours
        f"WHERE {' AND '.join(sql for sql, _ in conditions)} ORDER BY a.published, a.id"
    )
    values = [value for _, listed in conditions for value in listed]
    for cells in connection.execute(statement, values):
        yield (*_article(cells[:_TOLD]), *source.fields(cells[_TOLD:]))


def _answer(
    connection: sqlite3.Connection, source: Source, selected: Selected
) -> Iterator[Condition]:
    """Yield the condition of a query: its records of this kind, else all of the articles found."""
    if selected.query is None:
        return
    answer = evaluate(connection, parse(selected.query), selected.moment)
    column, keys = "a.key", sorted(answer.articles)
    if answer.records is not None and source.kind in answer.kinds:
        found = answer.records.values()
        column, keys = "r.key", sorted(one.record for one in found if one.kind == source.kind)
    yield f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(keys)]  # noqa: S608


def _article(cells: Cells) -> Cells:
    *page, published, precision, zone, added_at = cells
    told = when(published)
    at = moment(published, zone)
    return (*page, published, precision, zone, told.first, told.last, at, added(added_at))


def _event(cells: Cells) -> Cells:
    id_, type_, modes, contexts, *coded = cells[:9]
    background, reciprocal, claimed_by, actors, recipients, date, *place = cells[9:21]
    counts, *rest = cells[21:]
    who, whom, told = _told(actors, 3), _told(recipients, 3), when(date)
    return (
        id_, type_, modes.replace(" ", "; "), contexts.replace(" ", "; "), *coded, bool(background),
        bool(reciprocal), claimed_by, *who, *whom, date, *told, *place, *_counts(counts), *rest,
    )  # fmt: skip


def _quotation(cells: Cells) -> Cells:
    id_, kind, speakers, text, cue, said_at, standing, translation, language, mis, *rest = cells
    names, countries, sectors, printed, roles = _told(speakers, 5)
    return (
        id_, kind, names, printed, roles, countries, sectors, text, cue, said_at, *when(said_at),
        standing, translation, language, bool(mis), *rest,
    )  # fmt: skip


def _position(cells: Cells) -> Cells:
    id_, holders, stance, issue, towards, since, *rest = cells
    return (
        id_, *_told(holders, 3), stance, issue, *_told(towards, 3), since, *when(since), *rest
    )  # fmt: skip


def _told(parties: str | None, width: int) -> list[str]:
    """Return what is told of parties: their names, their countries, …, each parted by "; "."""
    if not parties:
        return [""] * width
    listed = [party.split(_PART) for party in parties.split(_ITEM)]
    return ["; ".join(column) for column in zip(*listed, strict=True)]


def _counts(counts: str | None) -> Cells:
    """Return dead, injured, detained, size; and which of them are bounds."""
    listed = [count.split(_PART) for count in (counts or "").split(_ITEM) if count]
    values = {kind: int(value) for kind, value, _ in listed}
    bounds = "; ".join(f"{kind} {bound}" for kind, _, bound in listed if bound != "exact")
    return (*(values.get(kind) for kind in ("dead", "injured", "detained", "size")), bounds)


_CHAINED = "LEFT JOIN chain c ON c.key = r.chain"
ARTICLES = Source(ArticleRow, None, _PAGE, "", lambda cells: cells)
# CROSS JOIN: articles come in the order of their index, so that nothing need be sorted.
EVENTS = Source(
    EventRow,
    EVENT,
    _EVENT,
    f"CROSS JOIN event r ON r.article = a.key LEFT JOIN place l ON l.key = r.place {_CHAINED}",
    _event,
)
QUOTATIONS = Source(
    QuotationRow,
    QUOTATION,
    _QUOTATION,
    f"CROSS JOIN quotation r ON r.article = a.key {_CHAINED}",
    _quotation,
)
POSITIONS = Source(
    PositionRow, POSITION, _POSITION, "CROSS JOIN stance r ON r.article = a.key", _position
)

TABLES = {
    "articles": ARTICLES,
    "events": EVENTS,
    "quotations": QUOTATIONS,
    "positions": POSITIONS,
}
"""The tables of an archive by name."""
