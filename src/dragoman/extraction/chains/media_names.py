"""Names in a stretch of text that may be media: known ones, capitalised runs, "state television"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.codebooks.chain_words import chain_words
from dragoman.codebooks.kept import kept
from dragoman.codebooks.outlets import loose_names, outlet_named, outlets_by_name
from dragoman.records.vocabulary import LinkRole

WORD = re.compile(r"[^\W_]+(?:['’.\-&/][^\W_]+)*\.?", re.UNICODE)
_CAPITAL = r"[^\W\d_a-z]"
# "The Daily Star", "Voice of America", "Channel 9": small words only between two capitals.
_PROPER = re.compile(
    rf"(?:The )?{_CAPITAL}[\w'’.&-]*"
    rf"(?: (?:(?:of|and|de|la|el|al|der|die|du|y) )?(?:{_CAPITAL}[\w'’.&-]*|\d{{1,3}}\b)){{0,7}}",
    re.UNICODE,
)
_SMALL = frozenset({"of", "and", "de", "la", "el", "al", "der", "die", "du", "y", "the"})
_SITE = re.compile(r"[^\W_][\w-]*(?:\.[\w-]+)?\.(?:com|org|net|info|media|news|[a-z]{2})\Z")
_ARTICLE = re.compile(r"\A[Tt]he ")
_POSSESSIVE = re.compile(r"['’]s?\b.*", re.DOTALL)
_LONGEST = 8  # words in the name of a medium
_MORE = re.compile(rf" {_CAPITAL}")
_CUES_IN = 48  # characters before a loose name in which words must make it a medium


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
    if all(w[:1].isupper() or w in _SMALL for w in found[:-1]) and any(
        w.casefold() in vocabulary.name_forms and (w[:1].isupper() or w is found[-1]) for w in found
    ):
        return "outlet"
    return "outlet" if _SITE.match(bare) else None


def classify_source(name: str) -> LinkRole | None:
    """Return the role of a name where a source stands, as in "Source: Mehr": loose names count."""
    bearers = loose_names().get(name.strip(), ())
    return classify_name(name) or (bearers[0].kind if bearers else None)


def same_medium(one: str, two: str) -> bool:
    """Whether two names are entries of one agency or outlet: "AP" and "Associated Press"."""
    first, second = (outlet_named(n) or outlet_named(_ARTICLE.sub("", n)) for n in (one, two))
    return first is not None and first == second


def _entry(name: str) -> LinkRole | None:
    entry = outlets_by_name().get(name) or outlets_by_name().get(_ARTICLE.sub("", name))
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
            or (_proper_at(text, match, end) if text[match.start()].isupper() else None)
        )
        if name is not None:
            taken = name.end
            yield name


class _Entry(NamedTuple):
    role: LinkRole
    loose: bool


@kept()
def _entries() -> Mapping[str, _Entry]:
    """Return every name of the codebook; a sure one counts where it is also loose."""
    loose = {name: _Entry(bearers[0].kind, loose=True) for name, bearers in loose_names().items()}
    sure = {name: _Entry(o.kind, loose=False) for name, o in outlets_by_name().items()}
    return loose | sure


@kept()
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """Return how long the names are that begin with a word, the longest first.

    Some 200 names begin with "The", of 30 lengths: a look-up a length, not a comparison a name.
    """
    table: dict[str, set[int]] = {}
    for name in _entries():
        first = WORD.match(name)
        if first:
            table.setdefault(first.group(), set()).add(len(name))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in table.items()}


def known_at(text: str, word: re.Match[str]) -> Name | None:
    """Return the longest name of the codebook that begins at a word, or None."""
    first, start = word.group(), word.start()
    entries, lengths = _entries(), _lengths()
    if first not in lengths and first.isalnum():
        return None  # most words
    for key in _keys(first):
        for length in lengths.get(key, ()):
            stop = start + length
            name = text[start:stop]
            entry = entries.get(name)
            if entry is None or stop > len(text) or text[stop : stop + 1].isalnum():
                continue  # a slice past the end of the text is shorter than it should be
            if entry.loose and _MORE.match(text, stop):
                continue  # "Science" in "Science News"
            if not entry.loose or _is_cued(text, start, stop, entry.role):
                return Name(name, start, stop, entry.role)
    return None


def _keys(word: str) -> Iterator[str]:
    """Yield a word as the codebook may have it: as printed, without its stop, without its 's."""
    yield word
    if word.endswith("."):
        yield word.rstrip(".")
    if "'" in word or "’" in word:
        yield word.replace("’", "'").partition("'")[0]


def _is_cued(text: str, start: int, end: int, role: LinkRole) -> bool:
    """Whether the words beside a loose name make it a medium: "told", "the daily", "… reported".

    An agency's name needs none, as every medium needs a relation and few agencies bear a word.
    """
    if role == "agency":
        return True
    vocabulary = chain_words()
    before = [w.group().casefold() for w in WORD.finditer(text[max(0, start - _CUES_IN) : start])]
    before = before[:-1] if before[-1:] == ["the"] else before
    if role == "channel":
        return before[-1:] in (["on"], ["to"])
    cues = vocabulary.told | vocabulary.interview | vocabulary.carrier | vocabulary.cited
    ends = (" ".join(before[-width:]) for width in (1, 2, 3))
    nouns = vocabulary.medium | vocabulary.agency
    after = WORD.match(text, end + 1)
    verb = after.group().casefold() if after and " " in text[start:end] else ""
    if verb in vocabulary.reports:
        return True
    return before[-1:] != [] and (
        before[-1] in nouns or before[-1] == "on" or any(phrase in cues for phrase in ends)
    )


def _proper_at(text: str, word: re.Match[str], end: int) -> Name | None:
    run = _PROPER.match(text, word.start(), end)
    if run is None:
        return None
    name = _POSSESSIVE.sub("", run.group().rstrip(" .,'’")) or word.group()
    if name.casefold() in chain_words().openers:
        return None  # "The" of "The newspaper said"
    stop = word.start() + len(name)
    show = _show().match(text, stop, end)
    if show is not None:
        return Name(text[word.start() : show.end()], word.start(), show.end(), "outlet")
    if any(known_at(text, w) for w in list(WORD.finditer(text, word.start(), stop))[1:]):
        return None  # the known name inside the run comes by itself
    return Name(name, word.start(), stop, classify_name(name))


@kept()
def _show() -> re.Pattern[str]:
    """Match what follows a host's name: "'s podcast", "' radio show"."""
    return re.compile(rf"['’]s? (?:[a-z]+ )?(?:{_any_of(chain_words().shows)})\b")


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
        rf"\b(?:[Tt]he )?(?:{_CAPITAL}[\w-]+ )?(?:(?i:{qualifiers}) ){{1,4}}(?:{nouns})\b(?!['’-]?\w)"
        rf"(?! (?:the )?{_CAPITAL})"
    )


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
