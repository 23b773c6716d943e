"""Words that help to tell who speaks: ``speaker_words.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_toml


class SpeakerWords(NamedTuple):
    """Lower-case lemmas. `stands_for`: the roles that a later noun may stand for."""

    pairs: frozenset[str]
    in_office: frozenset[str]
    anyone: frozenset[str]
    issuing: frozenset[str]
    naming: frozenset[str]
    carriers: frozenset[str]
    stands_for: Mapping[str, frozenset[str]]


@kept()
def speaker_words() -> SpeakerWords:
    """Return the nouns and verbs that help to tell who speaks."""
    tables = load_toml("speaker_words.toml")
    pairs, in_office, anyone, issuing, naming, carriers = (
        frozenset(tables["words"][name]) for name in SpeakerWords._fields[:-1]
    )
    stands_for = {noun: frozenset(words) for noun, words in tables["stands_for"].items()}
    return SpeakerWords(pairs, in_office, anyone, issuing, naming, carriers, stands_for)
