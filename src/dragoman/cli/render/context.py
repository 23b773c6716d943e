"""The sentences in which a record's words stand, with the words marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from rich.text import Text

from dragoman.cli.render.layout import joined
from dragoman.records import Article, Span
from dragoman.text.spans import trimmed

# For display only: a full stop after an abbreviation cuts the context short and costs nothing.
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[•]?[A-ZÀ-ÞЀ-Я0-9])")
_BULLETS = "•·–—*- \t"

# A stretch without marked words that is longer than this is cut to its two ends: the reader has
# to find the marked words at a glance. 110 characters are about one line.
LONGEST_GAP = 110

# Evidence that stands in several places is shown from so many sentences at most.
MOST_SENTENCES = 2


def sentences(article: Article, spans: Iterable[Span]) -> list[Span]:
    """Return the sentences in which ``spans`` stand, in the order of the text, without overlap."""
    found: list[Span] = []
    for span in sorted(set(spans)):
        if found and span.end <= found[-1].end:
            continue
        whole = _sentence(article, span)
        if found and whole.start < found[-1].end:
            whole = Span(found.pop().start, whole.end)
        found.append(whole)
    return found


def plain(article: Article, spans: Iterable[Span]) -> str:
    """Return the sentences as they are, one after the other."""
    shown = sentences(article, spans)[:MOST_SENTENCES]
    return _joint(article, shown).join(article.words(s) for s in shown)


def marked(
    article: Article,
    spans: Iterable[Span],
    cues: Iterable[Span] = (),
    *,
    edited: Iterable[Span] = (),
    most: int | None = MOST_SENTENCES,
) -> Text:
    """Return the sentences with ``spans`` underlined and ``cues`` in italics.

    Args:
        article: The article in which they stand.
        spans: What is underlined.
        cues: What is set in italics.
        edited: What somebody left out or put in, inside the spans.
        most: So many sentences at most; None: all of them.
    """
    marks = [(s, "evidence") for s in sorted(set(spans))] + [(s, "cue") for s in cues]
    whole = sentences(article, [span for span, _ in marks])[:most]
    marks += [(s, "edited") for s in edited]
    return joined((_sentence_text(article, s, marks) for s in whole), _joint(article, whole))


def _joint(article: Article, shown: list[Span]) -> str:
    """Return what stands between the sentences: nothing left out, or something."""
    left_out = (article.text[a.end : b.start].strip(_BULLETS + "\n") for a, b in pairwise(shown))
    return " […] " if any(left_out) else " "


def _sentence(article: Article, span: Span) -> Span:
    first, last = _block_at(article, span.start), _block_at(article, span.end - 1)
    start, end = min(first.start, span.start), max(last.end, span.end)
    for stop in _END.finditer(article.text, start, span.start):
        start = stop.end()
    # A span may end with the full stop itself: begin one character before its end.
    stop_after = _END.search(article.text, span.end - 1, end)
    if stop_after:
        end = max(span.end, stop_after.end())
    whole = trimmed(article.text, Span(start, end))
    bullets = len(article.words(whole)) - len(article.words(whole).lstrip(_BULLETS))
    return Span(min(whole.start + bullets, span.start), max(whole.end, span.end))


def _block_at(article: Article, offset: int) -> Span:
    for block in article.blocks:
        if block.span.start <= offset < block.span.end:
            return block.span
    return Span(offset, offset + 1)


def _sentence_text(article: Article, whole: Span, marks: list[tuple[Span, str]]) -> Text:
    text = Text(article.words(whole), "words")
    inside = [(s.shift(-whole.start), style) for s, style in marks if whole.contains(s)]
    for span, style in inside:
        text.stylize(style, span.start, span.end)
    return _shortened(text, sorted(span for span, _ in inside))


def _shortened(text: Text, marks: list[Span]) -> Text:
    """Cut what lies between marks, and at the ends of the sentence, where it is long."""
    keep = Text()
    position = 0
    for span in marks:
        if span.start > position:
            keep.append_text(_gap(text[position : span.start], first=position == 0, last=False))
        if span.end > position:
            keep.append_text(text[max(position, span.start) : span.end])
            position = span.end
    return keep.append_text(_gap(text[position:], first=False, last=True))


def _gap(text: Text, *, first: bool, last: bool) -> Text:
    if len(text) <= LONGEST_GAP:
        return text
    whole = text.plain
    half = LONGEST_GAP // 2
    # Cut between words; a stretch without spaces is cut where it must be.
    head = whole.rfind(" ", 0, half) + 1 or half
    tail = whole.find(" ", len(whole) - half) + 1 or len(whole) - half
    if first:
        return Text("[…] ", "quiet") + text[tail:]
    if last:
        return text[:head] + Text("[…]", "quiet")
    return text[:head] + Text("[…] ", "quiet") + text[tail:]
