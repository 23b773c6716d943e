"""Spokespersons: for whom they speak, and what their office is called."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.countries import adjective_of
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.offices import Term
from dragoman.codebooks.organisations import Organisation
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.description import Setting
from dragoman.extraction.actors.titles import holder_of, home_of
from dragoman.extraction.actors.words import POSSESSIVE, Word
from dragoman.records import Office

_OF_LEADERS = (
    "government_spokesperson",
    "presidential_spokesperson",
    "kremlin_spokesperson",
    "press_secretary",
)
_LEADING = frozenset({"president", "prime_minister", "chancellor"})
# The institution that a word before "spokesman" names, and the office that speaks for it.
_SPEAKS_FOR = {
    "government": "government_spokesperson",
    "foreign ministry": "foreign_ministry_spokesperson",
    "defence ministry": "defence_ministry_spokesperson",
    "defense ministry": "defence_ministry_spokesperson",
    "army": "military_spokesperson",
    "military": "military_spokesperson",
    "kremlin": "kremlin_spokesperson",
    "white house": "press_secretary",
    "state department": "state_department_spokesperson",
    "pentagon": "pentagon_spokesperson",
}


def spoken_for(
    around: Around,
    bodies: Sequence[Organisation | Metonym],
    states: tuple[str, ...],
    setting: Setting,
) -> Term | None:
    """Return the spokesperson of a leader or institution named before the noun."""
    for segment in around.belonging:
        for person in segment.values("person"):
            if term := holder_of(_OF_LEADERS, [home_of(person)], setting.day):
                return term
        if _LEADING & set(segment.values("office")) and states:
            return holder_of(_OF_LEADERS, states, setting.day)
    for body in bodies:
        names = [body.name, *body.aliases]
        office = next((_SPEAKS_FOR[n.lower()] for n in names if n.lower() in _SPEAKS_FOR), None)
        if office and (term := holder_of([office], body.countries, setting.day)):
            return term
    return None


def office_of_spokesperson(
    words: Sequence[Word],
    around: Around,
    office: Office | None,
    country: str | None,
) -> Office | None:
    """Return the office of an unnamed spokesperson: "Spokesperson of the Israeli army"."""
    if office is not None and " of " in office.title:
        return office
    institution = [
        w.text
        for s in around.before
        for w in words[s.start : s.end]
        if w.key != POSSESSIVE and w.text[:1].isalnum()
    ]
    if not institution or not any(s.has("role", "body", "metonym") for s in around.before):
        return None
    named = " ".join(institution)
    belongs = any(s.has("country", "adjective", "body", "metonym") for s in around.before)
    if country and not belongs:
        named = f"{adjective_of(country)} {named}"
    return Office(title=f"Spokesperson of the {named}", country=country, basis="text")
