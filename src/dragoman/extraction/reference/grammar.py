"""What the grammar of a sentence forbids or suggests for a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.extraction.reference.candidates import Candidate
from dragoman.extraction.reference.pronouns import Pronoun

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAX_CLIMB = 12
_FRONTED = frozenset({"advcl", "prep", "pobj", "poss", "pcomp", "npadvmod", "acl", "compound",
                      "amod", "dobj", "nsubj", "nsubjpass", "conj", "dative", "attr"})  # fmt: skip


def bars(pronoun: Pronoun, candidate: Candidate) -> bool:
    """Whether grammar forbids the pair: "Macron praised him" is not Macron praising himself."""
    token = candidate.token
    if token is None or token.doc is not pronoun.token.doc:
        return False
    if pronoun.reflexive:
        return False
    if (
        token.is_ancestor(pronoun.token)
        and not pronoun.possessive
        and token.pos_ in {"NOUN", "PROPN"}
    ):
        # inside its own noun phrase: "the minister who met him"
        return not any(a.pos_ in {"VERB", "AUX"} for a in _path(pronoun.token, token))
    if pronoun.possessive:
        return False
    clause = clause_of(token)
    if clause == clause_of(pronoun.token):
        return True
    return candidate.subject and clause == _subject_clause(pronoun.token)


def _path(below: Token, above: Token) -> Sequence[Token]:
    steps, node = [], below.head
    while node not in (above, node.head):
        steps.append(node)
        node = node.head
    return steps


def clause_of(token: Token) -> Token:
    """Return the verb whose clause a word stands in."""
    node = token
    while node.pos_ not in {"VERB", "AUX"} and node.head != node:
        node = node.head
    return node


def _subject_clause(token: Token) -> Token:
    """Return the verb whose subject rules a word's clause ("arrived, praising him": arrived)."""
    verb = clause_of(token)
    for _ in range(4):
        own = any(c.dep_ in _SUBJECTS for c in verb.children)
        if own or verb.dep_ not in {"advcl", "conj", "xcomp", "pcomp"}:
            break
        verb = clause_of(verb.head)
    return verb


def own_subject(token: Token) -> Token | None:
    """Return the subject of the clause that a possessive or reflexive stands in, or None."""
    verb = clause_of(token)
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child if child.i < token.i else None
        if verb.dep_ not in {"advcl", "conj", "xcomp", "pcomp", "acl"}:
            return None
        verb = clause_of(verb.head)
    return None


def embedding_subject(token: Token) -> Token | None:
    """Return the subject of the verb whose complement a word stands in: *Rotaru* said he left."""
    verb = clause_of(token)
    for _ in range(_MAX_CLIMB):
        if verb.dep_ in {"ccomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
            above = verb.head
            subject = next((c for c in above.children if c.dep_ in _SUBJECTS), None)
            if subject is not None:
                return subject if subject.i != token.i else None
            verb = above
        elif verb.dep_ in {"conj", "xcomp", "acl", "relcl", "pcomp"} and verb.head != verb:
            verb = clause_of(verb.head)
        else:
            return None
    return None


def subject_ahead(token: Token) -> Token | None:
    """Return the main subject behind a fronted phrase: "In *his* speech, *Rotaru* said …"."""
    node = token
    for _ in range(_MAX_CLIMB):
        head = node.head
        if head.pos_ in {"VERB", "AUX"} and node.i < head.i:
            subject = next(
                (c for c in head.children if c.dep_ in _SUBJECTS and c.i > node.right_edge.i), None
            )
            if subject is not None and subject.i > token.i:
                return subject
        if node == head or node.dep_ not in _FRONTED:
            return None
        node = head
    return None
