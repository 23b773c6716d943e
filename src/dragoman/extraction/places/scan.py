"""Finds names of places in one passage: what the parser calls a place, and what looks like one.

The entity recogniser finds about nine in ten of the places in news; it takes small towns for
persons and organisations, and keeps places inside the names of bodies to itself. Those are read
where the words around them, or another mention in the article, say that they are places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebooks.gazetteer import gazetteer
from dragoman.codebooks.kept import kept
from dragoman.codebooks.place_words import place_words
from dragoman.extraction.passages import Passage
from dragoman.extraction.places import surroundings
from dragoman.extraction.places.runs import entity_runs, other_runs
from dragoman.extraction.places.toponyms import Toponym
from dragoman.records import Span
from dragoman.records.vocabulary import PlaceUse

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

_LONGEST = 5  # words in a name: "Saint Vincent and the Grenadines"
_PART_WEIGHT = 5.0  # a part of a longer name that the gazetteer lacks must be a city of 100,000
_SHORTEST = 3  # letters, but for acronyms

_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,4}(?!\w)")
# How a wire begins: KYIV (AP) — / COLUMBIA, Ky. — / BERLIN - / WASHINGTON Christopher
_DATELINE = re.compile(
    r"\s*(?P<name>[A-Z][A-Z.'’ -]{2,40})(?=,\s[A-Z]|\s?\(|\s?[—–_]|\s?--|\s-\s|\s[A-Z][a-z])"
)


def toponyms_in(passage: Passage, entities: Sequence[DocSpan]) -> list[Toponym]:
    """Return the passage's toponyms in order, none overlapping another.

    `entities` are the passage's own (`doc.ents` builds them anew at each call).
    """
    scan = _Scan(passage)
    scan.demonyms()
    for start, end in entity_runs(entities):
        scan.names(start, end, called_place=True)
    scan.dateline()
    for start, end in other_runs(passage.doc):
        scan.names(start, end, called_place=False)
    scan.abbreviations()
    return sorted(scan.found, key=lambda toponym: toponym.span)


class _Scan:
    """Collects the toponyms of a passage, the surer ones first."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.doc = passage.doc
        self.table = gazetteer()
        self.found: list[Toponym] = []
        self._covered = [False] * (len(passage.doc) + 1)
        self._capital = [token.text[:1].isupper() for token in passage.doc]

    def names(self, start: int, end: int, *, called_place: bool) -> None:
        """Add the longest known names inside a run of tokens."""
        at = start
        while at < end:
            size = self._longest(at, end)
            whole = at == start and at + size == end
            if size and self._worth(at, at + size, whole=whole, called_place=called_place):
                self._take(at, at + size, called_place=called_place)
            at += max(size, 1)

    def _longest(self, at: int, end: int) -> int:
        """Return how many tokens from ``at`` the longest known name takes, or 0."""
        if at >= end or not self._capital[at] or self._covered[at]:
            return 0
        for size in range(min(_LONGEST, end - at), 0, -1):
            if any(self._covered[at : at + size]) or not self._capital[at + size - 1]:
                continue
            tokens = self.doc[at : at + size]
            if not _alone(tokens.text):
                continue
            if self.table.ranked(tokens.text):
                return size
        return 0

    def _worth(self, start: int, end: int, *, whole: bool, called_place: bool) -> bool:
        if surroundings.saint_of_a_house(self.doc, start, end):
            return False
        if surroundings.given_name(self.doc, start, end):
            return False
        if whole or not called_place:
            return True
        weight = self.table.ranked(self.doc[start:end].text)[0][1]
        contained = start > 0 and self.doc[start - 1].text in {",", "("}
        return weight >= _PART_WEIGHT or contained or surroundings.placelike(self.doc, start, end)

    def _take(
        self, start: int, end: int, *, called_place: bool, stands_alone: bool = False
    ) -> None:
        doc, tokens = self.doc, self.doc[start:end]
        ranked = tuple(self.table.ranked(tokens.text))
        within, tail = self._container_after(end)
        called = surroundings.placelike(doc, start, end) or self._follows_place(start)
        embedded = surroundings.within_organisation(doc, start, end)
        official = surroundings.body_of_place(doc, end) or self._of_a_body(start)
        associative = embedded and not within and not official
        holds_last = self._contains_last(start, ranked)
        wide = self.table.is_wide(ranked[0][0])
        toponym = Toponym(
            span=self.passage.of(tokens),
            tokens=tokens,
            named=tokens.text,
            use="associative" if associative else "literal",
            candidates=ranked,
            within=within,
            sure=called_place
            or bool(within)
            or (embedded and wide)
            or (called and not associative),
            placelike=bool(within) or called,
            division=surroundings.division_meant(doc, end) or holds_last,
            stands_alone=stands_alone or holds_last,
        )
        self._add(start, end, toponym)
        if tail is not None:
            self._abbreviation(tail, within, holds=True)

    def _follows_place(self, start: int) -> bool:
        """Whether the name goes on a list of places: "near Tabriz and Ahar"."""
        if start < 2 or self.doc[start - 1].lower_ not in {"and", "or"}:
            return False
        return self._covered[start - 2] and self.doc[start].ent_type_ != "PERSON"

    def _of_a_body(self, start: int) -> bool:
        """Whether the place ends a body's name: "Human Rights League of France"."""
        return start > 0 and self.doc[start - 1].lower_ == "of"

    def _contains_last(self, start: int, ranked: tuple[tuple[int, float], ...]) -> bool:
        """Whether the toponym before a comma was said to lie in this one."""
        if start == 0 or self.doc[start - 1].text not in {",", "("} or not self.found:
            return False
        mine = {at for at, _ in ranked}
        return any(mine & set(toponym.within) for toponym in self.found[-3:])

    def _add(self, start: int, end: int, toponym: Toponym) -> None:
        self.found.append(toponym)
        for token in range(start, end):
            self._covered[token] = True

    def _container_after(self, end: int) -> tuple[tuple[int, ...], tuple[int, int] | None]:
        """Read ", Texas", ", Ky.", "(Texas)": what a name lies in, and an abbreviation's place."""
        if end >= len(self.doc) or self.doc[end].text not in {",", "("}:
            return (), None
        match = _abbreviation_pattern().match(self.doc.text, self.doc[end].idx + 1)
        if match is not None:
            return tuple(self.table.abbreviated(match.group("short"))), match.span("short")
        size = self._longest(end + 1, min(end + 1 + _LONGEST, len(self.doc)))
        named = self.table.candidates(self.doc[end + 1 : end + 1 + size].text) if size else []
        return tuple(at for at in named if self.table.is_wide(at)), None

    def _abbreviation(
        self, within: tuple[int, int], meant: tuple[int, ...], *, holds: bool
    ) -> None:
        tokens = self.doc.char_span(*within, alignment_mode="expand")
        span = Span(*within).shift(self.passage.span.start)
        named = self.doc.text[slice(*within)]
        ranked = tuple((at, float(self.table.weight[at])) for at in meant)
        if tokens is not None and not any(self._covered[tokens.start : tokens.end]):
            held = Toponym(span, tokens, named, "literal", ranked, stands_alone=holds)
            self._add(tokens.start, tokens.end, held)

    def abbreviations(self) -> None:
        """Add abbreviations with two stops ("B.C.", "N.J."), which need no name before them."""
        for match in _DOTTED.finditer(self.doc.text):
            meant = tuple(self.table.abbreviated(match.group()))
            if meant:
                self._abbreviation(match.span(), meant, holds=False)

    def dateline(self) -> None:
        """Add the place at the head of a wire."""
        match = _DATELINE.match(self.doc.text)
        tokens = match and self.doc.char_span(*match.span("name"), alignment_mode="contract")
        if not tokens or any(self._covered[tokens.start : tokens.end]):
            return
        if len(tokens.text) >= _SHORTEST and self.table.ranked(tokens.text):
            self._take(tokens.start, tokens.end, called_place=True, stands_alone=True)

    def demonyms(self) -> None:
        """Add adjectives and peoples of places ("Kazakh", "South Africans")."""
        at, length = 0, len(self.doc)
        while at < length:
            size = self._demonym(at) if self._capital[at] else 0
            if size:
                tokens = self.doc[at : at + size]
                bearers = self.table.bearers_of_adjective(tokens.text)
                ranked = tuple((bearer, float(self.table.weight[bearer])) for bearer in bearers)
                embedded = surroundings.within_organisation(self.doc, at, at + size)
                official = embedded and surroundings.body_of_place(self.doc, at + size)
                use: PlaceUse = "associative" if embedded and not official else "demonym"
                span = self.passage.of(tokens)
                self._add(at, at + size, Toponym(span, tokens, tokens.text, use, ranked))
            at += max(size, 1)

    def _hyphen_after(self, at: int) -> bool:
        return at + 1 < len(self.doc) and self.doc[at + 1].text == "-"

    def _demonym(self, at: int) -> int:
        longest = min(3, len(self.doc) - at)
        sizes = (
            n
            for n in range(longest, 0, -1)
            if self.table.bearers_of_adjective(self.doc[at : at + n].text)
        )
        size, token = next(sizes, 0), self.doc[at]
        if not size or surroundings.language_meant(token):
            return 0
        if token.lower_ in place_words().before_hyphen and not self._hyphen_after(at):
            return 0
        if token.ent_type_ == "PERSON" and token.ent_iob_ != "B":
            return 0
        return size


def _alone(text: str) -> bool:
    """Whether one word may be a place's name on its own."""
    if text.lower() in place_words().never_alone:
        return False
    return len(text) >= _SHORTEST or text.isupper()


@kept()
def _abbreviation_pattern() -> re.Pattern[str]:
    forms = sorted(gazetteer().abbreviations(), key=lambda form: (-len(form), form))
    return re.compile(rf"\s?(?P<short>{'|'.join(map(re.escape, forms))})(?![\w.])")
