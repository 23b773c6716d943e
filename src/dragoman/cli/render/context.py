"""The sentence around a record's words, with the words marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.text import Text

from dragoman.records import Article, Span
from dragoman.text.spans import envelope, trimmed

# For display only: a full stop after an abbreviation cuts the context short and costs nothing.
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[•]?[A-ZÀ-ÞЀ-Я0-9])")

# A stretch without marked words that is longer than this is cut to its two ends.
LONGEST_GAP = 160


def around(article: Article, spans: Iterable[Span]) -> Span:
    """Return the sentences, inside one block each, in which ``spans`` stand."""
    whole = envelope(spans)
    first = _block_at(article, whole.start)
    last = _block_at(article, whole.end - 1)
    start, end = min(first.start, whole.start), max(last.end, whole.end)
    for stop in _END.finditer(article.text, first.start, whole.start):
        start = stop.end()
    stop_after = _END.search(article.text, max(whole.end - 1, 0), end)
    if stop_after:
        end = max(whole.end, stop_after.end())
    return trimmed(article.text, Span(start, end))


def marked(article: Article, spans: Iterable[Span], cues: Iterable[Span] = ()) -> Text:
    """Return the sentence with ``spans`` underlined and ``cues`` in italics."""
    under = sorted(set(spans))
    slanted = list(cues)
    whole = around(article, [*under, *slanted])
    text = Text(article.words(whole), "words")
    for style, parts in (("evidence", under), ("cue", slanted)):
        for span in parts:
            text.stylize(style, span.start - whole.start, span.end - whole.start)
    return _shortened(text, [s.shift(-whole.start) for s in (*under, *slanted)])


def _block_at(article: Article, offset: int) -> Span:
    for block in article.blocks:
        if block.span.start <= offset < block.span.end:
            return block.span
    return Span(offset, offset + 1)


def _shortened(text: Text, marks: list[Span]) -> Text:
    """Cut what lies between marks and the ends of the sentence where it is long."""
    keep = Text()
    position = 0
    for span in sorted(marks):
        if span.start > position:
            keep.append_text(_gap(text[position : span.start], first=position == 0, last=False))
        if span.end > position:
            keep.append_text(text[max(position, span.start) : span.end])
            position = span.end
    keep.append_text(_gap(text[position:], first=False, last=True))
    return keep


def _gap(text: Text, *, first: bool, last: bool) -> Text:
    if len(text) <= LONGEST_GAP:
        return text
    half = LONGEST_GAP // 2
    if first:
        return Text("[…] ", "quiet") + text[-half:]
    if last:
        return text[:half] + Text(" […]", "quiet")
    return text[:half] + Text(" […] ", "quiet") + text[-half:]
