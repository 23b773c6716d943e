"""What a name lies in, where the text says so: "Paris, Texas", "Columbia, Ky.", "Reading (England)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.codebooks.gazetteer import Gazetteer, gazetteer
from dragoman.codebooks.kept import kept
from dragoman.extraction.passages import Passage
from dragoman.extraction.places.known import LONGEST, KnownNames
from dragoman.extraction.places.toponyms import Candidates, Toponym


class Container(NamedTuple):
    """What follows a name after a comma or bracket: the places that it may lie in.

    `abbreviation` is where it is abbreviated, in characters; `stop` the token after it.
    """

    places: tuple[int, ...]
    abbreviation: tuple[int, int] | None
    stop: int


NOWHERE = Container((), None, 0)


class Containers:
    """Reads the containers of a passage's names."""

    def __init__(self, passage: Passage, known: KnownNames) -> None:
        self.passage = passage
        self.doc = passage.doc
        self.known = known
        self.table = gazetteer()

    def after(self, end: int) -> Container:
        """Read ", Texas", ", Ky.", "(Texas)": what a name lies in."""
        doc = self.doc
        if end >= len(doc) or doc[end].text not in {",", "("}:
            return NOWHERE
        match = _abbreviation_pattern().match(self.passage.text, doc[end].idx + 1)
        if match is not None:
            tokens = doc.char_span(*match.span("short"), alignment_mode="expand")
            named = self.table.abbreviated(match.group("short"))
            return Container(tuple(named), match.span("short"), tokens.end if tokens else end)
        size = self.known.longest(end + 1, min(end + 1 + LONGEST, len(doc)))
        stop = end + 1 + size
        if not size or self._begins_a_phrase(stop):
            return NOWHERE
        named = self.table.candidates(self.known.text(end + 1, stop))
        return Container(tuple(at for at in named if self.table.is_wide(at)), None, stop)

    def _begins_a_phrase(self, stop: int) -> bool:
        """Whether a name before ``stop`` belongs to a word after it: "in Kyiv, Texas lawmakers"."""
        last = self.doc[stop - 1]
        return last.dep_ in {"compound", "nmod", "amod", "poss", "nsubj"} and last.head.i > last.i

    def plausible(self, container: Container, ranked: Candidates) -> tuple[int, ...]:
        """Return what a name may lie in: of states, only one that has such a division.

        "Georgia, United States" is one; "Niger, Nigeria and Chad" are three countries, "Russia,
        Crimea and Belarus" no town, and "in Russia, U.S. officials said" no village of Ohio.
        """
        table, doc = self.table, self.doc
        if table.kind_of(ranked[0][0]) != "country":
            return container.places
        listed = container.stop < len(doc) and doc[container.stop].lower_ in {",", "and", "or"}
        towns = [at for at, _ in ranked]
        divisions = [at for at in towns if table.kind_of(at) == "admin1"]
        return tuple(
            at
            for at in container.places
            if not listed or (table.kind_of(at) != "country" and any_in(table, at, towns))
            if table.kind_of(at) != "country" or any_in(table, at, divisions)
        )


def holds(table: Gazetteer, toponym: Toponym, ranked: Candidates) -> bool:
    """Whether a toponym was said to lie in one of the places `ranked`."""
    inside = [inner for inner, _ in toponym.candidates]
    mine = {at for at, _ in ranked} & set(toponym.within)
    return any(any_in(table, at, inside) for at in mine)


def any_in(table: Gazetteer, outer: int, inner: Sequence[int]) -> bool:
    """Whether one of `inner` lies in `outer`."""
    return any(table.contains(outer, at) for at in inner)


@kept()
def _abbreviation_pattern() -> re.Pattern[str]:
    forms = sorted(gazetteer().abbreviations(), key=lambda form: (-len(form), form))
    return re.compile(rf"\s?(?P<short>{'|'.join(map(re.escape, forms))})(?![\w.])")
