"""A phrase without an article: what the codebooks alone say of it."""

from __future__ import annotations

from dragoman.extraction.actors.description import Description, Setting
from dragoman.extraction.actors.phrases import describe_words
from dragoman.extraction.actors.words import words_in

# A phrase longer than this names no party; it keeps hostile input cheap.
_LONGEST = 60


def describe_phrase(text: str, day: str | None = None) -> Description | None:
    """Describe the party that a phrase names on a day, or None if the codebooks know none.

    Args:
        text: A name or noun phrase: "Medvedev", "foreign ministers of the Baltic states".
        day: ISO date at which offices and memberships are asked; None: whoever comes first.
    """
    words = words_in(text)[:_LONGEST]
    if not words:
        return None
    found = describe_words(words, Setting(day=day))
    return found[0] if found else None
