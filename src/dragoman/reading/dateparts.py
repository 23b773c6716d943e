"""Recognises a calendar day among the tokens of a date line."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.date_words import date_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.reading.datetokens import Token

_YEARS = range(1900, 2101)
# What may stand between two parts of one date.
_GAP = re.compile(r"[\s.,/°º'’()\-–]{0,4}")
_CJK = (("年", "月", "日"), ("년", "월", "일"))


class Day(NamedTuple):
    """A calendar day; `start` and `end` count tokens."""

    start: int
    end: int
    value: str


def day_at(line: str, parts: Sequence[Token], at: int, *, day_first: bool | None) -> Day | None:
    """Return the day that begins at token ``at``, or None."""
    forms: tuple[Callable[[], Day | None], ...] = (
        lambda: _numerals(line, parts, at, day_first=day_first),
        lambda: _characters(parts, at),
        lambda: _named(line, parts, at),
    )
    return next((day for form in forms if (day := form()) is not None), None)


def _day(start: int, end: int, year: int, month: int, day: int) -> Day | None:
    if year not in _YEARS:
        return None
    try:
        return Day(start, end, date(year, month, day).isoformat())
    except ValueError:  # 30 February
        return None


def _numerals(line: str, parts: Sequence[Token], at: int, *, day_first: bool | None) -> Day | None:
    """2023-11-01, 2023/11/1, 2023. 11. 1., 01.11.2023, 1/11/2023."""
    if at + 3 > len(parts) or not all(token.number for token in parts[at : at + 3]):
        return _compact(parts, at)
    first, second, third = parts[at : at + 3]
    gaps = {line[first.span.end : second.span.start].strip(),
            line[second.span.end : third.span.start].strip()}  # fmt: skip
    if len(gaps) != 1 or not gaps <= {".", "/", "-", "–"} or len(second.number) > 2:
        return None
    if len(first.number) == 4:
        return _day(at, at + 3, first.value, second.value, third.value)
    if len(third.number) != 4 or len(first.number) > 2:
        return None
    if gaps == {"."} or first.value > 12 or first.value == second.value:
        day_first = True
    elif second.value > 12:
        day_first = False
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    return _day(at, at + 3, third.value, month.value, day.value)


def _compact(parts: Sequence[Token], at: int) -> Day | None:
    """20231101."""
    digits = parts[at].number
    if len(digits) != 8:
        return None
    return _day(at, at + 1, int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _characters(parts: Sequence[Token], at: int) -> Day | None:
    """2023年11月1日 and 2023년 11월 1일."""
    six = parts[at : at + 6]
    if len(six) < 6 or (six[1].word, six[3].word, six[5].word[:1]) not in _CJK:
        return None
    return _day(at, at + 6, six[0].value, six[2].value, six[4].value)


def _named(line: str, parts: Sequence[Token], at: int) -> Day | None:
    """1 November 2023; November 1, 2023; 2023. november 1."""
    known = date_words()
    found: dict[str, int] = {}
    end = at
    for place in range(at, min(at + 8, len(parts))):
        token = parts[place]
        if place > at:
            gap = line[parts[place - 1].span.end : token.span.start]
            if _GAP.fullmatch(gap) is None:
                break
        kind = _kind(token)
        if kind is None:
            if place == at or token.word not in known.inside:
                break
            continue
        if kind[0] in found:
            break
        found[kind[0]] = kind[1]
        end = place + 1
    # The order "day, year, month" is no language's: it is two things side by side.
    if len(found) != 3 or tuple(found) == ("day", "year", "month"):
        return None
    return _day(at, end, found["year"], found["month"], found["day"])


def _kind(token: Token) -> tuple[str, int] | None:
    if not token.number:
        month = date_words().months.get(token.word)
        return None if month is None else ("month", month)
    if len(token.number) == 4:
        return ("year", token.value)
    return ("day", token.value) if len(token.number) <= 2 else None
