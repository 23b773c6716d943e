"""Parts a caption from the credit that is printed on the same line.

"The ministers in Geneva. PHOTO: GETTY IMAGES", "The port (Image: dpa)", "The minister. Jane
Doe/Reuters". A line is looked at only where something else says that it belongs to a picture:
in running text such words mean something else ("Source: AP" names where news came from).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.codebooks.credits import credit_words
from dragoman.text.spans import Span, trimmed

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\s?\.?$")
# A full stop after an initial ends nothing: "Jane S. Doe / AP".
_BREAK = re.compile(r"(?<!\s[A-Z])[.!?…»”\"')\]]\s{1,4}|\s[|–—•-]\s|\s?/\s?")
_LONGEST = 120  # characters of a credit
_MOST_WORDS = 10
_LOOSE = " \t.,;:/|"
_END = _LOOSE + ")]"
# What follows the name: "Jane Roe/Copyright 2024 The AP. All rights reserved".
_NOTICE = re.compile(r"[\s/|,.–-]{0,3}(?:(?:©|copyright)\s|all rights reserved)", re.IGNORECASE)


class Credit(NamedTuple):
    """A credit in a line: all its words ("PHOTO: GETTY IMAGES"), and the name alone."""

    part: Span
    name: Span


def find_credit(line: str) -> Credit | None:
    """Return the credit at the end of a caption, or the whole line if it is only a credit.

    Args:
        line: A caption or credit line.
    """
    end = len(line.rstrip())
    tail = max(0, end - _LONGEST - 40)  # openers beyond it are the caption's own words
    bracket, opened = _bracketed(line), _opened(line, tail, end)
    if bracket is not None and opened is not None:
        # "Photo: Jane Roe (Getty)" is one credit; in "(Photo: Jane Roe)" the bracket is it.
        return opened if opened.part.start < bracket.part.start else bracket
    return bracket or opened or _lent(line, end)


def _bracketed(line: str) -> Credit | None:
    match = _BRACKET.search(line[-140:])
    if match is None:
        return None
    start = max(0, len(line) - 140)
    part = Span(start + match.start(), start + match.end())
    inside = Span(start + match.start(1), start + match.end(1))
    words = credit_words()
    opened = words.opener.match(line, inside.start, inside.end)
    if opened is not None:
        return _credit(line, part, Span(opened.end(), inside.end))
    if words.lender.search(line, inside.start, inside.end):
        return _credit(line, part, inside)
    return None


def _opened(line: str, tail: int, end: int) -> Credit | None:
    for match in credit_words().opener.finditer(line, tail, end):
        before = line[: match.start()].rstrip()
        if before and before[-1] not in ".!?…»”\"')]|–—-•/©" and not match.group().isupper():
            continue
        return _credit(line, Span(match.start(), end), Span(match.end(), end))
    return None


def _lent(line: str, end: int) -> Credit | None:
    """Tell a credit without opener by the lender's name at its end."""
    lenders = list(credit_words().lender.finditer(line, max(0, end - _LONGEST), end))
    if not lenders or end - lenders[-1].end() > 40:
        return None
    start = 0
    for match in _BREAK.finditer(line, 0, lenders[0].start()):
        if "/" not in match.group():
            start = match.end()
    piece = line[start:end]
    words = [word for word in re.split(r"[\s/]+", piece) if word[:1].isalpha()]
    named = sum(
        word[0].isupper() or word in {"via", "dpa", "and", "for", "imago"} for word in words
    )
    if len(words) > _MOST_WORDS or named < len(words):
        return None
    return _credit(line, Span(start, end), Span(start, end))


def _credit(line: str, part: Span, name: Span) -> Credit | None:
    notice = _NOTICE.search(line, name.start, name.end)
    if notice is not None and notice.start() > name.start:
        name = Span(name.start, notice.start())
    name = trimmed(line, name)
    written = name.of(line)
    end = len(written.rstrip(_END)) if written.count("(") == written.count(")") - 1 else None
    name = Span(name.start, name.start + (len(written.rstrip(_LOOSE)) if end is None else end))
    words = name.of(line).split()
    if not words or name.length > _LONGEST or len(words) > _MOST_WORDS:
        return None
    return Credit(trimmed(line, part), name)
