"""Which states a phrase names: adjectives, names, peoples, capitals, and the bodies of states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.codebooks.countries import countries
from dragoman.codebooks.dates import covers
from dragoman.codebooks.gazetteer import look_up
from dragoman.codebooks.kept import kept
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.offices import offices_of
from dragoman.codebooks.organisations import Organisation
from dragoman.extraction.actors.lexicon import Entry, Segment
from dragoman.extraction.actors.titles import home_of
from dragoman.extraction.actors.words import Word
from dragoman.text.folding import fold

# Smaller places share their names with too much else to say for which state a phrase acts.
_LEAST_PEOPLE = 15_000
_HEADS = 2  # the rank of heads of state and of government
_DIVISIONS = ("State", "Province", "Region", "Oblast")  # "Rakhine" is Rakhine State


def states_in(found: Iterable[Segment], day: str | None) -> tuple[str, ...]:
    """Return the states that segments name, in their order, each once; dependencies by sovereign."""
    states: list[str] = []
    homes: list[str] = []
    before: Segment | None = None
    for segment in found:
        # "Iraqi Turkmen", "Croatian Serbs": a people of the state named before it.
        of_it = before is not None and _nation(segment) and _beside(before, segment)
        before = segment if _nation(segment) else None
        if of_it:
            continue
        named = segment.values("ethnic")
        for iso3 in named[:1] if named else _states_of(segment, day):
            kept = homes if named else states
            if iso3 and iso3 not in kept:
                kept.append(iso3)
    return tuple(states or homes)


def _nation(segment: Segment) -> bool:
    return segment.has("adjective", "people", "ethnic") and not segment.has("body")


def _beside(first: Segment, second: Segment) -> bool:
    return first.end == second.start and not second.hyphen


def sovereign(iso3: str) -> str:
    """Return the state that acts for a dependency, else the state itself."""
    country = countries().get(iso3)
    return country.parent if country and country.parent else iso3


def existing(codes: Iterable[str], day: str | None) -> list[str]:
    """Keep states that existed on the day; historical ones stay where nothing else is meant."""
    listed = list(dict.fromkeys(codes))
    alive = [c for c in listed if _alive(c, day)]
    return alive or listed


def with_places(
    found: Sequence[Segment],
    words: Sequence[Word],
    runs: Iterable[tuple[int, int]],
    least: int = _LEAST_PEOPLE,
) -> list[Segment]:
    """Give runs of unknown words that the gazetteer knows as a place a reading of their own.

    Args:
        found: A passage's segments, in order.
        words: Its words.
        runs: Ranges of words that may be toponyms.
        least: How many people a town must have.
    """
    read = list(found)
    for start, end in runs:
        # A known name may begin in the run and end after it: "the Eastern [Cape] town".
        met = [s for s in read if s.start < end and s.end > start]
        if any(_known(s, least) or s.start < start or s.end > end for s in met) or not met:
            continue
        iso3 = country_of_place(" ".join(w.text for w in words[start:end]), least)
        if iso3:
            kept = [s for s in read if s.end <= start or s.start >= end]
            read = sorted([*kept, Segment(start, end, (Entry("place", iso3),))])
    return read


def _known(segment: Segment, least: int) -> bool:
    """Whether a segment is read already; as a whole phrase, a surname does not count as read."""
    return any(e.sort != "short" for e in segment.entries) if not least else bool(segment.entries)


@kept(maxsize=4096)
def country_of_place(name: str, least: int = _LEAST_PEOPLE) -> str | None:
    """Return the country of the likeliest place that bears a name, if it is of some size."""
    found = look_up(name) or next(filter(None, (look_up(f"{name} {k}") for k in _DIVISIONS)), ())
    for place in found[:1]:
        if place.country and (place.kind != "city" or (place.population or 0) >= least):
            return place.country
    return None


@kept(maxsize=4096)
def country_with(name: str, division: str) -> str | None:
    """Return the country that has a town of this name in a division: "Lebanon", "Pennsylvania"."""
    wanted = fold(division)
    if not any(place.kind == "admin1" for place in look_up(division)):
        return None
    for place in look_up(name):
        if place.kind == "city" and place.admin1 and fold(place.admin1) == wanted:
            return place.country
    return None


def _alive(iso3: str, day: str | None) -> bool:
    country = countries().get(iso3)
    if country is None or country.status != "historical":
        return True
    return covers(country.since, country.until, day)


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
    if places := segment.values("capital", "place"):
        return [sovereign(places[0])]
    return _of_persons(segment, day)


def _of_persons(segment: Segment, day: str | None) -> list[str]:
    """Return the country of the person whose name stands for a government or a side."""
    bearers: list[str] = segment.values("person") or [
        name for bearers in segment.values("short") for name in bearers if _leads(name, day)
    ]
    homes = {home_of(name) for name in bearers} - {""}
    return list(homes) if len(homes) == 1 else []


def _leads(name: str, day: str | None) -> bool:
    """Whether a person heads a state or a government: "Smith's government" is no minister's."""
    held = offices_of(name, day)
    return bool(held) and held[0].rank <= _HEADS
