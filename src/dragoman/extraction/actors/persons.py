"""Persons: names with and without titles, offices at the article's date."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.offices import Side, Term, people, terms_of
from dragoman.codebooks.organisations import Organisation
from dragoman.codebooks.role_nouns import RoleNoun
from dragoman.extraction.actors.anatomy import Around
from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.names import alike, known_bearers, without_initials
from dragoman.extraction.actors.titles import (
    holder_of,
    home_of,
    of_private_body,
    office_from,
    office_named,
    standing_of,
    term_on,
)
from dragoman.extraction.actors.words import Word
from dragoman.records.vocabulary import Sector

# A bare surname is taken for the codebook's person of that name only where it is well known:
# who holds an office (rank up to 5: down to security advisers), or led a state before.
_KNOWN_BY_SURNAME = 5
_LEADING: frozenset[Sector] = frozenset({"GOV", "OPP", "REB", "UAF", "PRE"})
# Where a person will belong who takes an office later: a minister to be is a politician.
_BEFORE: dict[Sector, Sector] = {"GOV": "PTY", "OPP": "PTY", "PTY": "PTY"}
_CAREERS: frozenset[Sector] = frozenset({"MIL", "COP", "SPY", "JUD", "REB", "PRM", "REL", "LEG"})
_HEADS, _MINISTERS, _NO_RANK = (
    2,
    4,
    9,
)  # ranks of offices: heads of state and government, ministers, none
_EARLY = 15  # years before the first office: before that a person may be anybody

ELITE: frozenset[Sector] = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "IGO"})
"""Sectors whose former members still are somebody: a former minister is ELI, a former miner LAB."""


def describe_person(
    words: Sequence[Word], head: Segment, around: Around, setting: Setting
) -> Description | None:
    """Describe a person by name, title and what the codebooks and the article tell."""
    called = words[head.start : head.end]
    titles = [s for s in around.before if s.has("office", "role")]
    offices = [o for s in titles for o in s.values("office")]
    earlier = setting.seen.get(joined(called))
    if not head.has("person") and earlier is not None and earlier.name not in people():
        return _again(earlier, titles, offices, around, setting)
    name, others = _who(called, head, earlier, around, setting)
    if name is not None:
        return _known(name, others, titles, offices, around, setting)
    if head.has("short") and not titles:
        return None
    surface = " ".join(w.text for w in called)
    return _stranger(surface, titles, offices, around, setting)


def joined(words: Sequence[Word]) -> str:
    """Return the key under which an article's own persons are kept."""
    return " ".join(w.key for w in words if w.text[:1].isalnum())


def _again(
    earlier: Description,
    titles: list[Segment],
    offices: list[str],
    around: Around,
    setting: Setting,
) -> Description:
    """Describe a person whom the article named before, taking a title that is new."""
    if not titles or earlier.sector != "UNK":
        return earlier
    fresh = _stranger(earlier.name, titles, offices, around, setting)
    return (
        fresh
        if not fresh.inherited or not earlier.countries
        else fresh.but(countries=earlier.countries)
    )


def _who(
    called: Sequence[Word],
    head: Segment,
    earlier: Description | None,
    around: Around,
    setting: Setting,
) -> tuple[str | None, tuple[str, ...]]:
    """Return the codebook's person, and the others that the name may mean."""
    named: list[str] = head.values("person")
    if named:
        return named[0], tuple(named[1:])
    if earlier is not None:
        return earlier.name, ()
    parts = tuple(w.key for w in called if w.text[:1].isalnum())
    titled = any(s.has("office", "role") for s in around.before)
    near = around.states(setting.day) or setting.home[:3]
    if plain := without_initials(parts):
        return plain[0], tuple(plain[1:])
    named = known_bearers(parts, setting.day, near)
    if not named and len(parts) in {2, 3}:
        named = alike(parts, known_bearers(parts[-1:], setting.day, near))
    alone = len(named) == 1
    bearers = [b for b in named if _well_known(b, setting.day, titled=titled, alone=alone)]
    if not titled and len(parts) == 1 and setting.home:
        bearers = [b for b in bearers if _told_of(b, setting)]
    return (bearers[0], tuple(bearers[1:])) if bearers else (None, ())


def _well_known(name: str, day: str | None, *, titled: bool, alone: bool) -> bool:
    """Whether a surname alone may mean a person of the codebook on a day.

    Args:
        name: The person.
        day: The article's day.
        titled: Whether the surname stands with a title.
        alone: Whether nobody else of the codebook bears it.
    """
    standing, side = standing_of(name, day), people()[name].side_on(day)
    if standing in {"will hold", "never"}:
        led = side is not None and side.sector in _LEADING
        return alone and side is not None and side.sector != "CVL" and (led or not titled)
    best = min(t.rank for t in terms_of()[name])
    return best <= (_KNOWN_BY_SURNAME if standing == "holds" or titled else 4)


def _told_of(name: str, setting: Setting) -> bool:
    """Whether an article may mean a person by a bare surname: it names the person's country.

    Heads of states and governments in office need no such word. Without this, towns, channels
    and first names ("Orlando", "Fox", "Roger") became ministers and mayors of other countries.
    """
    terms = terms_of().get(name, ())
    if any(t.rank <= _HEADS and t.holds_on(setting.day) for t in terms):
        return True
    return bool(({t.country for t in terms} | {people()[name].country}) & set(setting.home))


def _known(
    name: str,
    others: tuple[str, ...],
    titles: list[Segment],
    offices: list[str],
    around: Around,
    setting: Setting,
) -> Description:
    person = people()[name]
    term = term_on(name, setting.day, offices)
    if term is None and offices and not around.former and standing_of(name, setting.day) != "holds":
        term_country = home_of(name)
        office = office_named(offices, term_country or None, None)
    else:
        office = None
    if term is not None:
        basis = "text" if term.office in offices else "codebook"
        office = office_from(term, basis)
    sector = _sector_on_day(name, term, titles, around, setting)
    side = person.side_on(setting.day) if term is None else None
    country = (term.country if term else side.country if side else "") or home_of(name)
    stateless = sector in {"IGO", "NGO"} or (term is not None and not term.country)
    return Description(
        name=name,
        kind="person",
        countries=() if stateless or not country else (country,),
        sector=sector,
        office=office,
        wikidata=person.wikidata or None,
        wikidata_verified=person.verified,
        candidates=(name, *others) if others else (),
        confidence=0.8 if others else 0.95,
        office_keys=(term.office,) if term else tuple(offices),
    )


def _sector_on_day(
    name: str, term: Term | None, titles: list[Segment], around: Around, setting: Setting
) -> Sector:
    if term is not None:
        return term.sector
    side, standing = people()[name].side_on(setting.day), standing_of(name, setting.day)
    told = _sector_of(titles) if titles and not around.former else None
    if told not in {None, "GOV", "UNK"} and standing in {"never", "will hold"}:
        return told or "UNK"
    if around.former:
        return "ELI" if side is None or side.sector in ELITE else side.sector
    if side is not None:
        return "ELI" if standing == "held" and _only_governed(name, side) else side.sector
    if standing == "held":
        begun = (t for t in terms_of()[name] if setting.day is None or t.since <= setting.day)
        last = max(begun, key=lambda t: t.since).sector
        return last if last not in {*ELITE, "OPP"} else "ELI"
    return told or _to_be(name, setting.day)


def _only_governed(name: str, side: Side) -> bool:
    """Whether a person is placed with the government, without dates, for a ministry now lost.

    Ambassadors and spokespersons go on in the service of their state; ministers do not.
    """
    dated = side.since or side.until
    best = min((t.rank for t in terms_of().get(name, ())), default=_NO_RANK)
    return side.sector == "GOV" and not dated and best <= _MINISTERS


def _to_be(name: str, day: str | None) -> Sector:
    """Return where a person belongs who takes a first office later."""
    first = min(terms_of().get(name, ()), key=lambda t: t.since, default=None)
    if first is None or day is None or int(first.since[:4]) - int(day[:4]) > _EARLY:
        return "UNK"
    return first.sector if first.sector in _CAREERS else _BEFORE.get(first.sector, "UNK")


def _stranger(
    name: str, titles: list[Segment], offices: list[str], around: Around, setting: Setting
) -> Description:
    """Describe a person that only the article tells of."""
    states = around.states(setting.day)
    bodies: list[Organisation] = [
        b for s in around.belonging for b in s.values("body") if b.holds_on(setting.day)
    ]
    inherited = not states and not bodies
    countries = states or (() if bodies else setting.sole)
    sector = _sector_of(titles) or "UNK"
    if around.former and sector in ELITE:
        sector = "ELI"
    elif bodies and sector in {"GOV", "UNK", "BUS"}:
        sector = bodies[0].sector
    office = None
    taken = inherited and bool(countries) and holder_of(offices, countries[:1], setting.day)
    if taken:  # another is president of the country: this one presides over something else
        sector = "UNK" if sector == "GOV" else sector
    if titles and not around.former:
        public = countries and not taken and not of_private_body(around, setting)
        office = office_named(
            offices,
            countries[0] if public else None,
            bodies[0].name if bodies else None,
            deputy=around.deputy,
            place=around.place,
        )
    return Description(
        name=name,
        kind="person",
        countries=countries,
        sector=sector,
        office=office,
        inherited=inherited,
        confidence=0.6 if inherited else 0.75,
        office_keys=tuple(offices),
    )


def _sector_of(titles: list[Segment]) -> Sector | None:
    roles: list[RoleNoun] = [r for s in titles for r in s.values("role") if r.kind == "person"]
    if roles:
        return roles[-1].sector
    return "GOV" if any(s.has("office") for s in titles) else None


def from_term(term: Term, basis: str) -> Description:
    """Return the person who holds an office."""
    person = people()[term.person]
    return Description(
        name=person.name,
        kind="person",
        countries=(term.country,) if term.country else (),
        sector=term.sector,
        office=office_from(term, basis),
        wikidata=person.wikidata or None,
        wikidata_verified=person.verified,
        mention="office",
        confidence=0.85,
        office_keys=(term.office,),
    )
