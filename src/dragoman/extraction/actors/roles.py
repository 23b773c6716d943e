"""Offices and role nouns without a name: "the French president", "Syrian rebels", "one MP"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.actor_words import actor_words
from dragoman.codebooks.countries import country_name
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.offices import Term
from dragoman.codebooks.organisations import Organisation
from dragoman.codebooks.role_nouns import RoleNoun
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.bodies import choose
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.persons import from_term
from dragoman.extraction.actors.spokespersons import office_of_spokesperson, spoken_for
from dragoman.extraction.actors.titles import holder_of, leader_of, office_named
from dragoman.extraction.actors.words import Word
from dragoman.records.vocabulary import ActorKind, Sector

Institution = Organisation | Metonym
_GROUPS: frozenset[ActorKind] = frozenset(
    {"government", "organisation", "armed_group", "company", "media", "igo"}
)
_STATE_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
# Offices that are no party's own: they need a body to be looked up in.
_OF_BODIES = frozenset({"body_head", "armed_group_leader", "body_spokesperson", "special_envoy"})


def describe_role(
    words: Sequence[Word], head: Segment, around: Around, setting: Setting
) -> Description | None:
    """Describe the holder of an office, or a party known by its role only."""
    roles: list[RoleNoun] = head.values("role")
    offices: list[str] = head.values("office")
    if not roles and not offices:
        return None
    bodies = _bodies(around, setting)
    states = around.states(setting.day)
    if not around.former and not around.deputy and not head.plural:
        term = _holder(words, head, offices, bodies, states, around, setting)
        if term is not None:
            return from_term(term, "codebook")
        if (
            around.definite
            and not states
            and not bodies
            and (known := _mentioned(offices, setting))
        ):
            return known.but(mention="office")
    return _by_role(words, head, roles, offices, bodies, states, around, setting)


def _bodies(around: Around, setting: Setting) -> list[Institution]:
    found: list[Institution] = []
    for segment in around.belonging:
        held = [b for b in segment.values("body") if b.holds_on(setting.day)]
        found += choose(held, setting.home)[:1]
        if not held and not segment.has("country", "capital"):
            found += [m for m in segment.values("metonym") if m.holds_on(setting.day)][:1]
    return found


def _mentioned(offices: list[str], setting: Setting) -> Description | None:
    """Return who of the article was last named with one of these offices."""
    found = [setting.titled[o] for o in offices if o in setting.titled]
    return found[0] if found else None


def _holder(
    words: Sequence[Word],
    head: Segment,
    offices: list[str],
    bodies: list[Institution],
    states: tuple[str, ...],
    around: Around,
    setting: Setting,
) -> Term | None:
    names = [b.name if isinstance(b, Organisation) else b.stands_for for b in bodies]
    if names and (term := holder_of(offices, names, setting.day)):
        return term
    noun = words[head.end - 1].key
    if noun in actor_words().spokespersons and (
        term := spoken_for(around, bodies, states, setting)
    ):
        return term
    if len(states) > 1:
        return None
    places = states or (setting.home[:1] if not bodies else ())
    if not places:
        return None
    if noun == "leader" and head.end - head.start == 1 and states and not bodies:
        return leader_of(places[0], setting.day)
    return holder_of([o for o in offices if o not in _OF_BODIES], places, setting.day)


def _by_role(
    words: Sequence[Word],
    head: Segment,
    roles: list[RoleNoun],
    offices: list[str],
    bodies: list[Institution],
    states: tuple[str, ...],
    around: Around,
    setting: Setting,
) -> Description:
    role = roles[0] if roles else RoleNoun("", "", "person", "GOV")
    kind, sector = role.kind, _sector(words, head, role, bodies, around)
    if around.former and kind == "person":
        sector = "ELI"
    inherited = not states and not bodies
    countries = states or (() if bodies else setting.home[:1])
    if kind == "igo" or (kind == "collective" and not states):
        countries = ()
    if kind == "person" and head.plural:
        kind = "collective" if len(states) > 1 else _plural_kind(sector)
    office = None
    if kind == "person" and not around.former:
        country = countries[0] if countries else None
        office = office_named(offices, country, bodies[0].name if bodies and not country else None)
        if words[head.end - 1].key in actor_words().spokespersons:
            office = office_of_spokesperson(words, head, around, office, country)
    return Description(
        name=_name(" ".join(w.text for w in words[head.start : head.end]), kind, countries),
        kind=kind,
        countries=countries,
        sector=sector,
        office=office,
        mention="office" if office else "noun",
        named=False,
        inherited=inherited,
        confidence=0.6 if inherited else 0.75,
    )


def _sector(
    words: Sequence[Word], head: Segment, role: RoleNoun, bodies: list[Institution], around: Around
) -> Sector:
    """Return the role's sector, or its institution's where the noun says nothing of its own."""
    if any(b.sector == "PRE" for b in bodies):
        return "PRE"
    if words[head.end - 1].key not in actor_words().generic:
        return role.sector
    if bodies:
        return bodies[0].sector
    for segment in reversed(around.belonging):
        for other in segment.values("role"):
            if other.kind in _GROUPS or other.kind == "people":
                found: Sector = other.sector
                return found
    return role.sector


def _plural_kind(sector: Sector) -> ActorKind:
    return "government" if sector in _STATE_SECTORS else "people"


def _name(noun: str, kind: ActorKind, countries: tuple[str, ...]) -> str:
    if len(countries) != 1:
        return noun
    if kind == "government" and noun.lower() in actor_words().organs:
        return f"Government of {country_name(countries[0])}"
    return f"{noun} of {country_name(countries[0])}"
