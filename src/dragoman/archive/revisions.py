"""What an outlet changed after it had printed: the revisions of a page, compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.archive import lookup
from dragoman.archive.failures import explained
from dragoman.archive.opened import OpenArchive
from dragoman.records import Article, Readout
from dragoman.records.changes import RecordChange, changes
from dragoman.records.vocabulary import BlockKind, JudgedKind
from dragoman.text.differences import Difference, differences
from dragoman.text.spans import Span

_SHOWN: frozenset[JudgedKind] = frozenset(
    {"quotation", "nonstatement", "event", "position", "chain"}
)
"""What a page says; actors, places and times follow from it."""
_AROUND = 40
"""Characters of context on either side of a change."""

_PAIRS = """
SELECT o.key, n.key, n.url, n.added_at, n.revision
FROM article n JOIN article o ON o.url = n.url AND o.superseded_by = n.key
WHERE n.url IS NOT NULL AND (? IS NULL OR n.url = ?)
ORDER BY n.added_at, n.url, n.revision
"""


class WordChange(NamedTuple):
    """Words that were changed: in which part of the page, what stood there, what stands there now.

    `before` is empty where words were added, `after` where they were taken out; `left` and `right`
    are the words around them.
    """

    where: BlockKind | None
    left: str
    before: str
    after: str
    right: str


class Revision(NamedTuple):
    """One revision of a page beside the one before it.

    `words` leaves out furniture (menus, teasers); `records` are quotations, refusals, events,
    positions and source chains that came, went or say something else, as people corrected them.
    """

    url: str
    article_id: str
    supersedes: str
    revision: int
    headline: str | None
    outlet: str | None
    published: str | None
    modified: str | None
    added_at: str
    words: tuple[WordChange, ...]
    records: tuple[RecordChange, ...]

    @property
    def added(self) -> int:
        """How many words were added."""
        return sum(len(change.after.split()) for change in self.words)

    @property
    def removed(self) -> int:
        """How many words were taken out."""
        return sum(len(change.before.split()) for change in self.words)


class Revising(OpenArchive):
    """Revisions of pages."""

    def revisions(self, of: str | None = None) -> Iterator[Revision]:
        """Yield each revision of a page beside the one before it, in the order of adding.

        Args:
            of: A URL, or the id of an article or record or its beginning; None: of all pages.

        Raises:
            UnknownRecord: No article here has this URL, or no id begins so.
        """
        with explained(self.path):
            url = None if of is None else self._url(of)
            if of is not None and url is None:
                return  # a page without a URL: nothing says which others are the same page
            pairs = self._connection.execute(_PAIRS, (url, url)).fetchall()
        for old, new, page, added_at, number in pairs:
            before = self._unpacked(old, as_corrected=True)
            after = self._unpacked(new, as_corrected=True)
            yield _revision(before, after, (page, added_at, number))

    def _url(self, of: str) -> str | None:
        if "/" not in of:
            key = lookup.look_up(self._connection, of, self.path).key
            return _only(self._connection, "SELECT url FROM article WHERE key = ?", key)
        if _only(self._connection, "SELECT 1 FROM article WHERE url = ?", of) is None:
            from dragoman.errors import UnknownRecord

            raise UnknownRecord(
                "No article here has this URL.",
                hint="See what is here with: dragoman list FILE --json",
                source=of[:200],
            )
        return of


def _only(connection: sqlite3.Connection, statement: str, value: str | int) -> str | None:
    row = connection.execute(statement, (value,)).fetchone()
    return row[0] if row else None


def _revision(before: Readout, after: Readout, row: tuple[str, str, int]) -> Revision:
    url, added_at, number = row
    article = after.article
    return Revision(
        url=url,
        article_id=article.id,
        supersedes=before.article.id,
        revision=number,
        headline=article.headline,
        outlet=article.outlet,
        published=article.published.value if article.published else None,
        modified=article.modified.value if article.modified else None,
        added_at=added_at,
        words=tuple(word_changes(before.article, article)),
        records=tuple(one for one in changes(before, after) if one.kind in _SHOWN),
    )


def word_changes(before: Article, after: Article) -> Iterator[WordChange]:
    """Yield what was changed from one text of a page to the next, furniture left out."""
    for one in differences(before.text, after.text):
        was, now = one.before.of(before.text).strip(), one.after.of(after.text).strip()
        kind = _kind(after, one.after) if now else _kind(before, one.before)
        if kind == "furniture" or not (was or now):
            continue
        yield WordChange(kind, *_around(before.text, one, was, after.text, now))


def _kind(article: Article, span: Span) -> BlockKind | None:
    return next((b.kind for b in article.blocks if b.span.overlaps(span)), None)


def _around(
    before: str, one: Difference, was: str, after: str, now: str
) -> tuple[str, str, str, str]:
    """Return the words to the left, those that were there, those that are, and those to the right."""
    text, span = (after, one.after) if now else (before, one.before)
    left = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    right = text[span.end : span.end + _AROUND].partition("\n")[0]
    if span.start > _AROUND and " " in left and len(left) == _AROUND:
        left = left.partition(" ")[2]
    if len(right) == _AROUND and " " in right:
        right = right.rpartition(" ")[0]
    return left.strip(), was, now, right.strip()
