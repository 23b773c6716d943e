"""Articles and outcomes, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.render.layout import Line, Part, grid, joined
from dragoman.cli.render.pieces import SHORT

if TYPE_CHECKING:
    from dragoman.archive import ArticleSummary
    from dragoman.ingest import Outcome

_STYLES = {"new": "good", "revised": "open", "unchanged": "quiet", "read": "good"}


def outcome_line(outcome: Outcome, archive: Path | None = None) -> Line:
    """Return what became of one page: fate, id, headline, how much was found."""
    readout, added = outcome.readout, outcome.added
    return Line(
        joined(
            [
                Text(f"{outcome.fate:9}", _STYLES.get(outcome.fate, "")),
                Text(added.article_id[:SHORT] if added else "", "id"),
                f"in {archive}" if archive else "",
                Text((readout.article.headline or "") if readout else "", "name"),
                _amount(len(readout.quotations), "quotation") if readout else "",
                _amount(len(readout.events), "event") if readout else "",
                f"supersedes {added.supersedes[:SHORT]}" if added and added.supersedes else "",
                Text(outcome.source, "quiet") if not archive else "",
            ],
            "  ",
        )
    )


def articles(summaries: Iterable[ArticleSummary]) -> Iterator[Part]:
    """Yield each article for the eye: its headline, and under it what is known of it."""
    for article in summaries:
        headline = Text(article.headline or "(no headline)", "name")
        yield Line(headline, SHORT + 2, article.id[:SHORT])
        about = (_day(article), article.outlet or "", _found(article), _revision(article))
        yield Line(joined((words, "quiet") for words in about), SHORT + 2)


def table(summaries: Iterable[ArticleSummary]) -> Iterator[Part]:
    """Yield each article as one line, for a pipe."""
    yield grid(
        (
            (
                Text(article.id[:SHORT], "id"),
                Text(_day(article)),
                Text(article.outlet or "", "quiet"),
                Text(article.headline or "(no headline)", "name"),
                Text(_revision(article), "quiet"),
                Text(_found(article), "quiet"),
            )
            for article in summaries
        ),
        indent=0,
    )


def _day(article: ArticleSummary) -> str:
    return (article.published or "undated")[:10]


def _revision(article: ArticleSummary) -> str:
    if article.superseded_by:
        return f"superseded by {article.superseded_by[:SHORT]}"
    return f"revision {article.revision}" if article.revision > 1 else ""


def _found(article: ArticleSummary) -> str:
    amounts = [_amount(article.quotations, "quotation"), _amount(article.events, "event")]
    if article.problems:
        amounts.append(_amount(article.problems, "problem"))
    return ", ".join(amounts)


def _amount(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")
