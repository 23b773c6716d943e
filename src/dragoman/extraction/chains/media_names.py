"""Names in a stretch of text that may be media: known ones, capitalised runs, "state television"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.codebooks.chain_words import chain_words
from dragoman.codebooks.kept import kept
from dragoman.codebooks.outlets import outlets_by_name
from dragoman.records.vocabulary import LinkRole

WORD = re.compile(r"[^\W_]+(?:['’.\-&/][^\W_]+)*\.?", re.UNICODE)
_CAPITAL = r"[^\W\d_a-z]"
# "The Daily Star", "Voice of America", "Channel 9": small words only between two capitals.
_PROPER = re.compile(
    rf"(?:The )?{_CAPITAL}[\w'’.&-]*"
    rf"(?: (?:(?:of|and|de|la|el|al|der|die|du|y) )?(?:{_CAPITAL}[\w'’.&-]*|\d{{1,3}}\b)){{0,7}}",
    re.UNICODE,
)
_SITE = re.compile(r"\w\.(?:com|org|net|ru|ua|info|media)\b")
_POSSESSIVE = re.compile(r"['’]s?\b.*", re.DOTALL)
_LONGEST = 8  # words in the name of a medium


class Name(NamedTuple):
    """A name that may be a medium; `role` is None if nothing in the name itself shows it."""

    name: str
    start: int
    end: int
    role: LinkRole | None
    generic: bool = False  # "state television": a kind of medium, not a name


def classify_name(name: str) -> LinkRole | None:
    """Return the role of a bare name as a medium, or None if nothing shows that it is one."""
    bare = name.strip()
    entry = _entry(bare)
    if entry is not None:
        return entry
    found = [w.group() for w in WORD.finditer(bare)]
    if not found or len(found) > _LONGEST or "," in bare or "'s " in bare or "’s " in bare:
        return None  # a phrase around a name: "Radio Varna's director, Anna Berg"
    words = [w.casefold() for w in found]
    vocabulary = chain_words()
    if "agency" in words and "news" in words:
        return "agency"
    if words[-1] in vocabulary.agency and "press" in words:
        return "agency"
    if found[0][:1].isupper() and any(
        w.casefold() in vocabulary.name_forms and (w[:1].isupper() or w is found[-1]) for w in found
    ):
        return "outlet"
    return "outlet" if _SITE.search(bare) else None


def _entry(name: str) -> LinkRole | None:
    table = outlets_by_name()
    entry = table.get(name) or table.get(name.removeprefix("The ").removeprefix("the "))
    return entry.kind if entry else None


def names_in(text: str, start: int, end: int) -> Iterator[Name]:
    """Yield known names, then capitalised runs and kinds of media, in the order of the text."""
    generic = {m.start(): m for m in _kinds_of_media().finditer(text, start, end)}
    taken = start
    for match in WORD.finditer(text, start, end):
        if match.start() < taken:
            continue
        name = (
            known_at(text, match)
            or _kind_at(generic, match.start())
            or _proper_at(text, match, end)
        )
        if name is not None:
            taken = name.end
            yield name


@kept()
def _by_first_word() -> Mapping[str, tuple[tuple[str, LinkRole], ...]]:
    table: dict[str, list[tuple[str, LinkRole]]] = {}
    for entry, outlet in outlets_by_name().items():
        name = entry.split(" (")[0]  # "ABC (Spain)" is printed "ABC"
        first = WORD.match(name)
        if first:
            table.setdefault(first.group(), []).append((name, outlet.kind))
    return {k: tuple(sorted(v, key=lambda n: -len(n[0]))) for k, v in table.items()}


def known_at(text: str, word: re.Match[str]) -> Name | None:
    """Return the longest name of the codebook that begins at a word, or None."""
    first = word.group()
    table = _by_first_word()
    for key in (first, first.rstrip("."), re.split(r"['’]", first)[0]):
        for name, role in table.get(key, ()):
            stop = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[stop : stop + 1].isalnum():
                return Name(name, word.start(), stop, role)
    return None


def _proper_at(text: str, word: re.Match[str], end: int) -> Name | None:
    run = _PROPER.match(text, word.start(), end) if word.group()[0].isupper() else None
    if run is None:
        return None
    name = _POSSESSIVE.sub("", run.group().rstrip(" .,'’")) or word.group()
    stop = word.start() + len(name)
    if any(known_at(text, w) for w in list(WORD.finditer(text, word.start(), stop))[1:]):
        return None  # the known name inside the run comes by itself
    return Name(name, word.start(), stop, classify_name(name))


def _kind_at(generic: Mapping[int, re.Match[str]], start: int) -> Name | None:
    match = generic.get(start)
    if match is None:
        return None
    agency = match.group().casefold().endswith(tuple(chain_words().agency))
    return Name(match.group(), *match.span(), "agency" if agency else "outlet", generic=True)


@kept()
def _kinds_of_media() -> re.Pattern[str]:
    """Match "state television", "several local newspapers"; not where the name itself follows."""
    vocabulary = chain_words()
    nouns = _any_of(vocabulary.generic_media)
    qualifiers = _any_of(vocabulary.media_qualifiers)
    return re.compile(
        rf"\b(?:the )?(?:{_CAPITAL}[\w-]+ )?(?:(?:{qualifiers}) ){{1,4}}(?:{nouns})\b(?!['’-]?\w)"
        rf"(?! (?:the )?{_CAPITAL})"
    )


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
