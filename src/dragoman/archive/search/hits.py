"""The newest articles that answer, each with the words that do."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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


def hits(
    connection: sqlite3.Connection,
    node: Node,
    answer: Answer,
    articles: Sequence[int],
    records: Iterable[Record],
) -> Iterator[Hit]:
    """Yield a hit for each of ``articles``; ``records`` are those that were counted in them."""
    of: dict[int, list[Record]] = {article: [] for article in articles}
    for record in sorted(records):
        if record.article in of:
            of[record.article].append(record)
    for article in articles:
        yield _hit(connection, node, answer, article, of[article])


def _hit(
    connection: sqlite3.Connection, node: Node, answer: Answer, article: int, found: list[Record]
) -> Hit:
    article_id, headline, outlet, published, url, text = connection.execute(
        _ARTICLE, (article,)
    ).fetchone()
    counts = Counter(record.kind for record in found)
    evidence = [
        Evidence("text", span, span.of(text), *_context(text, span))
        for span in places(text, node, MOST_EVIDENCE)
    ]
    if answer.records is not None:
        shown = found[:MOST_EVIDENCE]
        evidence += [_evidence(connection, record, text) for record in shown]
    return Hit(
        article_id=article_id,
        headline=headline,
        outlet=outlet,
        published=published,
        url=url,
        events=of_kind(answer, counts, EVENT),
        quotations=of_kind(answer, counts, QUOTATION),
        positions=of_kind(answer, counts, POSITION),
        evidence=tuple(evidence),
    )


def of_kind(answer: Answer, counts: Counter[int], kind: int) -> int | None:
    """Return how many records of a kind were found; None if only others were asked for."""
    return None if answer.kinds and kind not in answer.kinds else counts[kind]


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
