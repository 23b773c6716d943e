"""Where the words of a query stand in a text, so that a hit can show them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dragoman.archive.search.scripts import UNSPACED
from dragoman.archive.search.syntax import And, Near, Node, Or, Words
from dragoman.text.spans import Span

MOST_TEXT = 200_000
"""Characters looked through: evidence is for the eye, and an article is shorter."""

_TOKEN = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_])+[\u0300-\u036f]*")


AROUND = 70
"""Characters of context on either side of the words, at most."""


class _Token(NamedTuple):
    word: str
    span: Span


def places(text: str, node: Node, most: int) -> list[Span]:
    """Return the first places of ``text`` that hold words of a query, in order."""
    wanted = [(_folded(words.text), words.prefix) for words in _wanted(node)]
    if not wanted:
        return []
    tokens = list(_tokens(text[:MOST_TEXT]))
    found: list[Span] = []
    for at in range(len(tokens)):
        spans = [s for sought in wanted if (s := _standing(tokens, at, *sought))]
        if spans and (not found or spans[0].start >= found[-1].end):
            found.append(max(spans, key=lambda span: span.end))
            if len(found) == most:
                break
    return found


def around(text: str, span: Span) -> Span:
    """Return a span with some context: whole words of the same paragraph."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    line = text.rfind("\n", start, span.start) + 1
    if line == 0 and start > 0:
        line = _after_space(text, start, span.start)
    stop = text.find("\n", span.end, end)
    if stop < 0:
        space = text.rfind(" ", span.end, end)
        stop = end if end == len(text) or space < 0 else space
    return Span(max(line, start), stop)


def _after_space(text: str, start: int, end: int) -> int:
    space = text.find(" ", start, end)
    return start if space < 0 else space + 1


def _wanted(node: Node) -> Iterator[Words]:
    match node:
        case Words():
            yield node
        case Near(parts, _):
            yield from parts
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
        case _:
            return  # what must not be there, days and fields have no words to show


def _standing(
    tokens: Sequence[_Token], at: int, words: tuple[str, ...], prefix: bool
) -> Span | None:
    """Return the span of words that begin at a token."""
    if at + len(words) > len(tokens) or not words:
        return None
    last = len(words) - 1
    for i, word in enumerate(words):
        there = tokens[at + i].word
        if there != word and not (prefix and i == last and there.startswith(word)):
            return None
    return Span(tokens[at].span.start, tokens[at + last].span.end)


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        yield _Token(_fold(found.group()), Span(found.start(), found.end()))


def _folded(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in _tokens(text))


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    """Return a word as the index folds it: small letters without diacritics."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(ch for ch in parts if not "\u0300" <= ch <= "\u036f")
