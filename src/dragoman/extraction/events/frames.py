"""Matches frames of the lexicon to words and fills their roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.codebooks.plover_lexicon import Frame, Need, event_lexicon
from dragoman.extraction.clauses.grammar import (
    Arguments,
    complement,
    coordinated,
    is_infinitive,
    lemma_of,
    phrases_of,
    verb_arguments,
)
from dragoman.extraction.clauses.parties import Parties
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

# Two subjects of one such act act on each other ("India and Pakistan agreed to a truce").
_JOINT = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
# Where a recipient may stand if the frame's own slots are empty, the likeliest first.
_ELSEWHERE = ("to", "on", "against", "for", "with", "from", "toward", "towards", "at", "into", "over",
              "in", "between", "of", "across", "near", "outside", "through", "along", "about")  # fmt: skip
# Types whose recipient may be a place or a thing ("shelled a hospital").
_ON_THINGS = frozenset(
    {
        "ASSAULT",
        "COERCE",
        "RETREAT",
        "SANCTION",
        "MOBILIZE",
        "AID",
        "CONCEDE",
        "ACCUSE",
        "REJECT",
        "SUPPORT",
    }
)
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


class Candidate(NamedTuple):
    """A word that tells an event, the frame that says which, and who is who."""

    trigger: Token
    frame: Frame
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    governor: Token | None = None  # the light verb of a noun
    consumed: tuple[Token, ...] = ()  # objects that the frame already speaks of


def verb_candidate(verb: Token, parties: Parties) -> Candidate | None:
    """Return the event that ``verb`` tells, or None."""
    verbs = event_lexicon().verbs
    frames = verbs.get(lemma_of(verb, verbs))
    if not frames:
        return None
    arguments = verb_arguments(verb)
    for frame in frames:
        if all(_holds(need, verb, arguments, parties) for need in frame.needs):
            slots = _VerbSlots(verb, arguments, parties)
            found = _filled(frame, slots, verb)
            if found is not None:
                return found._replace(consumed=_spoken_of(frame, arguments))
    return None


def _spoken_of(frame: Frame, arguments: Arguments) -> tuple[Token, ...]:
    """Return the objects that a frame asks for: they tell no event of their own."""
    wanted = [n.wanted for n in frame.needs if n.kind == "obj" and not n.negated]
    if not wanted:
        return ()
    return tuple(
        t for o in arguments.objects for t in heads(o, including=False) if _is_one(t, wanted[0])
    )


def heads(token: Token, *, including: bool = True) -> Iterator[Token]:
    """Yield the content words of a phrase's head: "a series of strikes" gives both nouns."""
    for one in coordinated(token):
        yield one
        if one.lemma_.lower() in event_words("grammar", "quantifying") or one.pos_ in (
            "NUM",
            "PRON",
            "DET",
            "SYM",
        ):
            for prep, inner in phrases_of(one):
                if prep == "of":
                    yield from coordinated(inner)
            yield from (c for c in one.children if c.dep_ == "compound")
        for prep, inner in phrases_of(one):
            if including and prep == "including":
                yield from coordinated(inner)


def _filled(frame: Frame, slots: _VerbSlots | _NounSlots, trigger: Token) -> Candidate | None:
    actors = slots.first(frame.actors, acting=True)
    recipients = slots.first(frame.recipients)
    if frame.mutual:
        # Who meets, signs and fights acts on both sides: all parties are actors. One party alone
        # must at least be the subject: "a deal reached with Iran" does not say who reached it.
        if not actors:
            return None
        return _candidate(frame, trigger, _distinct((*actors, *recipients)), (), mutual=True)
    recipients = _without(recipients, actors) or _without(slots.elsewhere(frame), actors)
    if not recipients and len(actors) > 1 and frame.type in _JOINT:
        return _candidate(frame, trigger, actors, (), mutual=True)
    return _candidate(frame, trigger, actors, recipients, mutual=False)


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


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    kept: list[Party] = []
    for party in parties:
        if not any(same_party(party, other) for other in kept):
            kept.append(party)
    return tuple(kept)


def _without(parties: Iterable[Party], others: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in _distinct(parties) if not any(same_party(p, o) for o in others))


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are the same words or the same actor."""
    if one.span.overlaps(other.span):
        return True
    if one.actor_id is not None and other.actor_id is not None:
        return one.actor_id == other.actor_id
    return (one.name or one.text).casefold() == (other.name or other.text).casefold()


class _Slots:
    """Fills a slot of a frame with the parties that stand there."""

    def first(self, alternatives: tuple[str, ...], *, acting: bool = False) -> tuple[Party, ...]:
        for slot in alternatives:
            found = self.fill(slot, acting=acting)
            if found:
                return found
        return ()

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        raise NotImplementedError

    def elsewhere(self, frame: Frame) -> tuple[Party, ...]:
        """Return a recipient that stands outside the frame's own slots, as a last resort."""
        raise NotImplementedError


class _VerbSlots(_Slots):
    def __init__(self, verb: Token, arguments: Arguments, parties: Parties) -> None:
        self._verb, self._arguments, self._parties = verb, arguments, parties

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        if slot == "S":
            return self._of(self._arguments.subjects, acting=True)
        if slot == "O":
            return self._of(self._arguments.objects, acting=acting)
        if slot == "D":
            return self._of(self._arguments.datives, acting=acting)
        if slot in ("X", "C"):
            return self._complement(slot)
        return self._of((t for prep, t in self._arguments.phrases if prep == slot), acting=acting)

    def elsewhere(self, frame: Frame) -> tuple[Party, ...]:
        if not frame.recipients:
            return ()
        for wanted in _ELSEWHERE:
            found = self._of(t for prep, t in self._arguments.phrases if prep == wanted)
            if found:
                return found
        if frame.type not in _ON_THINGS:
            return ()
        spoken = any(n.kind == "obj" and not n.negated for n in frame.needs)
        things = [] if spoken or "O" not in frame.recipients else list(self._arguments.objects)
        if spoken or not things:
            things += [
                t
                for prep, t in self._arguments.phrases
                if prep in ("in", "on", "against", "from", "to", "at")
            ]
        nouns = [t for t in things if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in _TIMES]
        return tuple(self._parties.thing(t) for t in nouns[:1])

    def _of(self, tokens: Iterable[Token], *, acting: bool = False) -> tuple[Party, ...]:
        found: list[Party] = []
        for token in tokens:
            if not acting and self._parties.is_own(token):
                continue
            found += tuple(self._parties.named(token)) or self._parties.inside(token, acting=acting)
        return _distinct(found)

    def _complement(self, slot: str) -> tuple[Party, ...]:
        inner = complement(self._verb)
        if inner is None:
            inner = next((t for _, t in self._arguments.phrases if t.pos_ == "VERB"), None)
        if inner is None:
            return ()
        arguments = verb_arguments(inner)
        if slot == "C":
            controlled = self._of(self._arguments.objects) or self._of(
                t for t in arguments.subjects if t not in self._arguments.subjects
            )
            if controlled:
                return controlled
        others = self._of(t for _, t in arguments.phrases)
        return self._of(arguments.objects) or others or self._deeper(inner)

    def _deeper(self, verb: Token) -> tuple[Party, ...]:
        """Return the parties of the clause that completes a clause ("agreed to allow … to visit")."""
        inner = complement(verb)
        if inner is None:
            return ()
        arguments = verb_arguments(inner)
        return self._of(arguments.objects) or self._of(t for _, t in arguments.phrases)


class _NounSlots(_Slots):
    """Slots of an event noun; the light verb above it lends its subject."""

    def __init__(self, noun: Token, governor: Token | None, parties: Parties) -> None:
        self._noun, self._parties = noun, parties
        self._phrases = list(phrases_of(noun))
        self._governor = governor
        self._above = verb_arguments(governor) if governor is not None else None
        if self._above is not None:
            self._phrases += [(p, t) for p, t in self._above.phrases if t != noun]

    def elsewhere(self, frame: Frame) -> tuple[Party, ...]:
        if not frame.recipients:
            return ()
        for wanted in ("on", "against", "to", "with", "in", "at"):
            found = self._named(t for prep, t in phrases_of(self._noun) if prep == wanted)
            if found:
                return found
        return ()

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        if slot == "S":
            return self._agent()
        if slot == "O":
            return self._undergoer()
        if slot in ("X", "C"):
            return self._clause()
        return self._named(t for prep, t in self._phrases if prep == slot)

    def _agent(self) -> tuple[Party, ...]:
        lent = ()
        if self._above is not None and self._governor is not None and not self._undergone():
            lent = self._named(self._above.subjects)
        of = any(prep == "of" for prep, _ in self._phrases)
        owners = self._owners() if of or not self._is_undergone_noun() else ()
        return (
            lent
            or self._named(t for prep, t in phrases_of(self._noun) if prep == "by")
            or owners
            or self._parties.adjective_party(self._noun)
            or (
                ()
                if self._is_undergone_noun()
                else self._named(t for p, t in phrases_of(self._noun) if p in ("of", "from"))
            )
        )

    def _undergoer(self) -> tuple[Party, ...]:
        if self._above is not None and self._undergone():
            return self._named(self._above.subjects)
        found = self._named(t for prep, t in phrases_of(self._noun) if prep == "of")
        return found or (self._owners() if self._is_undergone_noun() else ())

    def _undergone(self) -> bool:
        return self._governor is not None and self._governor.lemma_ in event_words(
            "grammar", "undergo"
        )

    def _is_undergone_noun(self) -> bool:
        frames = event_lexicon().nouns.get(self._noun.lemma_.lower(), ())
        return any(f.recipients[:1] == ("O",) for f in frames)

    def _owners(self) -> tuple[Party, ...]:
        return self._named(c for c in self._noun.children if c.dep_ == "poss")

    def _named(self, tokens: Iterable[Token]) -> tuple[Party, ...]:
        return _distinct(
            p for t in tokens for p in (tuple(self._parties.named(t)) or self._parties.inside(t))
        )

    def _clause(self) -> tuple[Party, ...]:
        inner = next(
            (c for c in self._noun.children if c.dep_ in ("acl", "xcomp", "ccomp", "relcl")), None
        )
        if inner is None:
            return ()
        arguments = verb_arguments(inner)
        return self._named(arguments.objects) or self._named(t for _, t in arguments.phrases)


def noun_candidate(noun: Token, parties: Parties) -> Candidate | None:
    """Return the event that ``noun`` names, or None; it needs at least one party."""
    frames = event_lexicon().nouns.get(noun.lemma_.lower())
    if not frames:
        return None
    governor = light_verb(noun)
    for frame in frames:
        if all(_noun_holds(need, noun) for need in frame.needs):
            slots = _NounSlots(noun, governor, parties)
            found = _filled_noun(frame, slots, noun)
            if found is not None:
                return found._replace(governor=governor)
    return None


def _filled_noun(frame: Frame, slots: _NounSlots, noun: Token) -> Candidate | None:
    if not frame.mutual:
        return _filled(frame, slots, noun)
    sides = [slots.fill(slot) for slot in (*frame.actors, *frame.recipients)]
    return _candidate(frame, noun, _distinct(p for side in sides for p in side), (), mutual=True)


def light_verb(noun: Token) -> Token | None:
    """Return the verb that lends its subject to an event noun ("launched an attack"), or None."""
    current = noun
    for _ in range(4):
        head = current.head
        if head == current:
            return None
        if current.dep_ == "pobj" and head.lower_ in ("of", "including"):
            current = head
        elif current.dep_ in ("dobj", "nsubjpass") and head.pos_ == "VERB":
            return head if _lends(head) else None
        elif current.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
            current = head
        elif current.dep_ == "prep" and head.lemma_.lower() in event_words(
            "grammar", "quantifying"
        ):
            current = head
        elif current.dep_ == "prep" and head.pos_ == "VERB" and current.lower_ == "including":
            return head if _lends(head) else None
        else:
            return None
    return None


def _lends(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in event_words("grammar", "others_event"):
        return False
    return lemma in event_words("grammar", "light")


def _holds(need: Need, verb: Token, arguments: Arguments, parties: Parties) -> bool:
    return _asked(need, verb, arguments, parties) is not need.negated


def _asked(need: Need, verb: Token, arguments: Arguments, parties: Parties) -> bool:
    kind, wanted = need.kind, need.wanted
    if kind == "obj":
        return any(_is_one(t, wanted) for o in arguments.objects for t in heads(o))
    if kind == "sub":
        return any(_is_one(t, wanted) for s in arguments.subjects for t in heads(s))
    if kind == "omod":
        return any(_modified(t, wanted) for o in arguments.objects for t in heads(o))
    if kind == "noobj":
        return not arguments.objects
    if kind == "party":
        return any(True for o in arguments.objects for _ in parties.named(o))
    if kind == "armed":
        return any(parties.is_armed(t) for s in arguments.subjects for t in heads(s))
    if kind == "official":
        return any(parties.is_official(t) for s in arguments.subjects for t in heads(s))
    if kind == "prt":
        return any(
            c.dep_ in ("prt", "advmod", "prep") and c.lower_ in wanted for c in verb.children
        )
    if kind == "inf":
        inner = complement(verb)
        told = inner is not None and is_infinitive(inner)
        return told and (not wanted or (inner is not None and inner.lemma_.lower() in wanted))
    if kind == "that":
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        return clause is not None and (not wanted or _says(clause, wanted))
    if kind == "csub":
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        subjects = verb_arguments(clause).subjects if clause is not None else ()
        return any(True for t in subjects if t.pos_ != "PRON" for _ in parties.named(t))
    if kind == "comp":
        return any(
            t.lemma_.lower() in wanted or t.lower_ in wanted
            for c in verb.children
            if c.dep_ in ("acomp", "oprd", "attr", "ccomp", "xcomp", "prep")
            for t in (c, *(k for k in c.children if k.dep_ in ("pobj", "conj")))
        )
    return _phrase_holds(arguments.phrases, kind, wanted)


def _says(clause: Token, wanted: frozenset[str]) -> bool:
    """Whether a clause's verb, predicate or modal, or the verb that completes it, is wanted."""
    inner = complement(clause)
    words = [clause, *(c for c in clause.children if c.dep_ in ("aux", "acomp"))]
    return any(_is_one(t, wanted) for t in (*words, *((inner,) if inner is not None else ())))


def _noun_holds(need: Need, noun: Token) -> bool:
    kind, wanted = need.kind, need.wanted
    if kind == "mod":
        held = _modified(noun, wanted)
    elif kind == "inf":
        held = any(c.dep_ in ("acl", "xcomp", "relcl") and is_infinitive(c) for c in noun.children)
    elif kind == "that":
        held = any(c.dep_ in ("acl", "ccomp") and not is_infinitive(c) for c in noun.children)
    elif kind == "obj":
        held = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in wanted
    else:
        held = _phrase_holds(phrases_of(noun), kind, wanted)
    return held is not need.negated


def _phrase_holds(phrases: Iterable[tuple[str, Token]], kind: str, wanted: frozenset[str]) -> bool:
    for prep, head in phrases:
        if prep != kind:
            continue
        if "*" in wanted and head.pos_ not in ("VERB", "AUX"):
            return True
        if "ing" in wanted and head.pos_ in ("VERB", "AUX"):
            return True
        if any(_is_one(t, wanted) for t in heads(head)):
            return True
    return False


def _is_one(token: Token, wanted: frozenset[str]) -> bool:
    return token.lemma_.lower() in wanted or token.lower_ in wanted


def _modified(noun: Token, wanted: frozenset[str]) -> bool:
    return any(
        c.dep_ in ("amod", "compound", "nmod", "poss") and _is_one(c, wanted) for c in noun.children
    )
