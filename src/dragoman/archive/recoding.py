"""What coding an archive anew needs of it: which articles, their pages, and a readout replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.archive import lookup, pages
from dragoman.archive.connection import FIRST_JUDGED, schema
from dragoman.archive.failures import explained
from dragoman.archive.judgements.store import judgements_of
from dragoman.archive.opened import OpenArchive, now
from dragoman.archive.rewriting import Placed, placed, replace
from dragoman.archive.search.fill import refill_records
from dragoman.records import Readout

_BEGUN = "recoding_begun"


class Coded(NamedTuple):
    """What made an article's records, and when (UTC)."""

    article_id: str
    made_by: str
    coded_at: str


class Recoding(OpenArchive):
    """Coding anew: `dragoman.ingest.recoding` does it."""

    def coded(self) -> Iterator[Coded]:
        """Yield what made each article, older revisions too, by (published, id)."""
        when = "coalesce(coded_at, added_at)"
        with explained(self.path):
            if schema(self._connection) < FIRST_JUDGED:
                when = "added_at"
            rows = self._connection.execute(
                f"SELECT id, made_by, {when} FROM article ORDER BY published, id"  # noqa: S608
            )
            for row in rows.fetchall():
                yield Coded(*row)

    def has_page(self, sha256: str) -> bool:
        """Whether the bytes with this hash are kept."""
        with explained(self.path):
            if schema(self._connection) < FIRST_JUDGED:
                return False
            return pages.is_kept(self._connection, sha256)

    def page(self, sha256: str) -> bytes | None:
        """Return the bytes of a page by their hash, or None if they are not kept."""
        with explained(self.path):
            if schema(self._connection) < FIRST_JUDGED:
                return None
            return pages.page(self._connection, sha256)

    def keep_page(self, page: bytes) -> bool:
        """Keep the bytes of a page; says whether they were not kept already."""
        with self._writing():
            return pages.keep(self._connection, page)

    def replace(self, readout: Readout) -> Placed:
        """Put a readout in place of the one that is kept of the same article, in one transaction.

        Judgements stay, and stand on the record of their kind that overlaps them most; problems
        of the article are those of the new readout.

        Returns:
            Which judgements stand, and which found no place.

        Raises:
            UnknownRecord: The archive does not have this article.
        """
        with self._rewriting():
            key = lookup.look_up(self._connection, readout.article.id, self.path).key
            return replace(self._connection, key, readout, now())

    def would_place(self, readout: Readout) -> Placed:
        """Return what `replace` would say of judgements, without replacing anything."""
        with explained(self.path):
            key = lookup.look_up(self._connection, readout.article.id, self.path).key
            if schema(self._connection) < FIRST_JUDGED:
                return Placed((), ())
            judgements = judgements_of(self._connection, key)
        return placed(readout, self._unpacked(key, as_corrected=False), judgements)

    def recoding_begun(self) -> str:
        """Return when the recoding of everything began that is under way; none is: it begins now."""
        with self._writing():
            statement = "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)"
            self._connection.execute(statement, (_BEGUN, now()))
            return self.meta()[_BEGUN]

    def recoding_ended(self, *, everything: bool) -> None:
        """Fill what searching needs anew, where that is worth it.

        The words of records that were replaced find nothing, but stay in their index: it is filled
        anew when they are more than those that are there, or when everything was coded anew.
        """
        with self._writing():
            connection = self._connection
            if everything:
                connection.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")
                connection.execute("DELETE FROM meta WHERE key = ?", (_BEGUN,))
            last, there = connection.execute(
                "SELECT coalesce(max(key), 0), count(*) FROM search_record"
            ).fetchone()
            if everything or last > 2 * there:
                refill_records(connection)
