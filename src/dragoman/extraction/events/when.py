"""The time of an event: the time expression of its own clause, and whether it is long past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.extraction.passages import Passage
from dragoman.records import Instant, Span, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Token

_DATED = re.compile(r"(\d{4})(?:-(\d{2})|-W(\d{2}))?")
_DECADE = re.compile(r"(\d{3})X?|(\d{2})XX")
_MAX_CLIMB = 6


def event_time(
    passage: Passage, trigger: Token, times: Sequence[TimeRef], told_with: Sequence[Token] = ()
) -> TimeRef | None:
    """Return the time expression that says when the event at ``trigger`` took place, or None.

    It hangs on the trigger, on a word that tells the act with it ("began **talks** in May"), or on
    the verb that carries it; of several the nearest.
    """
    sentence = passage.of(trigger.sent)
    near = [
        t for t in times if t.value and t.type in ("DATE", "TIME") and sentence.contains(t.span)
    ]
    if not near:
        return None
    homes = [*_homes(trigger), *told_with]
    anchor = passage.of(trigger)
    ranked = []
    for time in near:
        holder = _holder(passage, time.span)
        if holder in homes and (_DATED.match(time.value or "") or _DECADE.match(time.value or "")):
            ranked.append((homes.index(holder), _distance(time.span, anchor), time.span, time))
    return min(ranked)[3] if ranked else _time_before_when(passage, trigger, near)


def _time_before_when(passage: Passage, trigger: Token, near: Sequence[TimeRef]) -> TimeRef | None:
    """Return the time that a clause with "when" takes up ("in April 2009, when the two met")."""
    when = next((c for c in trigger.children if c.lower_ == "when" and c.i < trigger.i), None)
    if when is None or when.i < 2:
        return None
    before = when.nbor(-1)
    last = passage.of(before.nbor(-1) if before.text == "," else before)
    return next((t for t in near if t.span.overlaps(last) and _DATED.match(t.value or "")), None)


def _holder(passage: Passage, span: Span) -> Token | None:
    """Return the verb or event noun on which the time expression hangs."""
    tokens = passage.tokens(span)
    if tokens is None or not len(tokens):
        return None
    token = tokens.root
    for _ in range(_MAX_CLIMB):
        above = token.head
        if above == token:
            return token
        if above.pos_ in ("VERB", "AUX") or (
            above.pos_ in ("NOUN", "PROPN") and token.dep_ == "prep"
        ):
            return above
        token = above
    return token


def _homes(trigger: Token) -> Iterator[Token]:
    """Yield the words on which a time of the event may hang, the likeliest first."""
    yield trigger
    token = trigger
    for _ in range(_MAX_CLIMB):
        above = token.head
        if above == token:
            return
        carried = token.dep_ in ("xcomp", "conj") or (token.dep_ == "advcl" and token.tag_ == "VBG")
        nominal = token.pos_ in ("NOUN", "PROPN", "ADP") and token.dep_ in (
            "dobj", "nsubj", "nsubjpass", "pobj", "prep", "conj", "attr",
        )  # fmt: skip
        if not carried and not nominal:
            return
        yield above
        token = above


def _distance(span: Span, anchor: Span) -> int:
    return max(span.start - anchor.end, anchor.start - span.end, 0)


def months_before(value: str | None, published: Instant | None) -> int | None:
    """Return how many months ``value`` lies before the article, at least; None if unknown."""
    if value is None or published is None:
        return None
    then, now = _months(value, latest=True), _months(published.value, latest=False)
    return None if then is None or now is None else now - then


def _months(value: str, *, latest: bool) -> int | None:
    """Return months since year 0; of a longer period its last (or first) month."""
    match = _DATED.match(value)
    if match is None:
        period = _DECADE.match(value)
        if period is None:
            return None
        year = int((period[1] or period[2]).ljust(4, "9"))
        return year * 12 + 12
    years, month, week = int(match[1]) * 12, match[2], match[3]
    if month:
        return years + int(month)
    if week:
        return years + int(week) * 12 // 53 + 1
    return years + (12 if latest else 1)
