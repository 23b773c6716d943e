"""Cuts a text too long for a parser: at the ends of sentences, or inside a run that has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.text.spans import Span

_STOP = re.compile(r"[.!?…。！？][\"”’»)\]]*\s")  # full stops of three scripts
_PAUSES = ("; ", ", ", " ")


def cut_runs(text: str, span: Span, *, sentence: int, passage: int) -> Iterator[Span]:
    """Yield ``span`` in parts of at most ``passage`` characters, in order and without a gap.

    A run of more than ``sentence`` characters without a full stop is no sentence of any writer;
    it is cut at its last semicolon, comma or space before that length, so that work which grows
    with the square of a sentence stays bounded.
    """
    start = stop = span.start
    for end in _stops(text, span):
        while end - stop > sentence:
            at = _pause(text, stop, stop + sentence)
            yield Span(start, at)
            start = stop = at
        if end - start > passage:
            yield Span(start, stop)
            start = stop
        stop = end
    if start < span.end:
        yield Span(start, span.end)


def _stops(text: str, span: Span) -> Iterator[int]:
    for match in _STOP.finditer(text, span.start, span.end):
        yield match.end()
    yield span.end


def _pause(text: str, start: int, end: int) -> int:
    """Return where to cut between two offsets: after a pause in the later half, if there is one."""
    middle = (start + end) // 2
    for pause in _PAUSES:
        at = text.rfind(pause, middle, end)
        if at >= 0:
            return at + len(pause)
    return end
