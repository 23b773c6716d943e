"""From the words of a byline to names: one person, agency or desk each, as printed."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from dragoman.codebooks.bylines import byline_opener, byline_words
from dragoman.codebooks.outlets import outlets_by_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 80
"""Characters of the longest name; the longest honest one seen ("Deutsche Presse-Agentur …") has 45."""

_LONGEST_LINE = 1_000
"""Characters of a byline that are read."""

_NO_LETTER = re.compile(r"[\W_]+")
_SPACES = re.compile(r"\s+")
_ADDRESS = re.compile(r"https?://|www\.|^/|^@?[\w.+-]{1,64}@|^#", re.IGNORECASE)
_MAIL = re.compile(r"\(?[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}\)?|https?://\S+|(?<!\w)@\w{2,30}")
_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]{0,80}[)\]]")
_PARTS = re.compile(r"\s?[;|•·、＝]\s?|,\s|\s/\s|\s&\s|\s\+\s|\s[–—]\s|,$")
_HANDLE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+|\d+")
_EDGES = " \t\n,;:|/·•-–—＝"


def names_in(written: str, *, printed: bool = False) -> tuple[str, ...]:
    """Split the words of a byline into names.

    Args:
        written: What stands in the byline: "Von Anna Muster und Jan Beispiel, dpa".
        printed: Whether the words stand visibly on the page, where a short opener ("di", "av")
            may come before the name. In declared metadata such a word belongs to the name.

    Returns:
        The names in order, without openers, roles, addresses and doubles. A place that the page
        prints after a name ("Jan Beispiel, Lille") cannot be told from a second name and stays.
    """
    text = _SPACES.sub(" ", unescape(written[:_LONGEST_LINE])).strip(_EDGES)
    if not text or _ADDRESS.search(text):
        return ()
    text = _without_opener(_BRACKETS.sub("", _MAIL.sub(" ", text)), printed=printed)
    names: dict[str, None] = {}
    for part in _with_generations(_PARTS.split(text)):
        for name in _at_conjunctions(part):
            for cleaned in _without_role(_without_opener(name.strip(_EDGES), printed=printed)):
                if is_name(cleaned):
                    names.setdefault(cleaned)
    return tuple(names)


def is_name(text: str) -> bool:
    """Whether `text` can stand in a byline at all: a name, an agency or a desk."""
    return (
        1 < len(text) <= _LONGEST
        and any(ch.isalpha() for ch in text)
        and not _HANDLE.fullmatch(text)
        and text.casefold() not in byline_words().roles | byline_words().degrees
        and not _ADDRESS.search(text)
    )


def looks_personal(text: str) -> bool:
    """Whether `text` has the form of a person's name: 2-5 words, each with a capital.

    Stricter than `is_name`: for words found on the page, where anything may stand.
    """
    words = text.split()
    book = byline_words()
    if (
        not 2 <= len(words) <= 5
        or len(text) > 50
        or any(ch in text for ch in '?!:;"“”|/@…0123456789')
    ):
        return False
    if any(word.casefold().strip(".,") in book.not_names for word in words):
        return False
    names = [word for word in words if word.casefold() not in book.particles]
    return (
        len(names) >= 2
        and all(word[0].isupper() or not word[0].isascii() for word in names)
        and (words[-1].casefold() not in book.particles)
    )


def is_desk(name: str) -> bool:
    """Whether `name` stands for nobody in particular ("admin", "Redaktion")."""
    return name.casefold() in byline_words().desks


def same_name(one: str, other: str) -> bool:
    """Whether two spellings differ in case, spaces and punctuation only."""
    return folded(one) == folded(other)


def folded(text: str) -> str:
    """Letters and digits of `text`, case folded."""
    return _NO_LETTER.sub("", text.casefold())


def given_name_first(names: Iterable[str]) -> tuple[str, ...]:
    """Turn "Muster, Anna", as library metadata write names, into "Anna Muster"."""
    turned = []
    for name in names:
        surname, comma, given = name.partition(",")
        turned.append(f"{given.strip()} {surname.strip()}" if comma and given.strip() else name)
    return tuple(turned)


def _without_opener(text: str, *, printed: bool) -> str:
    opener = byline_opener().match(text)
    if opener is None:
        return text
    rest = text[opener.end() :]
    word = opener[0].strip().casefold()  # with its colon, it is no particle
    if word in byline_words().particles and (not printed or len(rest.split()) < 2):
        return text
    return rest


def _with_generations(parts: list[str]) -> list[str]:
    """Join "Jr." to the name before it, from which a comma parted it."""
    joined: list[str] = []
    for part in parts:
        if joined and part.strip().casefold() in byline_words().generations:
            joined[-1] = f"{joined[-1]} {part.strip()}"
        else:
            joined.append(part)
    return joined


def _without_role(name: str) -> tuple[str, ...]:
    """Take what the person does off the end of a name, and the agency it is done for.

    "Anna Muster Staff Writer" is Anna Muster; "ANNA MUSTER Associated Press" is two names; of
    "AP Sports Writer" the agency stays.
    """
    words = name.split(" ")
    for length in (3, 2, 1):
        tail = " ".join(words[-length:]).casefold()
        if len(words) > length and tail in byline_words().roles:
            words = words[:-length]
            if _is_agency(words[0]) and words[0].isupper():
                return (words[0],)
            break
    for length in (3, 2, 1):
        if len(words) > length + 1 and _is_agency(tail := " ".join(words[-length:])):
            return (" ".join(words[:-length]), tail)
    return (" ".join(words),)


def _is_agency(name: str) -> bool:
    known = outlets_by_name().get(name)
    return known is not None and known.kind == "agency"


def _at_conjunctions(part: str) -> list[str]:
    words = part.split(" ")
    names, start = [], 0
    for place, word in enumerate(words):
        if word.casefold() not in byline_words().conjunctions or word[:1].isupper():
            continue
        before, after = words[start:place], words[place + 1 :]
        # "y", "e", "i" stand inside names too (Ortega y Gasset); between two full names they part.
        enough = 2 if len(word) == 1 else 1
        if len(before) >= enough and len(after) >= enough:
            names.append(" ".join(before))
            start = place + 1
    names.append(" ".join(words[start:]))
    return names
