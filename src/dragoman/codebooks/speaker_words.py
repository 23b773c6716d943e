"""Words that help to tell who speaks: ``speaker_words.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_toml


class SpeakerWords(NamedTuple):
    """Lower-case lemmas, and what a later noun may mean.

    `stands_for` has the roles of a noun for a person, `bodies` the kinds of actor of a noun for a
    body.
    """

    pairs: frozenset[str]
    in_office: frozenset[str]
    anyone: frozenset[str]
    issuing: frozenset[str]
    naming: frozenset[str]
    carriers: frozenset[str]
    institutions: frozenset[str]
    stands_for: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]]


@kept()
def speaker_words() -> SpeakerWords:
    """Return the nouns and verbs that help to tell who speaks."""
    tables = load_toml("speaker_words.toml")
    words = [frozenset(tables["words"][name]) for name in SpeakerWords._fields[:-2]]
    pairs, in_office, anyone, issuing, naming, carriers, institutions = words
    stands_for, bodies = (
        {noun: frozenset(found) for noun, found in tables[name].items()}
        for name in SpeakerWords._fields[-2:]
    )
    return SpeakerWords(
        pairs, in_office, anyone, issuing, naming, carriers, institutions, stands_for, bodies
    )
