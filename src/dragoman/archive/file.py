"""The archive as one object: open it, put readouts in, get them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.archive import lookup, pages, summaries, writer
from dragoman.archive.asof import AsOf
from dragoman.archive.connection import FIRST_SEARCHABLE, schema, too_old
from dragoman.archive.failures import explained
from dragoman.archive.frames.methods import Framing
from dragoman.archive.judgements.door import Judging
from dragoman.archive.numbers.methods import Numbers
from dragoman.archive.opened import now
from dragoman.archive.recoding import Recoding
from dragoman.archive.revisions import Revising
from dragoman.archive.saved import Saving
from dragoman.archive.search import SearchResult, search
from dragoman.records import Article, Judgement, Problem, Readout


class ArchiveFile(Judging, Recoding, Revising, Numbers, Framing, Saving):
    """One SQLite file with articles and all that was found in them.

    It keeps finished readouts and knows nothing of pages; `dragoman.Archive` adds the door for
    pages. A connection belongs to the thread that opened it; several processes may read while one
    writes.

    Args:
        path: The file; made if it does not exist and may be written.
        readonly: Never write. A file in a folder that cannot be written can be read so.
        wait: Seconds to wait while another process writes.
        make: Make an archive where there is none.

    Raises:
        ArchiveError: The file is no archive (`NotAnArchive`), a later Dragoman wrote it
            (`NewerArchive`), it cannot be written (`ArchiveReadOnly`), and so on.
    """

    def __len__(self) -> int:
        """The number of articles, superseded revisions left out."""
        count = "SELECT count(*) FROM article WHERE superseded_by IS NULL"
        with explained(self.path):
            return int(self._connection.execute(count).fetchone()[0])

    def __contains__(self, article_id: object) -> bool:
        """Whether an article with this id, in full, is kept here."""
        statement = "SELECT 1 FROM article WHERE id = ?"
        with explained(self.path):
            return bool(self._connection.execute(statement, (article_id,)).fetchone())

    def put(
        self,
        readout: Readout,
        *,
        source: str | None = None,
        page: bytes | None = None,
        judgements: Iterable[Judgement] | None = None,
    ) -> writer.Added:
        """Keep a readout, in one transaction.

        The same bytes change nothing. Other bytes under the same URL become a new revision: the
        old article stays and is marked as superseded.

        Args:
            readout: What was found in the article.
            source: The file it came from: problems noted about it before are dropped.
            page: The page's bytes, to be kept too, so that it can be read anew (`recode`).
            judgements: What people decided about its records; by default what they decided about
                those of the revision before, where its words stand unchanged.
        """
        with self._writing():
            if source is not None:
                writer.forget_problems(self._connection, source)
            if page is not None:
                pages.keep(self._connection, page)
            return writer.write(self._connection, readout, now(), judgements)

    def forget_problems(self, source: str) -> None:
        """Drop what was noted about a source that turned out to be well."""
        statement = "SELECT 1 FROM problem WHERE article IS NULL AND source = ?"
        with explained(self.path):
            noted = self._connection.execute(statement, (source,)).fetchone()
        if noted:  # pages that are passed over must not cost a write each
            with self._writing():
                writer.forget_problems(self._connection, source)

    def note(self, problem: Problem) -> None:
        """Keep the problem of a source that gave no article."""
        with self._writing():
            writer.write_problem(self._connection, problem, now())

    def known(self, raw_sha256: str, url: str | None = None) -> writer.Added | None:
        """Return which article was read from these bytes, as "unchanged", or None.

        Args:
            raw_sha256: Hash of the page's bytes.
            url: If given, only an article with this URL counts.
        """
        with explained(self.path):
            found = self._connection.execute(
                "SELECT id, revision FROM article WHERE raw_sha256 = ? AND (? IS NULL OR url = ?)",
                (raw_sha256, url, url),
            ).fetchone()
        return writer.Added("unchanged", *found) if found else None

    def find(self, id: str) -> lookup.Found:  # noqa: A002 - the field's own word
        """Return which article or record an id, or the beginning of one, names.

        Raises:
            UnknownRecord: No id begins so, or several do, or fewer than six characters are given.
        """
        with explained(self.path):
            return lookup.look_up(self._connection, id, self.path)

    def readout(self, id: str, *, as_corrected: bool = True) -> Readout:  # noqa: A002
        """Return the readout of an article, or the one that holds a record.

        Args:
            id: The id of an article or record, or at least six characters of its beginning.
            as_corrected: As people corrected it (`judge`); else as it was extracted.

        Raises:
            UnknownRecord: No id begins so, or several do.
        """
        return self._unpacked(self.find(id).key, as_corrected=as_corrected)

    def article(self, id: str) -> Article:  # noqa: A002
        """Return an article, as `readout` does, without its records."""
        return self.readout(id).article

    def readouts(
        self, *, as_corrected: bool = True, as_of: str | AsOf | None = None
    ) -> Iterator[Readout]:
        """Yield the readouts of all current articles by (published, id).

        Args:
            as_corrected: As people corrected them (`judge`); else as they were extracted.
            as_of: Of those that were published by the end of this day, month or year.
        """
        for summary in self.articles(as_of=as_of):
            yield self.readout(summary.id, as_corrected=as_corrected)

    def search(
        self, query: str, limit: int = 20, *, as_of: str | AsOf | None = None
    ) -> SearchResult:
        """Return what answers a query: counts, facets, and the newest hits with their evidence.

        ::

            found = archive.search('ceasefire speaker:"Anna Holm" type:REJECT after:2026-03')
            print(found.articles, found.events, found.facets["type"])
            for hit in found.hits:
                print(hit.published, hit.headline, [e.words for e in hit.evidence])

        Args:
            query: Words, phrases and fields; docs/reference/search.md has the language.
            limit: How many hits to return; counts and facets are of all.
            as_of: Only what was published by the end of this day, month or year; `dragoman.as_of`
                asks by the other clock.

        Raises:
            QueryError: The query asks for nothing, or for what cannot be.
            ArchiveReadOnly: An older archive is opened read-only and was never made searchable.
        """
        moment = self._moment(as_of)
        with explained(self.path):
            if (version := schema(self._connection)) < FIRST_SEARCHABLE:
                raise too_old(version, self.path)
            return search(self._connection, query, max(limit, 0), moment)

    def articles(
        self, *, superseded: bool = False, as_of: str | AsOf | None = None
    ) -> Iterator[summaries.ArticleSummary]:
        """Yield a summary of each article by (published, id); undated ones come first.

        Args:
            superseded: Also yield older revisions.
            as_of: Only what was published by the end of this day, month or year, in the revision of
                then; `dragoman.as_of` asks by the other clock.
        """
        moment = self._moment(as_of)
        with explained(self.path):
            yield from summaries.summaries(self._connection, superseded=superseded, moment=moment)

    def problems(self, *, of_sources: bool = False) -> Iterator[Problem]:
        """Yield what went wrong with sources and with current articles, the oldest first.

        Args:
            of_sources: Only with sources that gave no article.
        """
        with explained(self.path):
            yield from summaries.problems(self._connection, of_sources=of_sources)
