"""What the codebooks know of a name, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.render.layout import Gap, Heading, Line, Part, grid, joined
from dragoman.cli.render.pieces import day_words
from dragoman.codebooks.countries import Country
from dragoman.codebooks.metonyms import Metonym
from dragoman.codebooks.offices import Person
from dragoman.codebooks.organisations import Organisation

if TYPE_CHECKING:
    from dragoman.codebooks.offices import Term
    from dragoman.codebooks.outlets import Outlet
    from dragoman.extraction.actors import Answer, Description, Known

_MOST_ALIASES = 8


def answer_parts(answer: Answer) -> Iterator[Part]:
    """Yield how the words are read, and then each codebook line that bears the name."""
    if answer.reading is not None:
        yield Heading("◉", "Read as")
        yield Line(_reading(answer.reading), 2)
        yield Gap()
    if answer.holders:
        yield Heading("◷", "Held by", len(answer.holders))
        yield grid(_term(term, answer.day, who=True) for term in answer.holders)
        yield Gap()
    if answer.known:
        yield Heading("≡", "In the codebooks", len(answer.known))
    for known in answer.known:
        yield Line(_about(known), 2)
        yield from _more(known, answer.day)


def _reading(reading: Description) -> Text:
    office = reading.office
    return joined(
        [
            (reading.name, "name"),
            reading.kind.replace("_", " "),
            (_codes(reading.countries, reading.sector), "code"),
            office.title if office else "",
            f"stands for {reading.metonym_for}" if reading.metonym_for else "",
            f"members {' '.join(reading.members)}" if reading.members else "",
            f"or {', '.join(reading.candidates)}" if reading.candidates else "",
        ]
    )


def _about(known: Known) -> Text:
    line = known.line
    if isinstance(line, Person):
        codes = _codes((line.country,), line.otherwise or "")
    elif isinstance(line, Organisation | Metonym):
        codes = _codes(line.countries, line.sector)
    elif isinstance(line, Country):
        codes = line.iso3
    else:
        codes = line.country
    return joined([(line.name, "name"), known.sort, (codes, "code"), _particulars(known)])


def _particulars(known: Known) -> str:
    line = known.line
    if isinstance(line, Person):
        mark = "" if line.verified else " (unverified)"
        return f"Wikidata {line.wikidata}{mark}" if line.wikidata else ""
    if isinstance(line, Country):
        return f"{line.status}, capital {' or '.join(line.capitals[:1]) or 'none'}"
    if isinstance(line, Metonym):
        return f"stands for {line.stands_for}{_period(line.since, line.until)}"
    if isinstance(line, Organisation):
        return f"{line.kind.replace('_', ' ')}{_period(line.since, line.until)}"
    return _outlet(line)


def _outlet(line: Outlet) -> str:
    owner = f"owned by {line.owner}" if line.owner else ""
    parts = [line.kind, line.ownership, owner, *line.domains[:2]]
    return ", ".join(part for part in parts if part) + ("" if line.verified else " (unverified)")


def _more(known: Known, day: str | None) -> Iterator[Part]:
    line = known.line
    if line.aliases:
        more = len(line.aliases) - _MOST_ALIASES
        tail = f" and {more} more" if more > 0 else ""
        yield Line(Text(f"also {', '.join(line.aliases[:_MOST_ALIASES])}{tail}", "quiet"), 4)
    if isinstance(line, Organisation) and line.members:
        when = f" on {day_words(day)}" if day else ""
        yield Line(Text(f"members{when}: {' '.join(line.members_on(day))}"), 4)
    if known.terms:
        yield grid((_term(term, day, who=False) for term in known.terms), 4)


def _term(term: Term, day: str | None, *, who: bool) -> tuple[Text, ...]:
    now = day is not None and term.holds_on(day)
    return (
        Text("▸" if now else " ", "good"),
        Text(f"{day_words(term.since)} – {day_words(term.until) if term.until else ''}"),
        Text(term.person if who else term.written, "name" if now else ""),
        Text("" if term.verified else "unverified", "quiet"),
    )


def _codes(countries: tuple[str, ...], sector: str) -> str:
    return " ".join((*countries, "" if sector == "UNK" else sector)).strip()


def _period(since: str, until: str) -> str:
    if not since and not until:
        return ""
    return f", {day_words(since) if since else ''} – {day_words(until) if until else ''}"
