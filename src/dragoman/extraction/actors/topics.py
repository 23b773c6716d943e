"""What the words of a body's name say of its sector."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.actor_words import actor_words
from dragoman.extraction.actors.words import Word
from dragoman.records.vocabulary import Sector


def told_by(words: Sequence[Word]) -> Sector | None:
    """Return the sector that the last telling word names: "Northern Medical Alliance" is MED."""
    topics = actor_words().topics
    return next((topics[w.key] for w in reversed(words) if w.key in topics), None)
