"""JSON Lines of everything: the form from which `dragoman import` makes the same archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.archive import ArticleSummary
from dragoman.export.selection import Selection
from dragoman.records import Problem, Readout
from dragoman.records.lines import lossless_lines, record_line


def lines(selection: Selection) -> Iterator[str]:
    """Yield all lines: articles by (published, id), each after its older revisions; then problems.

    Older revisions come first so that whoever reads the lines in order finds each revision's
    number as it was.
    """
    older = _older(selection)
    for summary, readout in selection.readouts():
        for before in older.get(summary.url, ()):
            earlier = selection.archive.readout(before.id, as_corrected=False)
            yield from _lines(selection, earlier)
        yield from _lines(selection, readout)
    for problem in _problems(selection):
        selection.rows += 1
        yield record_line("problem", None, problem) + "\n"


def _lines(selection: Selection, readout: Readout) -> Iterator[str]:
    """Yield the lines of an article: records as they were extracted, and judgements on them."""
    selection.seen += len(readout.events)
    selection.taken += len(readout.events)
    for line in lossless_lines(readout, selection.archive.judgements_on(readout.article.id)):
        selection.rows += 1
        yield line + "\n"


def _older(selection: Selection) -> Mapping[str | None, list[ArticleSummary]]:
    found: dict[str | None, list[ArticleSummary]] = {}
    for summary in selection.archive.articles(superseded=True):
        if summary.superseded_by is not None:
            found.setdefault(summary.url, []).append(summary)
    return {url: sorted(older, key=lambda a: a.revision) for url, older in found.items()}


def _problems(selection: Selection) -> list[Problem]:
    # In an order of their own: the archive's is that in which sources happened to fail.
    found = selection.archive.problems(of_sources=True)
    return sorted(found, key=lambda p: (p.source or "", p.code, p.message))
