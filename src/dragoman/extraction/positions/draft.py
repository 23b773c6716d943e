"""What a stance is in tokens, and when a clause states what holds as of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.stances import stances
from dragoman.extraction.clauses.claims import Claim, claim_above, claim_beside
from dragoman.extraction.clauses.grammar import is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = frozenset({"we", "i", "our", "us", "my"})
_OPEN = frozenset({"whether", "if", "unless"})
_NEGATIVE = frozenset({"never", "no", "neither", "nor"})


class Draft(NamedTuple):
    """A stance in tokens: who holds it, on what, and the words that state it."""

    holders: tuple[Token, ...]
    issue: Token
    words: tuple[Token, ...]
    negated: bool = False


def is_negated(verb: Token) -> bool:
    """Whether the clause of ``verb`` denies it."""
    return any(c.dep_ == "neg" or c.lower_ in _NEGATIVE for c in verb.children)


def is_open(verb: Token) -> bool:
    """Whether the clause is a condition, a question, or what somebody denies or wishes for."""
    if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in stances().unreal:
        return True
    if any(c.lower_ in _OPEN and c.dep_ in ("mark", "advmod") for c in verb.children):
        return True
    return verb.sent.text.rstrip(" \"'”’").endswith("?")


def is_lasting(verb: Token) -> bool:
    """Whether words of the clause say that it goes on ("has long", "since 2014")."""
    return any(c.lower_ in stances().lasting for c in verb.children)


def is_standing(verb: Token, when: str = "") -> bool:
    """Whether tense and polarity make ``verb`` state what holds now.

    That is the present, a perfect, or "will not"; and a past of state or denial in a report
    ("said it opposed", "said it did not recognise").
    """
    negated = is_negated(verb)
    if when == "denied" and not negated:
        return False
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    aux = [c for c in verb.children if c.dep_ == "aux"]
    if verb.tag_ == "VBG":
        # "signed the law, supporting …" is an act as its governor is.
        governed = verb.dep_ == "acl" or (verb.dep_ == "advcl" and is_standing(verb.head))
        return governed and not aux and not when
    if any(a.lower_ in ("will", "wo") for a in aux):
        return negated and not is_infinitive(verb)  # "will recognise it in May" is a plan
    if any(a.tag_ in ("VBZ", "VBP") for a in aux) and verb.tag_ in ("VB", "VBN"):
        return verb.tag_ == "VB" or when != "lasting" or is_lasting(verb)
    past = verb.tag_ == "VBD" or any(a.lower_ == "did" for a in aux)
    held = negated or verb.lemma_.lower() in stances().reported
    return past and held and is_reported(verb)


def is_reported(verb: Token) -> bool:
    """Whether somebody is said to have said the clause of ``verb``."""
    return claim_of(verb) is not None


def claim_of(verb: Token) -> Claim | None:
    """Return the claim that the clause of ``verb``, or one it is coordinated with, is put in."""
    while (claim := claim_above(verb) or claim_beside(verb)) is None and verb.dep_ == "conj":
        verb = verb.head
    return claim
