"""What a time expression is resolved against, and the shape of a grammar rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extraction.clauses.tense import Tense, tense_at
from dragoman.extraction.times.calendar import first_day, unit_of
from dragoman.extraction.times.lexer import Lexeme
from dragoman.records.vocabulary import TimexType

if TYPE_CHECKING:
    from spacy.tokens import Token


_LATELY = 31  # days


@dataclass(slots=True)
class Focus:
    """The calendar value that the text spoke of last: what "a year earlier" counts from."""

    value: str | None = None
    quarter: str | None = None

    def note(self, value: str | None, *, furthest: int | None = None) -> None:
        """Remember a calendar value; references and durations leave the focus where it is.

        `furthest` is how many years ahead the focus may jump at once.
        """
        day = first_day(value) if value else None
        if value is None or day is None:
            return
        if furthest is not None and self.day and day.year - self.day.year > furthest:
            return
        self.value = value
        if unit_of(value) == "Q":
            self.quarter = value

    @property
    def day(self) -> date | None:
        """The first day of the value in focus."""
        return first_day(self.value) if self.value else None


@dataclass(frozen=True, slots=True)
class Clues:
    """Where the article stands in time, and where its story has got to.

    `narrative` is set for texts that tell of another time than their own day: what they leave
    unsaid is filled from the focus, not from the day of publication.
    """

    published: date | None
    focus: Focus
    narrative: bool = False

    @property
    def today(self) -> date | None:
        """The day that "Friday" or "in October" is seen from; None if unknown."""
        return self.focus.day or self.published if self.narrative else self.published

    @property
    def lately(self) -> date | None:
        """The day that "Friday" or "next month" is seen from: the story's, once it tells of a month.

        A year alone ("NATO, founded in 1949") moves no weekday into it.
        """
        value = self.focus.value or ""
        return self.today if unit_of(value) in {"D", "W", "M"} else self.published

    @property
    def day_told(self) -> date | None:
        """The day of which the text tells, if lately: what "at 8 p.m." after it belongs to."""
        day, value = self.focus.day, self.focus.value or ""
        if day is None or self.published is None or unit_of(value) != "D":
            return self.today
        return day if 0 <= (self.published - day).days <= _LATELY else self.today


class Found(NamedTuple):
    """A place where a rule's pattern fits."""

    match: re.Match[str]
    lexemes: list[Lexeme]
    token: Callable[[Lexeme], Token | None]
    clues: Clues

    def get(self, name: str) -> Lexeme | None:
        """Return the (first) lexeme of a named group, or None if the rule has or found none."""
        if name not in self.match.re.groupindex:
            return None
        start = self.match.start(name)
        return self.lexemes[start] if 0 <= start < self.match.end(name) else None

    def has(self, name: str) -> bool:
        """Whether the named group took part in the match."""
        return self.get(name) is not None

    def tense(self, lexeme: Lexeme) -> Tense:
        """Return the tense of the verb that governs a lexeme."""
        token = self.token(lexeme)
        return "unclear" if token is None else tense_at(token)

    @property
    def first(self) -> Lexeme:
        """The first lexeme of the match."""
        return self.lexemes[self.match.start()]

    def beside(self, offset: int) -> Lexeme | None:
        """Return the lexeme before (-1) or after (+1) the match."""
        at = self.match.start() + offset if offset < 0 else self.match.end() + offset - 1
        return self.lexemes[at] if 0 <= at < len(self.lexemes) else None


class Reading(NamedTuple):
    """What an expression means; a null value says that it cannot be resolved here."""

    type: TimexType
    value: str | None
    aside: bool = False
    """A time only compared with ("a year earlier"): the focus stays where it was."""


class Rule(NamedTuple):
    """A pattern over lexeme letters and the function that reads what it finds.

    The function returns None to refuse the match; the next longest is tried then.
    """

    pattern: re.Pattern[str]
    read: Callable[[Found], Reading | None]


def rule(pattern: str, read: Callable[[Found], Reading | None]) -> Rule:
    """Return a rule; white space in the pattern is for the reader."""
    return Rule(re.compile(pattern, re.VERBOSE), read)


# "early", "the beginning of", "mid-": kept in the span, not in the value.
MOD = r"(?: a? T? [BJL] (?: - | o )? T? )?"


def date_reading(value: str | None, *, aside: bool = False) -> Reading:
    """Return a DATE with this value, null where it cannot be resolved."""
    return Reading("DATE", value, aside)


def related_year(found: Found) -> int | None:
    """The year of "April last year", "June of that year", or None if nothing is said of it."""
    which = found.get("rel")
    if which is None:
        return None
    published, focus = found.clues.published, found.clues.focus.day
    if which.letter == "Z":
        return focus.year if focus else None
    today = found.clues.today if which.letter != "C" else published
    if today is None:
        return None
    return today.year + {"R": -1, "C": 0, "F": 1}[which.letter]


def ends_clause(found: Found) -> bool:
    """Whether nothing follows in the clause."""
    after = found.beside(1)
    return after is None or after.text in {".", ",", ";", ":", ")"}
