"""Which articles and records answer a query: sets from the two indexes, joined as the tree says.

Conditions on records that stand side by side speak of one record: ``actor:Holm type:REJECT`` is
one event. A condition that only says what a record is not leaves out records, not articles.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from dragoman.archive.asof import AsOf, unknown
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


Row = tuple[int, int, int, int, bytes]
"""What a `Record` is made of: many more are looked at than are kept."""


class Group(NamedTuple):
    """Conditions that speak of one record, and what kinds it can be of."""

    members: tuple[Node, ...]
    kinds: frozenset[int]


class Answer(NamedTuple):
    """Articles that answer, and the records asked for in them (None: no records were asked for)."""

    articles: set[int]
    records: dict[int, Record] | None
    kinds: frozenset[int]

    def without(self, articles: AbstractSet[int]) -> Answer:
        """Return the answer of an archive that had not these articles."""
        if not articles or self.articles.isdisjoint(articles):
            return self
        records = self.records and {
            key: record for key, record in self.records.items() if record.article not in articles
        }
        return Answer(self.articles - articles, records, self.kinds)


_TEXT = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
_KEYS = "SELECT rowid FROM record_words WHERE record_words MATCH ?"
_ALL = "SELECT article FROM search_article"
_COLUMNS = "SELECT r.key, r.article, r.kind, r.record, r.terms FROM json_each(?) j "
_BY_KEY = f"{_COLUMNS} JOIN search_record r ON r.key = j.value"
_BY_ARTICLE = f"{_COLUMNS} JOIN search_record r ON r.article = j.value"

_ROWS_OF_ARTICLE = 8
"""Records that an article has, roughly: when to look up by article rather than by record."""


def evaluate(connection: sqlite3.Connection, node: Node, moment: AsOf | None = None) -> Answer:
    """Return what answers a query, of what was known at a moment; None: of what is known now."""
    run = _Run(connection)
    articles = run.articles(node, Days()) - unknown(connection, moment)
    if not run.kinds:
        return Answer(articles, None, frozenset())
    records = {row[0]: Record(*row) for rows in run.rows for row in rows if row[1] in articles}
    return Answer(articles, records, frozenset(run.kinds))


class _Run:
    """One evaluation; collects the records that were asked for on the way."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._negative = 0
        self.rows: list[list[Row]] = []
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
        for part in others:
            found = _both(found, self.articles(part, days))
        if not groups and not others and days:
            found = _both(found, self._everything(days))
        filters = [group for group in groups if all(isinstance(p, Not) for p in group.members)]
        found = self._asked([group for group in groups if group not in filters], days, found)
        for group in filters:
            if found is None:  # nothing else is asked for: these records are
                found = self._asked([group], days, None)
            else:
                self._keep(self._left(group, days, found), group.kinds)
        return found if found is not None else self._everything(days)

    def _texts(self, parts: Sequence[Node]) -> set[int]:
        """Return the articles in which all of these conditions on text and outlet hold."""
        if expression := articles_with(parts):
            return set(self._found(_TEXT, expression))
        found: set[int] | None = None
        for part in parts:
            found = _both(found, self._text(part))
        return found or set()

    def _text(self, node: Node) -> set[int]:
        if expression := of_article(node):
            return set(self._found(_TEXT, expression))
        if isinstance(node, Not):
            return self._everything(Days()) - self._text(node.part)
        assert isinstance(node, And | Or)
        sets = [self._text(part) for part in node.parts]
        return set.intersection(*sets) if isinstance(node, And) else set.union(*sets)

    def _found(self, statement: str, *values: str | int) -> list[int]:
        return [key for (key,) in self._connection.execute(statement, values)]

    def _everything(self, days: Days) -> set[int]:
        if not days:
            return set(self._found(_ALL))
        condition, values = days.sql("day")
        return set(self._found(f"{_ALL} WHERE {condition}", *values))

    def _denied(self, part: Node) -> set[int]:
        """Return where a part holds; its records are not what was asked for."""
        self._negative += 1
        found = self.articles(part, Days())
        self._negative -= 1
        return found

    def _asked(
        self, groups: Sequence[Group], days: Days, found: set[int] | None
    ) -> set[int] | None:
        """Return the articles, of those found so far, that have a record of each group."""
        keyed = [(self._found(_KEYS, of_records(*group)), group.kinds) for group in groups]
        for keys, of in sorted(keyed, key=lambda one: len(one[0])):  # what is rare narrows the rest
            if found is not None and len(found) * _ROWS_OF_ARTICLE < len(keys):
                wanted = set(keys)
                rows = [row for row in self._rows(_BY_ARTICLE, found, days) if row[0] in wanted]
            else:
                rows = self._rows(_BY_KEY, keys, days)
            rows = [row for row in rows if row[2] in of]
            self._keep(rows, of)
            found = _both(found, {row[1] for row in rows})
        return found

    def _left(self, group: Group, days: Days, found: set[int]) -> list[Row]:
        """Return the records of articles that a group, which only says what not, leaves in."""
        denied = Or(tuple(part.part for part in group.members if isinstance(part, Not)))
        keys = set(self._found(_KEYS, of_records([denied], group.kinds)))
        rows = self._rows(_BY_ARTICLE, found, days)
        return [row for row in rows if row[2] in group.kinds and row[0] not in keys]

    def _rows(self, statement: str, keys: Iterable[int], days: Days) -> list[Row]:
        listed = json.dumps(sorted(keys))
        if not days:
            return self._connection.execute(statement, (listed,)).fetchall()
        condition, values = days.sql("r.day")
        return self._connection.execute(
            f"{statement} WHERE {condition}", (listed, *values)
        ).fetchall()

    def _keep(self, rows: list[Row], of: frozenset[int]) -> None:
        if not self._negative:
            self.rows.append(rows)
            self.kinds |= of


def _groups(parts: Sequence[Node]) -> list[Group]:
    """Return which conditions speak of the same record.

    Those that can only be of one kind come first; one that can be of several ("country") joins
    every group that it fits, and founds one of its own where it fits none.
    """
    groups: list[Group] = []
    for part in sorted(parts, key=lambda p: len(kinds(p))):
        fits = [i for i, group in enumerate(groups) if group.kinds & kinds(part)]
        for i in fits:
            groups[i] = Group((*groups[i].members, part), groups[i].kinds & kinds(part))
        if not fits:
            groups.append(Group((part,), kinds(part)))
    return groups


def _both(one: set[int] | None, other: set[int]) -> set[int]:
    return other if one is None else one & other
