"""Trees as expressions of FTS5. Every word is quoted, so that nothing in it is an operator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.archive.search.scripts import wanted
from dragoman.archive.search.syntax import (
    ARTICLE,
    EVENT,
    FIELDS,
    POSITION,
    QUOTATION,
    And,
    Day,
    Field,
    Near,
    Node,
    Not,
    Or,
    Words,
)
from dragoman.archive.search.values import FIRST, LAST

NAMES = {EVENT: "event", QUOTATION: "quotation", POSITION: "position"}
_KINDS = {
    "event": frozenset({EVENT}),
    "position": frozenset({POSITION}),
    **dict.fromkeys(("quotation", "direct", "indirect", "mixed"), frozenset({QUOTATION})),
}


def kinds(node: Node) -> frozenset[int]:
    """Return what one thing must be for the whole node to speak of it; empty if no one thing can."""
    match node:
        case Words() | Near():
            return frozenset({ARTICLE})
        case Field("kind", text, False):
            return _KINDS[text.lower()]
        case Field(name):
            return FIELDS[name]
        case Not(part):
            return kinds(part)
        case And(parts) | Or(parts):
            return frozenset.intersection(*map(kinds, parts))
        case Day():
            return frozenset()


def of_article(node: Node) -> str | None:
    """Return the expression of a node that speaks of articles; None if it only says what is not."""
    match node:
        case Not():
            return None
        case And(parts):
            return articles_with(parts)
        case Or(parts):
            found = [of_article(part) for part in parts]
            return None if None in found else _joined(found, "OR")
        case Field(_, text, prefix):
            return f"outlet : {_phrase(text, prefix)}"
        case _:
            return f"{{headline text}} : {_plain(node)}"


def articles_with(parts: Sequence[Node]) -> str | None:
    """Return the expression for all of ``parts``; None if FTS5 cannot say it."""
    positive = [of_article(part) for part in parts if not isinstance(part, Not)]
    negative = [of_article(part.part) for part in parts if isinstance(part, Not)]
    if not positive or None in positive or None in negative:
        return None
    return _without(_joined(positive, "AND"), negative)


def of_records(parts: Sequence[Node], found_in: Iterable[int]) -> str:
    """Return the expression for records of these kinds that fulfil all of ``parts``."""
    anchor = _joined([f'kind : "{NAMES[kind]}"' for kind in sorted(found_in)], "OR")
    positive = [_record(part, anchor) for part in parts if not isinstance(part, Not)]
    negative = [_record(part.part, anchor) for part in parts if isinstance(part, Not)]
    # A field that only these kinds have needs no anchor; "actor" of events and positions may.
    return _without(_joined(positive or [anchor], "AND"), negative)


def _record(node: Node, anchor: str) -> str:
    match node:
        case Field(name, text, prefix):
            return f"{name} : {_phrase(text, prefix)}"
        case Not(part):
            return _without(anchor, [_record(part, anchor)])
        case And(parts):
            return _joined([_record(part, anchor) for part in parts], "AND")
        case Or(parts):
            return _joined([_record(part, anchor) for part in parts], "OR")
        case _:
            raise AssertionError(node)  # nothing else speaks of records


def _plain(node: Node) -> str:
    if isinstance(node, Near):
        return f"NEAR({' '.join(_phrase(*part) for part in node.parts)}, {node.distance})"
    assert isinstance(node, Words)
    return _phrase(*node)


def _phrase(text: str, prefix: bool = False) -> str:
    words, open_ended = wanted(text)
    quoted = words.replace('"', '""').replace("\0", " ")
    return f'"{quoted}"{" *" if prefix or open_ended else ""}'


def _without(positive: str, negative: Sequence[str | None]) -> str:
    return f"({positive} NOT {_joined(negative, 'OR')})" if negative else positive


def _joined(expressions: Sequence[str | None], operator: str) -> str:
    """Join expressions; none of them is None where this is called."""
    listed = [expression for expression in expressions if expression is not None]
    return listed[0] if len(listed) == 1 else f"({f' {operator} '.join(listed)})"


class Days:
    """Conditions on the day of a record or article, all of which must hold."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._ranges = [
            (part.first, part.last, isinstance(node, Not))
            for node in nodes
            if isinstance(part := node.part if isinstance(node, Not) else node, Day)
        ]

    def __bool__(self) -> bool:
        return bool(self._ranges)

    def plus(self, nodes: Iterable[Node]) -> Days:
        """Return these conditions and more."""
        both = Days(nodes)
        both._ranges += self._ranges
        return both

    def sql(self, column: str) -> tuple[str, list[int]]:
        """Return the condition in SQL, and its parameters; what has no day fulfils none."""
        terms, values = [f"{column} BETWEEN {FIRST} AND {LAST}"], []
        for first, last, negative in self._ranges:
            terms.append(f"{column} {'NOT ' if negative else ''}BETWEEN ? AND ?")
            values += [first, last]
        return " AND ".join(terms), values

    def fit(self, day: int | None) -> bool:
        """Whether a day fulfils them."""
        return not self._ranges or (
            day is not None
            and all((first <= day <= last) != negative for first, last, negative in self._ranges)
        )


def is_day(node: Node) -> bool:
    """Whether a node is a condition on the day alone."""
    return isinstance(node, Day) or (isinstance(node, Not) and isinstance(node.part, Day))
