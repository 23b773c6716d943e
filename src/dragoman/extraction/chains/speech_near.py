"""Whether words speak of speech: "on X" and "in a letter" say nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebooks.chain_words import chain_words
from dragoman.codebooks.reporting import reporting_verbs
from dragoman.extraction.chains.media_names import WORD
from dragoman.records import Span

AROUND = 10  # words before "on X" or "to X" among which one must speak
WIDEST = 160  # characters before a name that are read


def words_of(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return [w.group().casefold().rstrip(".") for w in WORD.finditer(text)]


def is_spoken_near(text: str, start: int, end: int, span: Span) -> bool:
    """Whether a verb of speech stands near a channel: not "a page on Telegram" alone."""
    before = words_of(text[max(start, span.start - WIDEST) : span.start])[-AROUND:]
    after = words_of(text[span.end : min(end, span.end + WIDEST)])[:AROUND]
    return any(map(is_of_speech, (*before, *after)))


def is_of_speech(word: str) -> bool:
    """Whether a word is a verb of speech in any form, or a noun of speech."""
    vocabulary = chain_words()
    if word in vocabulary.speech or word in vocabulary.utterances:
        return True
    return any(lemma in reporting_verbs() for lemma in _lemmas(word))


def _lemmas(word: str) -> Iterator[str]:
    """Yield the verbs that a word may be a regular form of: "alleged" → allege, alleg."""
    for ending in ("s", "d", "ed", "es", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem
            yield stem + "e"
