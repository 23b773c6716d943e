"""Sentences about sport, markets, weather or entertainment tell no political event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import domain_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

# Two words of one domain in a sentence, chosen by reading, not tuned: one word alone ("festival",
# "goal") also stands in political news.
_ENOUGH = 2


def outside_politics(sentence: Sentence) -> bool:
    """Whether a sentence's words are those of sport, markets, weather or entertainment."""
    words = {token.lower_ for token in sentence}
    return any(len(words & domain) >= _ENOUGH for domain in domain_words().values())
