"""What one quotation of an article says of another: it holds it, or a headline misquotes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from dragoman.records import Quotation, Span
from dragoman.text.marks import Quoted

_WORD = re.compile(r"\w+(?:['’]\w+)?")


def nest(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations in order, each with the id of the narrowest one that holds it."""
    ordered = sorted(quotations, key=lambda q: (_reach(q).start, -_reach(q).end, q.id))
    around: list[Quotation] = []
    placed = []
    for quotation in ordered:
        while around and _reach(around[-1]).end <= _reach(quotation).start:
            around.pop()
        holder = next((q for q in reversed(around[-8:]) if _holds(q, quotation)), None)
        placed.append(
            quotation.model_copy(update={"nested_in": holder.id}) if holder else quotation
        )
        around.append(quotation)
    return placed


def _reach(quotation: Quotation) -> Span:
    return Span(quotation.content[0].start, quotation.content[-1].end)


def _holds(outer: Quotation, inner: Quotation) -> bool:
    """Whether a quotation's words and its cue stand inside another's content."""
    needed = [*inner.content, *([inner.cue] if inner.cue else [])]
    return all(any(piece.contains(part) for piece in outer.content) for part in needed)


def flag_misquotations(
    text: str, quotations: Sequence[Quotation], quoted: Sequence[Quoted]
) -> list[Quotation]:
    """Flag headline quotations whose marked words the article's body does not quote as said."""
    if not any(q.standing == "headline" and q.kind != "indirect" for q in quotations):
        return list(quotations)
    pieces = sorted(p for q in quotations if q.standing != "headline" for p in q.content)
    starts = [p.start for p in pieces]
    reach = list(accumulate((p.end for p in pieces), max))

    def is_said(span: Span) -> bool:
        at = bisect_left(starts, span.end) - 1
        return at >= 0 and reach[at] > span.start

    said = [" ".join(_words(q.inner.of(text))) for q in quoted if is_said(q.inner)]
    body = f" {' | '.join(said)} "
    checked = []
    for quotation in quotations:
        missing = False
        if quotation.standing == "headline" and quotation.kind != "indirect":
            marked = [q for q in quoted if _overlap(q.inner, quotation)]
            missing = any(f" {' '.join(_words(q.inner.of(text)))} " not in body for q in marked)
        checked.append(
            quotation.model_copy(update={"misquotation": True}) if missing else quotation
        )
    return checked


def _overlap(span: Span, quotation: Quotation) -> bool:
    return any(span.overlaps(piece) for piece in quotation.content)


def _words(text: str) -> list[str]:
    return [w.replace("’", "'") for w in _WORD.findall(text.casefold())]
