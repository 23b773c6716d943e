"""Whether an event happened, and on whose word: the reading of its sentence, its time, its speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.codebooks.plover import plover_types
from dragoman.extraction.clauses.claims import Claim
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.background import is_background
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.past import is_long_past, lies_ahead
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.status import Reading, read_status
from dragoman.extraction.events.turns import SPEECH_ACTS, Act
from dragoman.extraction.passages import Passage
from dragoman.records import Actor, Party, Quotation, TimeRef
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONFLICT_QUADS = frozenset({3, 4})
_MATERIAL_QUADS = frozenset({2, 4})
# Harms of which "we did not" is a denial; "has not imposed sanctions" is none.
_DENIABLE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY"})


class Assertion(NamedTuple):
    """An event's status, who claims it if not the reporter, and the word that says so.

    `refused` tells that the actor says it will not do it, `background` that the event is no news.
    """

    status: EventStatus
    claimed_by: str | None
    cue: str | None
    refused: bool
    background: bool


def assertion(
    candidate: Candidate, passage: Passage, scene: Scene, time: TimeRef | None
) -> Assertion:
    """Return what the article asserts of a candidate; ``time`` is when it took place."""
    act = act_of(candidate)
    reading = read_status(candidate.trigger, candidate.governor, act)
    status, cue = reading.status, reading.cue
    published = scene.parsed.article.published
    if is_long_past(candidate.trigger, time, passage, scene.times, published):
        status = "historical"
    elif (
        status == "actual"
        and act.kind not in SPEECH_ACTS
        and lies_ahead(candidate.trigger, time, passage, published)
    ):
        status, cue = "planned", time.text if time else None
    claimant = _claimant(reading.claim, candidate, passage, scene)
    if claimant is not None:
        status = _by_claim(status, reading, claimant, candidate, scene)
    denies = status == "denied" and reading.status == "negated"  # "we did not": no claim of it
    claimed_by = None if denies else _claimed_by(status, claimant, candidate, scene)
    background = is_background(candidate.trigger, status, time, passage, scene.parsed)
    return Assertion(status, claimed_by, cue, reading.refused, background)


def _claimed_by(
    status: EventStatus, claimant: Party | None, candidate: Candidate, scene: Scene
) -> str | None:
    """Return whose word an event is: of a threat the threatener's, of a denial not the denier's."""
    if claimant is None:
        held_out = candidate.actors[:1] if status == "threatened" else ()
        return next((party.name or party.text for party in held_out), None)
    own = any(scene.same(claimant, actor) for actor in candidate.actors)
    denier = status == "denied" and any(_one_side(claimant, a, scene) for a in candidate.actors)
    if denier or (own and status not in ("threatened", "planned")):
        return None  # what an actor says of its own act is nobody's claim
    return claimant.name or claimant.text


def act_of(candidate: Candidate) -> Act:
    """Return what kind of act a candidate's type is."""
    kind = candidate.frame.type
    quad = plover_types()[kind].quad
    return Act(kind, harms=quad in _CONFLICT_QUADS, material=quad in _MATERIAL_QUADS)


def _by_claim(
    status: EventStatus, reading: Reading, claimant: Party, candidate: Candidate, scene: Scene
) -> EventStatus:
    """Return the status on a claimant's word."""
    act = act_of(candidate)
    verb = reading.claim.verb if reading.claim is not None else ""
    accused = bool(candidate.actors) or _is_ours(candidate)
    if status == "negated" and act.kind in _DENIABLE and accused and not reading.refused:
        # "We did not shell the town": who says that a harm was not done denies it.
        return "negated" if _is_neutral(claimant) else "denied"
    accuses = verb in event_words("status", "accuse")  # nobody accuses his own side's act
    if not accuses and any(_one_side(claimant, actor, scene) for actor in candidate.actors):
        if status == "planned" and act.harms and verb in _held_out():
            return "threatened"
        # Its own act: what an actor says of itself is taken as told, unless it denies.
        return "actual" if status == "alleged" else status
    others = any(_other_side(claimant, actor, scene) for actor in candidate.actors)
    if status == "threatened" and others and verb in event_words("status", "threaten"):
        return "hypothetical"  # who warns of what another state will do holds out nothing
    abroad = any(_other_side(claimant, party, scene) for party in candidate.recipients)
    told_of_another = act.material and not _is_neutral(claimant)
    told_of_another = told_of_another and bool(candidate.actors or (abroad and act.harms))
    admitted = verb in event_words("status", "admit") or _is_press(claimant, scene)
    if status == "actual" and told_of_another and not (admitted or reading.presupposed):
        return "alleged"
    return status


def _is_press(claimant: Party, scene: Scene) -> bool:
    actor = scene.actor(claimant)
    return actor is not None and actor.sector == "MED"


def _is_ours(candidate: Candidate) -> bool:
    """Whether the speaker tells of what "we" did."""
    return any(c.lower_ in ("we", "i") for c in candidate.trigger.children if c.dep_ == "nsubj")


def _held_out() -> frozenset[str]:
    return event_words("status", "threaten") | event_words("status", "vow")


def _one_side(claimant: Party, actor: Party, scene: Scene) -> bool:
    """Whether a claimant is the actor, or an official of the actor's state."""
    if scene.same(claimant, actor):
        return True
    ours, theirs = scene.actor(claimant), scene.actor(actor)
    if ours is None or theirs is None or not ours.countries:
        return False
    return ours.countries == theirs.countries and _is_official(ours) and _is_official(theirs)


def _other_side(claimant: Party, actor: Party, scene: Scene) -> bool:
    """Whether two parties act for different states."""
    ours, theirs = scene.actor(claimant), scene.actor(actor)
    if ours is None or theirs is None or not ours.countries or not theirs.countries:
        return False
    return not set(ours.countries) & set(theirs.countries)


def _is_official(actor: Actor) -> bool:
    return actor.kind in ("state", "government") or actor.sector in _OFFICIAL_SECTORS


def _claimant(
    claim: Claim | None, candidate: Candidate, passage: Passage, scene: Scene
) -> Party | None:
    if claim is not None and claim.claimant is not None:
        found = next(Parties(passage, scene.cast).named(claim.claimant), None)
        if found is not None:
            return found
        if claim.claimant.pos_ == "PROPN" or claim.claimant.ent_type_ in ("NORP", "GPE", "ORG"):
            return Parties(passage, scene.cast).thing(claim.claimant)
    return next(speakers_around(candidate.trigger, passage, scene), None)


def speakers_around(trigger: Token, passage: Passage, scene: Scene) -> Iterator[Party]:
    """Yield who speaks the quotation in which a word stands, where the article names them."""
    around = quotation_around(trigger, passage, scene)
    for speaker in around.speakers if around is not None else ():
        if speaker.span is not None and speaker.text.lower() not in _PRONOUNS:
            yield Party(
                text=speaker.text,
                span=speaker.span,
                name=speaker.name or speaker.text,
                actor_id=speaker.actor_id,
            )


def _is_neutral(claimant: Party) -> bool:
    """Whether a claimant is no side in the matter: police, officials, witnesses, agencies."""
    return bool(set(claimant.text.lower().split()) & event_words("status", "neutral"))


def quotation_around(trigger: Token, passage: Passage, scene: Scene) -> Quotation | None:
    """Return the innermost quotation in which a word stands, or None."""
    span = passage.of(trigger)
    around = [q for q in scene.speech.quotations if any(c.contains(span) for c in q.content)]
    return min(around, key=lambda q: sum(c.length for c in q.content), default=None)
