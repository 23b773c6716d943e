"""Parts a caption from its credit where the page prints both in one text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.image_credits import credit_words

_LONGEST = 140
"""Characters of the longest credit: some name photographer, stylist, hair and make-up."""

_BRACKET = re.compile(
    r"\s?[(\[（［]([^()\[\]（）［］]{2,140}(?:\([^()]{1,40}\)[^()]{0,40})?)[)\]）］]\s?[.。]?$"
)
_WRAPPED = re.compile(r"[(\[（［](.{1,140})[)\]）］]\.?")
_NAMED = re.compile(r"[^()]{3,40}\s\(([^()]{2,60})\)")
_DASHES = " \t\n-–—|·•,;/:"
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?…。][»”\"')]?\s+(?=\S)")
_SIGNS = '.!?…)([（［|–—-»”"/,;'


class Parted(NamedTuple):
    """Caption and credit; either may be empty."""

    caption: str
    credit: str


def part(text: str) -> Parted:
    """Part the words of a caption block.

    ``"The harbour. Foto: A. Muster/dpa"`` gives ``("The harbour.", "A. Muster/dpa")``.
    """
    text = text.strip()
    if not text:
        return Parted("", "")
    if credit_words().opener.match(text) and len(text) <= _LONGEST:
        return Parted("", clean_credit(text))
    if len(text) <= 60 and (_is_agency_line(text, whole=True) or _named_agency(text)):
        return Parted("", clean_credit(text))
    bracket = _BRACKET.search(text)
    if bracket and is_credit(bracket[1]):
        return Parted(text[: bracket.start()].strip(), clean_credit(bracket[1]))
    start = _marker_inside(text)
    if start is not None:
        return Parted(text[:start].rstrip(_DASHES + "(["), clean_credit(text[start:]))
    ends = list(_SENTENCE_END.finditer(text))
    if ends:
        tail = text[ends[-1].end() :]
        if len(tail) <= 60 and _is_agency_line(tail):
            return Parted(text[: ends[-1].start() + 1].strip(), clean_credit(tail))
    return Parted(text, "")


def clean_credit(text: str) -> str:
    """Take brackets, "Foto:", "©" and loose signs off a credit; names stay as printed."""
    text = credit_words().boilerplate.sub("", text)
    for _ in range(4):
        before = text
        text = text.strip(_DASHES)
        wrapped = _WRAPPED.fullmatch(text)
        if wrapped and "(" not in wrapped[1]:
            text = wrapped[1]
        opener = credit_words().opener.match(text)
        if opener:
            text = text[opener.end() :]
        text = credit_words().closer.sub("", text) if len(text) > 3 else text
        if text == before:
            break
    if text.casefold() in credit_words().markers:
        return ""  # a marker whose name stands elsewhere
    return text.rstrip(".") if text.endswith(".") and text.count(".") == 1 else text


def is_credit(text: str) -> bool:
    """Whether words in brackets, or on a line of their own, are a credit by themselves."""
    text = text.strip()
    book = credit_words()
    if book.opener.match(text) or (len(text) > 3 and book.closer.search(text)):
        return True
    return _is_agency_line(text) or _named_agency(text)


def opens_like_credit(text: str) -> bool:
    """Whether a text begins as a credit does."""
    return credit_words().opener.match(text.lstrip(" (（[-–—|")) is not None


def _is_agency_line(text: str, *, whole: bool = False) -> bool:
    """Whether an agency is one of the text's parts; `whole`: and all of them look like names."""
    pieces = [piece.strip(" .").casefold() for piece in re.split(r"[/|,]|\svia\s|\s[–—-]\s", text)]
    if any(piece in credit_words().agencies for piece in pieces):
        return not whole or all(len(piece.split()) <= 5 for piece in pieces)
    if whole:
        return False
    words = text.casefold()
    return any(words.startswith(f"{name} ") and len(name) > 3 for name in _long_agencies())


def _named_agency(text: str) -> bool:
    """Whether the text is a name with an agency in brackets: "A. Muster (REUTERS)"."""
    match = _NAMED.fullmatch(text)
    return match is not None and _is_agency_line(match[1])


@cache
def _long_agencies() -> tuple[str, ...]:
    return tuple(name for name in credit_words().agencies if len(name) > 4)


def _marker_inside(text: str) -> int | None:
    """Return where the first credit marker inside the text starts, if a credit follows it.

    In running words a marker is written with a capital or stands after a sign ("— © dpa"), so
    that "the source: a diplomat" is none.
    """
    for match in credit_words().inside.finditer(text):
        start, marker = match.start("marker"), match["marker"]
        rest = text[match.end() :].strip()
        before = text[:start].rstrip()
        signed = not before or before[-1] in _SIGNS or not marker[0].islower()
        if start > 0 and 1 < len(rest) <= _LONGEST and signed:
            return start
    return None
