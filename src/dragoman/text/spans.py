"""Where words stand: half-open ranges of Unicode code points in one article's text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points; in JSON a pair ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in ``text``."""
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        """The number of code points covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """Return the same range moved by ``by`` code points."""
        return Span(self.start + by, self.end + by)


def envelope(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of ``spans``.

    Raises:
        ValueError: ``spans`` is empty.
    """
    listed = list(spans)
    if not listed:
        raise ValueError("no spans to hold")
    return Span(min(s.start for s in listed), max(s.end for s in listed))


def trimmed(text: str, span: Span) -> Span:
    """Return ``span`` without white space at its ends (possibly empty)."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    end = span.end - (len(piece) - len(piece.rstrip()))
    return Span(start, max(start, end))
