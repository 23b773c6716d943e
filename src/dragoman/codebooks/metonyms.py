"""Places and buildings that stand for an institution: "the Kremlin", "Foggy Bottom"."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.countries import cell_list
from dragoman.codebooks.dates import covers
from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table
from dragoman.records.vocabulary import ActorKind, Sector


class Metonym(NamedTuple):
    """One line of ``metonyms.tsv``: a name, and whom it stands for in a period."""

    name: str
    aliases: tuple[str, ...]
    stands_for: str
    kind: ActorKind
    countries: tuple[str, ...]
    sector: Sector
    since: str
    until: str

    def holds_on(self, day: str | None) -> bool:
        """Whether the name stands for that institution on the day."""
        return covers(self.since, self.until, day)


@kept()
def metonyms() -> tuple[Metonym, ...]:
    """Return every metonym, in the order of the codebook."""
    return tuple(
        Metonym(
            name=row["name"],
            aliases=cell_list(row["aliases"]),
            stands_for=row["stands_for"],
            kind=row["kind"],  # type: ignore[arg-type]  # the validator checks these two columns
            countries=tuple(row["countries"].split()),
            sector=row["sector"],  # type: ignore[arg-type]
            since=row["from"],
            until=row["until"],
        )
        for row in load_table("metonyms.tsv")
    )
