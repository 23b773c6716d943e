"""Turns a candidate into an event record: status, time, place, counts, contexts, codes."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.cameo import cameo_codes, narrowed
from dragoman.codebooks.plover import context_patterns, plover_types
from dragoman.extraction.events.assertion import assertion
from dragoman.extraction.events.counts import event_counts
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.modes import modes_of
from dragoman.extraction.events.project import strict_type
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.story import place_around, time_around
from dragoman.extraction.events.trust import Trust
from dragoman.extraction.events.when import event_time
from dragoman.extraction.events.where import event_place
from dragoman.extraction.passages import Passage
from dragoman.records import Event, Party, Place, Span, record_id
from dragoman.text.spans import envelope

_CONFLICT = frozenset({3, 4})
_SIGNED = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
_SURE = 0.7  # how likely a harm by nobody named must be
_TRIGGER_WORDS = 4  # "imposed sanctions", "made no arrests": verb and object as one trigger


class Draft(NamedTuple):
    """An event with what merging needs beside the record."""

    event: Event
    definite: bool  # "the attack", "his visit": may only take up an event told before


def build(candidate: Candidate, passage: Passage, scene: Scene, trust: Trust) -> Draft:
    """Return the event record of a candidate, as sure as `trust` says."""
    kind = plover_types()[candidate.frame.type]
    time = event_time(
        passage, candidate.trigger, scene.times, candidate.consumed, candidate.governor
    )
    told = assertion(candidate, passage, scene, time)
    if time is None and told.status != "historical":
        time = time_around(candidate, passage, scene)
    modes = modes_of(candidate)
    place = event_place(passage, candidate, scene.places)
    if place is None and told.status != "historical":
        place = place_around(candidate, passage, scene)
    trigger = _trigger(candidate, passage)
    contexts = _contexts(candidate)
    blocs = any(
        side and all(map(scene.is_bloc, side)) for side in (candidate.actors, candidate.recipients)
    )
    event = Event(
        id=record_id(scene.parsed.article.id, "event", passage.of(candidate.trigger)),
        evidence=(_evidence(candidate, passage, trigger),),
        confidence=round(trust.type * trust.parties, 2),
        made_by=scene.parsed.made_by,
        type=kind.name,
        modes=modes,
        contexts=contexts,
        cameo=narrowed(candidate.frame.cameo, contexts),
        quad=kind.quad,
        score=kind.score_of(modes),
        actors=tuple(map(scene.host, candidate.actors)),
        recipients=tuple(map(scene.host, _others(candidate, place, scene))),
        reciprocal=candidate.mutual,
        trigger=trigger,
        trigger_text=trigger.of(scene.parsed.article.text),
        date=time.value.split("T")[0] if time and time.value else None,
        date_span=time.span if time else None,
        place_id=place.id if place else None,
        place=place.name if place else None,
        counts=event_counts(
            passage, candidate.trigger, kind.name, candidate.governor, candidate.consumed
        ),
        status=told.status,
        background=told.background,
        claimed_by=told.claimed_by,
        strict=strict_type(
            kind.name,
            told.status,
            refused=told.refused,
            left_out=blocs or _done_by_nobody(candidate, trust.type, scene),
        ),
        why=_why(candidate, told.cue, trust),
    )
    return Draft(event, _is_definite(candidate))


def _others(candidate: Candidate, place: Place | None, scene: Scene) -> tuple[Party, ...]:
    """Return the recipients without the place of a signing, and without a promiser's own state.

    "Signed in Prague": with nobody from there; "Chad will …", says its minister: not to Chad.
    """
    if candidate.frame.type in _SIGNED and place is not None:
        at = place.span
        candidate = candidate._replace(
            recipients=tuple(p for p in candidate.recipients if p.span != at)
        )
    if candidate.frame.type != "AGREE":
        return candidate.recipients
    homes = {a.countries for a in map(scene.actor, candidate.actors) if a is not None}
    actors = ((p, scene.actor(p)) for p in candidate.recipients)
    return tuple(p for p, a in actors if a is None or a.kind != "state" or a.countries not in homes)


def _trigger(candidate: Candidate, passage: Passage) -> Span:
    """Return the span of the word, with the object that the frame asked for if it is near."""
    spans = [passage.of(candidate.trigger)]
    spans += [
        passage.of(t)
        for t in candidate.consumed[:1]
        if 0 < t.i - candidate.trigger.i <= _TRIGGER_WORDS
    ]
    return envelope(spans)


def _done_by_nobody(candidate: Candidate, likely: float, scene: Scene) -> bool:
    """Whether no actor is named, and what was done is done to nobody of public life.

    PLOVER asks for an actor and leaves open what to do without one. "Three journalists were
    jailed" is politics; "a man was stabbed in a bar" is not, nor "was received with applause".
    """
    if candidate.actors:
        return False
    harms = plover_types()[candidate.frame.type].quad in _CONFLICT
    sure = harms and likely >= _SURE
    return not (sure and any(map(scene.is_public, candidate.recipients)))


def _evidence(candidate: Candidate, passage: Passage, trigger: Span) -> Span:
    sentence = passage.of(candidate.trigger.sent)
    parts = [trigger, *(p.span for p in (*candidate.actors, *candidate.recipients))]
    if candidate.governor is not None:
        parts.append(passage.of(candidate.governor))
    return envelope(p for p in parts if sentence.contains(p))


def _contexts(candidate: Candidate) -> tuple[str, ...]:
    sentence = candidate.trigger.sent.text
    told = set(cameo_codes()[candidate.frame.cameo].contexts)
    told |= {name for name, pattern in context_patterns().items() if pattern.search(sentence)}
    return tuple(sorted(told))


def _is_definite(candidate: Candidate) -> bool:
    trigger = candidate.trigger
    marks = ("the", "this", "that", "these", "those")
    return trigger.pos_ == "NOUN" and any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in marks) for c in trigger.children
    )


def _why(candidate: Candidate, cue: str | None, trust: Trust) -> str:
    rule = f"frame {candidate.frame}"
    if candidate.governor is not None:
        rule += f" under {candidate.governor.lemma_!r}"
    if cue is not None:
        rule += f"; status from {cue!r}"
    return f"{rule}; type judged {trust.type:.2f} likely, parties {trust.parties:.2f}"
