"""Calendar dates: whole ("1 November 2023"), and with a part left unsaid ("in October")."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.extraction.clauses.tense import Tense
from dragoman.extraction.times.calendar import day_value, first_day, holiday, shift, value_at
from dragoman.extraction.times.clues import (
    MOD,
    Found,
    Reading,
    Rule,
    date_reading,
    related_year,
    rule,
)
from dragoman.extraction.times.lexer import Lexeme

_BARE_YEAR = 1800  # four digits below it are as often a count
_TOLERANCE = 31  # days: "payable Nov. 16" under a past verb in October still lies ahead
_JUST_PAST = 7  # days: what was to be done by yesterday lies a day back, not 364 ahead
_MARCHED = {"for", "on", "of", "against"}
_ALSO_WORDS = {"May", "March", "MAY", "MARCH"}


def _week_of(found: Found) -> Reading | None:
    """Read "the week of March 6", "the week of 6 March 2023"."""
    unit, day = found.get("u"), _whole(found)
    if unit is None or unit.value != "W" or unit.text.lower().endswith("s") or day is None:
        return None
    first = first_day(day.value) if day.value else None
    return date_reading(value_at(first, "W") if first else None)


def _iso(found: Found) -> Reading | None:
    year, month, day = (int(part) for part in found.first.text.split("-"))
    return date_reading(day_value(year, month, day))


def _holiday(found: Found) -> Reading | None:
    day, year, today = found.get("h"), found.get("y"), found.clues.today
    after = found.beside(1)
    if day is None or (after is not None and after.letter == "-"):
        return None  # "Halloween-themed"
    written = str(day.value)
    if year is not None:
        named = holiday(written, year.number)
        return date_reading(named.isoformat() if named else None)
    if today is None:
        return date_reading(None)
    days = [d for step in (-1, 0, 1) if (d := holiday(written, today.year + step))]
    return date_reading(_nearest_of(days, today, found.tense(day)))


def _whole(found: Found) -> Reading | None:
    """A day and a month, with or without the year."""
    month, day, year = found.get("m"), found.get("d"), found.get("y")
    if month is None or day is None or not _is_day(day):
        return None
    if year is not None:
        return date_reading(day_value(year.number, month.number, day.number))
    said = related_year(found)
    if said is not None:
        return date_reading(day_value(said, month.number, day.number))
    today = found.clues.today
    if today is None:
        return date_reading(None)
    if found.clues.narrative:
        return date_reading(day_value(_story_year(today, month.number), month.number, day.number))
    weekday = found.get("w")
    if weekday is not None:
        fitting = _year_of_weekday(today, month.number, day.number, weekday.number)
        if fitting is not None:
            return date_reading(fitting)
    if found.has("r"):
        today -= timedelta(days=1)
        return date_reading(_nearest_day(today, month.number, day.number, "past", tolerance=0))
    return date_reading(_nearest_day(today, month.number, day.number, found.tense(month)))


def _year_of_weekday(today: date, month: int, day: int, weekday: int) -> str | None:
    """Return the nearest day of that date that falls on the weekday beside it."""
    values = [day_value(today.year + step, month, day) for step in (-1, 0, 1)]
    days = [date.fromisoformat(value) for value in values if value]
    fitting = [d for d in days if d.isoweekday() == weekday]
    return min(fitting, key=lambda d: abs(d - today)).isoformat() if fitting else None


def _is_day(lexeme: Lexeme) -> bool:
    return isinstance(lexeme.value, int) and 1 <= lexeme.value <= 31


def _day_of_pair(found: Found) -> Reading | None:
    """One of two days of a month: "April 24 and 25", "6-7 February"."""
    day, at = found.get("d"), found.match.start()
    month = next(
        (found.lexemes[i] for i in (at - 3, at + 3) if found.match.string[i : i + 1] == "M"), None
    )
    today = found.clues.focus.day or found.clues.today
    if day is None or month is None or not _is_day(day) or today is None:
        return None
    return date_reading(_nearest_day(today, month.number, day.number, "unclear"))


def _nearest_day(
    today: date, month: int, day: int, tense: Tense, tolerance: int = _TOLERANCE
) -> str | None:
    values = [day_value(today.year + step, month, day) for step in (-1, 0, 1)]
    days = [date.fromisoformat(value) for value in values if value]
    return _nearest_of(days, today, tense, tolerance)


def _nearest_of(
    days: list[date], today: date, tense: Tense, tolerance: int = _TOLERANCE
) -> str | None:
    if not days:
        return None
    ahead = [d for d in days if d >= today]
    behind = [d for d in days if d <= today]
    nearest = min(days, key=lambda d: abs(d - today))
    just_past = 0 < (today - nearest).days <= _JUST_PAST
    if tense == "future" and ahead and not just_past:
        return min(ahead).isoformat()
    if tense == "past" and behind and (nearest - today).days > tolerance:
        return max(behind).isoformat()
    return nearest.isoformat()


def _month(found: Found) -> Reading | None:
    """A month with or without its year: "October 2023", "early December", "last June"."""
    month, year = found.get("m"), found.get("y")
    if month is None:
        return None
    if year is not None:
        return date_reading(f"{year.number:04d}-{month.number:02d}")
    if not _names_a_month(found, month):
        return None
    said = related_year(found)
    if said is not None:
        return date_reading(f"{said:04d}-{month.number:02d}")
    today = found.clues.today
    if today is None:
        return date_reading(None)
    if found.clues.narrative:
        return date_reading(f"{_story_year(today, month.number):04d}-{month.number:02d}")
    return date_reading(
        _nearest_month(today, month.number, _direction(found, month), named=found.has("r"))
    )


def _names_a_month(found: Found, month: Lexeme) -> bool:
    """Whether a lone "May", "March" or "Jan" is no verb, no parade and no first name."""
    if month.text in _ALSO_WORDS:
        token, after = found.token(month), found.beside(1)
        if after is not None and after.text.lower() in _MARCHED and month.text.lower() == "march":
            return False  # "the March for Peace"
        return token is not None and token.ent_type_ == "DATE" and token.tag_ != "MD"
    return len(month.text) > 4 or month.text.endswith(".") or month.text.lower() in {"june", "july"}


def _direction(found: Found, month: Lexeme) -> Tense:
    if found.has("r"):
        return "past"
    if found.has("f"):
        return "future"
    return found.tense(month)


def _nearest_month(today: date, month: int, tense: Tense, *, named: bool) -> str:
    back = (today.month - month) % 12
    if named and back <= 1:
        back += 12  # in March "last February" is a year ago: "last month" would be the other
    ahead = (month - today.month) % 12
    forward = tense == "future" or (tense in {"unclear", "present"} and ahead * 2 < back)
    moved = shift(date(today.year, today.month, 1), ahead if forward else -back, "M")
    return value_at(moved or today, "M")


def _story_year(today: date, month: int) -> int:
    """A story goes forward: in November "January" is the next one, else the year goes on."""
    return today.year + 1 if today.month >= 10 and month <= 3 else today.year


def _year(found: Found) -> Reading | None:
    year = found.get("y")
    if year is None or not _is_year(found, year):
        return None
    return date_reading(f"{year.number:04d}")


def _is_year(found: Found, year: Lexeme) -> bool:
    """Whether four digits are a year, not a count ("1500 people") or a clock ("1400 GMT")."""
    after = found.beside(1)
    if not year.text[0].isdigit():
        return True
    if after is not None and after.letter in "z'":
        return after.letter == "'"
    return found.match.group() != "Y" or year.number >= _BARE_YEAR


def _before_christ(found: Found) -> Reading | None:
    year = found.get("n")
    return date_reading(f"BC{year.number:04d}") if year and 0 < year.number < 10_000 else None


def _worded_year(found: Found) -> Reading | None:
    """Read "the year two thousand"."""
    year, unit = found.get("n"), found.get("u")
    if year is None or unit is None or unit.value != "Y" or not 1000 <= year.number <= 2199:
        return None
    return date_reading(f"{year.number:04d}")


_DAY = r"(?P<d>[nO])"
_YEAR_AFTER = r"(?: ,? (?P<y>Y) | ,? o? (?P<rel>[RFCZ]) U )?"

RULES: tuple[Rule, ...] = (
    rule(r"I", _iso),
    rule(rf"{MOD} (?P<h>D) (?: ,? o? (?P<y>Y) )?", _holiday),
    rule(rf"(?: (?P<w>W) ,? )? T? {_DAY} o? (?P<m>M) {_YEAR_AFTER}", _whole),
    rule(rf"T? (?P<u>U) o T? {_DAY} o? (?P<m>M) (?: ,? (?P<y>Y) )?", _week_of),
    rule(rf"T? (?P<u>U) o (?P<m>M) {_DAY} (?![MUH]) (?: ,? (?P<y>Y) )?", _week_of),
    rule(r"(?P<d>n) (?= [-&] n M )", _day_of_pair),
    rule(r"(?<= M n [-&] ) (?P<d>n)", _day_of_pair),
    rule(rf"{MOD} (?: (?P<w>W) ,? )? (?P<r>R)? (?P<m>M) T? {_DAY} (?![MUH]) {_YEAR_AFTER}", _whole),
    rule(rf"{MOD} (?P<m>M) (?: ,? o? (?P<y>Y) | ,? o? (?P<rel>[RFCZ]) U )", _month),
    rule(rf"{MOD} (?P<m>M) (?= [&,-] M ,? (?P<y>Y) )", _month),
    rule(rf"{MOD} (?: (?P<r>R) | (?P<f>F) | C )? (?P<m>M)", _month),
    rule(rf"{MOD} T? (?: U )? (?P<y>Y)", _year),
    rule(rf"{MOD} (?P<n>[nY]) b", _before_christ),
    rule(r"T (?P<u>U) (?P<n>n)", _worded_year),
)
