"""Which articles and records answer a query: sets from the two indexes, joined as the tree says.

Conditions on records that stand side by side speak of one record: ``actor:Holm type:REJECT`` is
one event. A condition that only says what a record is not leaves out records, not articles.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.archive.search.match import (
    Days,
    articles_with,
    is_day,
    kinds,
    of_article,
    of_records,
)
from dragoman.archive.search.syntax import ARTICLE, And, Node, Not, Or


class Record(NamedTuple):
    """A row of ``search_record``."""

    key: int
    article: int
    kind: int
    record: int
    terms: bytes


class Answer(NamedTuple):
    """Articles that answer, and the records asked for in them (None: no records were asked for)."""

    articles: set[int]
    records: dict[int, Record] | None
    kinds: frozenset[int]


_ARTICLES = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
_RECORDS = (
    "SELECT r.key, r.article, r.kind, r.record, r.terms, r.day "
    "FROM record_words w JOIN search_record r ON r.key = w.rowid WHERE record_words MATCH ?"
)
_ALL = "SELECT article FROM search_article"


def evaluate(connection: sqlite3.Connection, node: Node) -> Answer:
    """Return what answers a query."""
    run = _Run(connection)
    articles = run.articles(node, Days())
    if not run.kinds:
        return Answer(articles, None, frozenset())
    records = {key: record for key, record in run.records.items() if record.article in articles}
    return Answer(articles, records, frozenset(run.kinds))


class _Run:
    """One evaluation; collects the records that were asked for on the way."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._negative = 0
        self.records: dict[int, Record] = {}
        self.kinds: set[int] = set()

    def articles(self, node: Node, days: Days) -> set[int]:
        """Return the articles in which a node holds, within ``days``."""
        if isinstance(node, Or) and not kinds(node):
            return set().union(*(self.articles(part, days) for part in node.parts))
        if isinstance(node, Not) and not kinds(node) and not is_day(node):
            return self._everything(days) - self._denied(node.part)
        return self._all(node.parts if isinstance(node, And) else (node,), days)

    def _all(self, parts: Sequence[Node], days: Days) -> set[int]:
        days = days.plus(filter(is_day, parts))
        texts = [p for p in parts if kinds(p) == {ARTICLE}]
        others = [p for p in parts if not kinds(p) and not is_day(p)]
        groups = _groups([p for p in parts if kinds(p) and kinds(p) != {ARTICLE}])
        found: set[int] | None = self._texts(texts) if texts else None
        filters = []
        for members, of in groups:
            if all(isinstance(p, Not) for p in members):
                filters.append((members, of))
                continue
            found = _both(found, self._collect(members, of, days))
        for part in others:
            found = _both(found, self.articles(part, days))
        if not groups and not others and days:
            found = _both(found, self._everything(days))
        for members, of in filters:
            kept = self._collect(members, of, days)
            found = kept if found is None else found
        return found if found is not None else self._everything(days)

    def _texts(self, parts: Sequence[Node]) -> set[int]:
        """Return the articles in which all of these conditions on text and outlet hold."""
        if expression := articles_with(parts):
            return self._matching(expression)
        found: set[int] | None = None
        for part in parts:
            found = _both(found, self._text(part))
        return found or set()

    def _text(self, node: Node) -> set[int]:
        if expression := of_article(node):
            return self._matching(expression)
        if isinstance(node, Not):
            return self._everything(Days()) - self._text(node.part)
        assert isinstance(node, And | Or)
        sets = [self._text(part) for part in node.parts]
        return set.intersection(*sets) if isinstance(node, And) else set.union(*sets)

    def _matching(self, expression: str) -> set[int]:
        return {key for (key,) in self._connection.execute(_ARTICLES, (expression,))}

    def _everything(self, days: Days) -> set[int]:
        if not days:
            return {key for (key,) in self._connection.execute(_ALL)}
        condition, values = days.sql("day")
        statement = f"{_ALL} WHERE {condition}"
        return {key for (key,) in self._connection.execute(statement, values)}

    def _denied(self, part: Node) -> set[int]:
        """Return where a part holds; its records are not what was asked for."""
        self._negative += 1
        found = self.articles(part, Days())
        self._negative -= 1
        return found

    def _collect(self, parts: Sequence[Node], of: frozenset[int], days: Days) -> set[int]:
        """Return the articles of the records of these kinds that fulfil all parts; keep those."""
        found = set()
        for *row, day in self._connection.execute(_RECORDS, (of_records(parts, of),)):
            if days.fit(day) and row[2] in of:
                found.add(row[1])
                if not self._negative:
                    self.records[row[0]] = Record(*row)
        if not self._negative:
            self.kinds |= of
        return found


def _groups(parts: Sequence[Node]) -> list[tuple[list[Node], frozenset[int]]]:
    """Return which conditions speak of the same record.

    Those that can only be of one kind come first; one that can be of several ("country") joins
    every group that it fits, and founds one of its own where it fits none.
    """
    groups: list[tuple[list[Node], frozenset[int]]] = []
    for part in sorted(parts, key=lambda p: len(kinds(p))):
        fits = [i for i, (_, of) in enumerate(groups) if of & kinds(part)]
        for i in fits:
            members, of = groups[i]
            groups[i] = ([*members, part], of & kinds(part))
        if not fits:
            groups.append(([part], kinds(part)))
    return groups


def _both(one: set[int] | None, other: set[int]) -> set[int]:
    return other if one is None else one & other
