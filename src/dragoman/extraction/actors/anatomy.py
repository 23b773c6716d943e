"""The parts of a noun phrase: what it begins with, its core and head, what complements it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.codebooks.actor_words import actor_words
from dragoman.extraction.actors.lexicon import Segment
from dragoman.extraction.actors.places_in import states_in
from dragoman.extraction.actors.words import POSSESSIVE, Word, printed

_SOURCE = frozenset({"of", "from", "for", "to"})
_PLACE = frozenset({"in", "across", "inside", "near", "at", "based", "outside", "within"})


class Anatomy(NamedTuple):
    """A phrase cut into its parts, each a list of segments in order.

    `core` is what stands before the first preposition, comma or relative word; `complements`
    are the stretches after it, each with the word that brings it in.
    """

    core: list[Segment]
    complements: list[tuple[str, list[Segment]]]
    former: bool


class Around(NamedTuple):
    """What stands around a head.

    Attributes:
        words: The phrase's words, which the segments number.
        before: Segments before the head.
        complements: Stretches after it, each with the word that brings it in.
        former: Whether the phrase says "former".
        deputy: Whether "deputy" stands before the head ("deputy foreign", "deputy Kenyan foreign").
        definite: Whether the phrase begins with "the" or its kin.
        indefinite: Whether it speaks of any such party ("a president", "the next president").
    """

    words: Sequence[Word]
    before: list[Segment]
    complements: list[tuple[str, list[Segment]]]
    former: bool = False
    deputy: bool = False
    definite: bool = False
    indefinite: bool = False

    def text(self, segment: Segment) -> str:
        """Return a segment's words."""
        return printed(self.words[segment.start : segment.end])

    @property
    def place(self) -> str | None:
        """The town or region named around the head: "Texas" in "the Texas governor"."""
        found = [s for s in self.belonging if s.has("place", "capital")]
        return self.text(found[-1]) if found else None

    @property
    def belonging(self) -> list[Segment]:
        """Segments that may say to whom the head belongs: before it, after "of", "from", "for"."""
        return [*self.before, *self._after(_SOURCE | {"at"})]

    def states(self, day: str | None) -> tuple[str, ...]:
        """Return the states for which the head acts: "French troops in Mali" act for France."""
        for found in (self.before, self._after(_SOURCE), self._after(_PLACE)):
            if states := states_in(found, day):
                return states
        return ()

    def _after(self, marks: frozenset[str]) -> list[Segment]:
        return [s for mark, part in self.complements if mark in marks for s in part]


def dissect(
    words: Sequence[Word], found: Sequence[Segment], name: tuple[int, int] | None = None
) -> Anatomy:
    """Cut a phrase's segments into core and complements.

    What a country backs or is against is not its own: in "Iran-backed militia" and "pro-Russian
    rebels" the country is left out. A phrase that ends in a person's name is all core, as
    "then-governor of Alaska Jane Roe".

    Args:
        words: The phrase's words.
        found: Its segments.
        name: Which words are a person's name, if any.
    """
    ends_in_name = name is not None and all(w.key == POSSESSIVE for w in words[name[1] :])
    terms = actor_words()
    parts: list[tuple[str, list[Segment]]] = [("", [])]
    former = False
    for at, segment in enumerate(found):
        word = words[segment.start].key
        if segment.entries:
            if not foreign(words, found, at):
                parts[-1][1].append(segment)
        elif word in terms.former:
            former = former or len(parts) == 1
        elif not ends_in_name and _breaks(words, found, at) and (parts[-1][1] or len(parts) > 1):
            parts.append((word, []))
        elif word in {"and", "or", ",", "&"} and len(parts) > 1:
            parts.append((parts[-1][0], []))
        else:
            parts[-1][1].append(segment)
    core = _without_determiners(words, parts[0][1])
    return _recentred(words, Anatomy(core, parts[1:], former))


def foreign(words: Sequence[Word], found: Sequence[Segment], at: int) -> bool:
    """Whether a segment names who backs or is opposed, not who acts: "Iran-backed", "pro-Russian"."""
    terms = actor_words()
    segment = found[at]
    if not segment.has("country", "adjective", "capital", "body", "metonym"):
        return False
    before = words[segment.start - 1].key if segment.start else ""
    after = words[segment.end].key if segment.end < len(words) else ""
    return before in terms.towards or after in terms.by_others


def _breaks(words: Sequence[Word], found: Sequence[Segment], at: int) -> bool:
    word = words[found[at].start].key
    if word == "based":  # "based in Kabul", but "Somalia-based"
        after = found[at].end
        return after < len(words) and words[after].key in _PLACE
    return word in actor_words().breaks


def _recentred(words: Sequence[Word], anatomy: Anatomy) -> Anatomy:
    """Take the counted noun for the head: "a group of tourists" are tourists."""
    if not anatomy.core or not anatomy.complements:
        return anatomy
    mark, counted = anatomy.complements[0]
    last = words[anatomy.core[-1].end - 1].key
    if mark != "of" or not counted or last not in actor_words().quantities:
        return anatomy
    core = [*anatomy.core[:-1], *_without_determiners(words, counted)]
    return Anatomy(core, anatomy.complements[1:], anatomy.former)


def _without_determiners(words: Sequence[Word], core: list[Segment]) -> list[Segment]:
    start = 0
    while start < len(core) - 1 and not core[start].entries and _opens(words[core[start].start]):
        start += 1
    return core[start:]


def _opens(word: Word) -> bool:
    determiners = actor_words().determiners
    return word.key in determiners or word.text[:1].isdigit() or word.key == POSSESSIVE
