"""When two names are one, for our own scorers: case, accents, articles, left-out given names."""

from __future__ import annotations

import re
import unicodedata

_PREPOSITIONS = frozenset({"of", "for", "in", "on", "from", "at", "to", "and"})

_SHORT = {
    "us": ("united", "states"),
    "uk": ("united", "kingdom"),
    "un": ("united", "nations"),
    "eu": ("european", "union"),
}


def name_words(name: str) -> list[str]:
    """Return a name's words folded (no case, accents, leading article, possessive)."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"\bu\.s\.a?", "us", plain)
    words = [
        w
        for word in re.findall(r"\w+", re.sub(r"'s\b", "", plain))
        for w in _SHORT.get(word, (word,))
    ]
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are one: equal, or the same last name and no word that contradicts.

    "Trump" is "Donald J. Trump"; "Iraq" is not "Parliament of Iraq".
    """
    short, long = sorted((name_words(one or ""), name_words(other or "")), key=len)
    if not short:
        return False
    if short == long:
        return True
    return short[-1] == long[-1] and set(short) <= set(long) and not _PREPOSITIONS & set(long)
