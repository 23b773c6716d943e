"""Words of standing stances: verbs, predicates and names by which a party holds something."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml

_FILE = "stances.toml"


class HeldBy(NamedTuple):
    """Where the issue of a verb stands, and when the verb tells a stance ("": when present)."""

    by: tuple[str, ...]
    when: str = ""


class Stances(NamedTuple):
    """The lists of ``stances.toml``; `verbs` maps a lemma to how it holds a stance."""

    verbs: Mapping[str, HeldBy]
    reported: frozenset[str]
    lasting: frozenset[str]
    adjectives: frozenset[str]
    alone: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    standing: frozenset[str]
    changing: frozenset[str]
    having: frozenset[str]
    had_not: frozenset[str]
    had: frozenset[str]
    had_about: frozenset[str]
    relations: frozenset[str]
    copulas: frozenset[str]
    over: frozenset[str]
    views: frozenset[str]
    naming: frozenset[str]
    expressing: frozenset[str]
    feelings: frozenset[str]
    about: frozenset[str]
    refusing: frozenset[str]
    continuing: frozenset[str]
    pledging: frozenset[str]
    unreal: frozenset[str]


@cache
def stances() -> Stances:
    """Return the words of stances."""
    tables = load_toml(_FILE)
    verbs = {
        lemma: HeldBy(tuple(entry["by"]), entry.get("when", ""))
        for entry in tables["verb"]
        for lemma in entry["lemmas"].split()
    }
    predicate, expressing, carried = tables["predicate"], tables["expressing"], tables["carried"]
    having, standing = tables["having"], tables["standing"]
    return Stances(
        verbs,
        _words(tables["reported"]["lemmas"]),
        _words(tables["lasting"]["words"]),
        _words(predicate["adjectives"]),
        _words(predicate["alone"]),
        frozenset(tuple(phrase.split()) for phrase in predicate["phrases"]),
        _words(standing["nouns"]),
        _words(standing["changing"]),
        _words(having["verbs"]),
        _words(having["denied"]),
        _words(having["held"]),
        _words(having["about"]),
        _words(predicate["relations"]),
        _words(predicate["verbs"]),
        _words(predicate["over"]),
        _words(tables["naming"]["views"]),
        _words(tables["naming"]["speech"]),
        _words(expressing["verbs"]),
        _words(expressing["nouns"]),
        _words(expressing["about"]),
        _words(carried["refusing"]),
        _words(carried["continuing"]),
        _words(carried["pledging"]),
        _words(carried["unreal"]),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
