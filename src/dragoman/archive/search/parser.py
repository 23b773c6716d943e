"""Query → tree. Any input gives a tree or a `QueryError` that says what to do.

::

    any   = all ("OR" all)*
    all   = (not? item)+                 "AND" between items may be left out
    item  = "(" any ")" | field value | words ("near/5" words)*
    value = word | phrase | a,b | "(" values parted by OR or space ")"

Brackets and quotation marks that are not closed end with the query. ``near/5`` as the last word
holds for all words of its level: "ceasefire talks near/5".
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.archive.search.lexer import Token, tokens
from dragoman.archive.search.syntax import DAYS, And, Near, Node, Not, Or, Words
from dragoman.archive.search.values import day_node, field_node
from dragoman.errors import QueryError

MOST_CHARACTERS, MOST_TOKENS, DEEPEST = 10_000, 300, 40
_LISTS = frozenset({"type", "status", "kind", "country", "mode", "context"})


def parse(query: str) -> Node:
    """Return the tree of a query.

    Raises:
        QueryError: It is too long or too deep, asks for nothing, or for what cannot be.
    """
    if len(query) > MOST_CHARACTERS:
        raise QueryError(
            f"The query is longer than {MOST_CHARACTERS:,} characters.",
            hint="Ask for less at once.",
        )
    listed = list(tokens(query))
    if len(listed) > MOST_TOKENS:
        raise QueryError(
            f"The query has more than {MOST_TOKENS} words.", hint="Ask for less at once."
        )
    node = _Parser(listed).everything()
    if node is None:
        raise QueryError(
            "The query asks for nothing: it has no letter or digit to look for.",
            hint="Write words, or fields such as speaker:Holm type:REJECT.",
        )
    return node


class _Parser:
    def __init__(self, listed: list[Token]) -> None:
        self._tokens = listed
        self._at = 0
        self._depth = 0

    def everything(self) -> Node | None:
        parts = []
        while self._peek() is not None:
            parts.append(self._any())
            self._skip("close")  # a bracket too many closes nothing
        return _joined(And, parts)

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _skip(self, kind: str) -> Token | None:
        token = self._peek()
        if token is None or token.kind != kind:
            return None
        self._at += 1
        return token

    def _any(self) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError(
                f"Brackets are nested deeper than {DEEPEST}.", hint="Leave some of them out."
            )
        parts = [self._all()]
        while self._skip("or"):
            parts.append(self._all())
        self._depth -= 1
        return _joined(Or, parts)

    def _all(self) -> Node | None:
        parts: list[Node | None] = []
        while (token := self._peek()) is not None and token.kind not in ("or", "close"):
            if self._skip("and"):
                continue
            if near := self._skip("near"):
                parts = _near_all(parts, near.number)
                continue
            parts.append(self._negated())
        return _joined(And, parts)

    def _negated(self) -> Node | None:
        negative = False
        while self._skip("not"):
            negative = not negative
        node = self._item()
        return Not(node) if negative and node is not None else node

    def _item(self) -> Node | None:
        if self._skip("open"):
            node = self._any()
            self._skip("close")
            return node
        if field := self._skip("field"):
            return self._value(field.text)
        word = self._skip("word")
        return self._nearby(_words(word)) if word else None

    def _nearby(self, first: Words | None) -> Node | None:
        """Return words, joined with those that a "near" between the two ties to them."""
        parts, distance = [first], 0
        while self._ties():
            distance = max(distance, self._tokens[self._at].number)
            parts.append(_words(self._tokens[self._at + 1]))
            self._at += 2
        kept = tuple(p for p in parts if p is not None)
        return Near(kept, distance) if len(kept) > 1 else kept[0] if kept else None

    def _ties(self) -> bool:
        kinds = [token.kind for token in self._tokens[self._at : self._at + 2]]
        return kinds == ["near", "word"]

    def _value(self, name: str) -> Node | None:
        if self._skip("open"):
            values = []
            while (token := self._peek()) is not None and token.kind != "close":
                self._at += 1
                if token.kind == "word":
                    values.append(_valued(name, token))
            self._skip("close")
            return _joined(Or, values)
        word = self._skip("word")
        if word is None:
            raise QueryError(
                f'Nothing follows "{name}:".', hint=f'Write {name}:WORD or {name}:"SEVERAL WORDS".'
            )
        return _valued(name, word)


def _valued(name: str, word: Token) -> Node | None:
    if name in DAYS:
        return day_node(name, word.text)
    if name in _LISTS and "," in word.text:
        return _joined(Or, [_valued(name, Token("word", w)) for w in word.text.split(",")])
    words = _words(word)
    return field_node(name, words.text, prefix=words.prefix) if words else None


def _words(token: Token) -> Words | None:
    """Return what a token looks for; None if it has no letter or digit."""
    text = "".join(ch if ch.isprintable() else " " for ch in token.text).strip()
    if not any(ch.isalnum() for ch in text):
        return None
    letters = [ch for ch in text if ch.isalnum()]
    if token.prefix and len(letters) < 2:
        raise QueryError(
            f"Too many words begin with {letters[0]!r}.", hint="Give at least two letters before *."
        )
    return Words(text, token.prefix)


def _near_all(parts: list[Node | None], distance: int) -> list[Node | None]:
    """Tie all plain words together, for a "near" that stands after them."""
    words = tuple(p for p in parts if isinstance(p, Words))
    if len(words) < 2:
        return parts
    return [Near(words, distance), *(p for p in parts if not isinstance(p, Words))]


def _joined(how: type[And | Or], parts: Iterable[Node | None]) -> Node | None:
    kept = tuple(p for p in parts if p is not None)
    return how(kept) if len(kept) > 1 else kept[0] if kept else None
