"""Stretches of the calendar: quarters, halves, seasons, fiscal years, decades, their ends."""

from __future__ import annotations

from dragoman.extraction.times.calendar import SEASON_MONTH, value_at
from dragoman.extraction.times.clues import (
    MOD,
    Found,
    Reading,
    Rule,
    date_reading,
    related_year,
    rule,
)
from dragoman.extraction.times.counted import last_full

_WHOSE = {"my", "your", "his", "her", "their", "our"}


def _decade(found: Found) -> Reading | None:
    decade = found.get("k")
    before = found.beside(-1)
    if decade is None or (before is not None and before.text.lower() in _WHOSE):
        return None  # "in his 30s" is an age
    return date_reading(str(decade.value))


def _century(found: Found) -> Reading | None:
    ordinal, unit = found.get("c"), found.get("u")
    if ordinal is None or unit is None or unit.value != "C":
        return None
    return date_reading(f"{ordinal.number - 1:02d}")


def _quarter(found: Found) -> Reading | None:
    """A quarter or half of a year: "the third quarter of 1984", "this year's first half"."""
    ordinal, unit = found.get("q"), found.get("u")
    if unit is None or (unit.letter == "U" and unit.value != "Q"):
        return None
    letter, parts = ("Q", 4) if unit.letter == "U" else ("H", 2)
    number = ordinal.number if ordinal and ordinal.letter == "O" else parts
    if not 1 <= number <= parts:
        return None
    year = found.get("y") or found.get("y2")
    said = year.number if year else related_year(found)
    today = found.clues.today
    if said is None and today is None:
        return date_reading(None)
    if said is None and today is not None:
        first_month = (number - 1) * (12 // parts) + 1
        begins_later = first_month > today.month
        tense = found.tense(unit)
        said = today.year - 1 if begins_later and tense == "past" else today.year
    return date_reading(f"{said:04d}-{letter}{number}")


def _season(found: Found) -> Reading | None:
    season, year = found.get("s"), found.get("y")
    if season is None or (season.letter == "S" and _is_a_fall(found)):
        return None
    if found.match.group() == "S" and season.text.lower() in {"spring", "fall"}:
        return None
    said = year.number if year else related_year(found)
    today = found.clues.today
    if said is None and today is None:
        return date_reading(None)
    if said is None and today is not None and found.clues.narrative:
        said = today.year
    if said is None and today is not None:
        ahead = SEASON_MONTH[str(season.value)] > today.month
        tense = "past" if found.has("r") else "future" if found.has("f") else found.tense(season)
        if ahead:
            said = today.year - 1 if tense == "past" and not found.has("here") else today.year
        else:
            said = today.year + 1 if tense == "future" and not found.has("here") else today.year
    return date_reading(f"{said:04d}-{season.value}")


def _is_a_fall(found: Found) -> bool:
    """Whether it is "the fall of Kabul", not a season."""
    after = found.beside(1)
    return after is not None and after.text.lower() == "of"


def _fiscal(found: Found) -> Reading | None:
    year, which = found.get("y"), found.get("rel")
    today = found.clues.today
    if year is not None:
        return date_reading(f"{year.number:04d}")
    if not found.has("u"):
        return None
    if today is None:
        return date_reading(None)
    step = {"R": -1, "F": 1}.get(which.letter, 0) if which else 0
    return date_reading(f"{today.year + step:04d}")


def _the_unit(found: Found) -> Reading | None:
    """Read "the quarter" in focus; "the year", where something is a part of it."""
    unit, before = found.get("u"), found.beside(-1)
    if unit is not None and unit.value == "Y" and before is not None:
        today, after = found.clues.today, found.beside(1)
        ended = after is not None and after.text.lower() in {"ended", "ending", "to", "before"}
        if before.text.lower() not in {"of", "for"} or ended or unit.text.endswith("s"):
            return None
        return date_reading(value_at(today, "Y") if today else None)
    if unit is None or unit.value != "Q":
        return None
    quarter = found.clues.focus.quarter or last_full(found.clues.today, "Q")
    return date_reading(quarter)


def _year_end(found: Found) -> Reading | None:
    unit, end, today = found.get("u"), found.get("end"), found.clues.today
    if unit is None or unit.value != "Y" or end is None or end.text.lower() != "end":
        return None
    return date_reading(f"{today.year:04d}-12-31" if today else None)


def _end_of_unit(found: Found) -> Reading | None:
    """Read "the end of the year", "the beginning of the week"."""
    unit, today = found.get("u"), found.clues.today
    if unit is None or str(unit.value) not in "WMQYEC" or unit.text.lower().endswith("s"):
        return None
    return date_reading(value_at(today, str(unit.value)) if today else None)


RULES: tuple[Rule, ...] = (
    rule(rf"{MOD} T? [HR]{{0,6}} o? T? (?P<k>K)", _decade),
    rule(rf"{MOD} T? (?P<c>O) -? (?P<u>U)", _century),
    rule(
        rf"{MOD} T? f? (?: (?P<rel>[RFC]) U ' )? (?P<y2>Y)? '? f? (?P<q>[OR]) -? (?P<u>[UH])"
        r"(?: ,? o? T? f? U? (?P<y>Y) )?",
        _quarter,
    ),
    rule(
        rf"{MOD} T? f? (?P<q>[OR]) -? (?P<u>[UH]) o? (?P<rel>[RFC]) f? U",
        _quarter,
    ),
    rule(
        rf"{MOD} T? (?: (?P<r>R) | (?P<f>F) | (?P<here>[CZ]) )? (?P<s>S)"
        r"(?: ,? o? (?P<y>Y) | o? (?P<rel>[RFCZ]) U )?",
        _season,
    ),
    rule(rf"{MOD} T? (?P<rel>[RFCQ])? f (?P<u>U)? -? (?P<y>Y)?", _fiscal),
    rule(r"T (?P<u>U)", _the_unit),
    rule(r"a? (?P<u>U) - (?P<end>B)", _year_end),
    rule(r"T? B o T (?P<u>U)", _end_of_unit),
)
