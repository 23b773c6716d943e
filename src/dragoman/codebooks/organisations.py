"""Organisations, blocs, armed groups, companies and bodies, with their periods and members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from dragoman.codebooks.countries import cell_list
from dragoman.codebooks.dates import covers
from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.records.vocabulary import ActorKind, Sector

Membership = Literal["closed", "open", "none"]


class Member(NamedTuple):
    """A state in a bloc, with the period of its membership (empty: as long as the bloc)."""

    iso3: str
    since: str
    until: str


class Organisation(NamedTuple):
    """One line of ``organisations.tsv``; a name may have several lines, one a period."""

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    countries: tuple[str, ...]
    sector: Sector
    membership: Membership
    members: tuple[Member, ...]
    since: str
    until: str

    def holds_on(self, day: str | None) -> bool:
        """Whether this line speaks for the day."""
        return covers(self.since, self.until, day)

    def members_on(self, day: str | None) -> tuple[str, ...]:
        """Return the ISO-3 codes of its members on a day, in order of the alphabet."""
        held = (m.iso3 for m in self.members if covers(m.since, m.until, day))
        return tuple(sorted(set(held)))


@kept()
def organisations() -> tuple[Organisation, ...]:
    """Return every organisation, in the order of the codebook."""
    return tuple(_organisation(row) for row in load_table("organisations.tsv"))


def _organisation(row: Mapping[str, str]) -> Organisation:
    return Organisation(
        name=row["name"],
        aliases=cell_list(row["aliases"]),
        kind=row["kind"],  # type: ignore[arg-type]  # the validator checks these three columns
        countries=tuple(row["countries"].split()),
        sector=row["sector"],  # type: ignore[arg-type]
        membership=row["membership"],  # type: ignore[arg-type]
        members=tuple(_member(code) for code in row["members"].split()),
        since=row["from"],
        until=row["until"],
    )


def _member(cell: str) -> Member:
    code, _, period = cell.partition("@")
    since, _, until = period.partition("..")
    return Member(code, since, until)
