"""States and territories: codes, names, adjectives, peoples, capitals, and who is over whom."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from dragoman.codebooks.loader import load_table

Status = Literal["state", "dependency", "disputed", "historical"]


class Country(NamedTuple):
    """One line of ``countries.tsv``; `parent` is the sovereign of a dependency.

    `led_by_cabinet`: where news says "the country's leader", it means the head of government.
    """

    iso3: str
    iso2: str
    status: Status
    parent: str | None
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    continent: str
    region: str
    since: str
    until: str
    led_by_cabinet: bool

    @property
    def in_prose(self) -> str:
        """The name as it stands after "of": "the United States", "France"."""
        return f"the {self.name}" if self.name in _WITH_ARTICLE else self.name


_WITH_ARTICLE = frozenset(
    {
        "United States", "United Kingdom", "Netherlands", "Philippines", "Czech Republic",
        "United Arab Emirates", "Soviet Union", "Central African Republic", "Dominican Republic",
        "Democratic Republic of the Congo", "Republic of the Congo", "Marshall Islands",
        "Solomon Islands", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles",
    }
)  # fmt: skip


def cell_list(cell: str) -> tuple[str, ...]:
    """Split a cell of alternatives at its bars."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def countries() -> Mapping[str, Country]:
    """Return every country by its ISO-3 code."""
    return {row["iso3"]: _country(row) for row in load_table("countries.tsv")}


def _country(row: Mapping[str, str]) -> Country:
    status = row["status"]
    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"],
        status=status,  # type: ignore[arg-type]  # the validator checks the column
        parent=row["parent"] or None,
        name=row["name"],
        aliases=cell_list(row["aliases"]),
        adjectives=cell_list(row["adjectives"]),
        people=cell_list(row["people"]),
        capitals=cell_list(row["capital"]) + cell_list(row["capital_aliases"]),
        continent=row["continent"],
        region=row["region"],
        since=row["from"],
        until=row["until"],
        led_by_cabinet=row["leader"] == "cabinet",
    )


@cache
def _states_by_adjective() -> Mapping[str, str]:
    """Adjectives that only one present state bears ("Congolese" has two)."""
    found: dict[str, set[str]] = {}
    for country in countries().values():
        if country.status == "state":
            for adjective in country.adjectives:
                found.setdefault(adjective, set()).add(country.name)
    return {adjective: min(names) for adjective, names in found.items() if len(names) == 1}


def state_of_adjective(adjective: str) -> str | None:
    """Return the name of the one state that an adjective stands for ("Ukrainian"), or None."""
    return _states_by_adjective().get(adjective)


def country_name(iso3: str) -> str:
    """Return a country's name as it stands after "of", or the code if it is unknown."""
    country = countries().get(iso3)
    return country.in_prose if country else iso3


def adjective_of(iso3: str) -> str:
    """Return a country's first adjective, or its name where it has none."""
    country = countries().get(iso3)
    if country is None:
        return iso3
    return country.adjectives[0] if country.adjectives else country.name
