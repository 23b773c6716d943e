"""Who asserts an event, where it is not the reporter: "…, the army said", "according to Kyiv"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import pobjs, verb_arguments

if TYPE_CHECKING:
    from spacy.tokens import Token


class Claim(NamedTuple):
    """The word for who asserts a clause, whether the reporter's verb doubts it, and its lemma."""

    claimant: Token | None
    doubted: bool
    verb: str = ""


def claim_above(node: Token) -> Claim | None:
    """Return the claim whose content is the clause at ``node``, or None."""
    above = node.head
    if above.pos_ in ("NOUN", "PROPN"):
        return _by_owner(node, above)
    if above.pos_ not in ("VERB", "AUX"):
        return None
    lemma = above.lemma_.lower()
    if node.dep_ == "ccomp" and lemma in event_words("status", "say"):
        return _by_subject(above)
    accuses = lemma in event_words("status", "accuse")
    if accuses and node.dep_ == "prep" and node.lower_ in ("of", "for"):
        return Claim(next(iter(verb_arguments(above).subjects), None), True, lemma)
    return None


def _by_owner(node: Token, noun: Token) -> Claim | None:
    """Return the claim that a noun names ("Kyiv's charge that …", "a Kenyan report of …")."""
    content = node.dep_ in ("acl", "ccomp", "relcl") and node.tag_ != "VBG"
    about = node.dep_ == "prep" and node.lower_ in ("of", "about")
    if not (content or about) or noun.lemma_.lower() not in event_words("status", "claim_nouns"):
        return None
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [t for c in noun.children if c.lower_ == "by" for t in pobjs(c)]
    owners += [c for c in noun.children if c.dep_ == "amod" and c.ent_type_ in ("NORP", "GPE")]
    return Claim(owners[0], doubted=False, verb=noun.lemma_.lower()) if owners else None


def claim_beside(node: Token) -> Claim | None:
    """Return the claim that a clause set beside ``node`` makes of it ("…, the army said")."""
    for child in node.children:
        if child.dep_ not in ("parataxis", "ccomp", "advcl", "conj") or child.pos_ != "VERB":
            continue
        if child.dep_ == "conj" and any(c.dep_ == "cc" for c in node.children):
            continue  # "bombed Juba, and Kenya said …" is another matter
        if child.lemma_.lower() not in event_words("status", "say"):
            continue
        apart = any(t.is_punct for t in node.doc[min(node.i, child.i) : max(node.i, child.i)])
        own = {c.dep_ for c in child.children}
        if apart and not own & {"mark", "ccomp", "dobj"} and "nsubj" in own:
            return _by_subject(child)
    return None


def according_to(trigger: Token) -> Claim | None:
    """Return the claim that "according to …" makes of the trigger's sentence, or None."""
    for token in trigger.sent:
        if token.lower_ == "according":
            for child in token.children:
                if child.lower_ == "to":
                    return Claim(next(pobjs(child), None), doubted=False)
    return None


def _by_subject(verb: Token) -> Claim:
    # "France, says Niamey, is …": the parser may hang both names on the verb of saying.
    inverted = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
    subject = next(iter(inverted or verb_arguments(verb).subjects), None)
    lemma = verb.lemma_.lower()
    return Claim(subject, lemma in event_words("status", "doubt"), lemma)
