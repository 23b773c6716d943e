"""Bytes → text: byte-order marks, declared and detected encodings, wrong declarations.

A declaration is believed only where the bytes agree with it. UTF-7 is never decoded (it can
hide markup from every check) and EBCDIC is refused. Text that was decoded wrongly before it
reached us ("â€œ") is reported, not repaired: the words on the page are the evidence.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from resiliparse.parse.encoding import detect_encoding

from dragoman.reading.refusals import MAX_BYTES, refuse_binary, refuse_files
from dragoman.records import Problem

__all__ = ["MAX_BYTES", "Decoded", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096  # bytes in which a page declares its encoding (browsers read 1,024)
_SAMPLE = 65_536  # bytes that the detector sees
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:.-]{2,40})""")
# What pages mean when they say it (as browsers read it): the smaller sets are never meant.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_READ = frozenset({
    "utf-8", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874", "cp932", "cp949",
    "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "hz",
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *(f"cp125{page}" for page in range(9)),
})  # fmt: skip
_DOUBLE = re.compile("[ÃÂ][\x80-\xbf€‚-‰‹Œ-“”•–—˜™š›œžŸ]|â€[\x9c\x9d™œ˜“”¦]|[ÐÑ][\x80-\xbf‚-™]")


class Decoded(NamedTuple):
    """A source as text, the encoding it was in, and what was odd about it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...]


def decode(raw: bytes, source: str | None = None) -> Decoded:
    """Decode the bytes of a page.

    Args:
        raw: The page's bytes.
        source: Its file or URL, for messages.

    Raises:
        PageError: E_TOO_LARGE, E_IMAGE, E_BINARY; E_ENCODING for EBCDIC.
    """
    refuse_files(raw, source)
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :], encoding, source)
    wide = _wide(raw)
    if wide is not None:
        return _checked(raw, wide, source)
    refuse_binary(raw, source)
    try:
        decoded = _checked_text(_strict_utf8(raw), "utf-8", source)
    except UnicodeDecodeError as error:
        decoded = _legacy(raw, error, source)
    if _declared(raw) == "":
        message = (
            f"The page declares an encoding that is not used; it was read as {decoded.encoding}."
        )
        return decoded._replace(problems=(*decoded.problems, _warning(message, source)))
    return decoded


def _strict_utf8(raw: bytes) -> str:
    declared = _declared(raw)
    if declared in {"iso2022_jp", "hz"} and (b"\x1b" in raw or b"~{" in raw):
        return raw.decode(declared, "replace")  # seven-bit encodings look like ASCII
    return raw.decode("utf-8")


def _legacy(raw: bytes, error: UnicodeDecodeError, source: str | None) -> Decoded:
    declared = _declared(raw)
    if _mostly_utf8(raw):
        return _checked(raw, "utf-8", source)
    if declared and declared != "utf-8":
        try:
            return _checked_text(raw.decode(declared), declared, source)
        except UnicodeDecodeError:
            pass
    return _checked(raw, _detected(raw, error.start), source)


def _declared(raw: bytes) -> str | None:
    """Return the codec that the page's head names, or "" if it is one that is never used."""
    match = _DECLARED.search(raw, 0, _HEAD)
    return None if match is None else _codec(match.group(1).decode("ascii"))


def _codec(name: str) -> str:
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    meant = _MEANT.get(codec, codec)
    return meant if meant in _READ else ""


def _mostly_utf8(raw: bytes) -> bool:
    """Whether the non-ASCII bytes are UTF-8 but for a few (a cut or a pasted piece)."""
    text = raw.decode("utf-8", "replace")
    good = sum(ch > "\x7f" for ch in text) - text.count("\ufffd")
    return good >= 10 * text.count("\ufffd")


def _detected(raw: bytes, first_odd: int) -> str:
    """Ask the detector about the stretch where the first non-ASCII bytes stand."""
    start = max(0, first_odd - 1024)
    name = detect_encoding(raw[start : start + _SAMPLE], max_len=_SAMPLE)
    codec = _codec(name) if name else ""
    return "cp1252" if codec in {"", "utf-8"} else codec


def _wide(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark: Latin text in it has a NUL in every second byte."""
    head = raw[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 16:
        return None
    if odd > 0.3 * len(head) and even < 0.02 * len(head):
        return "utf-16-le"
    if even > 0.3 * len(head) and odd < 0.02 * len(head):
        return "utf-16-be"
    return None


def _checked(raw: bytes, encoding: str, source: str | None) -> Decoded:
    return _checked_text(raw.decode(encoding, "replace"), encoding, source)


def _checked_text(text: str, encoding: str, source: str | None) -> Decoded:
    problems = []
    lost = text.count("\ufffd")
    if lost:
        problems.append(_warning(f"{lost} characters could not be decoded as {encoding}.", source))
    double = sum(1 for _ in _DOUBLE.finditer(text))
    if double >= 3 and double > 0.001 * len(text):
        problems.append(
            _warning('The page was decoded wrongly before it came here (it has "â€œ").', source)
        )
    return Decoded(text, encoding, tuple(problems))


def _warning(message: str, source: str | None) -> Problem:
    return Problem(
        code="E_ENCODING",
        message=message,
        hint="Fetch or save the page again; its words are kept as they stand.",
        source=source,
        severity="warning",
    )
