"""Finds names of places in one passage: what the parser calls a place, and what looks like one.

The entity recogniser finds about nine in ten of the places in news; it takes small towns for
persons and organisations, and keeps places inside the names of bodies to itself. Those are read
where the words around them, or another mention in the article, say that they are places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dragoman.codebooks.gazetteer import Gazetteer, gazetteer
from dragoman.codebooks.place_words import place_words
from dragoman.extraction.passages import Passage
from dragoman.extraction.places.toponyms import Toponym
from dragoman.records import Span
from dragoman.records.vocabulary import PlaceUse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 5  # words in a name: "Saint Vincent and the Grenadines"

# How a wire begins: KYIV (AP) — / COLUMBIA, Ky. — / BERLIN -
_DATELINE = re.compile(
    r"\s*(?P<name>[A-Z][A-Z.'’ -]{2,40}?)(?:,\s(?P<within>[A-Z][\w. ]{1,25}?))?"
    r"\s?(?:\([^()\n]{1,40}\)\s?(?:[—–_-]|--)|[—–_]|--|-\s)"
)


def toponyms_in(passage: Passage) -> list[Toponym]:
    """Return the passage's toponyms in order, none overlapping another."""
    taken = _Taken(passage)
    for start, end in _entity_runs(passage.doc):
        taken.add_name(start, end, surely=True)
    taken.add_dateline()
    for start, end in _inner_runs(passage.doc):
        taken.add_name(start, end, surely=False)
    taken.add_demonyms()
    return taken.sorted()


class _Taken:
    """Collects toponyms of a passage, the surer ones first."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.doc = passage.doc
        self.table: Gazetteer = gazetteer()
        self.found: list[Toponym] = []
        self._covered = [False] * (len(passage.doc) + 1)

    def sorted(self) -> list[Toponym]:
        return sorted(self.found, key=lambda toponym: toponym.span)

    def add_name(self, start: int, end: int, *, surely: bool) -> None:
        """Add the longest known names inside a run of tokens."""
        at = start
        while at < end:
            size = self._longest(at, end)
            if not size:
                if surely and at == start:
                    at = self._unknown(start, end)
                    continue
                at += 1
                continue
            use: PlaceUse = "literal"
            self._take(at, at + size, use, surely=surely or self._placelike(at, at + size))
            at += size

    def _longest(self, at: int, end: int) -> int:
        words = place_words()
        for size in range(min(_LONGEST, end - at), 0, -1):
            first, last = self.doc[at], self.doc[at + size - 1]
            if any(self._covered[at : at + size]) or not _nameable(first) or not _nameable(last):
                continue
            text = self.doc[at : at + size].text
            if size == 1 and text.lower() in words.never_alone and first.ent_type_ != "GPE":
                continue
            if self.table.candidates(text):
                return size
        return 0

    def _unknown(self, start: int, end: int) -> int:
        """Keep a name that the parser calls a town and the gazetteer does not know."""
        return start + 1 if end - start > 1 else end

    def _placelike(self, start: int, end: int) -> bool:
        """Whether the words around a name say that it is a place's."""
        words = place_words()
        before = self.doc[start - 1] if start else None
        after = self.doc[end] if end < len(self.doc) else None
        if after is not None and after.lower_ in words.division_after:
            return True
        if before is None:
            return False
        if before.lower_ == "of" and start > 1:
            return self.doc[start - 2].lower_ in words.division_before
        return before.lower_ in words.locative and self.doc[start].ent_type_ != "PERSON"

    def _take(
        self, start: int, end: int, use: PlaceUse, *, surely: bool, named: str | None = None
    ) -> None:
        tokens = self.doc[start:end]
        text = named or tokens.text
        candidates = tuple(self.table.candidates(text))
        span = self.passage.of(tokens)
        within, tail = self._container_after(end)
        self.found.append(Toponym(span, text, use, candidates, within, surely))
        for token in range(start, end):
            self._covered[token] = True
        if tail is not None:
            self._take_abbreviation(tail, within)

    def _take_abbreviation(self, span: tuple[int, int], within: tuple[int, ...]) -> None:
        start, end = span
        shift = self.passage.span.start
        named = self.doc.text[start:end]
        self.found.append(Toponym(Span(start, end).shift(shift), named, "literal", within))
        tokens = self.doc.char_span(start, end, alignment_mode="expand")
        if tokens is not None:
            for token in tokens:
                self._covered[token.i] = True

    def _container_after(self, end: int) -> tuple[tuple[int, ...], tuple[int, int] | None]:
        """Read ", Texas", ", Ky.", "(Texas)" after a name: what it lies in, and an abbreviation."""
        if end >= len(self.doc) or self.doc[end].text not in {",", "("}:
            return (), None
        text, at = self.doc.text, self.doc[end].idx + 1
        match = _abbreviation_pattern().match(text, at)
        if match is not None:
            short = match.group("short")
            return tuple(self.table.abbreviated(short)), match.span("short")
        size = self._longest(end + 1, min(end + 1 + _LONGEST, len(self.doc)))
        if not size:
            return (), None
        named = self.table.candidates(self.doc[end + 1 : end + 1 + size].text)
        wide = [c for c in named if self.table.is_wide(c)]
        return tuple(wide), None

    def add_dateline(self) -> None:
        match = _DATELINE.match(self.doc.text)
        if match is None or any(self._covered[:1]):
            return
        tokens = self.doc.char_span(*match.span("name"), alignment_mode="contract")
        if tokens is not None and len(tokens) and self.table.candidates(tokens.text):
            self._take(tokens.start, tokens.end, "literal", surely=True)

    def add_demonyms(self) -> None:
        at = 0
        while at < len(self.doc):
            size = self._demonym(at)
            if size:
                tokens = self.doc[at : at + size]
                candidates = tuple(self.table.bearers_of_adjective(tokens.text))
                self.found.append(
                    Toponym(self.passage.of(tokens), tokens.text, "demonym", candidates)
                )
                for token in range(at, at + size):
                    self._covered[token] = True
            at += max(size, 1)

    def _demonym(self, at: int) -> int:
        if not self.doc[at].text[:1].isupper():
            return 0
        for size in (3, 2, 1):
            if at + size > len(self.doc) or any(self._covered[at : at + size]):
                continue
            if self.doc[at].ent_type_ == "PERSON":
                continue
            if self.table.bearers_of_adjective(self.doc[at : at + size].text):
                return size
        return 0


def _nameable(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def _entity_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    for entity in doc.ents:
        if entity.label_ in PLACE_LABELS:
            yield entity.start, entity.end


def _inner_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that the parser calls no place."""
    start = None
    for token in doc:
        capital = token.text[:1].isupper() and token.ent_type_ not in PLACE_LABELS
        if capital and start is None:
            start = token.i
        if not capital and start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


@cache
def _abbreviation_pattern() -> re.Pattern[str]:
    forms = sorted(gazetteer().abbreviations(), key=lambda form: (-len(form), form))
    return re.compile(rf"\s?(?P<short>{'|'.join(map(re.escape, forms))})(?![\w.])")
