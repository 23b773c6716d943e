"""Which states a phrase names: adjectives, names, peoples, capitals, and the bodies of states."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.codebooks.countries import countries
from dragoman.codebooks.dates import covers
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.organisations import Organisation
from dragoman.extraction.actors.lexicon import Segment


def states_in(found: Iterable[Segment], day: str | None) -> tuple[str, ...]:
    """Return the states that segments name, in their order, each once; dependencies by sovereign."""
    states: list[str] = []
    for segment in found:
        for iso3 in _states_of(segment, day):
            if iso3 not in states:
                states.append(iso3)
    return tuple(states)


def sovereign(iso3: str) -> str:
    """Return the state that acts for a dependency, else the state itself."""
    country = countries().get(iso3)
    return country.parent if country and country.parent else iso3


def existing(codes: Iterable[str], day: str | None) -> list[str]:
    """Keep states that existed on the day; historical ones stay where nothing else is meant."""
    listed = list(dict.fromkeys(codes))
    alive = [c for c in listed if _alive(c, day)]
    return alive or listed


def _alive(iso3: str, day: str | None) -> bool:
    country = countries().get(iso3)
    return (
        country is None
        or country.status != "historical"
        or covers(country.since, country.until, day)
    )


def _states_of(segment: Segment, day: str | None) -> list[str]:
    named = segment.values("country", "adjective", "people")
    if named:
        return [sovereign(code) for code in existing(named, day)][:1]
    bodies: list[Organisation] = [b for b in segment.values("body") if b.holds_on(day)]
    if bodies:
        body = bodies[0]
        return list(body.members_on(day) if body.membership == "closed" else body.countries)
    metonyms: list[Metonym] = [m for m in segment.values("metonym") if m.holds_on(day)]
    if metonyms and metonyms[0].countries:
        return list(metonyms[0].countries)
    return [sovereign(code) for code in segment.values("capital")][:1]
