"""Small words that decide how a noun phrase for a party is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml
from dragoman.records.vocabulary import Sector


class ActorWords(NamedTuple):
    """The word lists of ``actor_words.toml``, as folded keys.

    `namesakes` are countries (ISO-3) whose name another country's state or town bears too;
    `prefixes` are first parts before a hyphen ("Franco-German") and their countries; `topics` are
    words of names and the sectors that they tell ("medical"); `ordinary` are names of parties that
    are common words.
    """

    determiners: frozenset[str]
    breaks: frozenset[str]
    quantities: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    former: frozenset[str]
    deputy: frozenset[str]
    by_others: frozenset[str]
    towards: frozenset[str]
    generic: frozenset[str]
    vague: frozenset[str]
    spokespersons: frozenset[str]
    organs: frozenset[str]
    sport: frozenset[str]
    sites: frozenset[str]
    everywhere: frozenset[str]
    ships: frozenset[str]
    ordinary: frozenset[str]
    topics: Mapping[str, Sector]
    namesakes: Mapping[str, str]
    prefixes: Mapping[str, str]


@cache
def actor_words() -> ActorWords:
    """Return the word lists."""
    tables = load_toml("actor_words.toml")
    phrase, roles, sport = tables["phrase"], tables["roles"], tables["sport"]
    lists = {
        **phrase,
        **roles,
        "sport": sport["cues"],
        "sites": tables["sites"]["words"],
        "everywhere": tables["sites"]["everywhere"],
        "ships": tables["sites"]["ships"],
    }
    topics: dict[str, Sector] = {
        word: code for code, said in tables["topics"].items() for word in said.split()
    }
    own = ("ordinary", "topics", "namesakes", "prefixes")
    words = {name: frozenset(lists[name].split()) for name in ActorWords._fields if name not in own}
    return ActorWords(
        **words,
        ordinary=frozenset(name.strip() for name in tables["ordinary"]["names"].split("|")),
        topics=topics,
        namesakes=dict(tables["namesakes"]),
        prefixes=dict(tables["prefixes"]),
    )
