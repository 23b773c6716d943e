"""Fills the roles of a frame with the parties that stand around its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from dragoman.codebooks.event_words import event_words, party_words
from dragoman.codebooks.plover_lexicon import Frame, event_lexicon
from dragoman.extraction.clauses.grammar import (
    complement,
    phrases_of,
    pobjs,
    verb_arguments,
)
from dragoman.extraction.events.needs import Setting
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.extraction.clauses.parties import Parties

# Where a recipient may stand if the frame's own slots are empty, the likeliest first.
_ELSEWHERE = ("to", "on", "against", "for", "with", "from", "toward", "towards", "at", "into", "over",
              "in", "between", "of", "across", "near", "outside", "through", "along", "about")  # fmt: skip
# What is asked or demonstrated for is not of whom.
_NOT_FOR = frozenset({"REQUEST", "PROTEST"})
# Types whose recipient may be a place or a thing ("shelled a hospital"). Nobody is accused by
# "condemned the blast": of 13 such recipients of speech acts in judged events one was right.
_ON_THINGS = frozenset({"ASSAULT", "RETREAT", "SANCTION", "MOBILIZE", "AID", "SUPPORT"})
_SAID = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
# Acts that are aimed at the doer of a deed, not at those to whom it was done.
_BY_WHOM = frozenset({"ACCUSE", "PROTEST"})
_ON_DEEDS = frozenset({"CONCEDE", "ACCUSE", "REJECT", "COERCE"})
# Prepositions that lead to whom an act is aimed at.
_AIMS = frozenset({"to", "on", "against"})
# Prepositions that may lead to what an act is done to, where no party stands.
_ON_WHAT = frozenset({"in", "on", "against", "from", "to", "at"})
_WHEN = frozenset({"before", "after", "until", "till", "since", "during"})
_WHERE = frozenset({"LOC", "FAC", "GPE"})  # where it is done; only an attack is on a place
_BESIDE = frozenset({"in", "at", "near", "outside", "across", "through", "along"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


class Slots(Protocol):
    """What can fill the slots of a frame."""

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        """Return the parties in one slot; `acting`: they must be able to act."""

    def elsewhere(self, frame: Frame, *, alone: bool = False) -> tuple[Party, ...]:
        """Return a recipient that stands outside the frame's own slots, as a last resort.

        Args:
            frame: What the word tells.
            alone: Whether it would be the only party: then a likely place or thing is one too.
        """


def first_filled(
    slots: Slots, names: tuple[str, ...], *, acting: bool = False
) -> tuple[Party, ...]:
    """Return the parties of the first slot that has any."""
    for name in names:
        found = slots.fill(name, acting=acting)
        if found:
            return found
    return ()


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties, each once."""
    kept: list[Party] = []
    for party in parties:
        if not any(same_party(party, other) for other in kept):
            kept.append(party)
    return tuple(kept)


def without(parties: Iterable[Party], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties that are none of the others, each once."""
    return tuple(p for p in distinct(parties) if not any(same_party(p, o) for o in others))


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are the same words or the same actor."""
    if one.span.overlaps(other.span):
        return True
    if one.actor_id is not None and other.actor_id is not None:
        return one.actor_id == other.actor_id
    return (one.name or one.text).casefold() == (other.name or other.text).casefold()


def _speaks(token: Token) -> bool:
    """Whether a token stands for who speaks, as a subject: to whom it is done is "me" and "us"."""
    return token.dep_ == "nsubj" and token.lower_ in ("i", "we")


def _is_aside(preposition: str, frame: Frame) -> bool:
    """Whether a phrase says where it was done or what for: "sued in a court", "asked for a visa"."""
    if preposition == "for":
        return frame.type in _NOT_FOR
    return preposition in _BESIDE and frame.type != "ASSAULT"


class VerbSlots:
    """Slots around a verb."""

    def __init__(self, setting: Setting, frame: Frame) -> None:
        self._verb, self._frame = setting.verb, frame
        self._arguments, self._parties = setting.arguments, setting.parties

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        """Return the parties in one slot."""
        if slot == "S":
            return self._of(self._arguments.subjects, acting=True)
        if slot == "O":
            return self._of(self._arguments.objects, acting=acting)
        if slot == "D":
            return self._of(self._arguments.datives, acting=acting)
        if slot in ("X", "C"):
            return self._complement(slot)
        return self._of((t for prep, t in self._arguments.phrases if prep == slot), acting=acting)

    def elsewhere(self, frame: Frame, *, alone: bool = False) -> tuple[Party, ...]:
        """Return a recipient that stands outside the frame's own slots."""
        if not frame.recipients:
            return ()
        if frame.type == "ASSAULT" and "O" in frame.recipients:
            harmed = self._things(frame)
            if harmed:
                return harmed
        people = self._people()
        if people:
            return people
        for wanted in _ELSEWHERE:
            around = [t for prep, t in self._arguments.phrases if prep == wanted]
            if not alone and _is_aside(wanted, frame):
                continue
            if frame.type != "ASSAULT" and wanted in _BESIDE:
                around = [t for t in around if not self._parties.is_place(t)]
            if wanted == "on" and frame.type in _SAID:
                around = [t for t in around if not self._parties.is_channel(t)]
            found = self._of(around)
            if found:
                return found
        if frame.type in _ON_DEEDS and not alone:
            return self._somebody(frame)
        return self._things(frame) if frame.type in _ON_THINGS | _ON_DEEDS else ()

    def _somebody(self, frame: Frame) -> tuple[Party, ...]:
        """Return whom the object names or belongs to ("rejected the owner's request")."""
        if "O" not in frame.recipients:
            return ()
        objects = self._arguments.objects
        owners = [c for o in objects for c in o.children if c.dep_ == "poss" and c.pos_ != "PRON"]
        owners += [
            t
            for o in objects
            for c in o.children
            if c.dep_ == "acl" and c.tag_ == "VBN"
            for by in c.children
            if by.dep_ == "agent"
            for t in pobjs(by)
        ]
        names = [o for o in objects if o.text[:1].isupper() and not o.ent_type_]
        return tuple(self._parties.thing(t) for t in owners or names)

    def _people(self) -> tuple[Party, ...]:
        """Return people without a name whom the verb is done to ("a foe was charged")."""
        if self._verb.lemma_.lower() in event_words("grammar", "to_people"):
            heads = [t for t in self._arguments.objects if t.pos_ == "NOUN" and not t.ent_type_]
            return tuple(self._parties.thing(t) for t in heads)
        return ()

    def _things(self, frame: Frame) -> tuple[Party, ...]:
        """Return what a thing is that the act is done to ("shelled a hospital")."""
        spoken = any(n.kind == "obj" and not n.negated for n in frame.needs)
        things = [] if spoken or "O" not in frame.recipients else list(self._arguments.objects)
        if spoken or not things:
            things += [t for prep, t in self._arguments.phrases if prep in _ON_WHAT]
        no_recipient = event_words("grammar", "idioms") | event_words("grammar", "documents")
        nouns = [
            t
            for t in things
            if t.pos_ in ("NOUN", "PROPN")
            and t.ent_type_ not in (_TIMES if frame.type == "ASSAULT" else _TIMES | _WHERE)
            and t.lemma_.lower() not in no_recipient
            and not (t.dep_ == "pobj" and t.lemma_.lower() in event_lexicon().nouns)
        ]
        return tuple(self._parties.thing(t) for t in nouns[:1])

    def _of(self, tokens: Iterable[Token], *, acting: bool = False) -> tuple[Party, ...]:
        found: list[Party] = []
        for token in tokens:
            if not acting and self._parties.is_own(token):
                continue
            found += (
                tuple(self._parties.named(token))
                or (() if acting or _speaks(token) else tuple(self._parties.people(token)))
                or self._inside(token, acting=acting)
            )
        return distinct(found)

    def _inside(self, token: Token, *, acting: bool) -> tuple[Party, ...]:
        """Return the parties that a phrase names in passing.

        A demonstration "against the return of the boy" is against who returns him, if that is told,
        and who condemns "the attacks on Mali by rebels" condemns these.
        """
        by_whom = acting or self._frame.type in _BY_WHOM
        found = self._parties.inside(token, acting=by_whom, of=not self._is_of_victims(token))
        hit = self._frame.type == "ASSAULT" and not acting and token.pos_ == "NOUN"
        if hit and found and all(self._is_beside(token, p) for p in found):
            return (self._parties.thing(token),)  # "camps in Mali": the camps
        return found

    def _is_of_victims(self, noun: Token) -> bool:
        """Whether those after a noun's "of" are no doers of what a speech act is about."""
        if self._frame.type == "ACCUSE":
            frames = event_lexicon().nouns.get(noun.lemma_.lower(), ())
            return any(f.type in ("ASSAULT", "COERCE") for f in frames)
        return self._frame.type == "PROTEST"

    def _is_beside(self, noun: Token, party: Party) -> bool:
        """Whether a party is only the place where something stands."""
        return any(
            prep in _BESIDE and self._parties.holds(t, party) for prep, t in phrases_of(noun)
        )

    def _complement(self, slot: str) -> tuple[Party, ...]:
        inner = complement(self._verb)
        if inner is None:
            inner = next((t for _, t in self._arguments.phrases if t.pos_ == "VERB"), None)
        if inner is None:
            return ()
        asked = [t for t in self._arguments.objects if inner.head == t]
        askers = tuple(p for t in asked for p in self._parties.inside(t, acting=True, of=False))
        if askers:
            return askers  # "refused requests by the family to go"
        arguments = verb_arguments(inner)
        if slot == "C":
            controlled = self._of(self._arguments.objects) or self._of(
                t for t in arguments.subjects if t not in self._arguments.subjects
            )
            if controlled:
                return controlled
        others = self._of(t for prep, t in arguments.phrases if prep not in _WHEN)
        objects = [t for t in arguments.objects if not self._is_means(inner, t)]
        return self._of(objects) or others or self._deeper(inner)

    def _is_means(self, verb: Token, thing: Token) -> bool:
        """Whether what a promise names is what it is done with ("to send troops", "open an office")."""
        if verb.lemma_.lower() in event_words("grammar", "bring_about"):
            return True
        moves = verb.lemma_.lower() in event_words("grammar", "move")
        return moves and self._parties.group(thing) in ("armed", "police")

    def _deeper(self, verb: Token) -> tuple[Party, ...]:
        """Return the parties of the clause that completes a clause ("agreed to allow … to visit")."""
        inner = complement(verb)
        if inner is None:
            return ()
        arguments = verb_arguments(inner)
        return self._of(arguments.objects) or self._of(t for _, t in arguments.phrases)


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
            if not alone and _is_aside(wanted, frame):
                continue
            around = [t for prep, t in self._own if prep == wanted]
            if wanted == "on" and frame.type in _SAID:
                around = [t for t in around if not self._parties.is_channel(t)]
            found = self._named(around)
            if found:
                return found
        return ()

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        """Return the parties in one slot."""
        if slot == "S" or acting:
            return self._agent()
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
