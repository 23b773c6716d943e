"""The time (and place) of an event whose own clause tells none, from what the article tells around it.

Three things tell it: the quotation in which an act of speech is done ("said on Monday: we urge
you"), the occasion at which it happened ("at the rally", held on Monday), and the story that goes
on in the simple past ("On Monday a man opened fire. Police shot him dead."). An event that none of
them dates has no date: the day of the article is when it was told, not when it was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.codebooks.plover import plover_types
from dragoman.extraction.clauses.tense import tense_of
from dragoman.extraction.events.assertion import quotation_around
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.hanging import holders, lenders
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.when import is_dated
from dragoman.extraction.events.where import BODILY, located_on
from dragoman.extraction.passages import Passage
from dragoman.records import Place, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_DAY = len("2019-01-31")
_VERBS = frozenset({"VERB", "AUX"})
_VERBAL = frozenset({1, 3})  # quads of acts that are done by speaking


def time_around(candidate: Candidate, passage: Passage, scene: Scene) -> TimeRef | None:
    """Return the time that the article tells around an event without a time of its own, or None."""
    trigger = candidate.trigger
    return (
        _time_of_saying(candidate, passage, scene)
        or _time_of_occasion(trigger, passage, scene)
        or _time_of_story(trigger, passage, scene.times)
    )


def _time_of_saying(candidate: Candidate, passage: Passage, scene: Scene) -> TimeRef | None:
    """Return when the words were said in which an act of speech is done, in the present."""
    verb = candidate.trigger
    verbal = plover_types()[candidate.frame.type].quad in _VERBAL
    if not verbal or verb.pos_ != "VERB" or tense_of(verb) != "present":
        return None
    around = quotation_around(verb, passage, scene)
    if around is None or around.said_at is None:
        return None
    return next((t for t in scene.times if t.value == around.said_at and is_dated(t)), None)


def _time_of_occasion(trigger: Token, passage: Passage, scene: Scene) -> TimeRef | None:
    """Return the day of the happening during which an event took place ("during the rally")."""
    for noun in _occasions(trigger):
        lemma, here = noun.lemma_.lower(), passage.of(noun).start
        for earlier in reversed(scene.parsed.passages):
            if earlier.span.start > here:
                continue
            days = [
                t
                for t in scene.times
                if earlier.span.contains(t.span) and t.span.end <= here and _is_day(t)
            ]
            for time in reversed(days):
                if lemma in _dated_by(earlier, time):
                    return time
    return None


def _occasions(trigger: Token) -> Iterator[Token]:
    for word in lenders(trigger):
        for preposition in word.children:
            if preposition.dep_ != "prep" or preposition.lower_ not in ("at", "during"):
                continue
            for noun in preposition.children:
                definite = any(c.lower_ in ("the", "this", "that") for c in noun.children)
                if noun.pos_ == "NOUN" and definite:
                    yield noun


def _dated_by(passage: Passage, time: TimeRef) -> frozenset[str]:
    """Return the lemmas of what happened at a time: "held a rally on Monday": hold, rally."""
    tokens = passage.tokens(time.span)
    if tokens is None or not len(tokens):
        return frozenset()
    told = list(holders(tokens))
    told += [c for h in told if h.pos_ in _VERBS for c in h.children if c.dep_ in _CORE]
    return frozenset(t.lemma_.lower() for t in told)


_CORE = frozenset({"dobj", "nsubj", "nsubjpass"})


def _time_of_story(trigger: Token, passage: Passage, times: Sequence[TimeRef]) -> TimeRef | None:
    """Return the day of the sentence before, if the event goes on with its story."""
    before = _sentence_before(trigger)
    if before is None or not _goes_on(trigger):
        return None
    here, there = passage.of(trigger.sent), passage.of(before)
    if any(here.contains(t.span) and t.value and t.type in ("DATE", "TIME") for t in times):
        return None  # the sentence has a time of its own
    days = [
        t
        for t in times
        if there.contains(t.span) and _is_day(t) and _dates_story(passage, t, before.root)
    ]
    return days[0] if len(days) == 1 else None


def place_around(candidate: Candidate, passage: Passage, scene: Scene) -> Place | None:
    """Return the place at which the sentence before tells its story, if a bodily act goes on there.

    Words go on anywhere: who replies to a speech in Oslo need not be there.
    """
    trigger = candidate.trigger
    before = _sentence_before(trigger)
    if before is None or candidate.frame.type not in BODILY or not _goes_on(trigger):
        return None
    here, there = passage.of(trigger.sent), passage.of(before)
    literal = [p for p in scene.places if p.use == "literal"]
    if any(here.contains(p.span) for p in literal) or not _is_simple_past(before.root):
        return None
    told = [p for p in literal if there.contains(p.span)]
    homes = (before.root, *before.root.children)
    told = [p for p in told if located_on(passage, p) in homes]
    return min(told, key=lambda p: (p.latitude is None, p.span), default=None)


def _sentence_before(trigger: Token) -> DocSpan | None:
    start = trigger.sent.start
    return trigger.doc[start - 1].sent if start else None


def _goes_on(trigger: Token) -> bool:
    """Whether the trigger is told in the simple past, in its sentence's main clause."""
    verb = next((t for t in lenders(trigger) if t.pos_ in _VERBS), trigger)
    while verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in _VERBS:
        verb = verb.head
    return verb.dep_ == "ROOT" and _is_simple_past(verb)


def _is_simple_past(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not helpers:
        return verb.tag_ == "VBD"
    return all(c.lower_ in ("was", "were", "did") for c in helpers)


def _dates_story(passage: Passage, time: TimeRef, root: Token) -> bool:
    """Whether a time is that of a sentence's main clause, and the clause tells what happened."""
    tokens = passage.tokens(time.span)
    if tokens is None or not _is_simple_past(root):
        return False
    says = root.lemma_.lower() in event_words("status", "say")
    return not says and root in holders(tokens)


def _is_day(time: TimeRef) -> bool:
    return is_dated(time) and len((time.value or "").split("T")[0]) == _DAY
