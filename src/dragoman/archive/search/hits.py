"""The newest articles that answer, each with the words that do."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.archive.search.evaluate import Answer, Record
from dragoman.archive.search.locate import around, places
from dragoman.archive.search.results import Evidence, EvidenceKind, Hit
from dragoman.archive.search.syntax import EVENT, POSITION, QUOTATION, Node
from dragoman.text.spans import Span

MOST_EVIDENCE = 5
"""Records, and places of words, that a hit shows at most."""

_ARTICLE = "SELECT id, headline, outlet, published, url, text FROM article WHERE key = ?"


def _names(table: str, owner: str, side: str = "") -> str:
    condition = f" AND p.side = '{side}'" if side else ""
    return (
        "(SELECT group_concat(coalesce(p.name, p.text), '; ') "  # noqa: S608 - our own words
        f"FROM {table} p WHERE p.{owner} = r.key{condition})"
    )


_EVENT = f"""
SELECT r.id, r.evidence_start, r.evidence_end, {_names("party", "event", "actor")},
  trim(r.type || ' ' || r.modes), {_names("party", "event", "recipient")}, r.status, r.date
FROM event r WHERE r.key = ?
"""  # noqa: S608 - our own words
_QUOTATION = f"""
SELECT r.id, r.start_, r.end_, {_names("speaker", "quotation")}, r.kind, NULL, NULL, r.said_at
FROM quotation r WHERE r.key = ?
"""  # noqa: S608
_POSITION = f"""
SELECT r.id, r.start_, r.end_, {_names("party", "stance", "holder")}, r.stance,
  {_names("party", "stance", "towards")}, NULL, r.since
FROM stance r WHERE r.key = ?
"""  # noqa: S608
_RECORDS: dict[int, tuple[EvidenceKind, str]] = {
    EVENT: ("event", _EVENT),
    QUOTATION: ("quotation", _QUOTATION),
    POSITION: ("position", _POSITION),
}


class Counts(NamedTuple):
    """Records of each kind; None for kinds that were not asked for."""

    events: int | None = None
    quotations: int | None = None
    positions: int | None = None

    @classmethod
    def of(cls, counter: Counter[int], kinds: frozenset[int]) -> Counts:
        """Return the counts of the kinds that were asked for."""
        return cls(*(counter[k] if k in kinds else None for k in (EVENT, QUOTATION, POSITION)))


def hits(
    connection: sqlite3.Connection,
    node: Node,
    answer: Answer,
    articles: Sequence[tuple[int, Counts]],
) -> Iterator[Hit]:
    """Yield a hit for each article; its counts are those given, or of the records asked for."""
    of: dict[int, list[Record]] = {article: [] for article, _ in articles}
    for record in (answer.records or {}).values():
        if record.article in of:
            of[record.article].append(record)
    for article, all_of_it in articles:
        found = sorted(of[article])
        asked = Counts.of(Counter(record.kind for record in found), answer.kinds)
        counts = all_of_it if answer.records is None else asked
        yield _hit(connection, node, article, found, counts)


def _hit(
    connection: sqlite3.Connection, node: Node, article: int, found: list[Record], counts: Counts
) -> Hit:
    article_id, headline, outlet, published, url, text = connection.execute(
        _ARTICLE, (article,)
    ).fetchone()
    evidence = [
        Evidence("text", span, span.of(text), *_context(text, span))
        for span in places(text, node, MOST_EVIDENCE)
    ]
    evidence += [_evidence(connection, record, text) for record in found[:MOST_EVIDENCE]]
    return Hit(
        article_id=article_id,
        headline=headline,
        outlet=outlet,
        published=published,
        url=url,
        events=counts.events,
        quotations=counts.quotations,
        positions=counts.positions,
        evidence=tuple(evidence),
    )


def _evidence(connection: sqlite3.Connection, record: Record, text: str) -> Evidence:
    kind, statement = _RECORDS[record.kind]
    row = connection.execute(statement, (record.record,)).fetchone()
    record_id, start, end, who, act, whom, status, date = row
    span = Span(start, end)
    context, start = _context(text, span)
    return Evidence(
        kind=kind,
        span=span,
        words=span.of(text),
        context=context,
        context_start=start,
        record_id=record_id,
        who=who,
        act=act,
        whom=whom,
        status=status,
        date=date,
    )


def _context(text: str, span: Span) -> tuple[str, int]:
    context = around(text, span)
    return context.of(text), context.start
