"""One passage as the quotation stage sees it: its tokens and the stretches inside its marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import Span
from dragoman.text.marks import Quoted, find_quoted
from dragoman.text.spans import trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage and its outermost quoted stretches, in order; spans are the article's."""

    number: int
    passage: Passage
    text: str = field(repr=False)
    stretches: tuple[Quoted, ...]
    nested: tuple[Quoted, ...]
    opened: tuple[int, ...] = field(repr=False)
    """Where each stretch begins, its mark included."""
    starts: tuple[int, ...] = field(repr=False)
    """Where each token begins in the article."""
    quoted_at: tuple[int, ...] = field(repr=False)
    """For each token the number of the stretch it stands in, or -1."""

    def span(self, first: Token, last: Token) -> Span:
        """Return the words from one token to another, both included."""
        return Span(self.starts[first.i], self.starts[last.i] + len(last.text))

    def quoted(self, token: Token) -> bool:
        """Whether a token stands inside quotation marks."""
        return self.quoted_at[token.i] >= 0

    def gap_before(self, number: int) -> Span:
        """Return the words between the stretch before (or the passage's start) and this one."""
        start = self.stretches[number - 1].outer.end if number else self.passage.span.start
        return Span(start, max(start, self.stretches[number].outer.start))

    def gap_after(self, number: int) -> Span:
        """Return the words between this stretch and the next one (or the passage's end)."""
        after = number + 1 < len(self.stretches)
        end = self.stretches[number + 1].outer.start if after else self.passage.span.end
        return Span(min(self.stretches[number].outer.end, end), end)

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """Return the tokens that begin in an article span."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return list(self.passage.doc[first:last]) if first < last else []

    def letters_in(self, span: Span) -> Iterator[tuple[int, bool]]:
        """Yield for each token that begins in a span its letters, and whether it is quoted."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        lengths = self.passage.column("LENGTH")
        for i in range(first, last):
            end = self.starts[i] + lengths[i]
            yield sum(map(str.isalnum, self.text[self.starts[i] : end])), self.quoted_at[i] >= 0

    def stretches_in(self, span: Span) -> list[int]:
        """Return the numbers of the stretches that overlap an article span."""
        first = max(0, bisect_right(self.opened, span.start) - 1)
        last = bisect_left(self.opened, span.end)
        return [n for n in range(first, last) if self.stretches[n].inner.overlaps(span)]

    def words(self, span: Span) -> str:
        """Return the exact words at ``span``."""
        return self.text[span.start : span.end]


def scenes(parsed: ParsedArticle) -> Iterator[Scene]:
    """Yield the passages of an article with their quoted stretches.

    Marks are paired over whole blocks: a block too long for the parser is several passages, and
    a stretch that runs over their borders is a piece in each, all of one chain.
    """
    text = parsed.article.text
    blocks: list[Span] = []
    for passage in parsed.passages:
        if blocks and passage.block.span.contains(blocks[-1]):
            blocks[-1] = Span(blocks[-1].start, passage.span.end)
        else:
            blocks.append(passage.span)
    waiting = deque(find_quoted(text, blocks))
    for number, passage in enumerate(parsed.passages):
        here = _within(passage.span, waiting, text)
        outer = tuple(q for q in here if q.depth == 0)
        inner = tuple(q for q in here if q.depth > 0)
        opened = tuple(q.outer.start for q in outer)
        starts = tuple(passage.starts())
        yield Scene(number, passage, text, outer, inner, opened, starts, _quoted_at(starts, outer))


def _within(span: Span, waiting: deque[Quoted], text: str) -> list[Quoted]:
    """Take the stretches that begin before a passage ends; give back what runs over its end."""
    here: list[Quoted] = []
    rest: list[Quoted] = []
    while waiting and waiting[0].outer.start < span.end:
        stretch = waiting.popleft()
        here += _clipped(stretch, Span(span.start, span.end), text)
        rest += _clipped(stretch, Span(span.end, max(span.end, stretch.outer.end)), text)
    waiting.extendleft(reversed(rest))
    return here


def _clipped(stretch: Quoted, span: Span, text: str) -> list[Quoted]:
    if span.contains(stretch.outer):
        return [stretch]
    inner = trimmed(
        text, Span(max(stretch.inner.start, span.start), min(stretch.inner.end, span.end))
    )
    if inner.length <= 0:
        return []
    outer = Span(max(stretch.outer.start, span.start), min(stretch.outer.end, span.end))
    return [stretch._replace(outer=outer, inner=inner)]


def _quoted_at(starts: Sequence[int], stretches: Sequence[Quoted]) -> tuple[int, ...]:
    opened = [q.outer.start for q in stretches]
    numbers = []
    for start in starts:
        at = bisect_right(opened, start) - 1
        numbers.append(at if at >= 0 and start < stretches[at].outer.end else -1)
    return tuple(numbers)
