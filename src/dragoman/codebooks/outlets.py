"""News agencies, outlets, and the channels on which people publish themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.errors import CodebookError

OutletKind = Literal["agency", "outlet", "channel"]


class Outlet(NamedTuple):
    """One agency, outlet or channel; `country` is ISO-3 or empty."""

    name: str
    kind: OutletKind
    country: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]


@kept()
def outlets() -> tuple[Outlet, ...]:
    """Return every entry, in the order of the codebook.

    Raises:
        CodebookError: An entry has a kind that is none.
    """
    found = []
    for row in load_table("outlets.tsv"):
        if row["kind"] not in {"agency", "outlet", "channel"}:
            raise CodebookError(f"{row['name']}: {row['kind']!r} is no kind", source="outlets.tsv")
        kind = cast("OutletKind", row["kind"])
        found.append(
            Outlet(
                row["name"], kind, row["country"], _parts(row["aliases"]), _parts(row["domains"])
            )
        )
    return tuple(found)


@kept()
def outlets_by_name() -> Mapping[str, Outlet]:
    """Return entries by name and alias, exactly as printed (case matters: "TIME", "Time")."""
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            table.setdefault(name, outlet)
    return table


@kept()
def outlets_by_domain() -> Mapping[str, Outlet]:
    """Return entries by domain, lower case, without "www."."""
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
