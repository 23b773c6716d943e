"""What was changed between two texts, word by word, and where a span of one stands in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from dragoman.text.spans import Span

# Words with the marks that touch them, and the white space between them.
_WORD = re.compile(r"\S+|\s+")
# Comparing words costs their product at worst; a part of a page that is longer was written anew.
_MOST_WORDS = 6_000


class Difference(NamedTuple):
    """Words of one text in whose place others stand in the other; one of the two may be empty."""

    before: Span
    after: Span


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Return what must be changed to make one text the other, in order.

    Lines are compared first, then the words of lines that are not the same.
    """
    if before == after:
        return ()
    return tuple(_all(before, after))


def carried(span: Span, found: Sequence[Difference]) -> Span | None:
    """Return where the words of a span of the text before stand in the text after.

    Args:
        span: Where they stand before.
        found: What `differences` returned for the two texts.

    Returns:
        The span in the text after, or None if one of the words was changed.
    """
    shift = 0
    for one in found:
        inside = span.start < one.before.start < span.end
        if one.before.overlaps(span) or (not one.before.length and inside):
            return None
        if one.before.end > span.start:
            break
        shift += one.after.length - one.before.length
    return span.shift(shift)


def _all(before: str, after: str) -> Iterator[Difference]:
    old, new = _lines(before), _lines(after)
    matcher = SequenceMatcher(None, [s.of(before) for s in old], [s.of(after) for s in new])
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            continue
        first = _covered(old, a, b, len(before))
        second = _covered(new, c, d, len(after))
        yield from _words(before, first, after, second)


def _words(before: str, first: Span, after: str, second: Span) -> Iterator[Difference]:
    old, new = _words_in(before, first), _words_in(after, second)
    if not old or not new or max(len(old), len(new)) > _MOST_WORDS:
        yield Difference(first, second)
        return
    words = [s.of(before) for s in old], [s.of(after) for s in new]
    for how, a, b, c, d in SequenceMatcher(str.isspace, *words, autojunk=False).get_opcodes():
        if how != "equal":
            yield Difference(_covered(old, a, b, first.end), _covered(new, c, d, second.end))


def _lines(text: str) -> list[Span]:
    """Return the lines, each with its break."""
    found, start = [], 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        found.append(Span(start, end))
        start = end
    return found


def _words_in(text: str, span: Span) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text, *span)]


def _covered(pieces: Sequence[Span], first: int, last: int, end: int) -> Span:
    """Return the span of pieces ``first`` to ``last``; an empty one before ``first`` if none."""
    if first < last:
        return Span(pieces[first].start, pieces[last - 1].end)
    at = pieces[first].start if first < len(pieces) else end
    return Span(at, at)


def carried_about(span: Span, found: Sequence[Difference]) -> Span:
    """Return about where the words of a span stand in the text after, changed or not.

    What was put in their place belongs to it; the span is empty where they were only taken out.
    """
    start = _at(span.start, found, last=False)
    return Span(start, max(start, _at(span.end, found, last=True)))


def _at(place: int, found: Sequence[Difference], *, last: bool) -> int:
    shift = 0
    for one in found:
        if one.before.start > place or (last and one.before.start == place):
            break
        if place < one.before.end:
            return one.after.end if last else one.after.start
        shift = one.after.end - one.before.end
    return place + shift
