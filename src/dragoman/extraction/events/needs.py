"""Whether the conditions of a frame hold around a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.codebooks.plover_lexicon import Need
from dragoman.extraction.clauses.grammar import (
    Arguments,
    complement,
    coordinated,
    is_infinitive,
    phrases_of,
    verb_arguments,
)
from dragoman.extraction.clauses.parties import Parties

if TYPE_CHECKING:
    from spacy.tokens import Token


class Setting:
    """A verb, what stands around it, and who is a party there; answers are worked out once."""

    def __init__(self, verb: Token, arguments: Arguments, parties: Parties) -> None:
        self.verb, self.arguments, self.parties = verb, arguments, parties

    @cached_property
    def objects(self) -> frozenset[str]:
        """The words, as lemma and as form, of the objects' heads."""
        return _words(t for o in self.arguments.objects for t in heads(o))

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The words, as lemma and as form, of the subjects' heads."""
        return _words(t for s in self.arguments.subjects for t in heads(s))

    @cached_property
    def particles(self) -> frozenset[str]:
        """The forms of what may be the verb's particle."""
        beside = ("prt", "advmod", "prep")
        return frozenset(c.lower_ for c in self.verb.children if c.dep_ in beside)

    @cached_property
    def infinitive(self) -> str | None:
        """The lemma of the infinitive that completes the verb, or None."""
        inner = complement(self.verb)
        return inner.lemma_.lower() if inner is not None and is_infinitive(inner) else None

    @cached_property
    def clause(self) -> frozenset[str] | None:
        """The words of the clause that follows: verb, predicate, modal, complement; or None."""
        clause = _clause(self.verb)
        if clause is None:
            return None
        inner = complement(clause)
        parts = [c for c in clause.children if c.dep_ in ("aux", "acomp", "neg", "attr")]
        return _words((clause, *parts, *((inner,) if inner is not None else ())))

    @cached_property
    def predicates(self) -> frozenset[str]:
        """The words of what is said of the subject or object."""
        places = ("acomp", "oprd", "attr", "ccomp", "xcomp", "prep")
        return _words(
            t
            for c in self.verb.children
            if c.dep_ in places
            for t in (c, *(k for k in c.children if k.dep_ in ("pobj", "conj")))
        )

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """The prepositions around the verb."""
        return frozenset(prep for prep, _ in self.arguments.phrases)

    @cached_property
    def has_party(self) -> bool:
        """Whether an object is a party."""
        return any(True for o in self.arguments.objects for _ in self.parties.named(o))

    @cached_property
    def has_actor(self) -> bool:
        """Whether a subject is a party."""
        return any(True for s in self.arguments.subjects for _ in self.parties.named(s))

    @cached_property
    def has_dative(self) -> bool:
        """Whether a party is given or told something."""
        return any(True for d in self.arguments.datives for _ in self.parties.named(d))

    @cached_property
    def is_armed(self) -> bool:
        """Whether a subject bears arms."""
        return any(self.parties.is_armed(t) for s in self.arguments.subjects for t in heads(s))

    @cached_property
    def is_official(self) -> bool:
        """Whether a subject holds an office or is a state."""
        return any(self.parties.is_official(t) for s in self.arguments.subjects for t in heads(s))


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(word for t in tokens for word in (t.lemma_.lower(), t.lower_))


def verb_holds(need: Need, setting: Setting) -> bool:
    """Whether a condition of a verb's frame holds."""
    test = _TESTS.get(need.kind)
    if test is not None:
        return test(setting, need.wanted) is not need.negated
    if need.kind not in setting.prepositions:
        return need.negated
    return _phrase_holds(setting.arguments.phrases, need.kind, need.wanted) is not need.negated


def noun_holds(need: Need, noun: Token) -> bool:
    """Whether a condition of a noun's frame holds."""
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
            yield from (c for c in one.children if c.dep_ == "compound" or c.pos_ == "SYM")
        for prep, inner in phrases_of(one):
            if including and prep == "including":
                yield from coordinated(inner)


def is_one(token: Token, wanted: frozenset[str]) -> bool:
    """Whether a token's lemma or form is one of the wanted words."""
    return token.lemma_.lower() in wanted or token.lower_ in wanted


def _object(setting: Setting, wanted: frozenset[str]) -> bool:
    return not setting.objects.isdisjoint(wanted)


def _subject(setting: Setting, wanted: frozenset[str]) -> bool:
    return not setting.subjects.isdisjoint(wanted)


def _object_modifier(setting: Setting, wanted: frozenset[str]) -> bool:
    return any(_modified(t, wanted) for o in setting.arguments.objects for t in heads(o))


def _no_object(setting: Setting, _wanted: frozenset[str]) -> bool:
    return not setting.arguments.objects


def _party(setting: Setting, _wanted: frozenset[str]) -> bool:
    return setting.has_party


def _dative(setting: Setting, _wanted: frozenset[str]) -> bool:
    return setting.has_dative


def _actor(setting: Setting, _wanted: frozenset[str]) -> bool:
    return setting.has_actor


def _armed(setting: Setting, _wanted: frozenset[str]) -> bool:
    return setting.is_armed


def _official(setting: Setting, _wanted: frozenset[str]) -> bool:
    return setting.is_official


def _particle(setting: Setting, wanted: frozenset[str]) -> bool:
    return not setting.particles.isdisjoint(wanted)


def _infinitive(setting: Setting, wanted: frozenset[str]) -> bool:
    inner = setting.infinitive
    return inner is not None and (not wanted or inner in wanted)


def _clause(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "ccomp"), None)


def _that(setting: Setting, wanted: frozenset[str]) -> bool:
    """Whether a clause follows whose verb, predicate, modal or complement is wanted."""
    words = setting.clause
    return words is not None and (not wanted or not words.isdisjoint(wanted))


def _clause_subject(setting: Setting, _wanted: frozenset[str]) -> bool:
    clause = _clause(setting.verb)
    subjects = verb_arguments(clause).subjects if clause is not None else ()
    return any(True for t in subjects if t.pos_ != "PRON" for _ in setting.parties.named(t))


def _predicate(setting: Setting, wanted: frozenset[str]) -> bool:
    return not setting.predicates.isdisjoint(wanted)


_TESTS: dict[str, Callable[[Setting, frozenset[str]], bool]] = {
    "obj": _object,
    "sub": _subject,
    "omod": _object_modifier,
    "noobj": _no_object,
    "party": _party,
    "dative": _dative,
    "actor": _actor,
    "armed": _armed,
    "official": _official,
    "prt": _particle,
    "inf": _infinitive,
    "that": _that,
    "csub": _clause_subject,
    "comp": _predicate,
}


def _phrase_holds(phrases: Iterable[tuple[str, Token]], kind: str, wanted: frozenset[str]) -> bool:
    for prep, head in phrases:
        if prep != kind:
            continue
        if "*" in wanted and head.pos_ not in ("VERB", "AUX"):
            return True
        if "ing" in wanted and head.pos_ in ("VERB", "AUX"):
            return True
        if any(is_one(t, wanted) for t in heads(head)):
            return True
    return False


def _modified(noun: Token, wanted: frozenset[str]) -> bool:
    return any(
        c.dep_ in ("amod", "compound", "nmod", "poss") and is_one(c, wanted) for c in noun.children
    )
