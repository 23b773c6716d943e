"""Offices and role nouns without a name: "the French president", "Syrian rebels", "one MP"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.countries import country_name
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.offices import Term
from dragoman.codebooks.organisations import Organisation
from dragoman.codebooks.role_nouns import RoleNoun
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.persons import from_term
from dragoman.extraction.actors.titles import holder_of, leader_of, office_named
from dragoman.extraction.actors.words import Word
from dragoman.records.vocabulary import ActorKind, Sector


# Nouns that take the sector of the institution they belong to: an "army spokesman" is MIL.
_GENERIC = frozenset(
    "official spokesman spokeswoman spokesperson spokespeople leader chief head chairman chairwoman "
    "chair member director adviser advisor representative delegate delegation envoy aide source "
    "secretary negotiator staff employee personnel office team unit force forces headquarters "
    "supporter fighter commander troops officer boss founder".split()
)
_STATE_ORGANS = frozenset(
    "government administration authorities cabinet regime executive leadership".split()
)
_GROUPS: frozenset[ActorKind] = frozenset(
    {"government", "organisation", "armed_group", "company", "media", "igo"}
)


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
    if not around.former and not head.plural:
        term = _holder(words, head, offices, bodies, states, setting)
        if term is not None:
            return from_term(term, "codebook")
    return _by_role(words, head, roles, offices, bodies, states, around, setting)


def _bodies(around: Around, setting: Setting) -> list[Organisation | Metonym]:
    found: list[Organisation | Metonym] = []
    for segment in around.placing:
        found += [b for b in segment.values("body") if b.holds_on(setting.day)][:1]
        if not segment.has("body", "country"):
            found += [m for m in segment.values("metonym") if m.holds_on(setting.day)][:1]
    return found


def _holder(
    words: Sequence[Word],
    head: Segment,
    offices: list[str],
    bodies: list[Organisation | Metonym],
    states: tuple[str, ...],
    setting: Setting,
) -> Term | None:
    names = [b.name if isinstance(b, Organisation) else b.stands_for for b in bodies]
    if names and (term := holder_of(offices, names, setting.day)):
        return term
    if len(states) > 1:
        return None
    places = states or (setting.home[:1] if not bodies else ())
    if not places:
        return None
    noun = words[head.end - 1].key
    if noun == "leader" and head.end - head.start == 1 and states:
        return leader_of(places[0], setting.day)
    return holder_of(
        [o for o in offices if o not in {"body_head", "armed_group_leader"}], places, setting.day
    )


def _by_role(
    words: Sequence[Word],
    head: Segment,
    roles: list[RoleNoun],
    offices: list[str],
    bodies: list[Organisation | Metonym],
    states: tuple[str, ...],
    around: Around,
    setting: Setting,
) -> Description:
    role = roles[0] if roles else RoleNoun("", "", "person", "GOV")
    kind, sector = role.kind, role.sector
    noun = " ".join(w.text for w in words[head.start : head.end])
    if words[head.end - 1].key in _GENERIC:
        sector = _institution_sector(around, bodies) or sector
    if bodies and any(b.sector == "PRE" for b in bodies):
        sector = "PRE"
    if around.former and kind == "person":
        sector = "ELI"
    inherited = not states and not bodies
    countries = states or (() if bodies else setting.home[:1])
    if kind in {"igo"}:
        countries = ()
    if kind == "person" and head.plural:
        kind = _plural_kind(sector, states)
    office = None
    if kind == "person" and not around.former:
        office = office_named(offices, countries[0] if countries else None, None)
    return Description(
        name=_name(noun, kind, countries),
        kind=kind,
        countries=countries if kind != "collective" or len(states) != 1 else states,
        sector=sector,
        office=office,
        mention="office" if office else "noun",
        named=False,
        inherited=inherited,
        confidence=0.75 if not inherited else 0.6,
    )


def _institution_sector(around: Around, bodies: list[Organisation | Metonym]) -> Sector | None:
    if bodies:
        return bodies[0].sector
    for segment in reversed(around.placing):
        for role in segment.values("role"):
            if role.kind in _GROUPS or role.kind == "people":
                sector: Sector = role.sector
                return sector
    return None


def _plural_kind(sector: Sector, states: tuple[str, ...]) -> ActorKind:
    if len(states) > 1:
        return "collective"
    return "government" if sector in {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"} else "people"


def _name(noun: str, kind: ActorKind, countries: tuple[str, ...]) -> str:
    if len(countries) != 1:
        return noun
    if kind == "government" and noun.lower() in _STATE_ORGANS:
        return f"Government of {country_name(countries[0])}"
    return f"{noun} of {country_name(countries[0])}"
