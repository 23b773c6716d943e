"""Sentences about sport, markets, weather or entertainment tell no political event."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.strings import get_string_id

from dragoman.codebooks.event_words import domain_words

# Two words of one domain in a sentence, chosen by reading, not tuned: one word alone ("festival",
# "goal") also stands in political news.
_ENOUGH = 2


def outside_politics(words: Iterable[int]) -> bool:
    """Whether a sentence's words are those of sport, markets, weather or entertainment.

    Args:
        words: The words in lower case, as spaCy numbers them.
    """
    told = set(words)
    return any(len(told & domain) >= _ENOUGH for domain in _domains())


@cache
def _domains() -> tuple[frozenset[int], ...]:
    return tuple(frozenset(map(get_string_id, words)) for words in domain_words().values())
