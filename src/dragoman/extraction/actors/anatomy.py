"""The parts of a noun phrase: what it begins with, its core and head, what complements it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.places_in import states_in
from dragoman.extraction.actors.words import POSSESSIVE, Word

DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any each every all both "
    "several many most few other another no one two three four five six seven eight nine ten "
    "dozens hundreds thousands about around at least more than roughly nearly almost over up to "
    "some_of group groups number".split()
)
_BREAKS = frozenset(
    "of in from for at with on by to against near inside outside across who whom which that where "
    ", ( ; : – — who's including involved based".split()
)
PLACING = frozenset("of in from across inside near at for based to".split())
FORMER = frozenset("former ex late ousted deposed onetime exiled jailed erstwhile past".split())


class Anatomy(NamedTuple):
    """A phrase cut into its parts, each a list of segments in order.

    `core` is what stands before the first preposition, comma or relative word; `complements`
    are the stretches after it, each with the word that brings it in.
    """

    core: list[Segment]
    complements: list[tuple[str, list[Segment]]]
    former: bool


class Around(NamedTuple):
    """What stands around a head: segments before it, complements after it, "former"."""

    before: list[Segment]
    complements: list[tuple[str, list[Segment]]]
    former: bool

    @property
    def placing(self) -> list[Segment]:
        """Segments that may say for whom the head acts: before it, and after "of", "in", "from"."""
        after = [s for mark, part in self.complements if mark in PLACING for s in part]
        return [*self.before, *after]

    def states(self, day: str | None) -> tuple[str, ...]:
        """Return the states named around the head."""
        return states_in(self.placing, day)


def dissect(words: Sequence[Word], found: Sequence[Segment]) -> Anatomy:
    """Cut a phrase's segments into core and complements."""
    parts: list[tuple[str, list[Segment]]] = [("", [])]
    former = False
    for segment in found:
        word = words[segment.start].key
        if segment.entries:
            parts[-1][1].append(segment)
        elif word in FORMER:
            former = former or len(parts) == 1
        elif word in _BREAKS and (parts[-1][1] or len(parts) > 1):
            parts.append((word, []))
        elif word == "and" and len(parts) > 1:
            parts.append((parts[-1][0], []))
        else:
            parts[-1][1].append(segment)
    core = _without_determiners(words, parts[0][1])
    return Anatomy(core, parts[1:], former)


def _without_determiners(words: Sequence[Word], core: list[Segment]) -> list[Segment]:
    start = 0
    while start < len(core) - 1 and not core[start].entries and _opens(words[core[start].start]):
        start += 1
    return core[start:]


def _opens(word: Word) -> bool:
    return word.key in DETERMINERS or word.text[:1].isdigit() or word.key == POSSESSIVE
