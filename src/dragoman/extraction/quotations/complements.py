"""Which words a reporting verb reports, as the dependency tree has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.reporting import Frame, ReportingVerb
from dragoman.extraction.quotations.clauses import clause_of
from dragoman.extraction.quotations.phrases import (
    as_of,
    everything_of,
    gerund_of,
    infinitive_of,
    object_of,
    order_of,
    predicate_of,
    topic_of,
)
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_WIDE = frozenset({"clause", "predicate", "as", "marked"})
_NEAR = 9  # tokens between a verb and the marks it governs
_PARTS = frozenset({".", ";", ":", "!", "?", ","})
_GOING_ON = frozenset({"continue", "begin", "start", "proceed", "seem", "appear", "dare"})
_TOLD = frozenset({"object", "gerund", "predicate"})
_TOPICS: tuple[Frame, ...] = ("about", "of", "against", "to")


class Reported(NamedTuple):
    """What a verb reports, and by which of its frames."""

    frame: Frame | None
    content: tuple[Span, ...]


def reported_by(scene: Scene, verb: Token, entry: ReportingVerb) -> Reported:
    """Return what ``verb`` reports by the first of its frames that fits; nothing if none does."""
    for frame, find in _FINDERS.items():
        if frame in _TOLD and not _is_told(verb):
            continue
        if frame in entry.frames and (found := find(scene, verb)):
            return Reported(frame, found)
    for frame in _TOPICS if _is_told(verb) else ():
        if frame in entry.frames and (found := topic_of(scene, verb, frame)):
            return Reported(frame, found)
    if "marked" in entry.frames:
        found = everything_of(scene, verb)
        if any(scene.stretches_in(span) for span in found):
            return Reported("marked", found)
    if entry.frames & _WIDE and (found := marks_after(scene, verb)):
        return Reported("marked", found)
    return Reported(None, ())


def _is_told(verb: Token) -> bool:
    """Whether a verb tells that something was said, and by someone.

    Without a clause "to report a theft" and "pronounced dead" tell of no words.
    """
    infinitive = (
        verb.tag_ == "VB"
        and any(c.lower_ == "to" for c in verb.lefts)
        and verb.head.lemma_ not in _GOING_ON
    )
    hidden = verb.tag_ == "VBN" and child(verb, "agent") is None and child(verb, "nsubj") is None
    return not infinitive and not (hidden and verb.head.pos_ != "PROPN")


def marks_after(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return the words up to the first stretch after a verb: "declaring it “a great day”".

    Word order stands in for the tree where the parser loses the marks' grammar.
    """
    end = scene.starts[verb.i] + len(verb.text)
    number = bisect_left(scene.opened, end)
    if number == len(scene.stretches):
        return ()
    stretch = scene.stretches[number]
    between = scene.tokens_in(Span(end, stretch.outer.start))
    if between and between[0].dep_ == "prt":  # "rules out": the particle is the cue's
        between = between[1:]
    if len(between) > _NEAR or any(t.text in _PARTS for t in between):
        return ()
    that = next((n for n, t in enumerate(between) if t.lower_ == "that"), None)
    if that is not None:
        between = between[that + 1 :]
    elif any(t.pos_ in {"VERB", "AUX"} for t in between):
        return ()
    start = scene.starts[between[0].i] if between else stretch.inner.start
    return (Span(start, stretch.inner.end),)


_FINDERS: dict[Frame, Callable[[Scene, Token], tuple[Span, ...]]] = {
    "predicate": predicate_of,
    "as": as_of,
    "order": order_of,
    "clause": clause_of,
    "infinitive": infinitive_of,
    "gerund": gerund_of,
    "object": object_of,
}
