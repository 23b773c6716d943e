"""What the codebooks know of a name on a day: `dragoman who NAME --on DATE`.

A name may be a person's, an organisation's, a state's, an outlet's, a place that stands for an
institution, or an office ("foreign minister of Kazakhstan"). Everything that bears it is
returned: the reader of an archive chooses, not we.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from dragoman.codebooks.countries import Country, countries
from dragoman.codebooks.kept import kept
from dragoman.codebooks.metonyms import Metonym, metonyms
from dragoman.codebooks.offices import Person, Term, people, terms_in, terms_of
from dragoman.codebooks.organisations import Organisation, organisations
from dragoman.codebooks.outlets import Outlet, outlets
from dragoman.extraction.actors.bare import describe_phrase
from dragoman.extraction.actors.description import Description
from dragoman.extraction.actors.names import known_bearers
from dragoman.text.folding import key

Sort = Literal["person", "country", "organisation", "metonym", "outlet"]
Line = Person | Country | Organisation | Metonym | Outlet

# More than these bear a surname only in China and Korea; nobody reads on.
_MOST_BEARERS = 12


@dataclass(frozen=True, slots=True)
class Known:
    """One line of a codebook that bears a name; `terms` are a person's offices, the latest first."""

    sort: Sort
    line: Line
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a name.

    Attributes:
        name: The name as asked.
        day: The day asked about, ISO, or None.
        reading: How Dragoman reads the words as a party on that day, or None.
        known: The codebooks' lines that bear the name.
        holders: Where the words name an office, everyone who held it, the latest first.
    """

    name: str
    day: str | None
    reading: Description | None
    known: tuple[Known, ...]
    holders: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.reading or self.known or self.holders)


def who(name: str, on: str | None = None) -> Answer:
    """Return what the codebooks know of a name.

    Args:
        name: A name or an office: "Lavrov", "the E3", "Foggy Bottom", "president of France".
        on: ISO date ("2015-03-01", "2015") at which offices and memberships are asked.
    """
    reading = describe_phrase(name, on)
    found = [*_by_name().get(key(name), ())]
    if not any(known.sort == "person" for known in found):
        found += [_person(bearer) for bearer in known_bearers(key(name), on)[:_MOST_BEARERS]]
    holders = () if found else _holders(reading)
    if reading and reading.named and not found:
        found += _by_name().get(key(reading.name), ())
    return Answer(name, on, reading, tuple(found), holders)


def similar_names(name: str, most: int = 3) -> tuple[str, ...]:
    """Return known names that are spelt nearly like one that is not known."""
    spelt = {" ".join(k): known[0] for k, known in _by_name().items()}
    near = get_close_matches(" ".join(key(name))[:100], spelt, n=most, cutoff=0.75)
    return tuple(dict.fromkeys(spelt[match].line.name for match in near))


def _holders(reading: Description | None) -> tuple[Term, ...]:
    """Return who held the office that a phrase names, if it names one of a state and no person."""
    if reading is None or not reading.office_keys or len(reading.countries) != 1:
        return ()
    held = terms_in().get((reading.office_keys[0], reading.countries[0]), ())
    return tuple(sorted(held, key=lambda term: term.since, reverse=True))


@kept()
def _by_name() -> Mapping[tuple[str, ...], tuple[Known, ...]]:
    """Every line of the codebooks by each of its names."""
    found: dict[tuple[str, ...], dict[Known, None]] = {}
    for known in _all():
        for name in _names(known.line):
            found.setdefault(key(name), {})[known] = None
    found.pop((), None)
    return {names: tuple(lines) for names, lines in found.items()}


def _all() -> Iterator[Known]:
    yield from (_person(name) for name in people())
    yield from (Known("country", country) for country in countries().values())
    yield from (Known("organisation", body) for body in organisations())
    yield from (Known("metonym", metonym) for metonym in metonyms())
    yield from (Known("outlet", outlet) for outlet in outlets())


def _person(name: str) -> Known:
    held = sorted(terms_of().get(name, ()), key=lambda term: term.since, reverse=True)
    return Known("person", people()[name], tuple(held))


def _names(line: Line) -> Iterator[str]:
    yield line.name
    yield from line.aliases
    if isinstance(line, Country):
        yield from (*line.adjectives, *line.people, line.iso3)
