"""Slots around an event noun: its phrases, its owners, and the light verb above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words, party_words
from dragoman.codebooks.plover_lexicon import Frame
from dragoman.extraction.clauses.grammar import phrases_of, verb_arguments
from dragoman.extraction.events.slots import SAID, distinct, is_aside, without
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.extraction.clauses.parties import Parties

# Prepositions that lead to whom an act is aimed at.
_AIMS = frozenset({"to", "on", "against"})


def _phrases_around(noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield the phrases of an event noun, and those that the parser hung on its phrases.

    "The killing of a judge by gunmen": nobody is a judge by gunmen; "a visit by the king to Lima".
    """
    own = list(phrases_of(noun))
    yield from own
    named = {prep for prep, _ in own}
    for prep, head in own:
        for inner, token in phrases_of(head):
            if inner not in named and (inner == "by" or (prep == "by" and inner in _AIMS)):
                yield inner, token


class NounSlots:
    """Slots of an event noun; the light verb above it lends its subject."""

    def __init__(self, noun: Token, governor: Token | None, parties: Parties, frame: Frame) -> None:
        self._noun, self._parties, self._frame = noun, parties, frame
        self._own = tuple(_phrases_around(noun))
        self._phrases = list(self._own)
        self._governor = governor
        self._above = verb_arguments(governor) if governor is not None else None
        if self._above is not None:
            self._phrases += [(p, t) for p, t in self._above.phrases if t != noun]

    def elsewhere(self, frame: Frame, *, alone: bool = False) -> tuple[Party, ...]:
        """Return a recipient that stands outside the frame's own slots."""
        if not frame.recipients:
            return ()
        for wanted in ("on", "against", "to", "with", "in", "at"):
            if not alone and is_aside(wanted, frame):
                continue
            around = [t for prep, t in self._own if prep == wanted]
            if wanted == "on" and frame.type in SAID:
                around = [t for t in around if not self._parties.is_channel(t)]
            found = self._named(around)
            if found:
                return found
        return ()

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        """Return the parties in one slot."""
        if slot == "S" or acting:
            return self._agent()
        if self._above is not None and self._undergone():
            suffering = self._named(self._above.subjects)
            if suffering:
                return suffering  # "faced criticism for his words on Chad"
        if slot == "O":
            return self._undergoer()
        if slot in ("X", "C"):
            return self._clause()
        return self._named(t for prep, t in self._phrases if prep == slot)

    def _agent(self) -> tuple[Party, ...]:
        lent: tuple[Party, ...] = ()
        if self._above is not None and self._governor is not None and not self._undergone():
            lent = self._named(self._above.subjects)
        of = any(prep == "of" for prep, _ in self._phrases)
        theirs = of or self._undergone() or not self._is_undergone_noun()
        owners = self._owners() if theirs else ()
        return (
            lent
            or self._named(t for prep, t in self._own if prep == "by")
            or owners
            or self._maker()
            or (
                ()
                if self._is_undergone_noun()
                else self._named(t for p, t in self._own if p in self._sources)
            )
        )

    def _maker(self) -> tuple[Party, ...]:
        """Return the polity before the noun ("an Israeli airstrike"); a town is where it was done."""
        harm = self._frame.type in ("ASSAULT", "COERCE", "PROTEST")
        town = self._parties.set_in(self._noun) if harm else ()
        return without(self._parties.adjective_party(self._noun), town)

    @property
    def _sources(self) -> frozenset[str]:
        """The prepositions after which an actor stands, if no recipient does ("the invasion of")."""
        told = set(self._frame.recipients)
        harm = self._frame.type in ("ASSAULT", "COERCE") and "O" in told
        if harm and self._noun.lemma_.lower() not in party_words("by_its_of"):
            told.add("of")
        return frozenset({"of", "from"} - told)

    def _undergoer(self) -> tuple[Party, ...]:
        if self._above is not None and self._undergone():
            return self._named(self._above.subjects)
        found = self._named(t for prep, t in self._own if prep == "of")
        if found or not self._is_undergone_noun():
            return found
        return self._owners() or self._parties.set_in(self._noun)

    def _undergone(self) -> bool:
        return self._governor is not None and self._governor.lemma_ in event_words(
            "grammar", "undergo"
        )

    def _is_undergone_noun(self) -> bool:
        """Whether the noun's owner undergoes the act ("the envoy's arrest")."""
        return self._frame.recipients[:1] == ("O",)

    def _owners(self) -> tuple[Party, ...]:
        return self._named(c for c in self._noun.children if c.dep_ == "poss")

    def _named(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        return distinct(
            p for t in tokens for p in (tuple(self._parties.named(t)) or self._parties.inside(t))
        )

    def _clause(self) -> tuple[Party, ...]:
        inner = next(
            (c for c in self._noun.children if c.dep_ in ("acl", "xcomp", "ccomp", "relcl")), None
        )
        if inner is None:
            return ()
        arguments = verb_arguments(inner)
        objects = [t for t in arguments.objects if not self._parties.is_own(t)]
        return self._named(objects) or self._named(t for _, t in arguments.phrases)
