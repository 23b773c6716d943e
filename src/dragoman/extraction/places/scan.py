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
from dragoman.codebooks.place_uses import place_uses
from dragoman.codebooks.place_words import place_words
from dragoman.extraction.passages import Passage
from dragoman.extraction.places import surroundings
from dragoman.extraction.places.containers import Containers, holds
from dragoman.extraction.places.demonyms import demonyms
from dragoman.extraction.places.embedded import (
    body_of_place,
    in_street,
    is_associative,
    within_longer,
)
from dragoman.extraction.places.known import SHORTEST, KnownNames, is_common
from dragoman.extraction.places.runs import entity_runs, other_runs
from dragoman.extraction.places.toponyms import Candidates, Toponym
from dragoman.records import Span
from dragoman.records.vocabulary import PlaceUse

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

_PART_WEIGHT = 5.0  # a part of a longer name that the gazetteer lacks must be a city of 100,000
_FAMOUS = 6.0  # a city of a million
_ACRONYM = 3  # letters

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
    for start, end in other_runs(passage.doc, scan.known.capital):
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
        self.known = KnownNames(passage)
        self.containers = Containers(passage, self.known)

    def names(self, start: int, end: int, *, called_place: bool) -> None:
        """Add the longest known names inside a run of tokens."""
        if called_place:
            end = self.known.joined(start, end)
        at = start
        while at < end:
            size = self.known.longest(at, end, common=True)
            whole = at == start and at + size == end
            if size and is_common(self.doc[at : at + size].text):
                size = size if self._meant_as_name(at, at + size, whole=whole) else 0
            if size and self._worth(at, at + size, whole=whole, called_place=called_place):
                self._take(at, at + size, called_place=called_place, whole=whole)
            at += max(size, 1)
        if called_place and not self.known.taken(start, end):
            self._unknown(start, end)

    def _unknown(self, start: int, end: int) -> None:
        """Add what the parser calls a place and "in" or "near" precedes, though nobody knows it."""
        named = self.doc[start:end]
        before = self.doc[start - 1].lower_ if start else ""
        while before == "the" and start > 1:
            start -= 1
            before = self.doc[start - 1].lower_
        if before not in place_uses().at or not self.known.capital[named.start]:
            return
        if self.table.ranked(named.text) or not named.text[-1].isalpha():
            return
        within = self.containers.after(end).places
        toponym = Toponym(
            self.passage.of(named), named, named.text, "literal", (), within, placelike=True
        )
        self._add(named.start, end, toponym)

    def _meant_as_name(self, start: int, end: int, *, whole: bool) -> bool:
        """Whether a common word is a place's name here: "in Nice", "Reading, Berkshire"."""
        doc = self.doc
        if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].ent_type_ == "GPE":
            return True
        if not whole or doc[start].ent_type_ != "GPE":
            return False
        city = self.table.ranked(doc[start:end].text)[0][1] >= _PART_WEIGHT
        return city or surroundings.placelike(doc, start, end)

    def _worth(self, start: int, end: int, *, whole: bool, called_place: bool) -> bool:
        if surroundings.saint_of_a_house(self.doc, start, end) or in_street(self.doc, end):
            return False
        if surroundings.given_name(self.doc, start, end):
            return False
        if whole or not called_place:
            return True
        weight = self.table.ranked(self.doc[start:end].text)[0][1]
        contained = start > 0 and self.doc[start - 1].text in {",", "("}
        return weight >= _PART_WEIGHT or contained or surroundings.placelike(self.doc, start, end)

    def _take(
        self,
        start: int,
        end: int,
        *,
        called_place: bool,
        whole: bool = False,
        stands_alone: bool = False,
    ) -> None:
        doc, tokens = self.doc, self.doc[start:end]
        ranked = tuple(self.table.ranked(tokens.text))
        container = self.containers.after(end)
        within, tail = self.containers.plausible(container, ranked), container.abbreviation
        called = self._placelike(start, end, ranked)
        associative = is_associative(doc, start, end) and not within
        embedded_wide = within_longer(doc, start, end) and self.table.is_wide(ranked[0][0])
        holds_last = self._holds_last(start, ranked)
        toponym = Toponym(
            span=self.passage.of(tokens),
            tokens=tokens,
            named=tokens.text,
            use="associative" if associative else "literal",
            candidates=ranked,
            within=within,
            sure=called_place
            or bool(within)
            or embedded_wide
            or (called and not associative)
            or (whole and self._unmistakable(tokens, ranked)),
            placelike=bool(within) or called,
            division=surroundings.division_meant(doc, end) or holds_last,
            stands_alone=stands_alone or holds_last,
        )
        self._add(start, end, toponym)
        if tail is not None:
            self._abbreviation(tail, within, holds=True)

    def _placelike(self, start: int, end: int, ranked: Candidates) -> bool:
        """Whether the words around a name call it a place; no village has a government."""
        if self._follows_place(start, ranked) or self._attacked(start, end):
            return True
        state = end < len(self.doc) and self.doc[end].lower_ in place_words().bodies_of_state
        if state and ranked[0][1] < _PART_WEIGHT and not self.table.is_wide(ranked[0][0]):
            return False
        return surroundings.placelike(self.doc, start, end)

    def _unmistakable(self, tokens: DocSpan, ranked: Candidates) -> bool:
        """Whether a whole run of capitals is so well known that the parser's label is a slip."""
        at, weight = ranked[0]
        label = tokens[0].ent_type_
        if label in {"", "NORP"}:
            return weight >= _FAMOUS and len(tokens.text) > _ACRONYM
        return label in {"PERSON", "ORG"} and self.table.kind_of(at) == "country"

    def _attacked(self, start: int, end: int) -> bool:
        """Whether a name is shelled, besieged, evacuated: the parser takes it for a body."""
        root = self.doc[start:end].root
        if root.dep_ != "dobj" or root.ent_type_ == "PERSON":
            return False
        return root.head.lemma_.lower() in place_uses().attacking

    def _follows_place(self, start: int, ranked: Candidates) -> bool:
        """Whether the name goes on a list of places: "near Tabriz and Ahar"."""
        if start < 2 or self.doc[start - 1].lower_ not in {"and", "or"}:
            return False
        person = self.doc[start].ent_type_ == "PERSON" and ranked[0][1] < _FAMOUS
        return self.known.taken(start - 2, start - 1) and not person

    def _holds_last(self, start: int, ranked: Candidates) -> bool:
        """Whether the toponym before a comma was said to lie in this one."""
        if start == 0 or self.doc[start - 1].text not in {",", "("}:
            return False
        return any(holds(self.table, toponym, ranked) for toponym in self.found[-3:])

    def _add(self, start: int, end: int, toponym: Toponym) -> None:
        self.found.append(toponym)
        self.known.take(start, end)

    def _abbreviation(
        self, within: tuple[int, int], meant: tuple[int, ...], *, holds: bool
    ) -> None:
        tokens = self.doc.char_span(*within, alignment_mode="expand")
        span = Span(*within).shift(self.passage.span.start)
        named = self.passage.text[slice(*within)]
        ranked = tuple((at, float(self.table.weight[at])) for at in meant)
        if tokens is not None and not self.known.taken(tokens.start, tokens.end):
            held = Toponym(span, tokens, named, "literal", ranked, stands_alone=holds)
            self._add(tokens.start, tokens.end, held)

    def abbreviations(self) -> None:
        """Add abbreviations with two stops ("B.C.", "N.J."), which need no name before them."""
        for match in _DOTTED.finditer(self.passage.text):
            meant = tuple(self.table.abbreviated(match.group()))
            if meant:
                self._abbreviation(match.span(), meant, holds=False)

    def dateline(self) -> None:
        """Add the place at the head of a wire."""
        match = _DATELINE.match(self.passage.text)
        tokens = match and self.doc.char_span(*match.span("name"), alignment_mode="contract")
        if not tokens or self.known.taken(tokens.start, tokens.end):
            return
        if len(tokens.text) >= SHORTEST and self.table.ranked(tokens.text):
            self._take(tokens.start, tokens.end, called_place=True, stands_alone=True)

    def demonyms(self) -> None:
        """Add adjectives and peoples of places ("Kazakh", "South Africans")."""
        for start, end in demonyms(self.doc, self.known):
            tokens = self.doc[start:end]
            bearers = self.table.bearers_of_adjective(tokens.text)
            ranked = tuple((bearer, float(self.table.weight[bearer])) for bearer in bearers)
            embedded = within_longer(self.doc, start, end)
            official = embedded and body_of_place(self.doc, end)
            use: PlaceUse = "associative" if embedded and not official else "demonym"
            self._add(
                start, end, Toponym(self.passage.of(tokens), tokens, tokens.text, use, ranked)
            )
