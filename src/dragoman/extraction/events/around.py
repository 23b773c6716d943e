"""A candidate's word and what stands around it, for those who look for its parties further off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import party_words
from dragoman.codebooks.plover_lexicon import event_lexicon
from dragoman.extraction.clauses.grammar import Arguments, verb_arguments
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.frames import Candidate
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMS = frozenset({"ASSAULT", "COERCE"})


class Around:
    """A candidate's word and what stands around it."""

    def __init__(self, candidate: Candidate, parties: Parties) -> None:
        self.parties = parties
        self.frame, self.word = candidate.frame, candidate.trigger
        self.arguments: Arguments = verb_arguments(self.word)

    @property
    def is_verb(self) -> bool:
        """Whether the event is told by a verb."""
        return self.frame.pos == "v"

    def people(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """Return the people that tokens stand for, by common noun or pronoun."""
        return tuple(p for t in tokens for p in self.parties.people(t))

    def parties_of(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        """Return the parties that tokens name, or the people that they stand for."""
        listed = list(tokens)
        named = tuple(p for t in listed for p in self.parties.named(t))
        return named or self.people(listed)


Finder = Callable[[Around], tuple[Party, ...]]


def first(finders: tuple[Finder, ...], around: Around) -> tuple[Party, ...]:
    """Return what the first finder finds that finds anybody."""
    return next((found for find in finders if (found := find(around))), ())


def tells_harm(noun: Token) -> bool:
    """Whether a noun tells of an act of harm ("raid", "murder")."""
    word = noun.lemma_.lower()
    if word in party_words("operations"):
        return True
    return any(f.type in HARMS for f in event_lexicon().nouns.get(word, ()))


def owners(noun: Token, parties: Parties) -> tuple[Party, ...]:
    """Return whose a noun is ("Mali's raid", "a Malian raid")."""
    found = (p for c in noun.children if c.dep_ == "poss" for p in parties.named(c))
    return tuple(found) or parties.adjective_party(noun)
