"""Contested territory: who claimed and who held it, period by period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.codebooks.dates import covers
from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.errors import CodebookError

FILE = "contested.tsv"


class Standing(NamedTuple):
    """Who claims and who holds a territory in a period.

    `claimed_by` and `held_by` hold ISO-3 codes, or names of who is no state. Bounds are ISO dates
    as precise as they are known, both included; an empty one is open.
    """

    since: str
    until: str
    claimed_by: tuple[str, ...]
    held_by: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory with its periods, in the order of time.

    `names` are names in the gazetteer, `codes` GeoNames' codes of divisions ("UA.11") or ISO-3
    codes of whole countries; `country` is what the gazetteer gives its towns, or empty.
    """

    name: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    country: str
    standings: tuple[Standing, ...]

    def on(self, day: str | None) -> Standing | None:
        """Return who claimed and held it on a day; without a day, the period that is still open."""
        if day is None:
            return next((s for s in reversed(self.standings) if not s.until), None)
        held = [s for s in self.standings if covers(s.since, s.until, day)]
        return held[-1] if held else None


@kept()
def territories() -> tuple[Territory, ...]:
    """Return every territory of the codebook.

    Raises:
        CodebookError: A territory has no names and no codes, or no claimant or holder.
    """
    rows: dict[str, list[Mapping[str, str]]] = {}
    for row in load_table(FILE):
        rows.setdefault(row["territory"], []).append(row)
    return tuple(_territory(name, listed) for name, listed in rows.items())


def _territory(name: str, rows: list[Mapping[str, str]]) -> Territory:
    where = {key: next((r[key] for r in rows if r[key]), "") for key in _WHERE}
    standings = tuple(sorted(_standing(row) for row in rows))
    if not (where["names"] or where["codes"]):
        raise CodebookError(f"{name}: nothing says where it is", source=FILE)
    if not all(s.claimed_by and s.held_by for s in standings):
        raise CodebookError(f"{name}: a period has no claimant or no holder", source=FILE)
    return Territory(
        name, _parts(where["names"]), _parts(where["codes"]), where["country"], standings
    )


_WHERE = ("names", "codes", "country")


def _standing(row: Mapping[str, str]) -> Standing:
    return Standing(
        since=row["since"],
        until=row["until"],
        claimed_by=_parts(row["claimed_by"]),
        held_by=_parts(row["held_by"]),
        verified=row["verified"] != "no",
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def contested(name: str, country: str | None, code: str) -> Iterator[Territory]:
    """Yield the contested territories that a place is or lies in, the narrowest first.

    Args:
        name: The place's first name in the gazetteer.
        country: Its ISO-3 country there.
        code: The code of its first-level division there, or an empty string.
    """
    by_name, by_code = _index()
    yield from (t for t in by_name.get(name, ()) if t.country in {"", country})
    for key in (code, country or ""):
        yield from by_code.get(key, ()) if key else ()


Index = Mapping[str, tuple[Territory, ...]]


@kept()
def _index() -> tuple[Index, Index]:
    by_name: dict[str, tuple[Territory, ...]] = {}
    by_code: dict[str, tuple[Territory, ...]] = {}
    for territory in territories():
        for name in territory.names:
            by_name[name] = (*by_name.get(name, ()), territory)
        for code in territory.codes:
            by_code[code] = (*by_code.get(code, ()), territory)
    return by_name, by_code
