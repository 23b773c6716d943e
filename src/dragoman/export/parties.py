"""The parties of an event with what the codebooks of other data sets call them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations, product
from typing import NamedTuple

from dragoman.codebooks.countries import countries
from dragoman.codebooks.interchange import (
    acled_actor_types,
    cameo_actor_types,
    cameo_groups,
    country_codes,
    icews_sectors,
    plover_slot,
)
from dragoman.records import Actor, Event, Party, Readout


class Who(NamedTuple):
    """A party: its words, its name, and the actor it is, where that is known."""

    text: str
    name: str
    start: int
    actor: Actor | None

    @property
    def sector(self) -> str:
        """The PLOVER sector, or an empty string."""
        return self.actor.sector if self.actor and self.actor.sector != "UNK" else ""

    @property
    def country(self) -> str:
        """The ISO-3 code of the one state it acts for; empty for none or several."""
        held = self.actor.countries if self.actor else ()
        return held[0] if len(held) == 1 else ""

    def plover_countries(self) -> tuple[str, ...]:
        """Return what PLOVER files have in the country slot: ISO-3, KOS, UNO, EUR, IGO, NGO."""
        if self.actor is None:
            return ()
        known = country_codes()
        held = tuple(known[c].plover if c in known else c for c in self.actor.countries)
        slot = plover_slot(self.name, self.actor.kind, self.actor.sector)
        return held or ((slot,) if slot else ())

    def cow(self) -> tuple[str, ...]:
        """Return the Correlates of War numbers of the states it acts for."""
        held = self.actor.countries if self.actor else ()
        known = country_codes()
        return tuple(known[c].cow for c in held if c in known and known[c].cow)

    def cameo_country(self) -> str:
        """Return CAMEO's code of the one state it acts for, or an empty string."""
        known = country_codes().get(self.country)
        return known.cameo if known else ""

    def cameo_group(self) -> str:
        """Return CAMEO's code of the known group that it is, or an empty string."""
        return cameo_groups().get(self.name, "")

    def cameo_type(self) -> str:
        """Return CAMEO's actor type, or an empty string."""
        return cameo_actor_types().get(self.sector, "")

    def icews_sectors(self) -> str:
        """Return ICEWS's sectors, parted by commas."""
        return icews_sectors().get(self.sector, "")

    def acled_type(self) -> str:
        """Return ACLED's actor type, or an empty string."""
        return acled_actor_types().get(self.sector, "")


Pair = tuple[Who | None, Who | None]


def who(readout: Readout, parties: Iterable[Party]) -> tuple[Who, ...]:
    """Return parties with their actors."""
    actors = {actor.id: actor for actor in readout.actors}
    return tuple(
        Who(p.text, p.name or p.text, p.span.start, actors.get(p.actor_id or "")) for p in parties
    )


def pairs(readout: Readout, event: Event) -> tuple[Pair, ...]:
    """Return (source, target) pairs as CAMEO data have them: one row a pair.

    What parties do with one another has both directions of every two. A side that is not told is
    None.
    """
    actors, recipients = who(readout, event.actors), who(readout, event.recipients)
    if event.reciprocal and len(actors) + len(recipients) > 1:
        return tuple(permutations((*actors, *recipients), 2))
    return tuple(product(actors or (None,), recipients or (None,)))


def icews_country(iso3: str) -> str:
    """Return a country's name as ICEWS writes it, or an empty string."""
    known = country_codes().get(iso3)
    if known is None:
        return ""
    return known.icews_name or countries()[iso3].name
