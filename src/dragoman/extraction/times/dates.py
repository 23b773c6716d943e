"""Calendar dates: whole ("1 November 2023"), and with a part left unsaid ("in October")."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.extraction.times.calendar import (
    SEASON_MONTH,
    day_value,
    holiday,
    shift,
    value_at,
)
from dragoman.extraction.times.clues import Found, Reading, Rule, rule
from dragoman.extraction.times.lexer import Lexeme
from dragoman.extraction.times.tense import Tense

# "early", "the beginning of", "mid-": kept in the span, not in the value.
MOD = r"(?: a? T? [BJL] (?: - | o )? T? )?"

_BARE_YEAR = 1800  # four digits below it are as often a count
_TOLERANCE = 31  # days: "payable Nov. 16" under a past verb in October still lies ahead


def _date(value: str | None) -> Reading:
    return Reading("DATE", value)


def _iso(found: Found) -> Reading | None:
    year, month, day = (int(part) for part in found.first.text.split("-"))
    return _date(day_value(year, month, day))


def _whole(found: Found) -> Reading | None:
    """A day and a month, with or without the year."""
    month, day, year = found.get("m"), found.get("d"), found.get("y")
    if month is None or day is None or not _is_day(day):
        return None
    if year is not None:
        return _date(day_value(year.number, month.number, day.number))
    said = _related_year(found)
    if said is not None:
        return _date(day_value(said, month.number, day.number))
    today = found.clues.today
    if today is None:
        return _date(None)
    if found.clues.narrative:
        return _date(day_value(_story_year(today, month.number), month.number, day.number))
    if found.has("r"):
        today -= timedelta(days=1)
        return _date(_nearest_day(today, month.number, day.number, "past", tolerance=0))
    return _date(_nearest_day(today, month.number, day.number, _tense(found, month)))


def _holiday(found: Found) -> Reading | None:
    day, year, today = found.get("h"), found.get("y"), found.clues.today
    if day is None:
        return None
    written = str(day.value)
    if year is not None:
        named = holiday(written, year.number)
        return _date(named.isoformat() if named else None)
    if today is None:
        return _date(None)
    days = [d for step in (-1, 0, 1) if (d := holiday(written, today.year + step))]
    return _date(_nearest_of(days, today, found.tense(day)))


def _day_of_pair(found: Found) -> Reading | None:
    """One of two days of a month: "April 24 and 25", "6-7 February"."""
    day, at = found.get("d"), found.match.start()
    month = next(
        (found.lexemes[i] for i in (at - 3, at + 3) if found.match.string[i : i + 1] == "M"), None
    )
    today = found.clues.focus.day or found.clues.today
    if day is None or month is None or not _is_day(day) or today is None:
        return None
    return _date(_nearest_day(today, month.number, day.number, "unclear"))


def _is_day(lexeme: Lexeme) -> bool:
    return isinstance(lexeme.value, int) and 1 <= lexeme.value <= 31


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
    if tense == "future" and ahead:
        return min(ahead).isoformat()
    nearest = min(days, key=lambda d: abs(d - today))
    if tense == "past" and behind and (nearest - today).days > tolerance:
        return max(behind).isoformat()
    return nearest.isoformat()


def _month(found: Found) -> Reading | None:
    """A month with or without its year: "October 2023", "early December", "last June"."""
    month, year = found.get("m"), found.get("y")
    if month is None:
        return None
    if year is not None:
        return _date(f"{year.number:04d}-{month.number:02d}")
    if not _names_a_month(found, month):
        return None
    said = _related_year(found)
    if said is not None:
        return _date(f"{said:04d}-{month.number:02d}")
    today = found.clues.today
    if today is None:
        return _date(None)
    if found.clues.narrative:
        return _date(f"{_story_year(today, month.number):04d}-{month.number:02d}")
    return _date(
        _nearest_month(today, month.number, _direction(found, month), named=found.has("r"))
    )


_ALSO_WORDS = {"May", "March", "MAY", "MARCH"}


def _names_a_month(found: Found, month: Lexeme) -> bool:
    """Whether a lone "May", "March" or "Jan" is no verb, no parade and no first name."""
    if month.text in _ALSO_WORDS:
        token = found.token(month)
        return token is not None and token.ent_type_ == "DATE" and token.tag_ != "MD"
    return len(month.text) > 4 or month.text.endswith(".") or month.text.lower() in {"june", "july"}


def _direction(found: Found, month: Lexeme) -> Tense:
    if found.has("r"):
        return "past"
    if found.has("f"):
        return "future"
    return _tense(found, month)


def _nearest_month(today: date, month: int, tense: Tense, *, named: bool) -> str:
    back = (today.month - month) % 12
    if named and back <= 1:
        back += 12  # in March "last February" is a year ago: "last month" would be the other
    ahead = (month - today.month) % 12
    forward = tense == "future" or (tense in {"unclear", "present"} and ahead * 2 < back)
    moved = shift(date(today.year, today.month, 1), ahead if forward else -back, "M")
    return value_at(moved or today, "M")


def _related_year(found: Found) -> int | None:
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


def _story_year(today: date, month: int) -> int:
    """A story goes forward: in November "January" is the next one, else the year goes on."""
    return today.year + 1 if today.month >= 10 and month <= 3 else today.year


def _year(found: Found) -> Reading | None:
    year = found.get("y")
    if year is None or not _is_year(found, year):
        return None
    return _date(f"{year.number:04d}")


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
    return _date(f"BC{year.number:04d}") if year and 0 < year.number < 10_000 else None


def _worded_year(found: Found) -> Reading | None:
    """Read "the year two thousand"."""
    year, unit = found.get("n"), found.get("u")
    if year is None or unit is None or unit.value != "Y" or not 1000 <= year.number <= 2199:
        return None
    return _date(f"{year.number:04d}")


def _decade(found: Found) -> Reading | None:
    decade = found.get("k")
    if decade is None:
        return None
    return _date(str(decade.value))


def _century(found: Found) -> Reading | None:
    ordinal, unit = found.get("c"), found.get("u")
    if ordinal is None or unit is None or unit.value != "C":
        return None
    return _date(f"{ordinal.number - 1:02d}")


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
    said = year.number if year else _related_year(found)
    today = found.clues.today
    if said is None and today is None:
        return _date(None)
    if said is None and today is not None:
        first_month = (number - 1) * (12 // parts) + 1
        begins_later = first_month > today.month
        tense = _tense(found, unit)
        said = today.year - 1 if begins_later and tense == "past" else today.year
    return _date(f"{said:04d}-{letter}{number}")


def _season(found: Found) -> Reading | None:
    season, year = found.get("s"), found.get("y")
    if season is None or (season.letter == "S" and _is_a_fall(found)):
        return None
    if found.match.group() == "S" and season.text.lower() in {"spring", "fall"}:
        return None
    said = year.number if year else _related_year(found)
    today = found.clues.today
    if said is None and today is None:
        return _date(None)
    if said is None and today is not None and found.clues.narrative:
        said = today.year
    if said is None and today is not None:
        ahead = SEASON_MONTH[str(season.value)] > today.month
        tense = "past" if found.has("r") else "future" if found.has("f") else _tense(found, season)
        if ahead:
            said = today.year - 1 if tense == "past" and not found.has("here") else today.year
        else:
            said = today.year + 1 if tense == "future" and not found.has("here") else today.year
    return _date(f"{said:04d}-{season.value}")


def _is_a_fall(found: Found) -> bool:
    """Whether it is "the fall of Kabul", not a season."""
    after = found.beside(1)
    return after is not None and after.text.lower() == "of"


def _fiscal(found: Found) -> Reading | None:
    year, which = found.get("y"), found.get("rel")
    today = found.clues.today
    if year is not None:
        return _date(f"{year.number:04d}")
    if not found.has("u"):
        return None
    if today is None:
        return _date(None)
    step = {"R": -1, "F": 1}.get(which.letter, 0) if which else 0
    return _date(f"{today.year + step:04d}")


def _tense(found: Found, lexeme: Lexeme) -> Tense:
    return found.tense(lexeme)


_DAY = r"(?P<d>[nO])"
_YEAR_AFTER = r"(?: ,? (?P<y>Y) | ,? o? (?P<rel>[RFCZ]) U )?"

RULES: tuple[Rule, ...] = (
    rule(r"I", _iso),
    rule(rf"{MOD} (?P<h>D) (?: ,? o? (?P<y>Y) )?", _holiday),
    rule(rf"(?: W ,? )? T? {_DAY} o? (?P<m>M) {_YEAR_AFTER}", _whole),
    rule(r"(?P<d>n) (?= [-&] n M )", _day_of_pair),
    rule(r"(?<= M n [-&] ) (?P<d>n)", _day_of_pair),
    rule(rf"{MOD} (?: W ,? )? (?P<r>R)? (?P<m>M) T? {_DAY} (?![MUH]) {_YEAR_AFTER}", _whole),
    rule(rf"{MOD} (?P<m>M) (?: ,? o? (?P<y>Y) | ,? o? (?P<rel>[RFCZ]) U )", _month),
    rule(rf"{MOD} (?P<m>M) (?= [&,-] M ,? (?P<y>Y) )", _month),
    rule(rf"{MOD} (?: (?P<r>R) | (?P<f>F) | C )? (?P<m>M)", _month),
    rule(rf"{MOD} T? (?: U )? (?P<y>Y)", _year),
    rule(rf"{MOD} (?P<n>[nY]) b", _before_christ),
    rule(r"T (?P<u>U) (?P<n>n)", _worded_year),
    rule(rf"{MOD} T? [HR]* o? T? (?P<k>K)", _decade),
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
)
