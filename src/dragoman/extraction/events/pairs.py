"""Resolves "the two countries" and "both presidents" to the two that the article told of before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.codebooks.countries import countries
from dragoman.extraction.events.build import Draft
from dragoman.extraction.events.scene import Scene
from dragoman.records import Event, Party

_STATES = re.compile(
    r"(?:the )?(?:two|both) "
    r"(?:countries|sides|nations|states|governments|neighbou?rs|parties|capitals|powers)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:the )?(?:two|both) (?:[a-z]+ )?"
    r"(?:presidents|leaders|ministers|premiers|chancellors|kings|officials|diplomats|men|women|"
    r"politicians|statesmen|envoys|generals|commanders|counterparts|heads of (?:state|government))",
    re.IGNORECASE,
)


class _Told(NamedTuple):
    """The last two states, and the last two people, that one event was told of."""

    states: tuple[str, ...] = ()
    people: tuple[Party, ...] = ()


def with_pairs(drafts: Iterable[Draft], scene: Scene) -> Iterator[Draft]:
    """Yield the drafts with "the two countries", "both leaders" put as those told of last.

    What such words stand for is told before them, so events are read in the order of the text.
    """
    told = _Told()
    for draft in drafts:
        named = _resolved(draft.event, told, scene)
        states, people = _states(named, scene), _people(named, scene)
        told = _Told(
            states if len(states) == 2 else told.states,
            people if len(people) == 2 else told.people,
        )
        yield draft._replace(event=named)


def _resolved(event: Event, told: _Told, scene: Scene) -> Event:
    update = {
        side: tuple(p for party in parties for p in _members(party, told, scene))
        for side, parties in (("actors", event.actors), ("recipients", event.recipients))
        if any(_stands_for(party, told) for party in parties)
    }
    if not update:
        return event
    return event.model_copy(update={**update, "reciprocal": "actors" in update})


def _stands_for(party: Party, told: _Told) -> bool:
    """Whether a party's words stand for two that were told of."""
    if _STATES.fullmatch(party.text):
        return len(told.states) == 2
    return bool(_PEOPLE.fullmatch(party.text)) and len(told.people) == 2


def _members(party: Party, told: _Told, scene: Scene) -> Iterator[Party]:
    if not _stands_for(party, told):
        yield party
    elif _STATES.fullmatch(party.text):
        yield from (_state(party, code, scene) for code in told.states)
    else:
        for one in told.people:
            yield party.model_copy(update={"name": one.name, "actor_id": one.actor_id})


def _state(party: Party, code: str, scene: Scene) -> Party:
    state = next(
        (a for a in scene.cast.actors if a.kind == "state" and a.countries == (code,)), None
    )
    known = countries().get(code)
    name = state.name if state else known.name if known else code
    return party.model_copy(update={"name": name, "actor_id": state.id if state else None})


def _states(event: Event, scene: Scene) -> tuple[str, ...]:
    """Return the states for which an event's parties act, each once."""
    found: dict[str, None] = {}
    for party in (*event.actors, *event.recipients):
        actor = scene.actor(party)
        if actor is not None and len(actor.countries) == 1:
            found[actor.countries[0]] = None
    return tuple(found)


def _people(event: Event, scene: Scene) -> tuple[Party, ...]:
    """Return the people among an event's parties, each once."""
    found: dict[str, Party] = {}
    for party in (*event.actors, *event.recipients):
        actor = scene.actor(party)
        if actor is not None and actor.kind == "person":
            found.setdefault(actor.id, party)
    return tuple(found.values())
