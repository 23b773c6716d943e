"""Quotation-mark geometry: which stretches of a text stand inside marks.

Knows pairs of every convention (curly, straight, single, typewriter ``''``, German low-high,
guillemets both ways, CJK brackets), marks inside marks, a quotation over several paragraphs with
an opening mark on each, missing and stray marks, apostrophes, and inches. One pass over the
marks and a stack of bounded depth: time is linear in the text, whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.text.excerpts import without_frame
from dragoman.text.markroles import SINGLES, Mark, closes, marks_in
from dragoman.text.spans import Span, trimmed

# Deeper nesting than this is noise; the stack stays short so that time stays linear.
MAX_DEPTH = 6


class Quoted(NamedTuple):
    """A stretch inside quotation marks, in one paragraph.

    `outer` takes in the marks, `inner` is what stands between them without white space at its
    ends. `depth` is 0 for a stretch that is in no other. `chain` is the same number for the
    paragraphs of one quotation that is opened again on each. An unclosed stretch ends with its
    paragraph, or where the next one opens.
    """

    outer: Span
    inner: Span
    depth: int
    closed: bool
    chain: int
    single: bool


class _Open(NamedTuple):
    """A mark that waits for its partner; `chain` is -1 until its quotation has a number."""

    mark: Mark
    chain: int


def find_quoted(text: str, paragraphs: Iterable[Span]) -> tuple[Quoted, ...]:
    """Return the quoted stretches of the paragraphs, in the order of the text.

    Args:
        text: The whole text.
        paragraphs: Spans in order, not overlapping; a quotation runs from one to the next only
            where marks say so.
    """
    found: list[Quoted] = []
    carried: _Open | None = None
    chains = 0
    listed = [(p, without_frame(marks_in(text, p), p)) for p in paragraphs]
    for number, (paragraph, marks) in enumerate(listed):
        scan = _Scan(text, paragraph, marks, chains)
        following = listed[number + 1][1] if number + 1 < len(listed) else []
        next_start = listed[number + 1][0].start if number + 1 < len(listed) else -1
        if carried is not None:
            scan.resume(carried)
        scan.run()
        carried = scan.finish(following, next_start)
        chains = scan.chains
        found += scan.found
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


class _Scan:
    """Pairs the marks of one paragraph."""

    def __init__(self, text: str, paragraph: Span, marks: Sequence[Mark], chains: int) -> None:
        self.text, self.paragraph, self.marks, self.chains = text, paragraph, marks, chains
        self.found: list[Quoted] = []
        self.stack: list[_Open] = []
        self.surplus = _closing_surplus(marks)
        self.mistyped: Mark | None = None

    def resume(self, carried: _Open) -> None:
        """Go on with a quotation that the paragraph before left open."""
        first = self.marks[0] if self.marks else None
        if first is not None and first.span.start == self.paragraph.start and first.opens:
            self.stack.append(_Open(first, carried.chain))
            self.marks = self.marks[1:]
            self.surplus = self.surplus[1:]
        else:  # its closing mark stands here, without a mark that opens the paragraph
            start = Span(self.paragraph.start, self.paragraph.start)
            self.stack.append(_Open(carried.mark._replace(span=start), carried.chain))

    def run(self) -> None:
        """Read the marks from left to right."""
        for at, mark in enumerate(self.marks):
            partner = self._partner(mark)
            if partner is not None:
                del self.stack[partner + 1 :]
                self._emit(self.stack.pop(), mark.span.start, mark.span.end, closed=True)
            elif mark.opens and not mark.weak:
                self._open(at, mark)
            elif self.mistyped is None and self._ends_sentence(mark):
                self.mistyped = mark

    def finish(self, following: Sequence[Mark], next_start: int) -> _Open | None:
        """Close what the paragraph left open; return it if the next paragraph goes on with it."""
        waiting = [entry for entry in self.stack if entry.mark.kind not in SINGLES]
        self.stack = []
        if not waiting:
            return None
        goes_on = following and (
            (following[0].span.start == next_start and following[0].opens
             and following[0].kind == waiting[0].mark.kind)
            or (not following[0].opens and closes(waiting[0].mark, following[0]))
        )  # fmt: skip
        if not goes_on:
            self._leave(waiting[0], self.paragraph.end)
            return None
        last = self._emit(waiting[0], self.paragraph.end, self.paragraph.end, closed=False)
        return waiting[0]._replace(chain=last)

    def _ends_sentence(self, mark: Mark) -> bool:
        """Whether a single mark that closes nothing ends a sentence, as in “We left.’ Then …."""
        return mark.kind in SINGLES and self.text[mark.span.start - 1] in ".,?!…"

    def _leave(self, entry: _Open, end: int) -> None:
        """End what was opened and never closed: at a mark typed wrongly, else at ``end``."""
        wrong = self.mistyped
        if wrong is not None and wrong.span.start > entry.mark.span.end:
            self._emit(entry, wrong.span.start, wrong.span.end, closed=True)
        else:
            self._emit(entry, end, end, closed=False)

    def _partner(self, mark: Mark) -> int | None:
        """Return the place in the stack of the opening mark that ``mark`` closes, or None."""
        if not mark.closes or (mark.opens and self._nests(mark)):
            return None
        for place in range(len(self.stack) - 1, -1, -1):
            if closes(self.stack[place].mark, mark):
                return place
            if mark.kind in SINGLES:  # an apostrophe must not close past an inner mark
                return None
        if mark.kind == "”" and self.stack and self.stack[0].mark.family == "single":
            return 0  # typed wrongly: ‘We left.”
        return None

    def _nests(self, mark: Mark) -> bool:
        """Whether a mark that could do both opens a stretch (nothing open that it could close)."""
        return not any(closes(entry.mark, mark) for entry in self.stack)

    def _open(self, at: int, mark: Mark) -> None:
        same = [p for p, e in enumerate(self.stack) if e.mark.family == mark.family]
        if same and self.surplus[at] <= len(same):
            # The one before was never closed: what it opened ends here.
            place = same[0]
            entry = self.stack[place]
            del self.stack[place:]
            if mark.kind not in SINGLES:
                self._leave(entry, mark.span.start)
        if not self.stack:
            self.mistyped = None
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(_Open(mark, -1))

    def _emit(self, entry: _Open, inner_end: int, outer_end: int, *, closed: bool) -> int:
        chain = entry.chain
        if chain < 0:
            chain, self.chains = self.chains, self.chains + 1
        inner = trimmed(self.text, Span(entry.mark.span.end, inner_end))
        single = entry.mark.kind in SINGLES
        if inner.length and not (single and _is_elided(inner.of(self.text))):
            outer = Span(entry.mark.span.start, max(outer_end, inner.end))
            self.found.append(Quoted(outer, inner, len(self.stack), closed, chain, single))
        return chain


def _is_elided(words: str) -> bool:
    """Whether two apostrophes stand around one letter: rock 'n' roll."""
    return len(words) == 1 and words.islower()


def _closing_surplus(marks: Sequence[Mark]) -> list[int]:
    """For each mark: how many marks of its family only close, less those that only open, from it on."""
    surplus = [0] * len(marks)
    running: dict[str, int] = {}
    for at in range(len(marks) - 1, -1, -1):
        mark = marks[at]
        surplus[at] = running.get(mark.family, 0)
        running[mark.family] = surplus[at] + mark.closes - mark.opens
    return surplus
