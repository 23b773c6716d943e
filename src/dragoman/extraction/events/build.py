"""Turns a candidate into an event record: status, time, place, counts, contexts, codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.codebooks.cameo import cameo_codes
from dragoman.codebooks.event_words import event_words
from dragoman.codebooks.plover import context_patterns, plover_types
from dragoman.extraction.cast import Cast
from dragoman.extraction.events.counts import event_counts
from dragoman.extraction.events.frames import Candidate, same_party
from dragoman.extraction.events.parties import Parties
from dragoman.extraction.events.project import strict_type
from dragoman.extraction.events.status import Reading, read_status
from dragoman.extraction.events.turns import Act
from dragoman.extraction.events.when import event_time, months_before
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.extraction.speech import Speech
from dragoman.records import Event, Party, Place, Quotation, Span, TimeRef, record_id
from dragoman.records.vocabulary import EventStatus
from dragoman.text.spans import envelope

# More than twelve months before the article is history (PLOVER's auxiliary mode, design.md).
_HISTORICAL_MONTHS = 12
_CONFLICT_QUADS = frozenset({3, 4})
_MATERIAL_QUADS = frozenset({2, 4})
# Blocs that are no parties: a PLOVER event needs a state, an organisation or a person.
_NO_PARTY = frozenset({"west", "the west", "western countries", "western powers", "the east"})


class Scene(NamedTuple):
    """What the stages before found in the article."""

    parsed: ParsedArticle
    cast: Cast
    times: Sequence[TimeRef]
    places: Sequence[Place]
    speech: Speech


class Draft(NamedTuple):
    """An event with what merging needs beside the record."""

    event: Event
    definite: bool  # "the attack": may only take up an event told before


def build(candidate: Candidate, passage: Passage, scene: Scene) -> Draft:
    """Return the event record of a candidate."""
    kind = plover_types()[candidate.frame.type]
    act = Act(harms=kind.quad in _CONFLICT_QUADS, material=kind.quad in _MATERIAL_QUADS)
    reading = read_status(candidate.trigger, candidate.governor, act)
    time = event_time(passage, candidate.trigger, scene.times)
    said_in = _quotation_around(candidate, passage, scene)
    status, claimed_by = _status(candidate, reading, time, said_in, passage, scene)
    modes = (candidate.frame.mode,) if candidate.frame.mode else ()
    span = passage.of(candidate.trigger)
    evidence = _evidence(candidate, passage)
    place = _place(passage, candidate, scene.places)
    event = Event(
        id=record_id(scene.parsed.article.id, "event", span),
        evidence=(evidence,),
        confidence=_confidence(candidate, status),
        made_by=scene.parsed.made_by,
        type=kind.name,
        modes=modes,
        contexts=_contexts(candidate, passage),
        cameo=candidate.frame.cameo,
        quad=kind.quad,
        score=kind.score_of(modes),
        actors=candidate.actors,
        recipients=candidate.recipients,
        reciprocal=candidate.mutual,
        trigger=span,
        trigger_text=span.of(scene.parsed.article.text),
        date=_date(time),
        date_span=time.span if time else None,
        place_id=place.id if place else None,
        place=place.name if place else None,
        counts=event_counts(passage, candidate.trigger, kind.name),
        status=status,
        background=passage.background,
        claimed_by=claimed_by,
        strict=strict_type(
            kind.name, status, refused=reading.refused, only_blocs=_only_blocs(candidate)
        ),
        why=_why(candidate, reading),
    )
    return Draft(event, _is_definite(candidate))


def _status(
    candidate: Candidate,
    reading: Reading,
    time: TimeRef | None,
    said_in: Quotation | None,
    passage: Passage,
    scene: Scene,
) -> tuple[EventStatus, str | None]:
    claimant = _claimant(reading, said_in, passage, scene)
    status = reading.status
    age = months_before(time.value if time else None, scene.parsed.article.published)
    if age is not None and age > _HISTORICAL_MONTHS or _long_ago(candidate):
        return "historical", claimant.name if claimant else None
    if claimant is None:
        return status, None
    own_act = any(same_party(claimant, actor) for actor in candidate.actors)
    if own_act:
        return ("actual" if status == "alleged" else status), None
    harms = plover_types()[candidate.frame.type].quad == 4
    if status == "actual" and harms and candidate.actors and not _neutral(claimant):
        status = "alleged"
    return status, claimant.name or claimant.text


def _claimant(
    reading: Reading, said_in: Quotation | None, passage: Passage, scene: Scene
) -> Party | None:
    if reading.claimant is not None:
        found = next(Parties(passage, scene.cast).named(reading.claimant), None)
        if found is not None:
            return found
    if said_in is not None and said_in.speakers:
        speaker = said_in.speakers[0]
        if speaker.span is not None:
            return Party(
                text=speaker.text,
                span=speaker.span,
                name=speaker.name or speaker.text,
                actor_id=speaker.actor_id,
            )
    return None


def _neutral(claimant: Party) -> bool:
    words = set((claimant.text or "").lower().split())
    return bool(words & event_words("status", "neutral"))


def _quotation_around(candidate: Candidate, passage: Passage, scene: Scene) -> Quotation | None:
    span = passage.of(candidate.trigger)
    around = [q for q in scene.speech.quotations if any(c.contains(span) for c in q.content)]
    return min(around, key=lambda q: sum(c.length for c in q.content), default=None)


def _long_ago(candidate: Candidate) -> bool:
    past = event_words("status", "past_words")
    near = {t.lower_ for t in candidate.trigger.subtree}
    return (
        "ago" in near
        and bool(near & {"years", "decades", "centuries", "decade", "century"})
        or bool(near & {"historical", "centuries"} & past)
    )


def _date(time: TimeRef | None) -> str | None:
    if time is None or time.value is None:
        return None
    return time.value.split("T")[0]


def _evidence(candidate: Candidate, passage: Passage) -> Span:
    sentence = passage.of(candidate.trigger.sent)
    parts = [
        passage.of(candidate.trigger),
        *(p.span for p in (*candidate.actors, *candidate.recipients)),
    ]
    if candidate.governor is not None:
        parts.append(passage.of(candidate.governor))
    inside = [p for p in parts if sentence.contains(p)]
    return envelope(inside)


def _contexts(candidate: Candidate, passage: Passage) -> tuple[str, ...]:
    sentence = candidate.trigger.sent.text
    told = set(cameo_codes()[candidate.frame.cameo].contexts)
    told |= {name for name, pattern in context_patterns().items() if pattern.search(sentence)}
    return tuple(sorted(told))


def _place(passage: Passage, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    sentence = passage.of(candidate.trigger.sent)
    anchor = passage.of(candidate.trigger)
    near = [p for p in places if sentence.contains(p.span) and p.use == "literal"]
    return min(near, key=lambda p: abs(p.span.start - anchor.start), default=None)


def _confidence(candidate: Candidate, status: EventStatus) -> float:
    """Rough odds by how specific the frame is; calibrated on the development sentences."""
    base = 0.5 + 0.1 * min(candidate.frame.weight, 3)
    if candidate.actors and (candidate.recipients or candidate.mutual):
        base += 0.1
    return round(min(base - (0.1 if status != "actual" else 0.0), 0.9), 2)


def _only_blocs(candidate: Candidate) -> bool:
    for side in (candidate.actors, candidate.recipients):
        if side and all((p.name or p.text).lower() in _NO_PARTY for p in side):
            return True
    return False


def _is_definite(candidate: Candidate) -> bool:
    trigger = candidate.trigger
    return trigger.pos_ == "NOUN" and any(
        c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those")
        for c in trigger.children
    )


def _why(candidate: Candidate, reading: Reading) -> str:
    rule = f"frame {candidate.frame}"
    if candidate.governor is not None:
        rule += f" under {candidate.governor.lemma_!r}"
    if reading.cue is not None:
        rule += f"; status from {reading.cue!r}"
    return rule
