"""Countries' points, provinces, regions, seas and sites."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast, get_args

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.errors import CodebookError

FILE = "regions.tsv"
RegionKind = Literal["country", "admin1", "area", "region", "continent", "water", "site"]
_KINDS: frozenset[str] = frozenset(get_args(RegionKind))


class Region(NamedTuple):
    """One line of ``regions.tsv``: degrees; `country` is ISO-3 or empty.

    `abbreviations` ("Mass.", "MA") are read only after a comma.
    """

    kind: RegionKind
    name: str
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]
    adjectives: tuple[str, ...]
    latitude: float
    longitude: float
    country: str
    geonameid: int | None
    code: str


@kept()
def regions() -> tuple[Region, ...]:
    """Return every region, in the order of the codebook.

    Raises:
        CodebookError: A kind is none, or a point lies off the globe.
    """
    return tuple(_region(row) for row in load_table(FILE))


def _region(row: Mapping[str, str]) -> Region:
    latitude, longitude = float(row["lat"]), float(row["lon"])
    if row["kind"] not in _KINDS or abs(latitude) > 90 or abs(longitude) > 180:
        raise CodebookError(f"{row['name']}: wrong kind or point", source=FILE)
    return Region(
        kind=cast("RegionKind", row["kind"]),
        name=row["name"],
        aliases=_parts(row["aliases"]),
        abbreviations=_parts(row["abbreviations"]),
        adjectives=_parts(row["adjectives"]),
        latitude=latitude,
        longitude=longitude,
        country=row["country"],
        geonameid=int(row["geonameid"]) if row["geonameid"] else None,
        code=row["code"],
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
