"""What is refused before it is decoded: giants, pictures, archives, bytes that are no text."""

from __future__ import annotations

from dragoman.errors import PageError
from dragoman.reading.signatures import signature_of

MAX_BYTES = 20_000_000
"""Larger pages are refused: the largest of 311 real news pages has 3.4 MB."""

_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1b")


def refuse_files(raw: bytes, source: str | None) -> None:
    """Raise E_TOO_LARGE, E_IMAGE or E_BINARY for what is surely no page.

    Args:
        raw: The bytes.
        source: Their file or URL, for messages.
    """
    if len(raw) > MAX_BYTES:
        raise PageError(
            "E_TOO_LARGE",
            f"The page has {len(raw) / 1e6:.1f} MB; pages over {MAX_BYTES // 10**6} MB are not read.",
            hint="Save the article alone, or split the file.",
            source=source,
        )
    signature = signature_of(raw)
    if signature is not None:
        picture = signature.code == "E_IMAGE"
        raise PageError(
            signature.code,
            f"This is {signature.kind}, not a page of text.",
            hint="Give the page as HTML or text." if picture else "Unpack it or save it as text.",
            source=source,
        )


def refuse_binary(raw: bytes, source: str | None) -> None:
    """Raise E_BINARY for bytes that are no text, E_ENCODING for EBCDIC.

    Args:
        raw: The bytes, which are in no wide encoding.
        source: Their file or URL, for messages.
    """
    head = raw[:65_536]
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > 0.02 * len(head):
        raise PageError(
            "E_BINARY",
            "The bytes are no text in any encoding that Dragoman knows.",
            hint="Give the page as HTML or text.",
            source=source,
        )
    # In EBCDIC a space is 0x40 and letters lie above 0x80; in all others a space is 0x20.
    if head.count(0x40) > 0.08 * len(head) and head.count(0x20) < 0.01 * len(head):
        raise PageError(
            "E_ENCODING",
            "The bytes look like EBCDIC, which is not read.",
            hint="Convert it to UTF-8 (iconv -f CP037 -t UTF-8).",
            source=source,
        )
