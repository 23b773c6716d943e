"""What the words around a name say of it: a place, a person, a body of that place, a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.gazetteer import gazetteer
from dragoman.codebooks.gender import gender_cues
from dragoman.codebooks.place_words import place_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KNOWN = 4.5  # a town of 30,000: "St. Petersburg's"
_SPOKEN = frozenset(
    {"speak", "speaks", "spoke", "speaking", "teach", "teaching", "learn", "fluent"}
)


def placelike(doc: Doc, start: int, end: int) -> bool:
    """Whether the words around a name, whatever the parser calls it, say that it is a place's.

    "X County", "X police", "the town of X", "eastern X", "in X" where X ends the phrase.
    """
    words = place_words()
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if after is not None and after.lower_ in words.division_after | words.local_bodies:
        return doc[start].ent_type_ != "PERSON" or after.lower_ not in words.division_after
    if before is None:
        return False
    if before.lower_ in words.leading and before.lower_ != "the":
        return True
    if before.lower_ == "of" and start > 1:
        return doc[start - 2].lower_ in words.division_before
    return before.lower_ in words.locative and _ends_phrase(doc, end) and not _in_person(doc[start])


def given_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a person's given name with the family name after it: "Jordan Smith"."""
    if end - start > 1 or end >= len(doc):
        return False
    token, following = doc[start], doc[end]
    if not is_given_name(token.lower_) or token.dep_ != "compound" or token.head.i < end:
        return False
    words = place_words()
    known = following.lower_ in words.local_bodies | words.division_after | words.division_bodies
    return following.is_title and following.ent_type_ in {"", "PERSON", "GPE"} and not known


def is_given_name(word: str) -> bool:
    """Whether a lower-case word is in use as a given name."""
    return word in gender_cues().given_names or word in place_words().given_names


def division_meant(doc: Doc, end: int) -> bool:
    """Whether what follows belongs to a division or country: "New York Gov."."""
    return end < len(doc) and doc[end].lower_ in place_words().division_bodies


def saint_of_a_house(doc: Doc, start: int, end: int) -> bool:
    """Whether "St. Paul's" names a church, school or hospital."""
    saint = doc[start].lower_ in {"st", "st.", "saint"}
    if not saint or end >= len(doc) or doc[end].lower_ not in {"'s", "’s"}:
        return False
    return gazetteer().ranked(doc[start:end].text)[0][1] < _KNOWN


def language_meant(token: Token) -> bool:
    """Whether a demonym is a language: "speaks French"."""
    if token.ent_type_ == "LANGUAGE":
        return True
    alone = token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"dobj", "obj", "pobj"}
    beside = token.i and token.nbor(-1).lower_ in _SPOKEN
    return bool(beside or (alone and token.head.lower_ in _SPOKEN))


def _in_person(token: Token) -> bool:
    return bool(token.ent_type_ == "PERSON")


def _ends_phrase(doc: Doc, end: int) -> bool:
    """Whether nothing that a name would belong to follows ("in Olympic record time")."""
    return doc[end - 1].dep_ in {"pobj", "dobj", "conj", "appos"} and (
        end >= len(doc) or not doc[end].text[:1].isupper()
    )
