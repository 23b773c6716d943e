"""Noun phrases: their edges, lists beside them, and whether they name anyone in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.clauses.grammar import coordinated, phrases_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet"})
_LONGEST_OF = 6  # tokens: a longer "of …" is a clause's worth and no name


def is_unspecific(token: Token) -> bool:
    """Whether "any", "every", "no" or "each" stands before ``token``: nobody in particular."""
    return any(
        c.lower_ in ("any", "every", "no", "each", "another") and c.dep_ == "det"
        for c in token.children
    )


def names_before(head: Token) -> tuple[Token, ...]:
    """Return a name that the parser hangs under ``head`` though it is coordinated with it.

    "Russia and Western countries" comes out as a modifier and its noun.
    """
    return tuple(
        c
        for c in head.children
        if c.dep_ == "nmod" and c.ent_type_ == "GPE" and any(g.dep_ == "cc" for g in c.children)
    )


def headlined(head: Token) -> tuple[Token, ...]:
    """Return the name that a headline puts before its subject with a comma ("Oslo, Paris condemn")."""
    first, verb = head.sent.start, head.head
    if head.dep_ != "nsubj" or head.i != first + 2 or head.doc[first + 1].text != ",":
        return ()
    name = head.doc[first]
    plural = verb.tag_ in ("VBP", "VB", "VBZ") and not verb.lower_.endswith("s")
    named = name.ent_type_ in ("GPE", "ORG", "PERSON", "NORP") and head.pos_ == "PROPN"
    return (name,) if plural and named and name.head == verb and name.dep_ != "nsubj" else ()


def listed_names(head: Token) -> tuple[Token, ...]:
    """Return the names in apposition to ``head`` or to the noun that completes it, if several."""
    for noun in (head, *(t for prep, t in phrases_of(head) if prep == "of")):
        if noun.pos_ != "NOUN":
            continue
        for child in noun.children:
            if child.dep_ == "appos" and child.ent_type_ == "GPE":
                names = tuple(t for t in coordinated(child) if t.ent_type_ == "GPE")
                if len(names) > 1:
                    return names
    return ()


def phrase_edges(token: Token) -> tuple[Token, Token]:
    """Return the first and last token of the phrase at ``token``, without clauses and lists."""
    if token.dep_ in ("amod", "compound", "nmod"):
        before = [t for t in token.lefts if t.dep_ == "compound"]
        return (before[0] if before else token), token
    first = last = token
    for child in token.children:
        if child.i < token.i and child.dep_ in _BEFORE:
            first = min(first, child.left_edge, key=lambda t: t.i)
        elif child.i == token.i + 1 and child.dep_ == "prep" and child.lower_ == "of":
            last = child.right_edge if child.right_edge.i - child.i <= _LONGEST_OF else last
    return first, last
