"""PLOVER's own conventions, as two public projections, and the ``strict`` type of a record.

Dragoman's `Event.type` is the type of the act itself, whatever its status. PLOVER codes a future
meeting as AGREE, drops what did not happen, and codes no event whose only party is a bloc.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codebooks.plover import plover_types
from dragoman.records import Event, Party
from dragoman.records.vocabulary import EventStatus, EventType

_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_GOOD = _COOPERATION | {"AGREE", "CONCEDE", "RETREAT"}
_HARM = frozenset({"PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "SANCTION"})
# Characters between "agreed" and the verb of what was agreed, in one clause.
_CONTENT_WITHIN = 40
# PLOVER codes these only between two sides.
_TWO_SIDED = frozenset({"COOPERATE", "SANCTION"})
_UNREAL: frozenset[EventStatus] = frozenset({"negated", "denied", "hypothetical"})


def strict_type(
    kind: EventType, status: EventStatus, *, refused: bool = False, left_out: bool = False
) -> EventType | None:
    """Return the type under PLOVER's own conventions, or None where PLOVER codes nothing.

    Args:
        kind: The type of the act itself.
        status: Its status.
        refused: Whether its actor says that it will not do it; a good act refused is REJECT.
        left_out: Whether its actors, or its recipients, are nothing but regional constructs ("the
            West"), or it is done by nobody named to nobody of public life.
    """
    if left_out:
        return None
    if refused and status == "negated" and kind in _GOOD:
        return "REJECT"
    if status in _UNREAL:
        return None
    if status == "cancelled":
        return "REJECT" if kind == "CONSULT" else None
    if status == "planned" and kind in _COOPERATION:
        return "AGREE"
    if status == "planned" and kind == "RETREAT":
        return "CONCEDE"
    if status == "threatened" or (status == "planned" and kind in _HARM):
        return "THREATEN"
    return kind


def future_cooperation_as_agree(event: Event) -> Event:
    """Return the event with a planned act of cooperation as AGREE, as PLOVER codes it."""
    if event.status == "planned" and event.type in _COOPERATION:
        return _as_type(event, "AGREE")
    return event


def drop_negated(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events without those that did not happen (negated, denied, hypothetical)."""
    return tuple(e for e in events if e.status not in _UNREAL)


def coded_by_plover(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events as PLOVER's own conventions code them, each act once.

    Future cooperation is AGREE and a promised harm THREATEN; what did not happen, a sanction or
    cooperation of one side alone, and a show of force beside an attack are left out. What a party
    agrees or threatens to do is one event with the agreement or the threat, and lends it its
    recipients. A harm without a named actor is coded if it is done to somebody of public life:
    PLOVER leaves open what to do with it.
    """
    kept: list[Event] = []
    told = tuple(events)
    attacked = any(e.strict == "ASSAULT" and e.actors for e in told)
    for event in told:
        if event.strict is None:
            continue
        if event.strict == "MOBILIZE" and attacked:
            continue  # beside an attack in one report only the attack is coded
        if event.strict in _TWO_SIDED and not (event.recipients or event.reciprocal):
            continue
        coded = _as_type(event, event.strict)
        at = next((i for i, old in enumerate(kept) if _one_act(old, coded)), None)
        if at is None:
            kept.append(coded)
        elif not kept[at].recipients:
            kept[at] = kept[at].model_copy(update={"recipients": coded.recipients})
    return tuple(kept)


def _one_act(old: Event, new: Event) -> bool:
    """Whether ``new`` is the same act, or what the party of ``old`` agrees or threatens to do."""
    if _names(old.actors) != _names(new.actors):
        return False
    if old.type == new.type and _names(old.recipients) == _names(new.recipients):
        return True
    content = new.status in ("planned", "threatened", "hypothetical")
    near = 0 <= new.trigger.start - old.trigger.end <= _CONTENT_WITHIN
    if near and old.type == new.type == "REJECT":
        return True  # "said it would not release": what is refused is the refusal's content
    return content and near and old.type in ("AGREE", "THREATEN") and old.status != "planned"


def _names(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(party.name or party.text for party in parties)


def _as_type(event: Event, kind: EventType) -> Event:
    if kind == event.type:
        return event
    entry = plover_types()[kind]
    return event.model_copy(
        update={"type": kind, "modes": (), "quad": entry.quad, "score": entry.score}
    )
