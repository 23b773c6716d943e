"""What stands in apposition to a name and tells who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def apposed(name: Token) -> tuple[int, int] | None:
    """Return the tokens in apposition to a name, or None.

    Both orders: "Jane Roe, a Kenyan farmer" and "the farmer, Jane Roe".
    """
    for child in name.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            return child.left_edge.i, _end(child)
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        head = name.head
        return head.left_edge.i, min(name.left_edge.i, _end(head))
    return None


def _end(noun: Token) -> int:
    """Return where a noun phrase ends: after its "of …", before clauses and further commas."""
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ != "prep" or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    return end
