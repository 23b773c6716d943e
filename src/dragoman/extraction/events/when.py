"""The time of an event: the time expression of its own clause, and whether it is long past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.extraction.events.hanging import fronted, holders, lenders
from dragoman.extraction.passages import Passage
from dragoman.records import Instant, Span, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_DATED = re.compile(r"(\d{4})(?:-(\d{2})|-W(\d{2}))?")
_BARE = re.compile(r"the (?:night|day|evening|morning|afternoon|week|month|year|time)")
_UP_TO = frozenset({"to", "until", "till", "through"})
_RANGE = 5  # words between "from" and the second date
_DECADE = re.compile(r"(\d{3})X?|(\d{2})XX")


def event_time(
    passage: Passage,
    trigger: Token,
    times: Sequence[TimeRef],
    told_with: Sequence[Token] = (),
    governor: Token | None = None,
) -> TimeRef | None:
    """Return the time expression that says when the event at ``trigger`` took place, or None.

    It hangs on the trigger, on a word that tells the act with it ("began **talks** in May"), or on
    a word that lends its time ("**convicted** of rioting on Monday"); of several the nearest.
    """
    sentence = passage.of(trigger.sent)
    near = [t for t in times if is_dated(t) and sentence.contains(t.span)]
    if not near:
        return None
    homes = [*lenders(trigger, governor), *told_with]
    said = fronted(trigger)
    anchor = passage.of(trigger)
    ranked = []
    for time in near:
        tokens = passage.tokens(time.span)
        if tokens is None or not len(tokens) or _is_of_range(tokens):
            continue
        for away, holder in enumerate(holders(tokens)):
            if holder in homes:
                rank = homes.index(holder) + away
                ranked.append((rank, _distance(time.span, anchor), time.span, time))
            elif holder == said and tokens.end <= trigger.i:
                ranked.append((len(homes), _distance(time.span, anchor), time.span, time))
    return min(ranked)[3] if ranked else _time_before_when(passage, trigger, near)


def is_dated(time: TimeRef) -> bool:
    """Whether a time expression has a place in the calendar: a day, a year, a decade.

    "The night Kennedy was shot" has none: which night it was is not told there.
    """
    value = time.value or ""
    if _BARE.fullmatch(time.text.lower()):
        return False
    return time.type in ("DATE", "TIME") and bool(_DATED.match(value) or _DECADE.match(value))


def _is_of_range(tokens: DocSpan) -> bool:
    """Whether a date bounds a time during which something went on ("from 2013 to 2019")."""
    doc, start, end = tokens.doc, tokens.start, tokens.end
    from_ = start > 0 and doc[start - 1].lower_ == "from"
    if from_ and end < len(doc) and doc[end].lower_ in _UP_TO:
        return True
    upto = start > 0 and doc[start - 1].lower_ in _UP_TO
    return upto and any(t.lower_ == "from" for t in doc[max(0, start - _RANGE) : start])


def _time_before_when(passage: Passage, trigger: Token, near: Sequence[TimeRef]) -> TimeRef | None:
    """Return the time that a clause with "when" takes up ("in April 2009, when the two met")."""
    when = next((c for c in trigger.children if c.lower_ == "when" and c.i < trigger.i), None)
    if when is None or when.i < 2:
        return None
    before = when.nbor(-1)
    last = passage.of(before.nbor(-1) if before.text == "," else before)
    return next((t for t in near if t.span.overlaps(last) and _DATED.match(t.value or "")), None)


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
