"""Named bodies, metonyms, states and peoples as parties."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.countries import countries, country_name
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.organisations import Organisation
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.places_in import existing, sovereign, states_in
from dragoman.extraction.actors.words import Word, printed
from dragoman.records.vocabulary import ActorKind

# Bodies of which another state may have one of the same name.
_OF_STATES: frozenset[ActorKind] = frozenset({"government", "organisation", "people"})


def is_body(head: Segment, setting: Setting) -> bool:
    """Whether a name is that of a body on the article's day."""
    return any(body.holds_on(setting.day) for body in head.values("body"))


def describe_body(head: Segment, around: Around, setting: Setting) -> Description | None:
    """Describe an organisation or an institution that a place stands for."""
    bodies: list[Organisation] = [b for b in head.values("body") if b.holds_on(setting.day)]
    metonyms: list[Metonym] = [m for m in head.values("metonym") if m.holds_on(setting.day)]
    # "the Hill" is where Congress sits, "The Hill" a newspaper about it.
    printed_small = around.words[head.start].text == "the"
    if metonyms and (not bodies or (printed_small and bodies[0].kind == "media")):
        return _of_metonym(metonyms[0])
    if not bodies or (head.has("role") and _another(bodies, around, setting)):
        return None
    return _of_body(bodies, head, around, setting)


def _another(bodies: Sequence[Organisation], around: Around, setting: Setting) -> bool:
    """Whether a name right before a national body's says that it is another's of that sort.

    "Santa Marta Self-Defense Forces" are not Japan's.
    """
    if not around.before:
        return False
    segment = around.before[-1]
    if not segment.entries:
        return around.words[segment.start].capital and segment.start > 0
    states = states_in([segment], setting.day)
    return bool(states) and not any(set(states) & set(b.countries) for b in bodies)


def choose(bodies: Sequence[Organisation], states: Sequence[str]) -> list[Organisation]:
    """Keep the bodies of a name that belong to the first state that has one, else all."""
    for iso3 in states:
        fitting = [b for b in bodies if iso3 in b.countries]
        if fitting:
            return fitting
    return list(bodies)


def _of_body(
    bodies: list[Organisation], head: Segment, around: Around, setting: Setting
) -> Description:
    fitting = choose(bodies, around.states(setting.day) or setting.home)
    body = fitting[0]
    members = body.members_on(setting.day)
    countries = members if body.membership == "closed" else body.countries
    own = states_in(
        [s for s in around.before if s.has("country", "adjective", "ethnic")], setting.day
    )
    names = tuple(dict.fromkeys(b.name for b in fitting))
    if len(own) == 1 and body.kind in _OF_STATES and own != countries:
        # "the Kuwaiti National Guard", "Iranian Kurds": the namesake in the state that is named.
        body, countries, names = _namesake(body, around, head), own, (body.name,)
    return Description(
        name=body.name,
        kind=body.kind,
        countries=countries,
        sector=body.sector,
        members=members,
        candidates=names if len(names) > 1 else (),
        confidence=0.95 if len(names) == 1 else 0.6,
        mention="collective" if body.kind == "collective" else "name",
    )


def _namesake(body: Organisation, around: Around, head: Segment) -> Organisation:
    surface = printed(around.words[: head.end])
    return body._replace(name=surface.removeprefix("the ").removeprefix("The "))


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
    if places := head.values("place"):
        return town(places[0], words[head.start : head.end])
    called = words[head.start : head.end]
    if peoples := head.values("people"):
        own = states_in([s for s in around.before if s.has("country", "adjective")], day)
        iso3 = own[0] if own else existing(peoples, day)[0]  # "Macedonian Albanians"
        return _people(iso3, printed(called))
    if (ethnic := head.values("ethnic")) and head.plural:
        return _ethnic(ethnic[0], called, around, setting)
    return None


def state(iso3: str) -> Description:
    """Return the party that acts under a country's name."""
    return Description(
        name=countries()[iso3].name, kind="state", countries=(sovereign(iso3),), sector="GOV"
    )


def unacting(description: Description) -> Description:
    """Return a state whose bare name is all there is: nothing says that its government acts."""
    if description.kind == "state" and description.sector == "GOV":
        return description.but(sector="UNK")
    return description


def of_town(description: Description) -> Description:
    """Return a town or region that is all that a phrase names: its people are meant."""
    return description.but(sector="CVL") if description.sector == "UNK" else description


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


def town(iso3: str, words: Sequence[Word]) -> Description:
    """Return the people or authorities for whom a town's or region's name stands."""
    return Description(
        name=printed(words),
        kind="people",
        countries=(sovereign(iso3),),
        confidence=0.4,
    )


def _ethnic(country: str, words: Sequence[Word], around: Around, setting: Setting) -> Description:
    """Describe a people inside a state: "Chechens", "Macedonian Albanians"."""
    states = around.states(setting.day) or ((country,) if country else setting.home[:1])
    return Description(
        name=printed(words),
        kind="people",
        countries=tuple(sovereign(code) for code in states),
        sector="CVL",
        mention="demonym",
        confidence=0.7,
    )


def _people(iso3: str, surface: str) -> Description:
    return Description(
        name=surface,
        kind="people",
        countries=(sovereign(iso3),),
        sector="CVL",
        mention="demonym",
        confidence=0.8,
    )
