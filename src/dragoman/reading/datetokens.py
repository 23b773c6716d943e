"""A date line cut into numbers and words."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.text.spans import Span

# A word may hold an apostrophe ("п'ятниця") or be spelt with full stops ("a.m.", "π.μ.").
_TOKEN = re.compile(r"\d+|[^\W\d_]\.[^\W\d_](?![^\W\d_])|[^\W\d_]+(?:['’][^\W\d_]+)?")
_GLUE = re.compile(r"(?<=[a-zß-ÿа-я])(?=[A-ZА-Я])")  # "Associated PressApril 28"


class Token(NamedTuple):
    """A number or a lower-case word; `number` is its digits, or an empty string."""

    span: Span
    word: str
    number: str

    @property
    def value(self) -> int:
        """The number's value; -1 for a word or for more than four digits."""
        return int(self.number) if 0 < len(self.number) <= 4 else -1


def tokens(line: str) -> list[Token]:
    """Return the numbers and words of a line; words run together at a capital are parted."""
    found: list[Token] = []
    for match in _TOKEN.finditer(line):
        written, start = match.group(), match.start()
        if written[0].isdecimal():
            found.append(Token(Span(start, match.end()), "", written))
            continue
        for piece in _GLUE.split(written):
            found.append(Token(Span(start, start + len(piece)), piece.lower(), ""))
            start += len(piece)
    return found
