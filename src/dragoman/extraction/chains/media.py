"""Media in a stretch of text, and what each did with the words: was told, passed on, was cited.

An outlet that is merely mentioned is no link: a name counts only with a relation beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from dragoman.codebooks.chain_words import chain_words
from dragoman.codebooks.kept import kept
from dragoman.codebooks.outlets import outlets_by_name
from dragoman.records import Span
from dragoman.records.vocabulary import LinkRole

# How far before a name its relation may stand, in words ("told the state news agency X").
REACH = 7


class Step(IntEnum):
    """How far from the origin a medium stands; links are put in this order."""

    ON = 1
    TOLD = 2
    CITED = 3
    CARRIER = 4


class Medium(NamedTuple):
    """A medium with a part in passing on the words; offsets into the article."""

    name: str
    span: Span
    role: LinkRole
    step: Step


class _Name(NamedTuple):
    name: str
    start: int
    end: int
    role: LinkRole | None  # None: no entry in the codebook, only a name


_WORD = re.compile(r"[^\W_]+(?:['’.\-&/][^\W_]+)*\.?", re.UNICODE)
_CAPITAL = r"[^\W\d_a-z]"
# "The Daily Star", "Voice of America": capitalised words, small words only between two of them.
_PROPER = re.compile(
    rf"(?:The )?{_CAPITAL}[\w'’.&-]*"
    rf"(?: (?:(?:of|and|de|la|el|al|der|die|du|y) )?{_CAPITAL}[\w'’.&-]*){{0,7}}",
    re.UNICODE,
)
_FINITE = 40  # characters after a name in which its verb may stand ("revealed on Friday, that")


def find_media(text: str, start: int, end: int) -> list[Medium]:
    """Return the media that pass words on in ``text[start:end]`` (usually a sentence)."""
    found = []
    for name in _names(text, start, end):
        step = _relation(text, name, start, end)
        if step is None:
            continue
        role = name.role or ("agency" if _is_agency(text, name) else "outlet")
        found.append(Medium(text[name.start : name.end], Span(name.start, name.end), role, step))
    found += _own_pages(text, start, end)
    return sorted(found, key=lambda m: m.span)


def classify_name(name: str) -> LinkRole | None:
    """Return the role of a bare name as a medium, or None if nothing shows that it is one."""
    entry = _entry(name.strip())
    if entry is not None:
        return entry
    words = [w.casefold() for w in _WORD.findall(name)]
    vocabulary = chain_words()
    if "agency" in words and "news" in words:
        return "agency"
    if words and words[-1] in vocabulary.agency and "press" in words:
        return "agency"
    if any(w in vocabulary.name_forms for w in words) and name[:1].isupper():
        return "outlet"
    return "outlet" if re.search(r"\w\.(?:com|org|net|ru|ua|info|media)\b", name) else None


def _entry(name: str) -> LinkRole | None:
    table = outlets_by_name()
    entry = table.get(name) or table.get(name.removeprefix("The ").removeprefix("the "))
    return entry.kind if entry else None


@kept()
def _by_first_word() -> Mapping[str, tuple[tuple[str, LinkRole], ...]]:
    table: dict[str, list[tuple[str, LinkRole]]] = {}
    for name, outlet in outlets_by_name().items():
        first = _WORD.match(name)
        if first:
            table.setdefault(first.group(), []).append((name, outlet.kind))
    return {k: tuple(sorted(v, key=lambda n: -len(n[0]))) for k, v in table.items()}


def _names(text: str, start: int, end: int) -> Iterator[_Name]:
    """Known names first; then capitalised runs that the relations may make media."""
    taken = start
    table = _by_first_word()
    for match in _WORD.finditer(text, start, end):
        if match.start() < taken:
            continue
        known = _known_at(text, match, table)
        if known is not None:
            taken = known.end
            yield known
            continue
        if match.group()[0].isupper():
            run = _PROPER.match(text, match.start(), end)
            if run is not None:
                name = run.group().rstrip(" .,'’")
                if _known_inside(text, match.start(), match.start() + len(name), table):
                    continue  # the known name inside the run comes by itself
                taken = match.start() + len(name)
                yield _Name(name, match.start(), taken, classify_name(name))


def _known_at(
    text: str, match: re.Match[str], table: Mapping[str, tuple[tuple[str, LinkRole], ...]]
) -> _Name | None:
    first = match.group()
    for key in (first, first.rstrip("."), re.split(r"['’]", first)[0]):
        for name, role in table.get(key, ()):
            stop = match.start() + len(name)
            if text.startswith(name, match.start()) and not text[stop : stop + 1].isalnum():
                return _Name(name, match.start(), stop, role)
    return None


def _known_inside(
    text: str, start: int, end: int, table: Mapping[str, tuple[tuple[str, LinkRole], ...]]
) -> bool:
    words = list(_WORD.finditer(text, start, end))[1:]
    return any(_known_at(text, word, table) is not None for word in words)


def _is_agency(text: str, name: _Name) -> bool:
    before = text[max(0, name.start - 24) : name.start].casefold()
    return (
        before.rstrip().endswith(("news agency", "agency")) or "news agency" in name.name.casefold()
    )


def _relation(text: str, name: _Name, start: int, end: int) -> Step | None:
    """Return what the words around a name say of its part, or None: merely mentioned."""
    vocabulary = chain_words()
    before = [w.group().casefold() for w in _WORD.finditer(text, start, name.start)]
    step = _relation_before(before, name, direct=text[name.start - 1 : name.start] != "(")
    if step is not None:
        return step
    if name.role == "channel":
        return None
    after = text[name.end : min(end, name.end + _FINITE)].casefold()
    if after.startswith(("’s telling", "'s telling")):
        return Step.CARRIER
    if name.role is None and not _looks_like_a_medium(before):
        return None
    words = [w.group().rstrip(".") for w in _WORD.finditer(after)]
    verb = (
        words[1] if words[:1] in (["also"], ["first"], ["later"]) else (words[0] if words else "")
    )
    pair = " ".join(words[:2])
    gap = after[: after.find(verb)] if verb else ""
    if (verb in vocabulary.reports or pair in vocabulary.reports) and not gap.strip(" "):
        return Step.CARRIER
    return None


def _relation_before(before: list[str], name: _Name, *, direct: bool) -> Step | None:
    vocabulary = chain_words()
    for back in range(min(REACH, len(before))):
        here = len(before) - 1 - back
        for width in (3, 2, 1):
            phrase = " ".join(before[max(0, here - width + 1) : here + 1])
            step = _step_of(phrase, name, at_once=back == 0 and direct)
            if step is not None:
                return step
        word = before[here].rstrip(".")
        if (
            word not in vocabulary.describing
            and not word.endswith(("based", "'s", "’s"))
            and back >= 3
        ):
            return None
    return None


def _step_of(phrase: str, name: _Name, *, at_once: bool) -> Step | None:
    vocabulary = chain_words()
    known = name.role is not None
    if phrase in vocabulary.told:
        return Step.TOLD if known else None
    if phrase in vocabulary.carrier:
        return Step.CARRIER if known else None
    if phrase in vocabulary.cited:
        return Step.CITED if known else None
    if name.role == "channel" and phrase in vocabulary.on:
        return Step.ON
    if name.role == "outlet" and phrase == "on" and at_once:
        return Step.TOLD
    if known and phrase == "to" and at_once:
        return Step.TOLD
    return None


def _looks_like_a_medium(before: list[str]) -> bool:
    vocabulary = chain_words()
    near = before[-2:]
    return any(word in vocabulary.medium or word in vocabulary.agency for word in near)


def _own_pages(text: str, start: int, end: int) -> list[Medium]:
    """Return "on its website", "to its Facebook page": channels that are no name."""
    found = []
    for match in _own_page().finditer(text, start, end):
        span = Span(*match.span("page"))
        found.append(Medium(span.of(text), span, "channel", Step.ON))
    return found


@kept()
def _own_page() -> re.Pattern[str]:
    pages = "|".join(sorted(map(re.escape, chain_words().own_page), key=len, reverse=True))
    return re.compile(
        rf"\b(?:on|to|via|in|from) (?P<page>(?:its|his|her|their|the) (?:\w+ )?(?:{pages}))\b",
        re.IGNORECASE,
    )
