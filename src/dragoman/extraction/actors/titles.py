"""Titles and offices: which office a phrase names, and who held it on the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.codebooks.actor_words import actor_words
from dragoman.codebooks.countries import countries
from dragoman.codebooks.offices import (
    OfficeType,
    Term,
    holders,
    office_types,
    offices_of,
    people,
    terms_in,
    terms_of,
)
from dragoman.extraction.actors.topics import told_by
from dragoman.records import Office
from dragoman.text.folding import key

if TYPE_CHECKING:
    from dragoman.extraction.actors.anatomy import Around
    from dragoman.extraction.actors.description import Setting
    from dragoman.extraction.actors.lexicon import Segment

# "The Russian leader": the offices that lead a state, in the order in which news means them.
_CABINET_LEADS = (
    "supreme_leader", "chancellor", "prime_minister", "president", "monarch", "chief_executive",
)  # fmt: skip
# Bodies whose presidents and secretaries are nobody's head of state.
_PRIVATE = frozenset({"organisation", "company", "media"})
_CHAIRED = frozenset({"LEG", "JUD", "BUS", "EDU"})  # sectors of public bodies with presidents
_POLITICAL = frozenset({"PTY", "OPP", "GOV", "LEG", "JUD", "MIL"})
_HEAD_LEADS = ("supreme_leader", "president", "chancellor", "prime_minister", "monarch")


def leader_of(country: str, day: str | None) -> Term | None:
    """Return who leads a country on a day, where the codebook knows it."""
    known = countries().get(country)
    order = _CABINET_LEADS if known and known.led_by_cabinet else _HEAD_LEADS
    for office in order:
        held = holders(office, country, day)
        if held:
            return held[0]
    return None


def of_private_body(around: Around, setting: Setting, offices: Iterable[str] = ()) -> bool:
    """Whether an office belongs to a company, a charity or the like, not to a state.

    "The Boeing president", "the think tank's president". Parties are left out: a "Labour prime
    minister" is the country's. A court, a bank and a chamber have presidents of their own too.

    Args:
        around: What stands around the office.
        setting: The article's day and what it told before.
        offices: The types that the words may name.
    """
    for segment in around.belonging:
        if "president" in offices and _has_own_president(around, segment, setting):
            return True
        bodies = [b for b in segment.values("body") if b.holds_on(setting.day)]
        if bodies:
            if any(b.sector == "PRE" for b in bodies):
                return True  # "Abkhazia's de facto president" is not Georgia's
            if all(b.kind in _PRIVATE and b.sector not in _POLITICAL for b in bodies):
                return True
        elif any(r.kind in _PRIVATE and r.sector not in _POLITICAL for r in segment.values("role")):
            return True
    return any(_unknown_name(around, s) for s in around.before)


def _has_own_president(around: Around, segment: Segment, setting: Setting) -> bool:
    bodies = [b for b in segment.values("body") if b.holds_on(setting.day)]
    found = bodies or [r for r in segment.values("role") if r.noun not in actor_words().organs]
    told = told_by(around.words[segment.start : segment.end])  # a central bank is of GOV
    return any(b.kind == "government" and {b.sector, told} & _CHAIRED for b in found)


def _unknown_name(around: Around, segment: Segment) -> bool:
    """Whether a segment is an unknown name; a phrase's first word is large at a sentence's start."""
    if not segment.start:
        return False
    word = around.words[segment.start]
    return not segment.entries and word.capital and word.key not in actor_words().determiners


def holder_of(offices: Iterable[str], places: Sequence[str], day: str | None) -> Term | None:
    """Return who holds one of some offices in one of some places (countries, bodies) on a day."""
    if day is None:
        return None
    found = [
        held[0]
        for office in offices
        if (kind := office_types()[office]).single
        for place in _places(kind, places)
        if (held := holders(office, place, day))
    ]
    return min(found, key=lambda t: t.rank, default=None)


def _places(kind: OfficeType, places: Sequence[str]) -> Sequence[str]:
    """Where to look an office up: an office of one country only where no other is named."""
    if not kind.place:
        return places
    return [kind.place] if not places or kind.place in places else []


def local_holder(
    offices: Iterable[str], country: str, words: Iterable[str], day: str
) -> Term | None:
    """Return who holds an office of which a country has many, if the words name its place.

    "The Texas governor", "the mayor of London": all words of the title's place must stand in the
    phrase.
    """
    said = set(words)
    for office in offices:
        for term in holders(office, country, day):
            place = key(term.written.partition(" of ")[2])
            if place and set(place) <= said | _SMALL:
                return term
    return None


_SMALL = {"the", "of", "and", "city"}


def office_from(term: Term, basis: str) -> Office:
    """Return the record of a term."""
    return Office(
        title=term.written,
        country=term.country or None,
        body=term.body or None,
        since=term.since or None,
        until=term.until or None,
        basis=basis,
    )


def office_named(
    offices: Sequence[str],
    country: str | None,
    body: str | None,
    *,
    deputy: bool = False,
    place: str | None = None,
) -> Office | None:
    """Return the record of an office that the text names, as its type writes the title.

    Args:
        offices: The types that the words may name.
        country: ISO-3 of the state it belongs to.
        body: The organisation it belongs to.
        deputy: Whether it is the deputy's.
        place: The town or region of a mayor or governor.
    """
    if not offices:
        return None
    kind = office_types()[_plainest(offices, country)]
    title = kind.title_for(country, body, place)
    if deputy and not title.startswith(("Deputy", "Vice")):
        title = f"Deputy {title}"
    return Office(title=title, country=country, body=body, basis="text") if title else None


def _plainest(offices: Sequence[str], country: str | None) -> str:
    """Prefer the type that has terms in the country, then the first that names it."""
    known = [o for o in offices if country and (o, country) in terms_in()]
    return (known or list(offices))[0]


def term_on(person: str, day: str | None, wanted: Iterable[str] = ()) -> Term | None:
    """Return the office by which a person is known on a day, preferring the wanted types."""
    held = offices_of(person, day) if day else ()
    asked = set(wanted)
    return next((t for t in held if t.office in asked), held[0] if held else None)


def standing_of(person: str, day: str | None) -> str:
    """Return "holds", "held", "will hold" or "never", as the codebook knows the person's terms."""
    terms = terms_of().get(person, ())
    if not terms:
        return "never"
    if day is None:
        return "holds" if any(not t.until for t in terms) else "held"
    if any(t.holds_on(day) for t in terms):
        return "holds"
    return "held" if any(t.until and t.until < day for t in terms) else "will hold"


def home_of(person: str) -> str:
    """Return the country of a person that the codebook knows, or an empty string."""
    known = people().get(person)
    if known and known.country:
        return known.country
    return next((t.country for t in terms_of().get(person, ()) if t.country), "")
