"""Resolves "the two countries" and "both sides" to the states that the article spoke of before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.codebooks.countries import countries
from dragoman.extraction.events.build import Draft
from dragoman.extraction.events.scene import Scene
from dragoman.records import Event, Party

_PAIR = re.compile(
    r"(?:the )?(?:two|both) "
    r"(?:countries|sides|nations|states|governments|neighbou?rs|parties|capitals|powers)",
    re.IGNORECASE,
)


def with_pairs(drafts: Iterable[Draft], scene: Scene) -> Iterator[Draft]:
    """Yield the drafts with "the two countries" put as the two states told of last."""
    pair: tuple[str, ...] = ()
    for draft in drafts:
        named = _resolved(draft.event, pair, scene)
        states = _states(named, scene)
        if len(states) == 2:
            pair = states
        yield draft._replace(event=named)


def _resolved(event: Event, pair: tuple[str, ...], scene: Scene) -> Event:
    if len(pair) != 2:
        return event
    update = {
        side: tuple(p for party in parties for p in _members(party, pair, scene))
        for side, parties in (("actors", event.actors), ("recipients", event.recipients))
        if any(_PAIR.fullmatch(p.text) for p in parties)
    }
    if not update:
        return event
    return event.model_copy(update={**update, "reciprocal": "actors" in update})


def _members(party: Party, pair: tuple[str, ...], scene: Scene) -> Iterator[Party]:
    if not _PAIR.fullmatch(party.text):
        yield party
        return
    for code in pair:
        state = next(
            (a for a in scene.cast.actors if a.kind == "state" and a.countries == (code,)), None
        )
        known = countries().get(code)
        name = state.name if state else known.name if known else code
        yield party.model_copy(update={"name": name, "actor_id": state.id if state else None})


def _states(event: Event, scene: Scene) -> tuple[str, ...]:
    """Return the states for which an event's parties act, each once."""
    found: dict[str, None] = {}
    for party in (*event.actors, *event.recipients):
        actor = scene.actor(party)
        if actor is not None and len(actor.countries) == 1:
            found[actor.countries[0]] = None
    return tuple(found)
