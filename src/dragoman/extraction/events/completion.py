"""Looks further for who did it and to whom, where a frame's own slots name nobody.

A frame says where parties stand around its word. News also puts them elsewhere: behind the verb
that answers a request ("ignored the plea"), in the operation during which it was done ("killed in
a Kenyan raid"), in a pronoun or a common noun that no list of parties has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import party_words
from dragoman.codebooks.plover_lexicon import event_lexicon
from dragoman.codebooks.reporting import reporting_verbs
from dragoman.extraction.cast import Cast
from dragoman.extraction.clauses.grammar import (
    Arguments,
    complement,
    is_infinitive,
    phrases_of,
    verb_arguments,
)
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.slots import without
from dragoman.extraction.events.turns import SPEECH_ACTS
from dragoman.extraction.passages import Passage
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_HARMS = frozenset({"ASSAULT", "COERCE"})
# What is asked, offered or charged is answered by whom it was said to.
_ANSWERED = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
# The verb between who asks or accuses and what he is to do.
_TO_DO = frozenset({"REQUEST", "ACCUSE"})
_STANDING = frozenset({"in", "for", "on", "at"})


def completed(candidate: Candidate, passage: Passage, cast: Cast) -> Candidate:
    """Return the candidate with the parties that stand outside its frame's slots."""
    around = _Around(candidate, Parties(passage, cast))
    if not candidate.actors:
        candidate = candidate._replace(
            actors=without(_first(_ACTORS, around), candidate.recipients)
        )
    if not candidate.recipients and not candidate.mutual and candidate.frame.recipients:
        candidate = candidate._replace(
            recipients=without(_first(_RECIPIENTS, around), candidate.actors)
        )
    return candidate


class _Around:
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


_Finder = Callable[[_Around], tuple[Party, ...]]


def _first(finders: tuple[_Finder, ...], around: _Around) -> tuple[Party, ...]:
    return next((found for find in finders if (found := find(around))), ())


def _subject(around: _Around) -> tuple[Party, ...]:
    """A subject that is a common noun or a pronoun ("survivors accused them")."""
    if not around.is_verb or "S" not in around.frame.actors:
        return ()
    return around.people(around.arguments.subjects)


def _operation(around: _Around) -> tuple[Party, ...]:
    """Whose operation it was done in ("killed in a Kenyan raid", "in an attack by gunmen")."""
    if around.frame.type not in _HARMS or around.arguments.subjects:
        return ()
    for prep, head in around.arguments.phrases:
        if prep in ("in", "during", "by") and tells_harm(head):
            found = _owners(head, around.parties) or tuple(
                p for by, t in phrases_of(head) if by == "by" for p in around.parties.named(t)
            )
            if found:
                return found
    return ()


def tells_harm(noun: Token) -> bool:
    """Whether a noun tells of an act of harm ("raid", "murder")."""
    word = noun.lemma_.lower()
    if word in party_words("operations"):
        return True
    return any(f.type in _HARMS for f in event_lexicon().nouns.get(word, ()))


def _owners(noun: Token, parties: Parties) -> tuple[Party, ...]:
    owners = (p for c in noun.children if c.dep_ == "poss" for p in parties.named(c))
    return tuple(owners) or parties.adjective_party(noun)


def _standing(around: _Around) -> tuple[Party, ...]:
    """Who is in it, or came for it ("is in talks with", "arrived for a visit", "in defiance of")."""
    above = _verb_over(around.word)
    if around.is_verb or above is None:
        return ()
    arguments = verb_arguments(above)
    return around.parties_of(arguments.objects if arguments.passive else arguments.subjects)


def _verb_over(noun: Token) -> Token | None:
    """Return the verb of being or coming, or of whatever is done "in" the noun, over its phrase."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in _STANDING:
        return None
    above = prep.head
    if above.pos_ not in ("VERB", "AUX"):
        return None
    stands = above.lemma_.lower() in party_words("standing")
    bare = prep.lower_ == "in" and not any(c.dep_ in ("det", "poss") for c in noun.children)
    return above if stands or bare else None


def _claimed(around: _Around) -> tuple[Party, ...]:
    """Who claims or admits the harm as their own ("claimed the bombing")."""
    above = around.word.head
    if around.is_verb or around.frame.type not in _HARMS or around.word.dep_ != "dobj":
        return ()
    if above.lemma_.lower() not in ("claim", "admit"):
        return ()
    return around.parties_of(verb_arguments(above).subjects)


def _given(around: _Around) -> tuple[Party, ...]:
    """Whom the verb is done to, in any of its slots, by name, common noun or pronoun."""
    if not around.is_verb:
        return ()
    arguments, slots = around.arguments, around.frame.recipients
    return (
        around.parties_of(arguments.datives)
        or (around.people(arguments.objects) if "O" in slots or "C" in slots else ())
        or around.people(t for prep, t in arguments.phrases if prep in slots)
        or tuple(_mistaken(around))
    )


def _mistaken(around: _Around) -> Iterator[Party]:
    """A name after "to" that the parser takes for a verb."""
    for child in around.word.children:
        marked = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        if child.tag_ == "NNP" and marked and "to" in around.frame.recipients:
            yield from around.parties.named(child)


def _told_to_do(around: _Around) -> tuple[Party, ...]:
    """Whom somebody asks, accuses or orders to do something, whatever noun that is."""
    if around.frame.type not in _TO_DO or not around.is_verb:
        return ()
    inner = complement(around.word)
    if inner is None or inner.head != around.word:
        return ()
    own = around.arguments.subjects
    heads = [t for t in around.arguments.objects if t.dep_ == "dobj" and t.i < inner.i]
    heads = heads or [
        t for t in verb_arguments(inner).subjects if t not in own and t.dep_ != "expl"
    ]
    return around.parties_of(heads) or tuple(
        around.parties.thing(t) for t in heads[:1] if t.pos_ in ("NOUN", "PROPN")
    )


def _asked_for(around: _Around) -> tuple[Party, ...]:
    """Who is to do what a noun asks for ("a call for the council to quit")."""
    if around.frame.type != "REQUEST" or around.is_verb:
        return ()
    inner = next((c for c in around.word.children if c.dep_ in ("acl", "relcl", "advcl")), None)
    if inner is None:
        return ()
    return around.parties_of(c for c in inner.children if c.dep_ == "nsubj")


def _answering(around: _Around) -> tuple[Party, ...]:
    """Who answers what is asked or charged ("ignored the plea", "denies the allegations")."""
    above = around.word.head
    if around.is_verb or around.frame.type not in _ANSWERED or around.word.dep_ != "dobj":
        return ()
    if above.lemma_.lower() not in party_words("answering"):
        return ()
    return around.parties_of(verb_arguments(above).subjects)


def _undergoing(around: _Around) -> tuple[Party, ...]:
    """What a noun of harm is done to ("the occupation of the hill", "the killing of shepherds")."""
    if around.is_verb or around.frame.type not in _HARMS or "O" not in around.frame.recipients:
        return ()
    heads = [t for prep, t in phrases_of(around.word) if prep == "of"]
    return around.parties_of(heads) or tuple(
        around.parties.thing(t) for t in heads[:1] if t.pos_ in ("NOUN", "PROPN")
    )


def _harmed_with(around: _Around) -> tuple[Party, ...]:
    """Whom the main clause names, of a means ("cleared the square of students, using tear gas")."""
    word, above = around.word, around.word.head
    if around.frame.type not in _HARMS or word.dep_ not in ("advcl", "xcomp") or word.tag_ != "VBG":
        return ()
    if above.pos_ != "VERB" or not set(around.frame.recipients) & {"on", "against", "at"}:
        return ()
    return around.parties_of(verb_arguments(above).objects)


def _cleared(around: _Around) -> tuple[Party, ...]:
    """Whom a means is used on, told by what it is used for ("used tear gas to clear them")."""
    word = around.word
    if around.frame.type not in _HARMS or not around.is_verb:
        return ()
    if not set(around.frame.recipients) & {"on", "against", "at"}:
        return ()
    aims = [c for c in word.children if c.dep_ in ("xcomp", "advcl") and is_infinitive(c)]
    return around.parties_of(t for aim in aims for t in verb_arguments(aim).objects)


def _written_to(around: _Around) -> tuple[Party, ...]:
    """To whom the main clause says it ("wrote to the minister, demanding …")."""
    word, above = around.word, around.word.head
    if around.frame.type not in SPEECH_ACTS or word.dep_ != "advcl" or word.tag_ != "VBG":
        return ()
    if above.pos_ != "VERB" or above.lemma_.lower() not in _telling():
        return ()
    arguments = verb_arguments(above)
    return around.parties_of(
        (*arguments.datives, *(t for prep, t in arguments.phrases if prep == "to"))
    )


def _telling() -> frozenset[str]:
    return party_words("writing") | reporting_verbs().keys()


_ACTORS: tuple[_Finder, ...] = (_operation, _standing, _claimed, _subject)
_RECIPIENTS: tuple[_Finder, ...] = (
    _given,
    _told_to_do,
    _asked_for,
    _answering,
    _undergoing,
    _harmed_with,
    _cleared,
    _written_to,
)
