"""Which quotations stand around another: those beside it, and those that report it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.records import Quotation

# Quotations on either side that are looked at: a sentence rarely holds more cues, and the work
# stays linear in their number.
_BESIDE = 6


class Surroundings(NamedTuple):
    """One quotation with those beside it in the text."""

    quotation: Quotation
    beside: tuple[Quotation, ...]

    @property
    def reported_by(self) -> list[Quotation]:
        """The quotations whose words hold this one's cue and words, the narrowest first."""
        found = [other for other in self.beside if _reports(other, self.quotation)]
        return sorted(found, key=_length)


def surroundings(quotations: Sequence[Quotation]) -> Iterator[Surroundings]:
    """Yield each quotation, in the order of the text, with its neighbours."""
    ordered = sorted(quotations, key=lambda q: q.content[0])
    for index, quotation in enumerate(ordered):
        near = ordered[max(0, index - _BESIDE) : index + _BESIDE + 1]
        yield Surroundings(quotation, tuple(q for q in near if q is not quotation))


def _reports(outer: Quotation, inner: Quotation) -> bool:
    """Whether an act of speech is itself among reported words: "police said that she said …"."""
    if inner.cue is None or _length(outer) <= _length(inner):
        return False
    if inner.cue.start > inner.content[0].start:
        return False  # "…, according to X" speaks of the whole sentence, whatever its parse
    holds_cue = any(piece.contains(inner.cue) for piece in outer.content)
    return holds_cue and all(
        any(piece.overlaps(words) for piece in outer.content) for words in inner.content
    )


def _length(quotation: Quotation) -> int:
    return sum(piece.length for piece in quotation.content)
