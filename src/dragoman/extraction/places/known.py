"""Which runs of capitalised words the gazetteer knows, and which have been taken."""

from __future__ import annotations

from dragoman.codebooks.gazetteer import gazetteer
from dragoman.codebooks.place_words import place_words
from dragoman.extraction.passages import Passage

LONGEST = 5  # words in a name: "Saint Vincent and the Grenadines"
SHORTEST = 3  # letters, but for acronyms
_HYPHENS = frozenset("-–")


class KnownNames:
    """The known names of one parse; a token belongs to one name at most."""

    def __init__(self, passage: Passage) -> None:
        doc = self._doc = passage.doc
        self._table = gazetteer()
        self._taken = [False] * (len(doc) + 1)
        # Arrays are read at once: tokens asked one by one took a third of this stage's time.
        rows: list[list[int]] = doc.to_array(["SHAPE", "IDX", "LENGTH"]).tolist()
        large = {code: doc.vocab.strings[code][:1] == "X" for code in {row[0] for row in rows}}
        self.capital = [large[shape] for shape, _, _ in rows]
        self._text = passage.text
        self._bounds = [(start, start + length) for _, start, length in rows]

    def text(self, start: int, end: int) -> str:
        """Return the words of a token range."""
        return self._text[self._bounds[start][0] : self._bounds[end - 1][1]]

    def longest(self, at: int, end: int, *, common: bool = False) -> int:
        """Return how many tokens from ``at`` the longest known name takes, or 0.

        Args:
            at: Where it begins.
            end: Where it ends at the latest.
            common: Whether a common word ("Reading", "Nice") may be a name here.
        """
        if at >= end or not self.capital[at] or self._taken[at]:
            return 0
        for size in range(min(LONGEST, end - at), 0, -1):
            if self.taken(at, at + size) or not self.capital[at + size - 1]:
                continue
            text = self.text(at, at + size)
            if (common or not is_common(text)) and _long_enough(text) and self._table.ranked(text):
                return size + self._tail(at, at + size)
        return 0

    def _tail(self, at: int, end: int) -> int:
        """Return 1 where a small word ends the name of a site: "the Rafah crossing"."""
        if end >= len(self.capital) or self.text(end, end + 1) not in place_words().site_tails:
            return 0
        return int(bool(self._table.ranked(self.text(at, end + 1))))

    def joined(self, at: int, end: int) -> int:
        """Return where a run ends that goes on over a hyphen ("Gilgit-Baltistan"), or ``end``."""
        doc = self._doc
        if end + 1 < len(doc) and doc[end].text in _HYPHENS and self.capital[end + 1]:
            size = self.longest(at, end + 2)
            return max(end, at + size)
        return end

    def take(self, start: int, end: int) -> None:
        """Mark tokens as belonging to a name."""
        for token in range(start, end):
            self._taken[token] = True

    def taken(self, start: int, end: int) -> bool:
        """Whether any of the tokens belongs to a name already."""
        return any(self._taken[start:end])


def is_common(text: str) -> bool:
    """Whether a name is a common word first."""
    return text.lower() in place_words().never_alone


def _long_enough(text: str) -> bool:
    return len(text) >= SHORTEST or text.isupper()
