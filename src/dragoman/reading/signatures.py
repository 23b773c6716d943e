"""Files that are no text, told by their first bytes."""

from __future__ import annotations

from typing import NamedTuple


class Signature(NamedTuple):
    """The bytes a kind of file begins with (at `offset`), and what to tell people about it."""

    magic: bytes
    kind: str
    code: str
    offset: int = 0


_PICTURE, _OTHER = "E_IMAGE", "E_BINARY"

_SIGNATURES = (
    Signature(b"%PDF-", "a PDF file", _PICTURE),
    Signature(b"\x89PNG\r\n", "a PNG picture", _PICTURE),
    Signature(b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    Signature(b"GIF87a", "a GIF picture", _PICTURE),
    Signature(b"GIF89a", "a GIF picture", _PICTURE),
    Signature(b"WEBP", "a WebP picture", _PICTURE, 8),
    Signature(b"WAVE", "a sound file", _PICTURE, 8),
    Signature(b"AVI ", "a video", _PICTURE, 8),
    Signature(b"ftyp", "a video or picture", _PICTURE, 4),
    Signature(b"II*\0", "a TIFF picture", _PICTURE),
    Signature(b"MM\0*", "a TIFF picture", _PICTURE),
    Signature(b"ID3", "a sound file", _PICTURE),
    Signature(b"\xff\xfb", "a sound file", _PICTURE),
    Signature(b"OggS", "a sound file", _PICTURE),
    Signature(b"fLaC", "a sound file", _PICTURE),
    Signature(b"\x1aE\xdf\xa3", "a video", _PICTURE),
    Signature(b"PK\x03\x04", "a ZIP archive or an office document", _OTHER),
    Signature(b"\x1f\x8b", "a gzip file", _OTHER),
    Signature(b"BZh", "a bzip2 file", _OTHER),
    Signature(b"\xfd7zXZ", "an xz file", _OTHER),
    Signature(b"7z\xbc\xaf", "a 7-Zip archive", _OTHER),
    Signature(b"(\xb5/\xfd", "a zstd file", _OTHER),
    Signature(b"\xd0\xcf\x11\xe0", "an old office document", _OTHER),
    Signature(b"{\\rtf", "a rich-text document", _OTHER),
    Signature(b"SQLite format 3\0", "an SQLite database", _OTHER),
    Signature(b"\x7fELF", "a program", _OTHER),
)


def signature_of(raw: bytes) -> Signature | None:
    """Return what kind of file ``raw`` is if it is surely no text, else None."""
    for signature in _SIGNATURES:
        if raw.startswith(signature.magic, signature.offset):
            return signature
    return None
