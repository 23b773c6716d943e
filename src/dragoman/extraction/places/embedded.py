"""Names of places inside longer names: of official bodies, of companies, of buildings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.place_uses import place_uses
from dragoman.codebooks.place_words import place_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGER = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def is_associative(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a part of another's name and is not itself spoken of.

    The places of official bodies ("Litchfield Superior Court", "Human Rights League of France") and
    of buildings ("at the Lyon Exhibition Centre") are.
    """
    words = place_words()
    if not within_longer(doc, start, end):
        return False
    last = _last_word(doc, start)
    if last in words.learned:
        return True
    if last in place_uses().places:
        return False
    return not (body_of_place(doc, end) or (start > 0 and doc[start - 1].lower_ == "of"))


def within_longer(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a part of the longer name of an organisation or a work."""
    token = doc[start]
    if token.ent_type_ not in _LONGER:
        return False
    return not (token.ent_iob_ == "B" and (end >= len(doc) or doc[end].ent_iob_ != "I"))


def body_of_place(doc: Doc, end: int) -> bool:
    """Whether an official body of the place is named: "Litchfield Superior Court"."""
    words = place_words()
    return end < len(doc) and doc[end].lower_ in words.local_bodies | words.division_after


def in_street(doc: Doc, end: int) -> bool:
    """Whether a street or a school bears the place's name: "Grenada Street"."""
    return end < len(doc) and doc[end].text in place_words().streets


def _last_word(doc: Doc, start: int) -> str:
    end = start + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return str(doc[end - 1].lemma_.lower())
