"""Words around a place's name, and names that are common words first."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class PlaceWords(NamedTuple):
    """Words by what they say of a name beside them; lower case, but for streets."""

    division_after: frozenset[str]
    division_before: frozenset[str]
    leading: tuple[str, ...]
    locative: frozenset[str]
    local_bodies: frozenset[str]
    division_bodies: frozenset[str]
    bodies_of_state: frozenset[str]
    learned: frozenset[str]
    streets: frozenset[str]
    site_tails: frozenset[str]
    before_hyphen: frozenset[str]
    given_names: frozenset[str]
    never_alone: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Return the place words of the codebook."""
    tables = load_toml("place_words.toml")
    words = tables["words"]
    return PlaceWords(
        division_after=frozenset(words["division_after"]),
        division_before=frozenset(words["division_before"]),
        leading=tuple(words["leading"]),
        locative=frozenset(words["locative"]),
        local_bodies=frozenset(words["local_bodies"]),
        division_bodies=frozenset(words["division_bodies"]),
        bodies_of_state=frozenset(words["bodies_of_state"]),
        learned=frozenset(words["learned"]),
        streets=frozenset(words["streets"]),
        site_tails=frozenset(words["site_tails"]),
        before_hyphen=frozenset(words["before_hyphen"]),
        given_names=frozenset(words["given_names"]),
        never_alone=frozenset(tables["never_alone"]["words"]),
    )
