"""The date line of a page, in the languages of the outlets: "Wednesday, 1 November 2023, 13:56".

A date that cannot be read in one way only ("03/04/2023"), has no year, is relative ("3 hours
ago") or does not exist ("30 February 2023") gives None: unknown stays unknown.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.codebooks.date_words import abroad_words, date_words
from dragoman.reading.clocks import Clock, clock_after, clock_before
from dragoman.reading.dateparts import Day, day_at
from dragoman.reading.datetokens import Token, tokens
from dragoman.records import Instant, Span

_LONGEST_LINE = 400  # characters; a longer line is text, whatever dates it holds
_STRANGERS = 4  # words a date line may hold that are no date words: an author, an agency


class FoundDate(NamedTuple):
    """A date in a line; `updated` if a word like "Updated" announces it."""

    span: Span
    instant: Instant
    updated: bool


def find_dates(line: str, *, day_first: bool | None = None) -> tuple[FoundDate, ...]:
    """Return all full dates in a line, in order; spans and `Instant.span` are offsets into it.

    Args:
        line: One line of a page.
        day_first: How to read "03/04/2023"; None goes by the words of
            the line ("publié", "EST"), and leaves such a date out if they say nothing.
    """
    if len(line) > _LONGEST_LINE:
        return ()
    parts = tokens(line)
    if day_first is None:
        day_first = _order(parts)
    found: list[FoundDate] = []
    at = since = 0
    while at < len(parts):
        day = day_at(line, parts, at, day_first=day_first)
        if day is None:
            at += 1
            continue
        clock = clock_after(line, parts, day.end) or clock_before(line, parts, day.start, since)
        found.append(_found(parts, day, clock, since))
        at = since = max(day.end, clock.end if clock else 0)
    return tuple(found)


def find_date(line: str, *, day_first: bool | None = None) -> tuple[Span, Instant] | None:
    """Return the date of publication in a line: the first that is not announced as an update.

    Returns:
        Its span in the line and its value, or None; the update's date if there is no other.
    """
    found = find_dates(line, day_first=day_first)
    best = next((date for date in found if not date.updated), found[0] if found else None)
    return None if best is None else (best.span, best.instant)


def parse_dateline(line: str, *, day_first: bool | None = None) -> Instant | None:
    """Return the date of a line that is a date line, or None.

    A date line holds a date and little else; a sentence that mentions a date is none.

    Args:
        line: The line, without its line break.
        day_first: How to read "03/04/2023"; None leaves such a date unread.
    """
    found = find_date(line, day_first=day_first)
    if found is None or _strangers(line, day_first=day_first) > _STRANGERS:
        return None
    return found[1]


def _order(parts: list[Token]) -> bool | None:
    """Tell from the words of a line how it writes "03/04/2023"."""
    words = {token.word for token in parts}
    if words & abroad_words():
        return True
    return False if words & date_words().month_first else None


def _strangers(line: str, *, day_first: bool | None) -> int:
    known = date_words()
    taken = [date.span for date in find_dates(line, day_first=day_first)]
    words = [
        token
        for token in tokens(line)
        if not token.number and not any(span.contains(token.span) for span in taken)
    ]
    return sum(
        word.word not in known.company
        and word.word not in known.update
        and word.word not in known.weekdays
        and word.word not in known.between
        for word in words
    )


def _found(parts: list[Token], day: Day, clock: Clock | None, since: int) -> FoundDate:
    first, last = day.start, day.end
    value, precision, zone = day.value, "day", None
    if clock is not None:
        first, last = min(first, clock.start), max(last, clock.end)
        value, precision, zone = f"{value}T{clock.value}", clock.precision, clock.offset(value)
    span = Span(parts[first].span.start, parts[last - 1].span.end)
    instant = Instant.model_validate(
        {"value": value, "precision": precision, "zone": zone, "span": span}
    )
    announced = {token.word for token in parts[max(since, first - 4) : first]}
    return FoundDate(span, instant, updated=bool(announced & date_words().update))
