"""Times counted in units, from today or from the time in focus: "last week", "a year earlier"."""

from __future__ import annotations

from datetime import date

from dragoman.extraction.times.calendar import moved, shift, unit_of, value_at
from dragoman.extraction.times.clues import (
    MOD,
    Found,
    Reading,
    Rule,
    date_reading,
    ends_clause,
    rule,
)
from dragoman.extraction.times.lexer import Lexeme

_STEP = {"R": -1, "C": 0, "F": 1, "Q": 0}


def _unit(found: Found) -> Reading | None:
    """Read "this week", "last month", "the following year", "that day"."""
    which, unit = found.get("rel"), found.get("u")
    if which is None or unit is None or unit.value in {"S", "TM", "H", "F"}:
        return None
    if unit.text.lower().endswith("s"):
        return _several(which)
    letter = str(unit.value)
    text = which.text.lower()
    from_focus = which.letter == "Z" or text in {"following", "previous", "preceding"}
    from_focus = from_focus or (letter == "D" and which.letter in "RF")
    if letter in "EC":
        return _decade_or_century(found, which, letter)
    if which.letter == "Q" and letter == "Q":
        return date_reading(found.clues.focus.quarter or last_full(found.clues.today, letter))
    focus = found.clues.focus
    if from_focus:
        if focus.day is None:
            return date_reading(None)
        step = {"Z": 0, "F": 1, "R": -1}[which.letter]
        day = shift(focus.day, step, letter)
        return date_reading(value_at(day, letter) if day else None)
    today = found.clues.lately
    if today is None:
        return date_reading(None)
    day = shift(today, _STEP[which.letter], letter)
    return date_reading(value_at(day, letter) if day else None)


def _several(which: Lexeme) -> Reading | None:
    """Read "recent weeks", "coming months": somewhere behind or ahead."""
    match which.letter:
        case "Q" | "R":
            return date_reading("PAST_REF")
        case "F":
            return date_reading("FUTURE_REF")
        case _:
            return None


def _decade_or_century(found: Found, which: Lexeme, letter: str) -> Reading:
    today = found.clues.today
    if which.letter in "RF" or today is None:
        return Reading("DURATION", "P10Y" if letter == "E" else "P100Y")
    return date_reading(value_at(today, letter))


def last_full(today: date | None, letter: str) -> str | None:
    """Return the last full unit before today ("the latest quarter")."""
    if today is None:
        return None
    day = shift(today, -1, letter)
    return value_at(day, letter) if day else None


def _year_ago_period(found: Found) -> Reading | None:
    """Read "the year-earlier quarter", "the year-ago period"."""
    unit = found.get("u")
    if unit is None or unit.value != "Y":
        return None
    return _year_back(found)


def _year_back(found: Found) -> Reading:
    focus = found.clues.focus.value
    if focus is not None and unit_of(focus) == "Q":
        return date_reading(moved(focus, -1, "Y"), aside=True)
    if found.clues.focus.quarter is not None:
        return date_reading(moved(found.clues.focus.quarter, -1, "Y"), aside=True)
    today = found.clues.today
    return date_reading(f"{today.year - 1:04d}" if today else None)


def count_of(found: Found) -> int | None:
    """Return how many units an expression counts; None where it does not say ("several")."""
    number = found.get("n")
    if number is None or number.letter == "i":
        return None
    if number.letter == "A":
        return 1
    return number.number if isinstance(number.value, int) else None


def _ago(found: Found) -> Reading | None:
    unit, count, today = found.get("u"), count_of(found), found.clues.published
    if unit is None:
        return None
    if count is None:
        return date_reading("PAST_REF")
    if unit.value in {"S", "TM", "H"}:
        return date_reading(today.isoformat() if today else None)
    focus = found.clues.focus.value
    if count == 1 and unit.value == "Y" and focus and unit_of(focus) == "Q":
        return date_reading(moved(focus, -1, "Y"), aside=True)
    if today is None:
        return date_reading(None)
    day = shift(today, -count, str(unit.value))
    value = value_at(day, str(unit.value)) if day else None
    return Reading("DATE", value, aside=found.clues.narrative)


def _earlier(found: Found) -> Reading | None:
    """Read "two days earlier", "a year later": counted from the time in focus."""
    unit, count, way = found.get("u"), count_of(found), found.get("way")
    if unit is None or way is None:
        return None
    if way.text.lower() == "before" and not ends_clause(found):
        return None
    behind = way.letter == "J"
    if count is None:
        return date_reading("PAST_REF")
    if unit.value in {"S", "TM", "H"}:
        return None
    focus = found.clues.focus.value
    if focus is None:
        if found.clues.published is None or not behind:
            return date_reading(None)
        focus = found.clues.published.isoformat()
    letter = str(unit.value)
    value = moved(focus, -count if behind else count, letter)
    if value is None:
        return date_reading(None)
    return Reading("DATE", _no_finer(value, letter), aside=letter == "Y" and count == 1)


def _no_finer(value: str, letter: str) -> str:
    """Cut a day down to the unit that was counted: "three years earlier" names a year."""
    if unit_of(value) != "D" or letter in "DWF":
        return value
    return value_at(date.fromisoformat(value), letter)


def _earlier_in(found: Found) -> Reading | None:
    """Read "earlier in the month", "later in the week": within the present one."""
    unit, today = found.get("u"), found.clues.today
    if unit is None or str(unit.value) not in "WMQY" or unit.text.lower().endswith("s"):
        return None
    return date_reading(value_at(today, str(unit.value)) if today else None)


_COUNT = r"(?P<n>[nAi])"

RULES: tuple[Rule, ...] = (
    rule(rf"{MOD} T? (?P<rel>[RFCZQ]) f? -? (?P<u>U)", _unit),
    rule(r"T? Q? (?: \. )? (?P<u>U) - [GJ] (?: O -? )? [Up]?", _year_ago_period),
    rule(rf"a? {_COUNT} -? (?P<u>U) a? G", _ago),
    rule(rf"a? {_COUNT} (?P<u>U) (?P<way>[JL])", _earlier),
    rule(r"[JL] o T (?P<u>U)", _earlier_in),
)
