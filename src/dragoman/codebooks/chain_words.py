"""Words that say how a statement reached the page."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class ChainWords(NamedTuple):
    """The vocabulary of ``chain_words.toml``; every entry is lower case."""

    told: frozenset[str]
    interview: frozenset[str]
    to_hearers: frozenset[str]
    products: frozenset[str]
    talks: frozenset[str]
    passed_on_by: frozenset[str]
    carrier: frozenset[str]
    cited: frozenset[str]
    on: frozenset[str]
    reports: frozenset[str]
    adverbs: frozenset[str]
    breaks: frozenset[str]
    speech: frozenset[str]
    origin_before: frozenset[str]
    origin_verbs: frozenset[str]
    describing: frozenset[str]
    medium: frozenset[str]
    agency: frozenset[str]
    name_forms: frozenset[str]
    generic_media: frozenset[str]
    media_qualifiers: frozenset[str]
    shows: frozenset[str]
    bodies: frozenset[str]
    utterances: frozenset[str]
    custody: frozenset[str]
    no_turns: frozenset[str]
    own_page: frozenset[str]
    document: frozenset[str]
    writings: frozenset[str]
    anonymous: frozenset[str]
    witness: frozenset[str]
    spokesman: frozenset[str]
    openers: frozenset[str]
    unnamed: frozenset[str]
    indefinite: frozenset[str]


@cache
def chain_words() -> ChainWords:
    """Return the vocabulary of source chains."""
    tables = load_toml("chain_words.toml")
    lists = {**tables["relations"], **tables["words"]}
    return ChainWords(**{name: frozenset(lists[name]) for name in ChainWords._fields})
