"""Who held which office when: office types, people, and terms from 2000 on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dragoman.codebooks.countries import adjective_of, cell_list, country_name
from dragoman.codebooks.dates import covers
from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.records.vocabulary import Sector


class OfficeType(NamedTuple):
    """A kind of office: what news calls it, and how its title is written out.

    `rank` is small for the offices by which news knows a person who holds several. `single`:
    a country has one holder at a time, so that "the president" may be looked up. `place`: where
    only one country or body has the office ("the pope"), which.
    """

    key: str
    names: tuple[str, ...]
    title: str
    sector: Sector
    rank: int
    single: bool
    place: str

    def title_for(
        self, country: str | None, body: str | None = None, place: str | None = None
    ) -> str:
        """Return the written title: "President of France", "Governor of Texas"."""
        return self.title.format(
            country=country_name(country) if country else "",
            adjective=adjective_of(country) if country else "",
            body=body or "",
            place=place or "",
            title="",
        ).removesuffix(" of ")


class Side(NamedTuple):
    """Where a person belonged in a period beside the terms of ``offices.tsv``.

    `country` is given where it is not the person's own: "president of the Soviet Union".
    """

    sector: Sector
    country: str
    since: str
    until: str


class Person(NamedTuple):
    """One line of ``people.tsv``: what a person is called, and where he or she belongs.

    `sides` tell the sector on days without an office; `wikidata` is given only where certain.
    """

    name: str
    aliases: tuple[str, ...]
    country: str
    sides: tuple[Side, ...]
    wikidata: str
    verified: bool

    @property
    def otherwise(self) -> Sector | None:
        """The sector of the person today, when no office is held."""
        side = self.side_on(None)
        return side.sector if side else None

    def side_on(self, day: str | None) -> Side | None:
        """Return where the person belonged on a day (None: today), if the codebook says so."""
        if day is None:
            return next((side for side in reversed(self.sides) if not side.until), None)
        return next((side for side in self.sides if covers(side.since, side.until, day)), None)


class Term(NamedTuple):
    """One line of ``offices.tsv``: an office held from `since` to `until` (empty: still)."""

    person: str
    office: str
    country: str
    body: str
    title: str
    sector: Sector
    since: str
    until: str
    verified: bool

    def holds_on(self, day: str | None) -> bool:
        """Whether the office was held on the day (handover days belong to both)."""
        return covers(self.since, self.until, day)

    @property
    def written(self) -> str:
        """The title in words, with its country or body."""
        if self.title:
            return self.title
        return office_types()[self.office].title_for(self.country or None, self.body or None)

    @property
    def rank(self) -> int:
        """The rank of the office's type."""
        return office_types()[self.office].rank


@kept()
def office_types() -> Mapping[str, OfficeType]:
    """Return every office type by its key."""
    return {
        row["key"]: OfficeType(
            row["key"],
            cell_list(row["names"]),
            row["title"],
            row["sector"],  # type: ignore[arg-type]  # the validator checks the column
            int(row["rank"]),
            not row["many"],
            row["place"],
        )
        for row in load_table("office_types.tsv")
    }


@kept()
def terms() -> tuple[Term, ...]:
    """Return every term, in the order of the codebook."""
    return tuple(_term(row) for row in load_table("offices.tsv"))


@kept()
def terms_of() -> Mapping[str, tuple[Term, ...]]:
    """Return the terms of each person, by canonical name."""
    held: dict[str, list[Term]] = {}
    for term in terms():
        held.setdefault(term.person, []).append(term)
    return {name: tuple(listed) for name, listed in held.items()}


@kept()
def terms_in() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    """Return the terms of each office, by (office type, country code or body)."""
    held: dict[tuple[str, str], list[Term]] = {}
    for term in terms():
        held.setdefault((term.office, term.body or term.country), []).append(term)
    return {place: tuple(listed) for place, listed in held.items()}


@kept()
def people() -> Mapping[str, Person]:
    """Return every person that the codebooks know, by canonical name."""
    known = {
        row["name"]: Person(
            row["name"],
            cell_list(row["aliases"]),
            row["country"],
            tuple(_side(cell) for cell in row["otherwise"].split()),
            row["wikidata"],
            bool(row["verified"]),
        )
        for row in load_table("people.tsv")
    }
    for term in terms():
        known.setdefault(term.person, Person(term.person, (), term.country, (), "", False))
    return known


def holders(office: str, place: str, day: str | None) -> tuple[Term, ...]:
    """Return who holds an office of a country or body on a day, the latest to take it first."""
    held = (t for t in terms_in().get((office, place), ()) if t.holds_on(day))
    return tuple(sorted(held, key=lambda t: t.since, reverse=True))


def offices_of(person: str, day: str | None) -> tuple[Term, ...]:
    """Return the offices a person holds on a day: highest rank first, then the latest."""
    held = [t for t in terms_of().get(person, ()) if t.holds_on(day)]
    held.sort(key=lambda t: t.since, reverse=True)
    return tuple(sorted(held, key=lambda t: t.rank))


def _side(cell: str) -> Side:
    """Read "REB@..2003-08", "GOV=SUN@1988..1991-12-25" or "ELI"."""
    belongs, _, period = cell.partition("@")
    sector, _, country = belongs.partition("=")
    since, _, until = period.partition("..")
    return Side(sector, country, since, until)  # type: ignore[arg-type]  # the validator checks it


def _term(row: Mapping[str, str]) -> Term:
    kind = office_types().get(row["office"])
    return Term(
        person=row["person"],
        office=row["office"],
        country=row["country"],
        body=row["body"],
        title=row["title"],
        sector=row["sector"] or (kind.sector if kind else "GOV"),  # type: ignore[arg-type]
        since=row["start"],
        until=row["end"],
        verified=bool(row["verified"]),
    )
