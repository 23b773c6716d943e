"""Names as keys: one form for a name however its marks, case and apostrophes are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, and the marks that transliterations put for soft signs.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "ð": "d", "þ": "th", "æ": "ae",
        "œ": "oe", "ə": "a", "’": "", "‘": "", "'": "", "ʻ": "", "ʼ": "", "ʹ": "", "`": "", "´": "",
    }
)  # fmt: skip
_SIGNS = str.maketrans({"'": "", "`": "", ".": ""})  # all that folding takes from ASCII
_INNER = re.compile(r"-|\+(?=\w)")
_WORD = re.compile(r"[^\W_]+(?:[.&’'ʻʼ‘`+-][^\W_]+)*\+?")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return ``word`` in lower case, without diacritics, apostrophes and full stops."""
    if word.isascii():
        return word.lower().translate(_SIGNS)
    folded = word.casefold().translate(_LETTERS).replace(".", "")
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch))


def words(text: str) -> list[str]:
    """Split a name into its words; hyphens and plus signs part words, apostrophes and inner dots do not."""
    return [piece for word in _WORD.findall(text) for piece in _INNER.split(word) if piece]


def key(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, the key under which lexicons keep it."""
    return tuple(fold(word) for word in words(text))
