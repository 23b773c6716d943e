"""The one way in: read → extract → add, for each page, one transaction an article."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.archive import ArchiveFile
from dragoman.errors import ArchiveError, CodebookError, ModelError, PageError
from dragoman.extraction import extract, extract_all
from dragoman.extraction.language import LanguageModel
from dragoman.ingest.outcomes import Counts, OnError, Outcome
from dragoman.ingest.sources import Source, expand
from dragoman.reading import read_page
from dragoman.records import Article, Problem, Readout

# Articles that are extracted together: 8 news articles are some 150 paragraphs, which fills the
# parser's batches of 64, and no more than 8 pages are lost when somebody presses Ctrl-C.
BATCH = 8

# What no other page can be spared by going on. Anything else costs only the page it happens to.
FATAL = (ModelError, CodebookError, ArchiveError)

Progress = Callable[[Outcome], None]
ReadArticle = Callable[[bytes, str], Article]
"""Makes an article of a page's bytes; the second argument is the page's name for messages."""


def ingest_pages(
    sources: Iterable[str | os.PathLike[str]],
    archive: ArchiveFile | None = None,
    *,
    on_error: OnError = "record",
    progress: Progress | None = None,
    model: LanguageModel | None = None,
    keep_pages: bool = False,
) -> Counts:
    """Read pages, extract their records, and keep them.

    A page that fails becomes a `Problem` row and the others go on. Pages whose bytes the archive
    holds already are passed over before any work is done, so that a run that was stopped goes on
    when it is started again.

    Args:
        sources: Files, folders, glob patterns, "-" for standard input.
        archive: Where to keep the readouts; None only counts and reports them.
        on_error: What to do with a page that fails.
        progress: Called with each `Outcome` as it comes.
        model: A loaded language model; by default the best one on this machine.
        keep_pages: Also keep the pages' bytes, packed, so that they can be read anew (`recode`).

    Returns:
        How many sources were new, revised, unchanged and so on.

    Raises:
        PageError: With ``on_error="raise"``, the first page that fails.
        ModelError: No language model is installed.
        ArchiveError: The archive cannot be written.
    """
    counts = Counts()
    found = outcomes(
        expand(sources), archive, on_error=on_error, model=model, keep_pages=keep_pages
    )
    for outcome in found:
        counts = counts.plus(outcome)
        if progress is not None:
            progress(outcome)
    return counts


def read_named(page: bytes, name: str) -> Article:
    """Read a page as `outcomes` does by default."""
    return read_page(page, source_name=name)


def outcomes(
    sources: Iterable[Source | Problem],
    archive: ArchiveFile | None = None,
    *,
    on_error: OnError = "record",
    read: ReadArticle = read_named,
    model: LanguageModel | None = None,
    keep_pages: bool = False,
) -> Iterator[Outcome]:
    """Yield what became of each source, in order; `ingest_pages` is this, counted.

    Args:
        sources: What `expand` found.
        archive: Where to keep the readouts, or None.
        on_error: What to do with a page that fails.
        read: Makes an article of a page's bytes; `dragoman read` adds its options here.
        model: A loaded language model, or None for the best one on this machine.
        keep_pages: Also keep the pages' bytes; those of pages that are known already too.
    """
    batch: list[_Opened | Outcome] = []
    for source in sources:
        batch.append(_open(source, archive, read, keep_pages=keep_pages))
        if sum(not isinstance(item, Outcome) for item in batch) == BATCH or len(batch) > 4 * BATCH:
            yield from _settle(batch, archive, on_error, model)
            batch = []
    yield from _settle(batch, archive, on_error, model)


class _Opened(NamedTuple):
    """A page that was read as far as its article, with its bytes if they are to be kept."""

    name: str
    article: Article
    page: bytes | None


def _open(
    source: Source | Problem, archive: ArchiveFile | None, read: ReadArticle, *, keep_pages: bool
) -> _Opened | Outcome:
    """Read one source as far as its article, or find that there is nothing more to do."""
    if isinstance(source, Problem):
        return Outcome(source.source or "", problem=source)
    try:
        page = source.load()
        if archive is not None and (known := archive.known(hashlib.sha256(page).hexdigest())):
            archive.forget_problems(source.name)
            if keep_pages and not archive.has_page(hashlib.sha256(page).hexdigest()):
                archive.keep_page(page)
            return Outcome(source.name, added=known)
        article = read(page, source.name)
    except PageError as error:
        return Outcome(source.name, problem=_problem(error, source.name))
    except FATAL:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a page does to the reader, others go on
        return Outcome(source.name, problem=_surprise("reading", error, source.name))
    # An index, a paywall: something was read, but no article.
    fatal = next((p for p in article.problems if p.severity == "error"), None)
    if fatal is not None:
        return Outcome(source.name, problem=fatal)
    return _Opened(source.name, article, page if keep_pages else None)


def _settle(
    batch: list[_Opened | Outcome],
    archive: ArchiveFile | None,
    on_error: OnError,
    model: LanguageModel | None,
) -> Iterator[Outcome]:
    """Extract and keep a batch; yields its outcomes in the order of their sources."""
    readouts = extracted([item.article for item in batch if not isinstance(item, Outcome)], model)
    for item in batch:
        if isinstance(item, Outcome):
            outcome = item
        else:
            found = next(readouts)
            if isinstance(found, Readout):
                outcome = _kept(item, found, archive)
            else:
                outcome = Outcome(item.name, problem=_surprise("extraction", found, item.name))
        if outcome.problem is not None:
            _report(outcome.problem, archive, on_error)
        yield outcome


def extracted(
    articles: Sequence[Article], model: LanguageModel | None
) -> Iterator[Readout | Exception]:
    """Yield a readout for each article, or the error that it alone raises."""
    done = 0
    try:
        for readout in extract_all(articles, model=model):
            yield readout
            done += 1
    except FATAL:
        raise
    except Exception:  # noqa: BLE001 - one of the batch; found below, article by article
        for article in articles[done:]:
            yield _alone(article, model)


def _alone(article: Article, model: LanguageModel | None) -> Readout | Exception:
    try:
        return extract(article, model=model)
    except FATAL:
        raise
    except Exception as error:  # noqa: BLE001 - becomes the article's Problem
        return error


def _kept(opened: _Opened, readout: Readout, archive: ArchiveFile | None) -> Outcome:
    if archive is None:
        return Outcome(opened.name, readout)
    added = archive.put(readout, source=opened.name, page=opened.page)
    return Outcome(opened.name, readout, added)


def _report(problem: Problem, archive: ArchiveFile | None, on_error: OnError) -> None:
    if on_error == "raise" and problem.severity == "error":
        raise PageError(problem.code, problem.message, hint=problem.hint, source=problem.source)
    if on_error == "record" and archive is not None:
        archive.note(problem)


def _problem(error: PageError, source: str) -> Problem:
    found = Problem.of(error)
    return found if found.source else found.model_copy(update={"source": source})


def _surprise(stage: str, error: Exception, source: str) -> Problem:
    return Problem(
        code="E_EXTRACTION",
        message=f"An unforeseen error in {stage}: {type(error).__name__}: {str(error)[:200]}",
        hint="Please report this with the page.",
        source=source,
    )
