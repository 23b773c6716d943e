"""Peoples and regions inside states: "Kurdish", "Chechens", "Tamil"."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.countries import cell_list
from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_table


class People(NamedTuple):
    """One line of ``peoples.tsv``; `country` is empty where no state is meant without a word for it."""

    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    country: str


@kept()
def peoples() -> tuple[People, ...]:
    """Return every people, in the order of the codebook."""
    return tuple(
        People(cell_list(row["adjectives"]), cell_list(row["people"]), row["country"])
        for row in load_table("peoples.tsv")
    )
