"""To whom it was done, where a frame's own slots name nobody."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebooks.event_words import party_words
from dragoman.codebooks.reporting import reporting_verbs
from dragoman.extraction.clauses.grammar import (
    complement,
    is_infinitive,
    phrases_of,
    verb_arguments,
)
from dragoman.extraction.events.around import HARMS, Around, Finder
from dragoman.extraction.events.turns import SPEECH_ACTS
from dragoman.records import Party

# What is asked, offered or charged is answered by whom it was said to.
_ANSWERED = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
# The verb between who asks or accuses and what he is to do.
_TO_DO = frozenset({"REQUEST", "ACCUSE"})


def _given(around: Around) -> tuple[Party, ...]:
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


def _mistaken(around: Around) -> Iterator[Party]:
    """A name after "to" that the parser takes for a verb."""
    for child in around.word.children:
        marked = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        if child.tag_ == "NNP" and marked and "to" in around.frame.recipients:
            yield from around.parties.named(child)


def _told_to_do(around: Around) -> tuple[Party, ...]:
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


def _asked_for(around: Around) -> tuple[Party, ...]:
    """Who is to do what a noun asks for ("a call for the council to quit")."""
    if around.frame.type != "REQUEST" or around.is_verb:
        return ()
    inner = next((c for c in around.word.children if c.dep_ in ("acl", "relcl", "advcl")), None)
    if inner is None:
        return ()
    return around.parties_of(c for c in inner.children if c.dep_ == "nsubj")


def _answering(around: Around) -> tuple[Party, ...]:
    """Who answers what is asked or charged.

    "Ignored the plea", "denies the allegations", "denied accusations made by the bishop".
    """
    noun = around.word.head if around.is_verb and around.word.dep_ == "acl" else around.word
    if around.frame.type not in _ANSWERED or noun.pos_ != "NOUN":
        return ()
    above = noun.head
    if noun.dep_ == "nsubj" and above.dep_ in ("ccomp", "xcomp"):
        above = above.head  # "called the claims false"
    elif noun.dep_ != "dobj":
        return ()
    if above.lemma_.lower() not in party_words("answering"):
        return ()
    return around.parties_of(verb_arguments(above).subjects)


def _subjected(around: Around) -> tuple[Party, ...]:
    """Who was subject to it, or its target ("clubs were subject to raids")."""
    prep = around.word.head
    if around.is_verb or around.word.dep_ != "pobj" or prep.lower_ not in ("to", "of"):
        return ()
    state = prep.head
    if state.lemma_.lower() not in party_words("subjected"):
        return ()
    heads = [c for c in state.head.children if c.dep_ == "nsubj"]
    return around.parties_of(heads) or tuple(map(around.parties.thing, heads))


def _undergoing(around: Around) -> tuple[Party, ...]:
    """What a noun of harm is done to ("the occupation of the hill", "the killing of shepherds")."""
    if around.is_verb or around.frame.type not in HARMS or "O" not in around.frame.recipients:
        return ()
    heads = [t for prep, t in phrases_of(around.word) if prep == "of"]
    return around.parties_of(heads) or tuple(
        around.parties.thing(t) for t in heads[:1] if t.pos_ in ("NOUN", "PROPN")
    )


def _harmed_with(around: Around) -> tuple[Party, ...]:
    """Whom the main clause names, of a means ("cleared the square of students, using tear gas")."""
    word, above = around.word, around.word.head
    if around.frame.type not in HARMS or word.dep_ not in ("advcl", "xcomp") or word.tag_ != "VBG":
        return ()
    if above.pos_ != "VERB" or not set(around.frame.recipients) & {"on", "against", "at"}:
        return ()
    return around.parties_of(verb_arguments(above).objects)


def _cleared(around: Around) -> tuple[Party, ...]:
    """Whom a means is used on, told by what it is used for ("used tear gas to clear them")."""
    word = around.word
    if around.frame.type not in HARMS or not around.is_verb:
        return ()
    if not set(around.frame.recipients) & {"on", "against", "at"}:
        return ()
    aims = [c for c in word.children if c.dep_ in ("xcomp", "advcl") and is_infinitive(c)]
    return around.parties_of(t for aim in aims for t in verb_arguments(aim).objects)


def _written_to(around: Around) -> tuple[Party, ...]:
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


RECEIVERS: tuple[Finder, ...] = (
    _given,
    _told_to_do,
    _asked_for,
    _answering,
    _subjected,
    _undergoing,
    _harmed_with,
    _cleared,
    _written_to,
)
