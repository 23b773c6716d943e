"""Matches frames of the lexicon to words and fills their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.codebooks.plover_lexicon import Frame, event_lexicon
from dragoman.extraction.clauses.grammar import Arguments, is_aside, lemma_of, verb_arguments
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.needs import Setting, heads, is_one, noun_holds, verb_holds
from dragoman.extraction.events.noun_slots import NounSlots
from dragoman.extraction.events.slots import Slots, distinct, first_filled, without
from dragoman.extraction.events.turns import SPEECH_ACTS
from dragoman.extraction.events.verb_slots import VerbSlots
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

# Two subjects of one such act act on each other ("India and Pakistan agreed to a truce").
_JOINT = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})

# Speech acts whose object may be an act of somebody else, and the acts that it may be.
_OF_ACTS = frozenset({"ACCUSE", "SUPPORT"})
_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})


class Candidate(NamedTuple):
    """A word that tells an event, the frame that says which, and who is who."""

    trigger: Token
    frame: Frame
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    governor: Token | None = None  # the light verb of a noun
    consumed: tuple[Token, ...] = ()  # objects that the frame already speaks of
    guessed: bool = False  # whether its only party is a place or thing beside it


def verb_candidate(verb: Token, parties: Parties) -> Candidate | None:
    """Return the event that ``verb`` tells, or None; its slots may name nobody."""
    verbs = event_lexicon().verbs
    frames = verbs.get(lemma_of(verb, verbs))
    if not frames:
        return None
    setting = Setting(verb, verb_arguments(verb), parties)
    bare: Candidate | None = None
    for frame in frames:
        if all(verb_holds(need, setting) for need in frame.needs):
            filled = _filled(frame, VerbSlots(setting, frame), verb)
            found: Candidate | None = filled or Candidate(verb, frame, (), (), mutual=False)
            if found is not None and not found.actors:
                found = _by_a_thing(found, setting.arguments)
            if found is None:
                continue
            found = found._replace(consumed=_spoken_of(frame, setting.arguments))
            if filled is not None:
                return found
            bare = bare or found
    return bare


def _by_a_thing(found: Candidate, arguments: Arguments) -> Candidate | None:
    """Return what an act of speech tells whose subject is named and is nobody, or None.

    "Asked about the talks, she said": no matter who asked. A treaty commits its parties: they
    agreed. Otherwise a thing does not accuse, demand or promise.
    """
    if found.frame.type == "REQUEST" and is_aside(found.trigger):
        return None
    if found.frame.type not in SPEECH_ACTS or not arguments.subjects or _is_spoken(arguments):
        return found
    subjects = {t.lemma_.lower() for t in arguments.subjects}
    documents = event_words("grammar", "documents")
    if found.frame.type != "AGREE" or subjects.isdisjoint(documents):
        return None
    agreed = found.recipients
    return found._replace(actors=agreed, recipients=(), mutual=len(agreed) > 1)


def _is_spoken(arguments: Arguments) -> bool:
    """Whether a pronoun is the subject: who it stands for may be known all the same."""
    return any(t.pos_ == "PRON" for t in arguments.subjects)


def _spoken_of(frame: Frame, arguments: Arguments) -> tuple[Token, ...]:
    """Return the objects that a frame asks for: they tell no event of their own.

    What is condemned or recognised is an event beside it ("condemned the raid").
    """
    wanted = [n.wanted for n in frame.needs if n.kind == "obj" and not n.negated]
    if not wanted:
        return ()
    return tuple(
        t
        for o in arguments.objects
        for t in heads(o, including=False)
        if is_one(t, wanted[0]) and not (frame.type in _OF_ACTS and _tells_a_harm(t))
    )


def _tells_a_harm(noun: Token) -> bool:
    return any(f.type in _HARMS for f in event_lexicon().nouns.get(noun.lemma_.lower(), ()))


def _filled(frame: Frame, slots: Slots, trigger: Token) -> Candidate | None:
    actors = first_filled(slots, frame.actors, acting=True)
    recipients = first_filled(slots, frame.recipients)
    if frame.mutual:
        # Who meets, signs and fights acts on both sides: all parties are actors. One party alone
        # must at least be the subject: "a deal reached with Iran" does not say who reached it.
        if not actors:
            return None
        return _candidate(frame, trigger, distinct((*actors, *recipients)), (), mutual=True)
    recipients = without(recipients, actors) or without(slots.elsewhere(frame), actors)
    guessed = not (recipients or actors)
    if guessed:
        recipients = slots.elsewhere(frame, alone=True)
    if not recipients and len(actors) > 1 and frame.type in _JOINT:
        return _candidate(frame, trigger, actors, (), mutual=True)
    found = _candidate(frame, trigger, actors, recipients, mutual=False)
    return found._replace(guessed=True) if found is not None and guessed else found


def _candidate(
    frame: Frame,
    trigger: Token,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    *,
    mutual: bool,
) -> Candidate | None:
    if not actors and not recipients:
        return None
    return Candidate(trigger, frame, actors, recipients, mutual and len(actors) > 1)


def noun_candidate(noun: Token, parties: Parties) -> Candidate | None:
    """Return the event that ``noun`` names, or None."""
    frames = event_lexicon().nouns.get(noun.lemma_.lower())
    if not frames:
        return None
    governor = light_verb(noun)
    bare: Candidate | None = None
    for frame in frames:
        if all(noun_holds(need, noun) for need in frame.needs):
            found = _filled_noun(frame, NounSlots(noun, governor, parties, frame), noun)
            if found is not None:
                return found._replace(governor=governor)
            bare = bare or Candidate(noun, frame, (), (), mutual=False, governor=governor)
    return bare


def _filled_noun(frame: Frame, slots: Slots, noun: Token) -> Candidate | None:
    if not frame.mutual:
        return _filled(frame, slots, noun)
    sides = [slots.fill(slot) for slot in (*frame.actors, *frame.recipients)]
    return _candidate(frame, noun, distinct(p for side in sides for p in side), (), mutual=True)


def light_verb(noun: Token) -> Token | None:
    """Return the verb that lends its subject to an event noun ("launched an attack"), or None."""
    current = noun
    for _ in range(4):
        head = current.head
        if head == current:
            return None
        governs = current.dep_ in ("dobj", "nsubjpass") or current.lower_ == "including"
        mistagged = head.pos_ == "NOUN" and current.dep_ == "dobj"  # "Chad votes and signs a deal"
        if (head.pos_ == "VERB" or mistagged) and governs and head.lower_ != "including":
            return head if _lends(head) else None
        if not _leads_up(current, head):
            return None
        current = head
    return None


def _leads_up(current: Token, head: Token) -> bool:
    """Whether a phrase passes its verb on: "strikes" in "a series of strikes and raids"."""
    if current.dep_ == "pobj":
        return head.lower_ in ("of", "including")
    if current.dep_ == "conj":
        return head.pos_ in ("NOUN", "PROPN")
    measures = head.lemma_.lower() in event_words("grammar", "quantifying")
    return current.dep_ == "prep" and measures


def _lends(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in event_words("grammar", "others_event"):
        return False
    return lemma in event_words("grammar", "light")
