"""Cuts a query into tokens. Nothing is refused here: what is no mark of the language is a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from dragoman.archive.search.syntax import DAYS, FIELDS

Kind = Literal["word", "field", "open", "close", "or", "and", "not", "near"]
DISTANCE = 10
"""Words between, where "near" says no number."""

_FIELD = re.compile(rf"({'|'.join((*FIELDS, *DAYS))}):\s*", re.IGNORECASE)
_NEAR = re.compile(r"(?:near/(\d{1,4})|NEAR)(?=[\s()]|$)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]*)(?:[\"“”„«»]|$)(\*?)")
_WORD = re.compile(r"[^\s()\"“”„«»]+")
_UPPER: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not", "|": "or"}


class Token(NamedTuple):
    """One token; ``number`` is the distance of a "near"."""

    kind: Kind
    text: str
    prefix: bool = False
    number: int = 0


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query."""
    at, fresh = 0, True  # "-" is NOT only where a word may begin
    while at < len(query):
        mark = query[at]
        if mark.isspace():
            at, fresh = at + 1, True
        elif mark in "()":
            yield Token("open" if mark == "(" else "close", mark)
            at, fresh = at + 1, True
        elif mark == "-" and fresh and at + 1 < len(query) and not query[at + 1].isspace():
            yield Token("not", mark)
            at += 1
        elif fresh and (field := _FIELD.match(query, at)):
            yield Token("field", field.group(1).lower())
            at = field.end()
        elif fresh and (near := _near(query, at)):
            yield near
            at, fresh = at + len(near.text), False
        elif quoted := _QUOTED.match(query, at):
            yield Token("word", quoted.group(1), prefix=bool(quoted.group(2)))
            at, fresh = quoted.end(), False
        else:
            word = _WORD.match(query, at)
            assert word is not None  # neither space nor bracket nor quotation mark
            yield _word(word.group())
            at, fresh = word.end(), False


def _near(query: str, at: int) -> Token | None:
    found = _NEAR.match(query, at)
    if found is None or found.group() == "near":
        return None  # "near" in small letters is a word
    if found.group().isalpha() and found.group() != "NEAR":
        return None
    return Token("near", found.group(), number=int(found.group(1) or DISTANCE))


def _word(text: str) -> Token:
    if kind := _UPPER.get(text):
        return Token(kind, text)
    bare = text.rstrip("*")
    return Token("word", bare, prefix=bare != text)
