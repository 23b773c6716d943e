"""Words that help to tell who speaks: ``speaker_words.toml``."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_toml


class SpeakerWords(NamedTuple):
    """Lower-case lemmas."""

    pairs: frozenset[str]
    in_office: frozenset[str]
    anyone: frozenset[str]
    issuing: frozenset[str]
    naming: frozenset[str]
    carriers: frozenset[str]


@kept()
def speaker_words() -> SpeakerWords:
    """Return the nouns and verbs that help to tell who speaks."""
    table = load_toml("speaker_words.toml")["words"]
    return SpeakerWords(*(frozenset(table[name]) for name in SpeakerWords._fields))
