"""Which words a reporting verb reports when they are no clause: objects, predicates, phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import reporting_words
from dragoman.codebooks.role_nouns import role_words
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child, pieces, subtree
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "iobj", "dative"})
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself", "other", "another"})
_SOURCES = frozenset({"PERSON", "ORG"})
_CLOSE = frozenset({"for", "as", "by"})
_PHRASES = frozenset({"dobj", "prep", "xcomp", "ccomp", "oprd", "attr", "dative"})


def infinitive_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "to leave" in "claimed to have left"."""
    clause = child(verb, "xcomp")
    if clause is None or clause.i < verb.i or not _has_to(clause):
        return ()
    return tuple(pieces(scene, subtree(clause), breaks={verb.i}))


def order_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "the crowd to leave" in "asked the crowd to leave"; "to leave" in "was asked to"."""
    clause = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i), None)
    if clause is None or not _has_to(clause):
        return ()
    asked = [c for c in verb.children if c.dep_ in _OBJECTS and verb.i < c.i < clause.i]
    own = child(clause, "nsubj", "nsubjpass")
    if not asked and own is None and child(verb, "nsubjpass", "auxpass") is None:
        return ()
    content = subtree(clause)
    for thing in asked:
        content |= subtree(thing)
    return tuple(pieces(scene, content, breaks={verb.i}))


def gerund_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "raising nine millions" in "reported raising nine millions"."""
    clause = child(verb, "xcomp", "pcomp")
    if clause is None or clause.i < verb.i or clause.tag_ != "VBG":
        return ()
    return tuple(pieces(scene, subtree(clause), breaks={verb.i}))


def object_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "a plan" in "announced a plan"; "the law as a threat" in "cited the law as a threat".

    Of the phrases after an object those with "for", "as" and "by" belong to what is said (27 of
    30 on the articles read), the others to where and when it was said (half of 60).
    """
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i or thing.pos_ == "PRON" or _is_source(verb, thing):
        return ()
    content = subtree(thing)
    for phrase in verb.children:
        after = phrase.i > thing.i and phrase.left_edge.nbor(-1).text != ","
        if phrase.dep_ == "prep" and phrase.lower_ in _CLOSE and after:
            content |= subtree(phrase)
    return tuple(pieces(scene, content, breaks={verb.i}))


def _is_source(verb: Token, thing: Token) -> bool:
    """Whether what is cited is who said it: "citing Lusa", "citing an engineer"."""
    if verb.lemma_.lower() not in reporting_words().citing:
        return False
    if thing.ent_type_ in _SOURCES:
        return True
    return thing.lemma_.lower() in role_words()


def predicate_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "the visit historic" in "called the visit historic": object and what it is called.

    "calls itself X", "a plan called X" and "called on X to leave" name or ask; they judge nothing.
    """
    clause = child(verb, "ccomp")
    named = child(verb, "oprd", "xcomp", "attr")
    thing = child(verb, "dobj")
    if _only_names(verb):
        return ()
    if clause is not None and child(clause, "nsubj") is not None:
        return tuple(pieces(scene, subtree(clause), breaks={verb.i}))
    things = [c for c in verb.children if c.dep_ in _OBJECTS and c.i > verb.i]
    if named is None and len(things) == 2:
        named = things[1]
    if named is None or named.i < verb.i:
        return ()
    content = subtree(named)
    if thing is not None and thing != named and verb.i < thing.i:
        content |= subtree(thing)
    return tuple(pieces(scene, content, breaks={verb.i}))


def _only_names(verb: Token) -> bool:
    """Whether a verb of naming gives a name or asks: "a plan called X", "calls itself", "call on"."""
    named = verb.head.pos_ == "PROPN" and verb.head.i == verb.i - 1
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and child(verb, "agent") is None and not named:
        return True
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    return after in {"on", "upon", "for", "each"} or after in _REFLEXIVE


def as_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return "him as a thief" in "described him as a thief"."""
    role = next((c for c in verb.children if c.lower_ == "as" and c.i > verb.i), None)
    if role is None:
        return ()
    content = subtree(role)
    thing = child(verb, "dobj")
    if thing is not None and thing.i > verb.i:
        content |= subtree(thing)
    return tuple(pieces(scene, content, breaks={verb.i}))


def topic_of(scene: Scene, verb: Token, preposition: str) -> tuple[Span, ...]:
    """Return "the visit" in "asked about the visit", "a famine" in "warned of a famine"."""
    topic = next((c for c in verb.children if c.lower_ == preposition and c.i > verb.i), None)
    if topic is None or verb.tag_ == "VBN":  # "asked about the visit, he said" asks nothing
        return ()
    return tuple(pieces(scene, subtree(topic) - {topic.i}, breaks={verb.i}))


def everything_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return all complements after the verb, from its object on."""
    content: set[int] = set()
    for part in verb.children:
        if part.i > verb.i and part.dep_ in _PHRASES:
            content |= subtree(part)
    return tuple(pieces(scene, content, breaks={verb.i}))


def _has_to(clause: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
