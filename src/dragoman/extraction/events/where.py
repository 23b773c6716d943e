"""The place of an event: the nearest literal toponym that a preposition of place introduces."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.passages import Passage
from dragoman.records import Place


def event_place(passage: Passage, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    """Return the place of an event within its sentence, or None."""
    sentence = passage.of(candidate.trigger.sent)
    anchor = passage.of(candidate.trigger)
    near = [p for p in places if sentence.contains(p.span) and p.use == "literal"]
    near = [
        p
        for p in near
        if (_is_located(passage, p) and not _of_another_clause(passage, candidate, p))
        or _visited(candidate, p)
    ]
    # A place with a point goes before a nearer one that the gazetteer lacks ("in X Park in Y").
    return min(
        near, key=lambda p: (p.latitude is None, abs(p.span.start - anchor.start)), default=None
    )


def _is_located(passage: Passage, place: Place) -> bool:
    tokens = passage.tokens(place.span)
    head = tokens.root.head if tokens is not None and len(tokens) else None
    return (
        head is not None
        and head.pos_ == "ADP"
        and head.lower_ in event_words("grammar", "locative")
    )


def _of_another_clause(passage: Passage, candidate: Candidate, place: Place) -> bool:
    """Whether a place hangs on a clause below: "began talks, when the two met in London"."""
    tokens = passage.tokens(place.span)
    told = (candidate.trigger, candidate.governor, *candidate.consumed)
    token = tokens.root if tokens is not None and len(tokens) else None
    while token is not None and token not in told and token.head != token:
        if token.dep_ in ("advcl", "relcl", "ccomp") and candidate.trigger in token.ancestors:
            return True
        token = token.head
    return False


def _visited(candidate: Candidate, place: Place) -> bool:
    return candidate.frame.mode == "visit" and any(
        p.span.overlaps(place.span) for p in candidate.recipients
    )
