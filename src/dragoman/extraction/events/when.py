"""The time of an event: the nearest time expression of its clause, and whether it is long past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.extraction.passages import Passage
from dragoman.records import Instant, Span, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Token

_DATED = re.compile(r"(\d{4})(?:-(\d{2})|-W(\d{2}))?")
_DECADE = re.compile(r"(\d{3})X?$|(\d{2})X{0,2}$")


def event_time(passage: Passage, trigger: Token, times: Sequence[TimeRef]) -> TimeRef | None:
    """Return the dated time expression that stands nearest to ``trigger`` in its clause."""
    sentence = passage.of(trigger.sent)
    near = [
        t for t in times if t.value and t.type in ("DATE", "TIME") and sentence.contains(t.span)
    ]
    near = [t for t in near if _DATED.match(t.value or "")]
    clause = _clause(passage, trigger)
    inside = [t for t in near if clause.contains(t.span)]
    anchor = passage.of(trigger)
    ranked = sorted(inside, key=lambda t: _distance(t.span, anchor))
    return ranked[0] if ranked else None


def _clause(passage: Passage, trigger: Token) -> Span:
    """Return the span of the clause that ``trigger`` stands in, without those that hang on it."""
    top = trigger
    while top.head != top and top.pos_ not in ("VERB", "AUX"):
        top = top.head
    while top.dep_ in ("xcomp", "conj") and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    return Span(passage.of(top.left_edge).start, passage.of(top.right_edge).end)


def _distance(span: Span, anchor: Span) -> int:
    return max(span.start - anchor.end, anchor.start - span.end, 0)


def months_before(value: str | None, published: Instant | None) -> int | None:
    """Return how many months ``value`` lies before the article, at least; None if unknown."""
    if value is None or published is None:
        return None
    then, now = _months(value, latest=True), _months(published.value, latest=False)
    return None if then is None or now is None else now - then


def _months(value: str, *, latest: bool) -> int | None:
    match = _DATED.match(value)
    if match is None:
        decade = _DECADE.match(value)
        return int(decade[0][:3].ljust(4, "9")[:4]) * 12 + 12 if decade else None
    year, month, week = match.groups()
    if month:
        return int(year) * 12 + int(month)
    if week:
        return int(year) * 12 + (int(week) * 12) // 53 + 1
    return int(year) * 12 + (12 if latest else 1)
