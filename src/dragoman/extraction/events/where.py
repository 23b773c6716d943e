"""The place of an event: the literal toponym that its own clause names.

"Jailed for an attack on a school in Bradford": the attack was there, not the jailing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.hanging import lenders, tells_act
from dragoman.extraction.passages import Passage
from dragoman.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAX_CLIMB = 8
_VERBS = frozenset({"VERB", "AUX"})
# Acts done where those are to whom they are done ("the killing of farmers in Mali").
BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID"})


def event_place(passage: Passage, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    """Return the place that the clause of an event names, or None."""
    sentence = passage.of(candidate.trigger.sent)
    anchor = passage.of(candidate.trigger)
    near = [p for p in places if sentence.contains(p.span) and p.use == "literal"]
    if not near:
        return None
    homes = [*lenders(candidate.trigger, candidate.governor), *candidate.consumed]
    near = [p for p in near if _is_there(passage, candidate, p, homes) or _visited(candidate, p)]
    # A place with a point goes before a nearer one that the gazetteer lacks ("in X Park in Y").
    return min(
        near, key=lambda p: (p.latitude is None, abs(p.span.start - anchor.start)), default=None
    )


def _is_there(passage: Passage, candidate: Candidate, place: Place, homes: Sequence[Token]) -> bool:
    """Whether a place hangs on a word of the event, by prepositions of place only."""
    holder = located_on(passage, place)
    for _ in range(_MAX_CLIMB):
        if holder is None or holder in homes:
            return holder is not None
        if holder.pos_ in _VERBS or tells_act(holder):
            return False
        holder = _above(holder, candidate)
    return False


def located_on(passage: Passage, place: Place) -> Token | None:
    """Return the word that a preposition of place puts at a place, or None."""
    tokens = passage.tokens(place.span)
    head = tokens.root.head if tokens is not None and len(tokens) else None
    if head is None or head.pos_ != "ADP":
        return None
    return head.head if head.lower_ in event_words("grammar", "locative") else None


def _above(noun: Token, candidate: Candidate) -> Token | None:
    """Return the word at whose place a noun is as well, or None ("wrote to the mission in Oslo")."""
    above = noun.head
    if above == noun:
        return None
    if above.pos_ != "ADP":
        done_there = candidate.frame.type in BODILY
        return above if done_there or above.pos_ not in _VERBS else None
    if above.lower_ in event_words("times", "within") | event_words("times", "beside") | {"of"}:
        return above.head
    to_it = above.head == candidate.trigger and candidate.frame.type in BODILY
    return above.head if to_it else None


def _visited(candidate: Candidate, place: Place) -> bool:
    return candidate.frame.mode == "visit" and any(
        p.span.overlaps(place.span) for p in candidate.recipients
    )
