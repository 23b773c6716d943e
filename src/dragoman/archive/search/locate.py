"""Where the words of a query stand in a text, so that a hit can show them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.archive.search.scripts import UNSPACED
from dragoman.archive.search.syntax import And, Near, Node, Or, Words
from dragoman.text.spans import Span

MOST_TEXT = 200_000
"""Characters looked through: evidence is for the eye, and an article is shorter."""

_TOKEN = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_])+[\u0300-\u036f]*")


AROUND = 70
"""Characters of context on either side of the words, at most."""


def places(text: str, node: Node, most: int) -> list[Span]:
    """Return the first places of ``text`` that hold words of a query, in order."""
    sought = [(_folded(words.text), words.prefix) for words in _wanted(node)]
    sought = [(words, prefix) for words, prefix in sought if words]
    if not sought:
        return []
    matches = list(_TOKEN.finditer(text, 0, MOST_TEXT))
    tokens = [_fold(match.group()) for match in matches]
    found: list[Span] = []
    for at in _begun(tokens, sought):
        last = max((at + len(s[0]) for s in sought if _stands(tokens, at, *s)), default=at)
        if last > at and (not found or matches[at].start() >= found[-1].end):
            found.append(Span(matches[at].start(), matches[last - 1].end()))
            if len(found) == most:
                break
    return found


def _begun(tokens: Sequence[str], sought: Sequence[tuple[tuple[str, ...], bool]]) -> list[int]:
    """Return where one of the word sequences may begin."""
    firsts = {words[0] for words, _ in sought}
    prefixes = tuple(words[0] for words, prefix in sought if prefix and len(words) == 1)
    if not prefixes:
        return [at for at, token in enumerate(tokens) if token in firsts]
    return [at for at, token in enumerate(tokens) if token in firsts or token.startswith(prefixes)]


def _stands(tokens: Sequence[str], at: int, words: tuple[str, ...], prefix: bool) -> bool:
    """Whether words stand at a token and after it."""
    end = at + len(words) - 1
    if end >= len(tokens) or tuple(tokens[at:end]) != words[:-1]:
        return False
    return tokens[end] == words[-1] or (prefix and tokens[end].startswith(words[-1]))


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


def _folded(text: str) -> tuple[str, ...]:
    return tuple(_fold(match.group()) for match in _TOKEN.finditer(text))


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    """Return a word as the index folds it: small letters without diacritics."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(ch for ch in parts if not "\u0300" <= ch <= "\u036f")
