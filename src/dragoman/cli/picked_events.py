"""Which events and positions of a readout somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar, get_args

from dragoman.extraction.events import coded_by_plover
from dragoman.records import Event, Party, Position, Readout
from dragoman.records.asked import Asked
from dragoman.records.vocabulary import EventStatus, EventType

V = TypeVar("V", bound=str)

TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


def parse_list(names: str, known: tuple[V, ...], what: str) -> tuple[V, ...]:
    """Return the members of a vocabulary in a list such as "consult,aid", in any capitals.

    Raises:
        ValueError: A name is none of them; the message lists those there are.
    """
    by_name = {name.casefold(): name for name in known}
    wanted = [name.strip() for name in names.split(",")]
    for name in wanted:
        if name.casefold() not in by_name:
            raise ValueError(f"{name!r} is no {what}; there are: {', '.join(known)}.")
    return tuple(dict.fromkeys(by_name[name.casefold()] for name in wanted))


class Side(NamedTuple):
    """Parties asked for: names ("Lavrov", "foreign minister") and ISO-3 codes; any one answers."""

    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    def among(self, parties: Iterable[Party], readout: Readout) -> bool:
        """Whether one of the parties is meant; nobody asked for: yes."""
        if not self.names and not self.countries:
            return True
        listed = tuple(parties)
        actors = {actor.id: actor for actor in readout.actors}
        held = (actors[p.actor_id] for p in listed if p.actor_id in actors)
        if any(code in actor.countries for actor in held for code in self.countries):
            return True
        asked = (Asked(readout.actors, readout.mentions, name) for name in self.names)
        return any(one.party(p.name or p.text, p.actor_id) for one in asked for p in listed)


class WantedEvents(NamedTuple):
    """What to pick; what is empty asks for nothing."""

    types: tuple[EventType, ...] = ()
    statuses: tuple[EventStatus, ...] = ()
    actor: Side = Side()
    recipient: Side = Side()
    either: Side = Side()
    background: bool = True
    strict: bool = False
    least: float = 0.0

    def picked(self, readout: Readout) -> Readout:
        """Return the readout with the wanted events only, under PLOVER's conventions if asked."""
        events = coded_by_plover(readout.events) if self.strict else readout.events
        wanted = tuple(event for event in events if self._fits(event, readout))
        return readout.model_copy(update={"events": wanted})

    def _fits(self, event: Event, readout: Readout) -> bool:
        others = event.actors if event.reciprocal else event.recipients
        return (
            (not self.types or event.type in self.types)
            and (not self.statuses or event.status in self.statuses)
            and (self.background or not event.background)
            and event.confidence >= self.least
            and self.actor.among(event.actors, readout)
            and self.recipient.among(others, readout)
            and self.either.among((*event.actors, *event.recipients), readout)
        )


class WantedPositions(NamedTuple):
    """What to pick; what is empty asks for nothing."""

    holder: Side = Side()
    towards: Side = Side()
    issue: str = ""

    def picked(self, readout: Readout) -> Readout:
        """Return the readout with the wanted positions only."""
        wanted = tuple(p for p in readout.positions if self._fits(p, readout))
        return readout.model_copy(update={"positions": wanted})

    def _fits(self, position: Position, readout: Readout) -> bool:
        return (
            self.holder.among(position.holders, readout)
            and self.towards.among(position.towards, readout)
            and self.issue.casefold() in position.issue.casefold()
        )
