"""Cuts words into the pieces that a BERT model knows (uncased WordPiece).

A word is lower-cased, loses its accents, is parted at punctuation, and each part is cut into the
longest pieces of the vocabulary, from the left (Wu et al. 2016; Devlin et al. 2019, arXiv:1810.04805).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_PART = re.compile(r"[^\W_]+|\S")
_LONGEST = 100  # characters; BERT takes a longer word for unknown
_UNKNOWN = "[UNK]"


class Wordpieces:
    """The pieces of a vocabulary by number."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.of = lru_cache(maxsize=50_000)(self._of)

    def number(self, piece: str) -> int:
        """Return the number of a piece, of the unknown one if there is none such."""
        return self._numbers.get(piece, self._numbers[_UNKNOWN])

    def _of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces; of white space none."""
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
        return tuple(n for part in _PART.findall(plain) for n in self._cut(part))

    def _cut(self, part: str) -> Iterator[int]:
        pieces: list[int] = []
        start = 0
        while start < len(part):
            number, start = self._longest(part, start)
            if number is None or len(part) > _LONGEST:
                yield self._numbers[_UNKNOWN]
                return
            pieces.append(number)
        yield from pieces

    def _longest(self, part: str, start: int) -> tuple[int | None, int]:
        mark = "##" if start else ""
        for end in range(len(part), start, -1):
            number = self._numbers.get(mark + part[start:end])
            if number is not None:
                return number, end
        return None, start
