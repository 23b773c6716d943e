"""How well each earlier mention fits a pronoun: recency, subjecthood, frequency, parallelism."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.gender import Gender
from dragoman.extraction.reference.pronouns import Pronoun
from dragoman.records import Actor, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL_KINDS = frozenset(
    {"people", "collective", "armed_group", "organisation", "government", "company", "igo", "media"}
)
_THING_KINDS = frozenset(
    {"state", "government", "organisation", "igo", "company", "media", "armed_group", "collective"}
)


class Candidate(NamedTuple):
    """A mention that stands before a pronoun (or, in a main clause, right after it)."""

    mention: Mention
    actor: Actor
    token: Token | None
    passage_number: int
    sentence: int
    subject: bool


# Weights set by reading resolved articles; recency and subjecthood carry nearly all of it.
SUBJECT = 1.2
SENTENCE_BACK = 0.8
PASSAGE_BACK = 0.9
SAME_ROLE = 0.4
OFTEN = 0.15
TOLD_GENDER = 0.4
NAMED = 0.5


def agrees(pronoun: Pronoun, candidate: Candidate, gender: Gender | None) -> bool:
    """Whether number and gender allow the candidate."""
    kind = candidate.actor.kind
    if pronoun.form in {"he", "she"}:
        wanted = "male" if pronoun.form == "he" else "female"
        return kind == "person" and gender in (None, wanted)
    if pronoun.form == "it":
        return kind in _THING_KINDS and not _is_plural(candidate)
    return kind in _PLURAL_KINDS or _is_plural(candidate)


def _is_plural(candidate: Candidate) -> bool:
    token = candidate.token
    if token is None:
        return False
    if token.dep_ != "conj" and any(c.dep_ == "conj" for c in token.children):
        return True  # Kazakhstan and Uzbekistan
    return token.tag_ in {"NNS", "NNPS"} and candidate.mention.kind != "name"


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
    clause = _clause(token)
    if clause == _clause(pronoun.token):
        return True
    return candidate.subject and clause == _subject_clause(pronoun.token)


def _path(below: Token, above: Token) -> Sequence[Token]:
    steps, node = [], below.head
    while node not in (above, node.head):
        steps.append(node)
        node = node.head
    return steps


def _clause(token: Token) -> Token:
    node = token
    while node.pos_ not in {"VERB", "AUX"} and node.head != node:
        node = node.head
    return node


def _subject_clause(token: Token) -> Token:
    """Return the verb whose subject rules a word's clause ("arrived, praising him": arrived)."""
    verb = _clause(token)
    for _ in range(4):
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        if own or verb.dep_ not in {"advcl", "conj", "xcomp", "pcomp"}:
            break
        verb = _clause(verb.head)
    return verb


def score(
    pronoun: Pronoun, sentence: int, candidate: Candidate, gender: Gender | None, count: int
) -> float:
    """Return how well a candidate fits; higher is better, comparable for one pronoun only."""
    total = -SENTENCE_BACK * (sentence - candidate.sentence)
    total -= PASSAGE_BACK * (pronoun.passage_number - candidate.passage_number)
    total += SUBJECT if candidate.subject else 0.0
    total += SAME_ROLE if candidate.subject and pronoun.subject else 0.0
    total += OFTEN * min(count, 8)
    total += TOLD_GENDER if gender is not None else 0.0
    total += NAMED if candidate.mention.kind in {"name", "pronoun"} else 0.0
    return total
