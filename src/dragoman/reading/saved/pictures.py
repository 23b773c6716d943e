"""Which lines of a saved page belong to its pictures: captions, credits, alternative texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebooks.credits import credit_words
from dragoman.reading.credits import find_credit
from dragoman.reading.labels import find_label
from dragoman.reading.saved.phrases import phrase_hits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.lines import Line
    from dragoman.reading.saved.outline import Outline
    from dragoman.records.vocabulary import BlockKind

_AROUND = 3  # lines above the headline and below the text in which pictures may stand
_LONGEST = 700  # characters of a caption
_FEWEST = 3  # words of a caption
_SHORT_CREDIT = 5  # words of "Source: AP" under a picture
_SAME = 0.8  # share of words that an alternative text has in common with headline or caption
_NOTICE = re.compile(r"(?:©|\(c\)|copyright)\s?\d{4}", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def picture_lines(lines: Sequence[Line], found: Outline) -> dict[int, BlockKind]:
    """Return the places of captions, credits and alternative texts, and which of them each is."""
    if found.end == 0:
        return {}
    taken = {found.headline, *found.datelines, *found.bylines}
    top = found.start if found.headline is None else min(found.headline, found.start)
    places = range(max(0, top - _AROUND), min(found.after + _AROUND, len(lines)))
    kinds: dict[int, BlockKind] = {}
    for place in places:
        if place not in taken and not lines[place].mark:
            kind = _kind(lines, found, place)
            if kind is not None:
                kinds[place] = kind
    _mark_credited(lines, found, kinds, taken)
    _pair(lines, found, kinds, [p for p in places if p not in taken])
    return kinds


def _kind(lines: Sequence[Line], found: Outline, place: int) -> BlockKind | None:
    line = lines[place]
    if len(line.text) > _LONGEST:
        return None
    if found.headline is not None and place > found.headline - _AROUND:
        head = lines[found.headline]
        if _alike(line.text, head.text) and not found.body[place]:
            # Above the headline a copy of it is a breadcrumb or a sharing title.
            return "alternative_text" if place > found.headline else None
    if _is_source(lines, found, place):
        return None
    credit = find_credit(line.text)
    if credit is None:
        return None
    if found.body[place] and not _is_opened(line.text[credit.part.start :]):
        return None  # a paragraph may end in "(Reuters)"
    rest = line.text[: credit.part.start] + line.text[credit.part.end :]
    if len(_WORD.findall(rest)) >= _FEWEST:
        return "caption"
    # "© 2024 The Paper" alone on a line is the page's own notice.
    return None if _NOTICE.search(line.text) else "credit"


def _is_source(lines: Sequence[Line], found: Outline, place: int) -> bool:
    """Whether "Source: Reuters" names the article's source, not the credit of a picture above."""
    line = lines[place]
    if find_label(line.text) is None:
        return False
    under_picture = place > 0 and line.blank_before == 0 and not found.body[place - 1]
    return not under_picture or len(line.text.split()) > _SHORT_CREDIT


def _is_opened(credit: str) -> bool:
    return credit_words().opener.match(credit.lstrip("([")) is not None


def _mark_credited(
    lines: Sequence[Line], found: Outline, kinds: dict[int, BlockKind], taken: set[int | None]
) -> None:
    """What stands right above a credit of its own line is the picture's caption."""
    for place in [place for place, kind in kinds.items() if kind == "credit" and place > 0]:
        above = lines[place - 1]
        free = (place - 1) not in taken and (place - 1) not in kinds and not found.body[place - 1]
        worded = len(_WORD.findall(above.text)) >= _FEWEST and len(above.text) <= _LONGEST
        if free and worded and not above.mark and not phrase_hits(above.text).starts:
            kinds[place - 1] = "caption"


def _pair(
    lines: Sequence[Line], found: Outline, kinds: dict[int, BlockKind], places: Sequence[int]
) -> None:
    """Where two lines in a row say the same, the first is the alternative text of the second."""
    for place in places:
        above, here = lines[place - 1] if place else None, lines[place]
        if above is None or found.body[place] or found.body[place - 1] or here.mark:
            continue
        if (place - 1) not in places or kinds.get(place - 1, "alternative_text") == "credit":
            continue
        if len(_WORD.findall(above.text)) < _FEWEST or phrase_hits(here.text).whole:
            continue
        if _covers(above.text, here.text) and kinds.get(place, "caption") == "caption":
            kinds[place - 1] = "alternative_text"
            kinds[place] = "caption"


def _alike(one: str, other: str) -> bool:
    a, b = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return bool(a and b) and len(a & b) >= _SAME * len(a | b)


def _covers(short: str, long: str) -> bool:
    a, b = set(_WORD.findall(short.casefold())), set(_WORD.findall(long.casefold()))
    return bool(a) and len(a & b) >= _SAME * len(a)
