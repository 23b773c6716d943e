"""Slots around a verb: its arguments, its complement, and what stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.codebooks.plover_lexicon import Frame, event_lexicon
from dragoman.extraction.clauses.grammar import complement, phrases_of, pobjs, verb_arguments
from dragoman.extraction.events.needs import Setting
from dragoman.extraction.events.slots import BESIDE, SAID, distinct, is_aside
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where a recipient may stand if the frame's own slots are empty, the likeliest first.
_ELSEWHERE = ("to", "on", "against", "for", "with", "from", "toward", "towards", "at", "into", "over",
              "in", "between", "of", "across", "near", "outside", "through", "along", "about")  # fmt: skip
# Types whose recipient may be a place or a thing ("shelled a hospital"). Nobody is accused by
# "condemned the blast": of 10 such recipients in judged events one was right.
_ON_THINGS = frozenset({"ASSAULT", "RETREAT", "SANCTION", "MOBILIZE", "AID", "SUPPORT"})
# Acts that are aimed at the doer of a deed, not at those to whom it was done.
_BY_WHOM = frozenset({"ACCUSE", "PROTEST"})
_ON_DEEDS = frozenset({"CONCEDE", "ACCUSE", "REJECT", "COERCE"})
# Prepositions that may lead to what an act is done to, where no party stands.
_ON_WHAT = frozenset({"in", "on", "against", "from", "to", "at"})
_WHEN = frozenset({"before", "after", "until", "till", "since", "during"})
_WHERE = frozenset({"LOC", "FAC", "GPE"})  # where it is done; only an attack is on a place
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


def _speaks(token: Token) -> bool:
    """Whether a token stands for who speaks, as a subject: to whom it is done is "me" and "us"."""
    return token.dep_ == "nsubj" and token.lower_ in ("i", "we")


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
            if not alone and is_aside(wanted, frame):
                continue
            if frame.type != "ASSAULT" and wanted in BESIDE:
                around = [t for t in around if not self._parties.is_place(t)]
            if wanted == "on" and frame.type in SAID:
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
        return any(prep in BESIDE and self._parties.holds(t, party) for prep, t in phrases_of(noun))

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
