"""Which line is the headline: judged by what the running text, the date and repeats say of it.

A linear score over a dozen signs, fitted on pages whose title is known (conditional logistic
regression over the candidates of a page). Cross-validated by site it finds 81 % of the titles
that stand on a line of their own; most others are standfirsts and captions beside the title.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dragoman.reading.credits import find_credit
from dragoman.reading.datelines import parse_dateline
from dragoman.reading.saved.lines import MEASURED
from dragoman.reading.saved.phrases import phrase_hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.context import Floats
    from dragoman.reading.saved.lines import Line

_ABOVE = 60  # lines above the running text in which the headline is looked for
_SHORTEST, _LONGEST = 3, 40  # words of a headline
_MOST_CHARS = 300
_WORD = re.compile(r"\w{4,}|[\u3040-\u9fff\uac00-\ud7af]")
_BARS = re.compile(r"\s[|»›>]\s")
_CLOSERS = "\"”»' "
_NOT_FIRST = frozenset({"date", "byline", "cookies", "share", "subscribe", "comments", "copyright"})
# Under this score no candidate is like a headline: of 199 right ones, three score less.
_LOWEST = -1.0


class _Surroundings(NamedTuple):
    """What the candidates of one page are compared with."""

    known: Counter[str]
    lead: Counter[str]
    seen: Counter[str]
    dates: tuple[int, ...]
    start: int


def find_headline(lines: Sequence[Line], probable: Floats, start: int, end: int) -> int | None:
    """Return the place of the headline among ``lines``, or None.

    Args:
        lines: The page's non-blank lines.
        probable: How probable each is running text, shape (lines,).
        start: Place of the first line of the running text.
        end: Place after its last line.
    """
    page = _Surroundings(
        known=_vocabulary(lines[start:end]),
        lead=_vocabulary(lines[start : start + 6]),
        seen=Counter(line.key for line in lines),
        dates=tuple(
            place
            for place in range(max(0, start - 15), start)
            if parse_dateline(lines[place].text) is not None
        ),
        start=start,
    )
    best, best_score, earlier = None, _LOWEST, 0
    for place in range(max(0, start - _ABOVE), min(start + 1, len(lines))):
        line = lines[place]
        if not _can_be(line):
            continue
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        score = _score(line, below, place, earlier, page) - 0.6 * float(probable[place])
        if score > best_score:
            best, best_score = place, score
        if _shared(line, page.known, place >= start) > 0.3 and not _ends_sentence(line):
            earlier += 1
    return best


def _score(line: Line, below: str, place: int, earlier: int, page: _Surroundings) -> float:
    inside = place >= page.start
    words = len(line.text.split())
    size = words if words > 3 else len(line.text) / 2  # scripts without spaces
    return (
        1.9 * _shared(line, page.known, inside)
        + 1.5 * _shared(line, page.lead, inside)
        + 1.5 * (line.blank_before > 0)
        + 1.0 * any(0 < date - place <= 4 for date in page.dates)
        + 0.9 * (place == 0)
        + 0.6 * (below.endswith(".") and len(below.split()) > 7)  # a standfirst follows
        + 0.3 * (page.seen[line.key] > 1)
        - 1.7 * _ends_sentence(line)
        - 0.75 * min(earlier, 6)  # standfirst, captions and subheads come after the headline
        - 0.9 * (size > 18)
        - 0.8 * (size < 5)
        - 0.5 * (find_credit(line.text) is not None)
        - 0.45 * (_BARS.search(line.text) is not None)
        - 0.4 * any(date < place for date in page.dates)
        - 0.2 * line.text.endswith("?")
        - 0.2 * inside
        - 0.03 * min(page.start - place, 40)
    )


def _vocabulary(lines: Sequence[Line]) -> Counter[str]:
    """Count in how many lines each word stands."""
    return Counter(word for line in lines for word in set(_words(line)))


def _shared(line: Line, counts: Counter[str], inside: bool) -> float:
    """Share of a line's words that the running text has too; little for one or two words."""
    words = set(_words(line))
    own = 1 if inside else 0  # a line of the running text counts itself
    hits = sum(counts[word] > own for word in words)
    return hits / max(len(words), 1) * min(len(words), 6) / 6


def _words(line: Line) -> list[str]:
    return _WORD.findall(line.text[:MEASURED].casefold())


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(_CLOSERS).endswith((".", "…", "。"))


def _can_be(line: Line) -> bool:
    count = len(line.text.split())
    spaceless = len(line.text) / 2 if count < _SHORTEST else 0
    if not _SHORTEST <= max(count, spaceless) <= _LONGEST or len(line.text) > _MOST_CHARS:
        return False
    if line.mark or line.text.endswith((":", ",")):
        return False
    hits = phrase_hits(line.text)
    if hits.whole or hits.starts & _NOT_FIRST:
        return False
    return parse_dateline(line.text) is None
