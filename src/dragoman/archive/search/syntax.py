"""What a query means, as a tree."""

from __future__ import annotations

from typing import NamedTuple

EVENT, QUOTATION, POSITION = 1, 2, 3
ARTICLE = 0
"""What a condition speaks of; the numbers are those of ``search_record.kind``."""

RECORDS = frozenset({EVENT, QUOTATION, POSITION})

FIELDS: dict[str, frozenset[int]] = {
    "speaker": frozenset({QUOTATION}),
    "actor": frozenset({EVENT, POSITION}),
    "recipient": frozenset({EVENT, POSITION}),
    "country": RECORDS,
    "type": frozenset({EVENT}),
    "mode": frozenset({EVENT}),
    "context": frozenset({EVENT}),
    "status": frozenset({EVENT}),
    "place": frozenset({EVENT}),
    "outlet": frozenset({ARTICLE}),
    "origin": frozenset({EVENT, QUOTATION}),
    "position": frozenset({POSITION}),
    "kind": RECORDS,
}
"""Field → what it speaks of."""

DAYS = ("before", "after", "on")


class Words(NamedTuple):
    """A word or phrase of an article's text; a prefix is the beginning of its last word."""

    text: str
    prefix: bool = False


class Near(NamedTuple):
    """Words that stand in any order with at most ``distance`` others between them."""

    parts: tuple[Words, ...]
    distance: int


class Field(NamedTuple):
    """Words in a field of a record, or in an article's outlet."""

    name: str
    text: str
    prefix: bool = False


class Day(NamedTuple):
    """Days from ``first`` to ``last``, both inside, as numbers such as 20260301."""

    first: int
    last: int


class And(NamedTuple):
    """All of these."""

    parts: tuple[Node, ...]


class Or(NamedTuple):
    """Any of these."""

    parts: tuple[Node, ...]


class Not(NamedTuple):
    """Not this."""

    part: Node


Node = Words | Near | Field | Day | And | Or | Not
