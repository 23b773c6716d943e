"""News agencies, outlets, and the channels on which people publish themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast, get_args

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.errors import CodebookError

OutletKind = Literal["agency", "outlet", "channel"]
Ownership = Literal[
    "state", "public", "party", "church", "igo", "nonprofit", "cooperative", "private", ""
]


class Outlet(NamedTuple):
    """One agency, outlet or channel.

    Attributes:
        name: What it is called here; one entry, one name.
        kind: Agency, outlet or channel.
        country: ISO-3, or empty.
        aliases: Other names that mean it wherever they stand.
        domains: Its addresses, lower case, without "www.".
        loose: Names that several media bear, or that are also words, places or people
            ("The Nation", "Time"); its own name may be one of them.
        owner: Who owns it, under one name for all that it owns; empty is the state itself
            where the ownership is "state", else unknown.
        ownership: What sort of owner; empty is unknown.
        languages: ISO 639 codes of publication.
        verified: Whether all that the entry states is certain.
    """

    name: str
    kind: OutletKind
    country: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    loose: tuple[str, ...] = ()
    owner: str = ""
    ownership: Ownership = ""
    languages: tuple[str, ...] = ()
    verified: bool = False

    @property
    def sure_names(self) -> tuple[str, ...]:
        """Return the names that mean it wherever they stand."""
        return (*(() if self.name in self.loose else (self.name,)), *self.aliases)


@kept()
def outlets() -> tuple[Outlet, ...]:
    """Return every entry, in the order of the codebook.

    Raises:
        CodebookError: An entry has a kind or an ownership that is none.
    """
    return tuple(_outlet(row) for row in load_table("outlets.tsv"))


@kept()
def outlets_by_name() -> Mapping[str, Outlet]:
    """Return entries by sure name, exactly as printed (case matters: "BILD", "Bild")."""
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in outlet.sure_names:
            table.setdefault(name, outlet)  # a user's row, which comes first, keeps its names
    return table


@kept()
def loose_names() -> Mapping[str, tuple[Outlet, ...]]:
    """Return the entries that bear each loose name: words around it must speak of a medium.

    The name without the country that tells it apart is one: "Record" of "Record (Brazil)".
    """
    table: dict[str, tuple[Outlet, ...]] = {}
    sure = outlets_by_name()
    for outlet in outlets():
        bare = outlet.name.partition(" (")[0]
        apart = () if bare == outlet.name or bare in sure or bare in outlet.loose else (bare,)
        for name in (*outlet.loose, *apart):
            table[name] = (*table.get(name, ()), outlet)
    return table


def outlet_named(name: str) -> Outlet | None:
    """Return the entry that a name means where an outlet's name is expected, as in a masthead.

    Returns:
        The bearer of a sure name, or the only bearer of a loose one; else None.
    """
    bearers = loose_names().get(name, ())
    return outlets_by_name().get(name) or (bearers[0] if len(bearers) == 1 else None)


@kept()
def outlets_by_domain() -> Mapping[str, Outlet]:
    """Return entries by domain, lower case, without "www."."""
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def same_owner(one: Outlet, other: Outlet) -> bool:
    """Whether two entries are known to be in one hand; False where an owner is unknown."""
    if one.owner or other.owner:
        return one.owner == other.owner
    both = one.ownership == other.ownership == "state"
    return both and one.country == other.country


def _outlet(row: Mapping[str, str]) -> Outlet:
    for column, allowed in (("kind", OutletKind), ("ownership", Ownership)):
        if row[column] not in get_args(allowed):
            raise CodebookError(
                f"{row['name']}: {row[column]!r} is no {column}", source="outlets.tsv"
            )
    return Outlet(
        name=row["name"],
        kind=cast("OutletKind", row["kind"]),
        country=row["country"],
        aliases=_parts(row["aliases"]),
        domains=_parts(row["domains"]),
        loose=_parts(row["loose"]),
        owner=row["owner"],
        ownership=cast("Ownership", row["ownership"]),
        languages=_parts(row["languages"]),
        verified=row["verified"] == "yes",
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
