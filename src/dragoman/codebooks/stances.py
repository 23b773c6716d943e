"""Words of standing stances: verbs, predicates and names by which a party holds something."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml

_FILE = "stances.toml"


class Stances(NamedTuple):
    """The lists of ``stances.toml``; `verbs` maps a lemma to where its issue stands."""

    verbs: Mapping[str, tuple[str, ...]]
    adjectives: frozenset[str]
    relations: frozenset[str]
    copulas: frozenset[str]
    naming: frozenset[str]
    expressing: frozenset[str]
    feelings: frozenset[str]
    about: frozenset[str]
    refusing: frozenset[str]
    pledging: frozenset[str]


@cache
def stances() -> Stances:
    """Return the words of stances."""
    tables = load_toml(_FILE)
    verbs = {
        lemma: tuple(entry["by"]) for entry in tables["verb"] for lemma in entry["lemmas"].split()
    }
    predicate, expressing, carried = tables["predicate"], tables["expressing"], tables["carried"]
    return Stances(
        verbs,
        _words(predicate["adjectives"]),
        _words(predicate["relations"]),
        _words(predicate["verbs"]),
        _words(tables["naming"]["verbs"]),
        _words(expressing["verbs"]),
        _words(expressing["nouns"]),
        _words(expressing["about"]),
        _words(carried["refusing"]),
        _words(carried["pledging"]),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
