"""Words that steer how an event is read, as sets of lemmas by table and name."""

from __future__ import annotations

from functools import cache

from dragoman.codebooks.loader import load_toml


@cache
def event_words(table: str, name: str) -> frozenset[str]:
    """Return one list of ``event_words.toml``, for example ``("status", "deny")``."""
    return frozenset(load_toml("event_words.toml")[table][name].split())


@cache
def domain_words() -> dict[str, frozenset[str]]:
    """Return, for each domain that holds no political events, the words that tell it."""
    return {
        name: frozenset(words.split())
        for name, words in load_toml("event_words.toml")["domains"].items()
    }


@cache
def party_nouns(group: str) -> frozenset[str]:
    """Return the common nouns of one group of parties: armed, police, official or people."""
    return frozenset(load_toml("party_nouns.toml")["group"][group].split())


@cache
def party_words(name: str) -> frozenset[str]:
    """Return one list of words that lead to a party, such as ``"answering"`` verbs."""
    return frozenset(load_toml("party_nouns.toml")["words"][name].split())
