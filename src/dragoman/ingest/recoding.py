"""Codes an archive anew with the present version: the page if its bytes are kept, else its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from dragoman.archive import ArchiveFile
from dragoman.errors import PageError
from dragoman.extraction.language import LanguageModel, load_model
from dragoman.extraction.stamp import made_by
from dragoman.ingest.pages import BATCH, extracted
from dragoman.reading import read_page
from dragoman.records import Article, Judgement, Readout
from dragoman.records.changes import RecordChange, changes
from dragoman.records.vocabulary import JudgedKind

RecodingFate = Literal["changed", "same", "failed"]


class KindCount(NamedTuple):
    """How many records of one kind came, went and changed."""

    kind: JudgedKind
    came: int
    went: int
    changed: int


class Recoded(NamedTuple):
    """What coding one article anew did.

    `read_anew`: the page itself was read, not only its text. `lost` are the judgements that found
    no record in their place. `why` says what failed; the article then stays as it was.
    """

    article_id: str
    headline: str | None
    fate: RecodingFate
    changes: tuple[RecordChange, ...] = ()
    lost: tuple[Judgement, ...] = ()
    read_anew: bool = False
    why: str = ""

    @property
    def counts(self) -> tuple[KindCount, ...]:
        """The changes, counted by kind."""
        return counted(self.changes)


def counted(found: Sequence[RecordChange]) -> tuple[KindCount, ...]:
    """Return changes counted by kind, in the order in which kinds first appear."""
    by_kind: dict[JudgedKind, Counter[str]] = {}
    for one in found:
        by_kind.setdefault(one.kind, Counter())[one.how] += 1
    return tuple(
        KindCount(kind, how["came"], how["went"], how["changed"]) for kind, how in by_kind.items()
    )


def to_recode(
    archive: ArchiveFile, *, everything: bool = False, model: LanguageModel | None = None
) -> tuple[str, ...]:
    """Return the ids of the articles that `recode` would code anew, older revisions too.

    Args:
        archive: An open archive.
        everything: Also those that the present version, model and codebooks have made.
        model: The language model; by default the best one on this machine.
    """
    if everything:
        return tuple(one.article_id for one in archive.coded())
    stamp = made_by((model or load_model()).label)
    return tuple(one.article_id for one in archive.coded() if one.made_by != stamp)


def recode(
    archive: ArchiveFile,
    *,
    everything: bool = False,
    dry_run: bool = False,
    model: LanguageModel | None = None,
    total: Callable[[int], None] | None = None,
) -> Iterator[Recoded]:
    """Code articles anew and yield what changed, one transaction an article.

    Only what another version, model or codebook has made, so that a run that was stopped goes on
    where it stopped. Judgements stay and find their place again.

    Args:
        archive: An archive that may be written, unless it is a dry run.
        everything: Also what the present version has made; such a run, too, goes on if stopped.
        dry_run: Write nothing; say what would change.
        model: A loaded language model; by default the best one on this machine.
        total: Called once with the number of articles.

    Raises:
        ModelError: No language model is installed.
        ArchiveError: The archive cannot be written.
    """
    loaded = model or load_model()
    ids = to_recode(archive, everything=everything, model=loaded)
    if everything and not dry_run:
        begun = archive.recoding_begun()
        done = {one.article_id for one in archive.coded() if one.coded_at >= begun}
        ids = tuple(one for one in ids if one not in done)
    if total is not None:
        total(len(ids))
    for first in range(0, len(ids), BATCH):
        yield from _batch(archive, ids[first : first + BATCH], loaded, dry_run=dry_run)
    if ids and not dry_run:
        archive.recoding_ended(everything=everything)


def _batch(
    archive: ArchiveFile, ids: Sequence[str], model: LanguageModel, *, dry_run: bool
) -> Iterator[Recoded]:
    old = [archive.readout(one, as_corrected=False) for one in ids]
    articles = [_article(archive, readout.article) for readout in old]
    found = extracted([article for article, _ in articles], model)
    for before, (_, read_anew), result in zip(old, articles, found, strict=True):
        article = before.article
        if not isinstance(result, Readout):
            why = f"{type(result).__name__}: {str(result)[:200]}"
            yield Recoded(article.id, article.headline, "failed", why=why)
            continue
        placed = archive.would_place(result) if dry_run else archive.replace(result)
        told = changes(before, result)
        fate: RecodingFate = "changed" if told or _reads(before) != _reads(result) else "same"
        yield Recoded(article.id, article.headline, fate, told, placed.lost, read_anew)


def _reads(readout: Readout) -> tuple[object, ...]:
    """Return what the reader made of the page."""
    a = readout.article
    return a.text, a.blocks, a.headline, a.outlet, a.byline, a.published


def _article(archive: ArchiveFile, old: Article) -> tuple[Article, bool]:
    """Return the article to extract from, and whether its page was read anew."""
    page = archive.page(old.raw_sha256)
    if page is None:
        return old, False
    try:
        new = read_page(page, url=old.url)
    except PageError:
        return old, False  # an article once: what is kept is better than nothing
    if any(problem.severity == "error" for problem in new.problems):
        return old, False
    kept: dict[str, object] = {"id": old.id, "url": old.url, "revision": old.revision}
    if new.published is None:
        kept["published"] = old.published  # given by whoever read it
    return new.model_copy(update=kept), True
