"""Characters put in order once, before any offset exists.

What a reader cannot see is taken out, what looks like a space becomes one, line breaks become
line feeds. Lines are kept one to one: nothing here adds or drops a line feed of a text with some.
Words are not corrected.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# NEL, line and paragraph separators, VT, FF and tabs are spaces here: as line breaks they would
# shift the numbers of the lines that people and tools count by "\n".
_SPACES = "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"  # noqa: E501  one set
# Soft hyphen, zero-width space, word joiner and its invisible kin, BOM, object replacement.
_UNSEEN = "\xad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufffc"
# Marks, embeddings, overrides and isolates of direction: they let a viewer show other words than
# the ones stored ("U+202E" turns a name around), and no name or quotation is matched through them.
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = "".join(map(chr, [*range(1, 9), *range(0x0E, 0x1C), 0x7F]))
# In Persian, in Indic scripts and in emoji a joiner is spelling; between other letters it is noise.
_JOINER = re.compile("[\u200c\u200d]")
_JOINING_FROM = 0x0600
_TAGS = re.compile("[\U000e0000-\U000e007f]")  # invisible copies of ASCII
_SURROGATE = re.compile("[\ud800-\udfff]")


class Normalised(NamedTuple):
    """A text in order, and how many characters told of damage or of a trick.

    `damaged` counts NULs (taken out) and halves of characters (now U+FFFD), `hidden` direction
    controls and invisible tags (taken out).
    """

    text: str
    damaged: int
    hidden: int


def normalise(text: str) -> Normalised:
    """Put the characters of ``text`` in order; doing it twice changes nothing.

    Line breaks become line feeds, exotic spaces plain spaces; invisible characters, direction
    controls and control characters go; letters are composed (NFC).
    """
    whole, halves = repair_surrogates(text)
    lines = line_breaks(whole)
    nuls = lines.count("\0")
    hidden = sum(map(lines.count, _DIRECTION)) if not lines.isascii() else 0
    ordered = lines.translate(_TABLE)
    if not ordered.isascii():
        ordered, tags = _TAGS.subn("", ordered)
        hidden += tags
        ordered = _JOINER.sub(_joiner, ordered)
        ordered = unicodedata.normalize("NFC", ordered)
    return Normalised(ordered, nuls + halves, hidden)


def line_breaks(text: str) -> str:
    """Make each CR LF a line feed; a lone CR breaks lines only in a text without line feeds."""
    plain = text.replace("\r\n", "\n")
    return plain.replace("\r", " " if "\n" in plain else "\n")


def repair_surrogates(text: str) -> tuple[str, int]:
    """Join the two halves of a character; a half alone becomes U+FFFD.

    Returns:
        The text and the number of halves that stood alone.
    """
    if text.isascii() or _SURROGATE.search(text) is None:
        return text, 0
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _SURROGATE.subn("\ufffd", joined)


def _joiner(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    joins = before and after and min(ord(before), ord(after)) >= _JOINING_FROM
    return match.group() if joins else ""


def _windows_character(code: int) -> str:
    """C1 controls in a text are Windows-1252 that was read as Latin-1: browsers do the same."""
    return bytes([code]).decode("cp1252", "ignore")


_TABLE: dict[int, str] = {code: _windows_character(code) for code in range(0x80, 0xA0)}
_TABLE |= dict.fromkeys(map(ord, _UNSEEN + _DIRECTION + _CONTROLS + "\0"), "")
_TABLE |= dict.fromkeys(map(ord, _SPACES), " ")
