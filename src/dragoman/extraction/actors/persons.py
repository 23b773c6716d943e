"""Persons: names with and without titles, offices at the article's date."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.offices import Term, people
from dragoman.codebooks.organisations import Organisation
from dragoman.codebooks.role_nouns import RoleNoun
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.names import known_bearers
from dragoman.extraction.actors.titles import (
    home_of,
    office_from,
    office_named,
    standing_of,
    term_on,
)
from dragoman.extraction.actors.words import Word
from dragoman.records.vocabulary import Sector


def describe_person(
    words: Sequence[Word], head: Segment, around: Around, setting: Setting
) -> Description:
    """Describe a person by name, title and what the codebooks and the article tell."""
    surface = " ".join(w.text for w in words[head.start : head.end])
    name, candidates = _who(surface, words[head.start : head.end], head, setting)
    titles = [s for s in around.before if s.has("office", "role")]
    offices = [o for s in titles for o in s.values("office")]
    if name is None:
        earlier = _seen(words[head.start : head.end], setting)
        if earlier is not None and not titles:
            return earlier
        return _stranger(earlier.name if earlier else surface, titles, offices, around, setting)
    return _known(name, candidates, titles, offices, around, setting)


def _who(
    surface: str, words: Sequence[Word], head: Segment, setting: Setting
) -> tuple[str | None, tuple[str, ...]]:
    """Return the codebook's person, and the others that the name may mean."""
    named: list[str] = head.values("person")
    if named:
        return named[0], tuple(named[1:])
    parts = tuple(w.key for w in words if w.text[:1].isalnum())
    earlier = setting.seen.get(" ".join(parts))
    if earlier is not None:
        return (earlier.name if earlier.name in people() else None), ()
    bearers = known_bearers(parts, setting.day) if len(parts) <= 2 else []
    if not bearers or standing_of(bearers[0], setting.day) == "will hold":
        return None, ()
    return bearers[0], tuple(bearers[1:])


def _seen(words: Sequence[Word], setting: Setting) -> Description | None:
    return setting.seen.get(" ".join(w.key for w in words if w.text[:1].isalnum()))


def _known(
    name: str,
    candidates: tuple[str, ...],
    titles: list[Segment],
    offices: list[str],
    around: Around,
    setting: Setting,
) -> Description:
    person = people()[name]
    term = term_on(name, setting.day, offices)
    country = (term.country if term else "") or home_of(name)
    standing = standing_of(name, setting.day)
    office = (
        office_from(term, "text" if offices and term.office in offices else "codebook")
        if term
        else None
    )
    sector: Sector
    if term is not None:
        sector = term.sector
    elif around.former or standing == "held":
        sector = person.otherwise or "ELI"
    else:
        sector = person.otherwise or _sector_of(titles) or "UNK"
    countries = (
        ()
        if sector == "IGO" or (term is not None and not term.country)
        else ((country,) if country else ())
    )
    return Description(
        name=name,
        kind="person",
        countries=countries,
        sector=sector,
        office=office,
        wikidata=person.wikidata or None,
        wikidata_verified=person.verified,
        candidates=(name, *candidates) if candidates else (),
        confidence=0.95 if not candidates else 0.8,
    )


def _stranger(
    name: str, titles: list[Segment], offices: list[str], around: Around, setting: Setting
) -> Description:
    """Describe a person that only the article tells of."""
    states = around.states(setting.day)
    bodies: list[Organisation] = [
        b for s in around.before for b in s.values("body") if b.holds_on(setting.day)
    ]
    inherited = not states and not bodies
    countries = states or (() if bodies else setting.home[:1])
    sector: Sector = "ELI" if around.former and titles else (_sector_of(titles) or "UNK")
    if bodies and sector in {"GOV", "UNK"}:
        sector = bodies[0].sector
    office = None
    if titles and not around.former:
        office = office_named(offices, countries[0] if countries else None, None)
    return Description(
        name=name,
        kind="person",
        countries=countries,
        sector=sector,
        office=office,
        inherited=inherited,
        confidence=0.7,
    )


def _sector_of(titles: list[Segment]) -> Sector | None:
    roles: list[RoleNoun] = [r for s in titles for r in s.values("role")]
    return roles[-1].sector if roles else None


def from_term(term: Term, mention_basis: str) -> Description:
    """Return the person who holds an office."""
    person = people()[term.person]
    return Description(
        name=person.name,
        kind="person",
        countries=(term.country,) if term.country else (),
        sector=term.sector,
        office=office_from(term, mention_basis),
        wikidata=person.wikidata or None,
        wikidata_verified=person.verified,
        mention="office",
        confidence=0.85,
    )
