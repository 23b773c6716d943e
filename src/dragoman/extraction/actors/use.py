"""Whether the name of a country or city is a party or only a place, by its grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOCATIVE = frozenset(
    "in at near inside outside across around throughout within via through along off over "
    "beyond north south east west from into".split()
)
# One arrives in, visits and meets in a state: there the country is host, and so a party.
_HOSTED = frozenset("arrive land visit trip tour meet ambassador embassy".split())


def is_only_place(head: Token, *, country: bool) -> bool:
    """Whether a toponym stands where things happen and does not act.

    Args:
        head: The toponym's head token.
        country: Whether it is a country's name (a host of visits), not a city's.
    """
    if head.dep_ == "appos" and head.head.ent_type_ in {"GPE", "LOC", "FAC"}:
        return True
    if head.dep_ in {"npadvmod", "advmod"}:
        return True
    preposition = head.head if head.dep_ == "pobj" else None
    if head.dep_ == "conj" and head.head.dep_ in {"pobj", "conj"}:
        preposition = head.head.head if head.head.dep_ == "pobj" else None
    if preposition is None or preposition.lower_ not in _LOCATIVE:
        return False
    return not (country and preposition.head.lemma_.lower() in _HOSTED)


def qualified_by_place(head: Token) -> bool:
    """Whether ", <region>" follows, as in "Lebanon, Pennsylvania": another place of the name."""
    doc = head.doc
    i = head.i
    if i + 2 >= len(doc) or doc[i + 1].text != ",":
        return False
    after = doc[i + 2]
    return (
        after.ent_type_ == "GPE"
        and after.ent_iob_ in {"B", "I"}
        and after.dep_ in {"appos", "npadvmod", "conj"}
    )
