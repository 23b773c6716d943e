"""The public archive: a file of readouts with a door for pages."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.archive import Added, ArchiveFile
from dragoman.extraction import extract
from dragoman.extraction.language import LanguageModel
from dragoman.ingest.recoding import Recoded, recode
from dragoman.reading import read_page
from dragoman.records import Article, Readout

ArticleLike = bytes | str | os.PathLike[str] | Article | Readout
"""What `Archive.add` takes: a page's bytes or text, the path of a file, an article, a readout."""


class Archive(ArchiveFile):
    """One SQLite file with articles and all that was found in them.

    ::

        with dg.Archive("talks.dragoman") as archive:
            archive.add(Path("page.html"))
            for article in archive.articles():
                print(article.published, article.headline)

    The same bytes change nothing; other bytes under the same URL become a new revision and the
    old one stays. A process that is killed leaves a readable file. Several processes may read
    while one writes.

    Args:
        path: The file; made if it does not exist and may be written.
        readonly: Never write. A file in a folder that cannot be written can be read so.
        wait: Seconds to wait while another process writes.
        make: Make an archive where there is none.

    Raises:
        ArchiveError: The file is no archive (`NotAnArchive`), a later Dragoman wrote it
            (`NewerArchive`), it cannot be written (`ArchiveReadOnly`), and so on.
    """

    def add(
        self,
        page: ArticleLike,
        *,
        url: str | None = None,
        model: LanguageModel | None = None,
        keep_page: bool = False,
    ) -> Added:
        """Read what is not yet read, extract, and keep it in one transaction.

        Args:
            page: A page's bytes or text, a path (not a string) of a file, an article or a readout.
            url: Where the page was published, for bytes, text and files.
            model: A loaded language model; by default the best one on this machine.
            keep_page: Also keep the page's bytes, so that it can be read anew (`recode`).

        Returns:
            Whether it was new, a revision, or known already, and its article's id.

        Raises:
            PageError: The page cannot be read as an article.
            ModelError: No language model is installed.
        """
        if isinstance(page, Readout):
            return self.put(page)
        if isinstance(page, Article):
            return self._same(page) or self.put(extract(page, model=model))
        raw = Path(page).read_bytes() if isinstance(page, os.PathLike) else page
        kept = _bytes(raw) if keep_page else None
        if known := self.known(_hash(raw), url):
            if kept is not None and not self.has_page(_hash(kept)):
                self.keep_page(kept)
            return known
        article = read_page(raw, url=url)
        return self._same(article) or self.put(extract(article, model=model), page=kept)

    def recode(
        self, *, everything: bool = False, dry_run: bool = False, model: LanguageModel | None = None
    ) -> Iterator[Recoded]:
        """Code articles anew with the present version and yield what changed; as `dragoman recode` does."""
        return recode(self, everything=everything, dry_run=dry_run, model=model)

    def _same(self, article: Article) -> Added | None:
        """Return the article if it is kept already, so that nothing need be extracted."""
        if article.id not in self:
            return None
        return Added("unchanged", article.id, self.article(article.id).revision)


def _bytes(page: bytes | str) -> bytes:
    return page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")


def _hash(page: bytes | str) -> str:
    return hashlib.sha256(_bytes(page)).hexdigest()
