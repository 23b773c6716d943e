"""Words as the matcher sees them, from a parsed passage or from a bare string."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.records import Span
from dragoman.text.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

POSSESSIVE = "'s"
_BARE = re.compile(r"['’]s\b|[^\W_]+(?:[.&’'ʻʼ‘`+](?!s\b)[^\W_]+)*\.?\+?|[^\w\s]")
_HYPHENS = frozenset("-‐‑–+")


class Word(NamedTuple):
    """One word: its surface, its key, its place in the article, and its token's number."""

    text: str
    key: str
    span: Span
    token: int
    hyphen: bool = False  # whether a hyphen ties it to the word before

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter or a digit."""
        return self.text[:1].isupper() or self.text[:1].isdigit()


def words_of(doc: Doc, offset: int) -> tuple[Word, ...]:
    """Return a parse's words; hyphens inside names are passed over.

    Args:
        doc: The parse.
        offset: Where its text begins in the article.
    """
    found: list[Word] = []
    glued = tied = False  # whether no white space, and whether a hyphen stands before the token
    strings = doc.vocab.strings
    # Attributes as arrays: making a `Token` for each word cost as much as all the rest here.
    for number, (orth, after, at) in enumerate(doc.to_array(["ORTH", "SPACY", "IDX"]).tolist()):
        text = strings[orth]
        inner = text in _HYPHENS and glued and not after and bool(found)
        if not inner and not text.isspace():
            start = offset + at
            found.append(_word(text, Span(start, start + len(text)), number, tied))
        tied = inner
        glued = not after
    return tuple(found)


def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a bare string."""
    found: list[Word] = []
    tied = False
    for match in _BARE.finditer(text):
        if match[0] in _HYPHENS:
            tied = bool(found) and found[-1].span.end == match.start()
            continue
        surface = match[0]
        if surface.endswith(".") and surface.count(".") == 1 and len(surface) > 4:
            surface = surface[:-1]
        span = Span(match.start(), match.start() + len(surface))
        found.append(_word(surface, span, len(found), tied))
        tied = False
    return tuple(found)


def printed(words: Sequence[Word]) -> str:
    """Return words as text: a possessive stands at its word, a hyphen between the words it ties."""
    text = ""
    for word in words:
        if text and word.key != POSSESSIVE:
            text += "-" if word.hyphen else " "
        text += word.text
    return text


def _word(text: str, span: Span, token: int, tied: bool) -> Word:
    if text in {"'s", "’s", "'", "’"}:
        return Word(text, POSSESSIVE, span, token)
    return Word(text, fold(text) or text, span, token, tied)
