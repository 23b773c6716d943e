"""The place of an event: the nearest literal toponym that a preposition of place introduces."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.passages import Passage
from dragoman.records import Place

_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "off", "across",
                       "throughout", "along", "from", "to", "into", "on", "over", "toward", "towards", "above"})  # fmt: skip  # noqa: E501 - one list of words


def event_place(passage: Passage, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    """Return the place of an event within its sentence, or None."""
    sentence = passage.of(candidate.trigger.sent)
    anchor = passage.of(candidate.trigger)
    near = [p for p in places if sentence.contains(p.span) and p.use == "literal"]
    near = [p for p in near if _is_located(passage, p) or _visited(candidate, p)]
    return min(near, key=lambda p: abs(p.span.start - anchor.start), default=None)


def _is_located(passage: Passage, place: Place) -> bool:
    tokens = passage.tokens(place.span)
    head = tokens.root.head if tokens is not None and len(tokens) else None
    return head is not None and head.pos_ == "ADP" and head.lower_ in _LOCATIVE


def _visited(candidate: Candidate, place: Place) -> bool:
    return candidate.frame.mode == "visit" and any(
        p.span.overlaps(place.span) for p in candidate.recipients
    )
