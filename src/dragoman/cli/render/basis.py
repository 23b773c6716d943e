"""What numbers are of, in sentences: no number is shown without them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.archive.numbers.records import Basis
from dragoman.cli.render.layout import Gap, Line, Part


def basis_parts(basis: Basis, things: str = "event") -> Iterator[Part]:
    """Yield the numbers in all and what they are of."""
    first, *rest = basis_sentences(basis, things)
    yield Line(Text(first, "name"))
    for sentence in rest:
        yield Line(Text(sentence, "quiet"))
    yield Gap()


def basis_sentences(basis: Basis, things: str = "event") -> Iterator[str]:
    """Yield sentences: how many out of how many, which count, what has no place."""
    articles, outlets = amount(basis.articles, "article"), amount(basis.outlets, "outlet")
    told = f", told {amount(basis.reports, 'time')}" if things == "event" and basis.events else ""
    yield f"{amount(basis.events, things)}{told}, in {articles} of {outlets} ({basis.period})."
    yield f"Filter: {basis.filter}."
    if basis.unplaced:
        yield (
            f"{amount(basis.unplaced, 'more event')} {'has' if basis.unplaced == 1 else 'have'} no "
            "date, or one that is too coarse for a place here."
        )
    if basis.undated:
        yield (
            f"{amount(basis.undated, 'more article')} {'has' if basis.undated == 1 else 'have'} no "
            "date, or one that is too coarse."
        )


def amount(number: int, thing: str) -> str:
    """Return "1 article", "1,234 articles"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
