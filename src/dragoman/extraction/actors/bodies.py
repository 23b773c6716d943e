"""Named bodies, metonyms, states and peoples as parties."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.countries import adjective_of, countries, country_name
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.organisations import Organisation
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.places_in import existing, sovereign
from dragoman.extraction.actors.words import Word


def is_body(head: Segment, setting: Setting) -> bool:
    """Whether a name is that of a body on the article's day."""
    return any(body.holds_on(setting.day) for body in head.values("body"))


def describe_body(head: Segment, around: Around, setting: Setting) -> Description | None:
    """Describe an organisation or an institution that a place stands for."""
    bodies: list[Organisation] = [b for b in head.values("body") if b.holds_on(setting.day)]
    if bodies:
        return _of_body(bodies, around, setting)
    metonyms: list[Metonym] = [m for m in head.values("metonym") if m.holds_on(setting.day)]
    if metonyms:
        return _of_metonym(metonyms[0])
    return None


def _of_body(bodies: list[Organisation], around: Around, setting: Setting) -> Description:
    near = set(around.states(setting.day)) or set(setting.home[:1])
    fitting = [b for b in bodies if near & set(b.countries)] or bodies
    body = fitting[0]
    members = body.members_on(setting.day)
    names = tuple(dict.fromkeys(b.name for b in fitting))
    return Description(
        name=body.name,
        kind=body.kind,
        countries=members if body.membership == "closed" else body.countries,
        sector=body.sector,
        members=members,
        candidates=names if len(names) > 1 else (),
        confidence=0.95 if len(names) == 1 else 0.7,
        mention="collective" if body.kind == "collective" else "name",
    )


def _of_metonym(metonym: Metonym) -> Description:
    return Description(
        name=metonym.stands_for,
        kind=metonym.kind,
        countries=metonym.countries,
        sector=metonym.sector,
        metonym_for=metonym.stands_for,
        mention="metonym",
        confidence=0.9,
    )


def describe_state(
    words: Sequence[Word], head: Segment, around: Around, setting: Setting
) -> Description | None:
    """Describe a state under its own name, a capital that stands for it, or a people."""
    day = setting.day
    if named := head.values("country"):
        return state(existing(named, day)[0])
    if capitals := head.values("capital"):
        return capital_government(capitals[0])
    if peoples := head.values("people"):
        return a_people(existing(peoples, day)[0], words[head.start].text)
    return None


def state(iso3: str) -> Description:
    """Return the party that acts under a country's name."""
    country = countries()[iso3]
    acts_for = sovereign(iso3)
    return Description(name=country.name, kind="state", countries=(acts_for,), sector="GOV")


def capital_government(iso3: str) -> Description:
    """Return the government that a capital stands for."""
    name = f"Government of {country_name(iso3)}"
    return Description(
        name=name,
        kind="government",
        countries=(sovereign(iso3),),
        sector="GOV",
        metonym_for=name,
        mention="metonym",
        confidence=0.85,
    )


def a_people(iso3: str, surface: str) -> Description:
    """Return the people of a country, as "the Americans", "Poles"."""
    return Description(
        name=surface if surface else f"{adjective_of(iso3)} people",
        kind="people",
        countries=(sovereign(iso3),),
        sector="CVL",
        mention="demonym",
        confidence=0.8,
    )
