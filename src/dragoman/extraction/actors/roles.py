"""Offices and role nouns without a name: "the French president", "Syrian rebels", "one MP"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dragoman.codebooks.actor_words import actor_words
from dragoman.codebooks.countries import country_name
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.offices import Term, office_types
from dragoman.codebooks.organisations import Organisation
from dragoman.codebooks.role_nouns import RoleNoun
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.bodies import choose, state
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.persons import ELITE, from_term
from dragoman.extraction.actors.spokespersons import office_of_spokesperson, spoken_for
from dragoman.extraction.actors.titles import (
    holder_of,
    leader_of,
    local_holder,
    of_private_body,
    office_named,
)
from dragoman.extraction.actors.topics import told_by
from dragoman.extraction.actors.words import Word, printed
from dragoman.records import Office
from dragoman.records.vocabulary import ActorKind, Sector

Institution = Organisation | Metonym
_GROUPS: frozenset[ActorKind] = frozenset(
    {"government", "organisation", "armed_group", "company", "media", "igo"}
)
_SAY_LITTLE: frozenset[Sector] = frozenset({"SOC", "UNK", "NGO"})
_STATE_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
# Offices that are no party's own: they need a body to be looked up in.
_ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
_LENT: frozenset[Sector] = frozenset({"MIL", "SOC", "GOV", "UNK", "COP"})
_UNDER_ARMS: frozenset[Sector] = frozenset({"MIL", "UAF"})
# Who is where something happens, not where the article's politics is.
_WHEREVER: frozenset[Sector] = frozenset(
    {"CVL", "SOC", "UNK", "CRM", "COP", "REF", "MED", "EDU", "AGR", "LAB"}
)
_OF_BODIES = frozenset({"body_head", "armed_group_leader", "body_spokesperson", "special_envoy"})


class Noun(NamedTuple):
    """A role noun with what belongs to it.

    Attributes:
        words: The phrase's words.
        head: The noun.
        around: What stands around it.
        bodies: The institutions it belongs to, the nearest last.
        states: The states for which it acts, as the phrase says.
    """

    words: Sequence[Word]
    head: Segment
    around: Around
    bodies: list[Institution]
    states: tuple[str, ...]

    @property
    def last(self) -> str:
        """The key of the noun's last word."""
        return self.words[self.head.end - 1].key

    @property
    def text(self) -> str:
        """The noun as printed."""
        return printed(self.words[self.head.start : self.head.end])


def describe_role(
    words: Sequence[Word], head: Segment, around: Around, setting: Setting
) -> Description | None:
    """Describe the holder of an office, or a party known by its role only."""
    if not head.has("role", "office"):
        return None
    noun = Noun(words, head, around, _bodies(around, setting), around.states(setting.day))
    if not head.plural and any(_is_state(role) for role in head.values("role")):
        return _a_state(noun, setting)
    if not around.former and not around.deputy and not around.indefinite and not head.plural:
        offices = head.values("office")
        owned = bool(noun.states or noun.bodies) or of_private_body(around, setting, offices)
        if around.definite and not owned:
            known = _mentioned(offices, setting)
            if known is not None:
                return known.but(mention="office")
        if term := _holder(noun, setting):
            return from_term(term, "codebook")
    return _by_role(noun, setting)


def _is_state(role: RoleNoun) -> bool:
    return role.kind == "state" and role.sector != "PRE"


def _a_state(noun: Noun, setting: Setting) -> Description | None:
    """Describe "the country", "this nation": the state that the words around are about."""
    states = noun.states or setting.home
    if not noun.around.definite or not states:
        return None
    return state(states[0]).but(mention="noun", inherited=not noun.states, confidence=0.6)


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
    return next((setting.titled[o] for o in offices if o in setting.titled), None)


def _holder(noun: Noun, setting: Setting) -> Term | None:
    offices: list[str] = noun.head.values("office")
    names = [b.name if isinstance(b, Organisation) else b.stands_for for b in noun.bodies]
    if names and (term := holder_of(offices, names, setting.day)):
        return term
    if noun.last in actor_words().spokespersons:
        term = spoken_for(noun.around, noun.bodies, noun.states, setting)
        if term is not None:
            return term
    if (
        len(noun.states) > 1
        or setting.day is None
        or of_private_body(noun.around, setting, offices)
    ):
        return None
    places = noun.states or (setting.home[:1] if not noun.bodies else ())
    if not places:
        return holder_of(offices, (), setting.day)
    if not noun.states and all(office_types()[o].place for o in offices):
        return holder_of(offices, (), setting.day)  # "the Pope" in an article on Italy
    if noun.text.lower() == "leader" and noun.states and not noun.bodies:
        return leader_of(places[0], setting.day)
    own = [o for o in offices if o not in _OF_BODIES]
    said = [w.key for w in noun.words]
    local = local_holder(own, places[0], said, setting.day)
    if local is not None or any(s.has("place") for s in noun.around.belonging):
        return local  # "Georgia's secretary of state" is not the nation's
    return holder_of(own, places, setting.day)


def _by_role(noun: Noun, setting: Setting) -> Description:
    roles: list[RoleNoun] = noun.head.values("role")
    role = roles[0] if roles else RoleNoun("", "", "person", "GOV")
    kind, sector = role.kind, _sector(noun, role)
    if kind == "state" and noun.head.plural:
        kind = "collective"
    if noun.around.former and kind == "person" and sector in ELITE:
        sector = "ELI"
    # "Sunni" and "Kurdish" say nothing of a state: such a people lives in several.
    owned = [b for b in noun.bodies if b.kind != "people"]
    inherited = not noun.states and not owned
    if any(w.key in actor_words().everywhere for w in noun.words):
        inherited, setting = False, replace(setting, home=(), sole=())
    around = setting.sole
    if sector in _WHEREVER:
        # A boy or a father in the news is often not of the country where he is.
        single = kind == "person" and not noun.head.plural
        there = setting.here if single else setting.stage[:1] or around
        around = tuple(code for code in around if code in there)
    countries = noun.states or (() if owned else around)
    if kind == "igo":
        countries = ()
    elif kind == "collective" and not noun.states:
        countries = _pair(noun, setting)
    if kind == "person" and noun.head.plural:
        kind = "collective" if len(noun.states) > 1 else _plural_kind(sector)
    office = _office(noun, countries) if kind == "person" and not noun.around.former else None
    private = noun.head.has("office") and of_private_body(
        noun.around, setting, noun.head.values("office")
    )
    if private and sector == "GOV":
        sector = _private_sector(noun)
    owner = noun.bodies[-1].name if private and noun.bodies else ""
    return Description(
        name=(
            noun.text + (f" of {owner}" if owner else "")
            if private
            else _name(noun.text, kind, countries)
        ),
        kind=kind,
        countries=countries,
        sector=sector,
        office=office,
        mention="office" if office else "noun",
        named=False,
        inherited=inherited,
        confidence=0.6 if inherited else 0.75,
    )


def _private_sector(noun: Noun) -> Sector:
    """Return the sector of who presides over something that is no state's."""
    roles = [r for s in noun.around.belonging for r in s.values("role") if r.kind in _GROUPS]
    return noun.bodies[0].sector if noun.bodies else roles[-1].sector if roles else "UNK"


def _pair(noun: Noun, setting: Setting) -> tuple[str, ...]:
    """Return the states meant by "the two countries": the two that the context is about."""
    two = {w.key for w in noun.words[:3]} & {"two", "both"}
    return tuple(sorted(setting.home[:2])) if two and len(setting.home) > 1 else ()


def _office(noun: Noun, countries: tuple[str, ...]) -> Office | None:
    private = of_private_body(noun.around, Setting(), noun.head.values("office"))
    country = countries[0] if countries and not private else None
    body = noun.bodies[0].name if noun.bodies and not country else None
    offices: list[str] = noun.head.values("office")
    if not noun.bodies:  # "chief", "head": of nothing that is named
        offices = [o for o in offices if o not in _OF_BODIES]
    elif noun.bodies[0].sector not in _ARMED:
        offices = [o for o in offices if o != "armed_group_leader"]
    office = office_named(
        offices,
        country,
        body,
        deputy=noun.around.deputy,
        place=noun.around.place,
    )
    if noun.last in actor_words().spokespersons:
        return office_of_spokesperson(noun.words, noun.around, office, country)
    return office


def _sector(noun: Noun, role: RoleNoun) -> Sector:
    """Return the role's sector, or its institution's where the noun says nothing of its own."""
    if any(body.sector == "PRE" for body in noun.bodies):
        return "PRE"
    if noun.bodies and noun.bodies[0].sector in {"IGO", "NGO"} and role.sector in _LENT:
        return noun.bodies[0].sector  # "NATO warplanes", "Oxfam aid workers"
    if role.sector in _UNDER_ARMS and any(s.has("ethnic") for s in noun.around.before):
        return "REB"  # "Sikh militants", "the Bosnian Serb army"
    words = actor_words()
    vague = noun.last in words.vague and role.sector in _SAY_LITTLE
    return _lent(noun, role) if vague or noun.last in words.generic else role.sector


def _lent(noun: Noun, role: RoleNoun) -> Sector:
    """Return the sector of what a noun belongs to, of the words before it, or its own."""
    if noun.bodies:
        return noun.bodies[0].sector
    for segment in reversed(noun.around.belonging):
        for other in segment.values("role"):
            if other.kind in _GROUPS or other.kind == "people":
                found: Sector = other.sector
                return role.sector if found == "GOV" else found  # "junta troops"
    return told_by(noun.words[: noun.head.start]) or role.sector


def _plural_kind(sector: Sector) -> ActorKind:
    return "government" if sector in _STATE_SECTORS else "people"


def _name(noun: str, kind: ActorKind, countries: tuple[str, ...]) -> str:
    if len(countries) != 1:
        return noun
    if kind == "government" and noun.lower() in actor_words().organs:
        return f"Government of {country_name(countries[0])}"
    return f"{noun} of {country_name(countries[0])}"
