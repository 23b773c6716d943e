"""Days seen from the article's own: "on Wednesday", "last Friday", "yesterday", the weekend."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.extraction.clauses.tense import Tense
from dragoman.extraction.times.calendar import holiday, shift, value_at
from dragoman.extraction.times.clues import MOD, Found, Reading, Rule, date_reading, rule
from dragoman.extraction.times.lexer import Lexeme

# Weekdays only beside a date; "Mon." with its stop is one, "Sun." may end a sentence.
_ALSO_WORDS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sat.", "Sun", "Sun."}
_STEP = {"R": -1, "C": 0, "F": 1}
_LIMITS = {"until", "till"}  # "Until Friday they had not" looks back


def day_of_weekday(today: date, weekday: int, tense: Tense) -> date:
    """Return the day that "Friday" means: the last one (or today) unless it lies ahead."""
    back = (today.isoweekday() - weekday) % 7
    if tense in {"future", "present"}:  # "the two meet Monday" is a plan
        return today + timedelta(days=(weekday - today.isoweekday()) % 7)
    return today - timedelta(days=back)


def weekday_day(found: Found, weekday: Lexeme) -> date | None:
    """Return the day of a weekday with its "last", "next", "this"; None if unknown."""
    today = found.clues.lately
    if today is None:
        return None
    which = found.get("rel")
    if which is not None and found.match.re.groupindex.get("week"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_STEP[which.letter])
        return monday + timedelta(days=weekday.number - 1)
    focus = found.clues.focus.day
    if which is not None and which.text.lower() == "previous" and focus is not None:
        return day_of_weekday(focus - timedelta(days=1), weekday.number, "past")
    if which is not None and which.letter == "R":
        return day_of_weekday(today - timedelta(days=1), weekday.number, "past")
    if which is not None and which.letter == "F":
        return day_of_weekday(today + timedelta(days=1), weekday.number, "future")
    after = found.beside(1)
    tense = found.tense(weekday)
    before = found.beside(-1)
    if before is not None and before.text in _LIMITS:
        tense = "future"
    if after is not None and after.letter == "'" and tense != "future":
        tense = "past"  # "below Thursday's close": the verb says nothing about the day
    return day_of_weekday(today, weekday.number, tense)


def _weekday(found: Found) -> Reading | None:
    weekday = found.get("w")
    if weekday is None or weekday.text in _ALSO_WORDS:
        return None
    day = weekday_day(found, weekday)
    return date_reading(day.isoformat() if day else None)


def _deictic(found: Found) -> Reading | None:
    word, today = found.get("d"), found.clues.published
    if word is None:
        return None
    if today is None:
        return date_reading(None)
    day = shift(today, word.number, "D")
    if word.text.lower() == "tonight":
        return Reading("TIME", f"{today.isoformat()}TNI", aside=found.clues.narrative)
    return Reading("DATE", day.isoformat() if day else None, aside=found.clues.narrative)


def _weekend(found: Found) -> Reading | None:
    today, which = found.clues.today, found.get("rel")
    if today is None:
        return date_reading(None)
    weekend = found.get("we")
    tense = found.tense(weekend) if weekend else "unclear"
    saturday = day_of_weekday(today, 6, "past")
    if (which is not None and which.letter == "F") or tense == "future":
        saturday = day_of_weekday(today, 6, "future")
    elif which is not None and which.letter == "C" and today.isoweekday() < 6:
        saturday = day_of_weekday(today, 6, "past" if tense == "past" else "future")
    return date_reading(f"{value_at(saturday, 'W')}-WE")


def _nth_of_month(found: Found) -> Reading | None:
    """Read "the first Monday of May", "the last weekend of July 2019"."""
    which, day, month, year = (found.get(name) for name in ("q", "w", "m", "y"))
    today = found.clues.today
    if which is None or day is None or month is None:
        return None
    nth = which.number if which.letter == "O" else -1
    if (which.letter == "R" and which.text.lower() != "last") or nth > 5:
        return None
    if year is not None:
        said = year.number
    elif today is not None:
        said = _year_of_month(found, month, today)
    else:
        return date_reading(None)
    named = holiday(f"{month.number}/{6 if day.letter == 'w' else day.number}/{nth}", said)
    if named is None:
        return date_reading(None)
    return date_reading(f"{value_at(named, 'W')}-WE" if day.letter == "w" else named.isoformat())


def _year_of_month(found: Found, month: Lexeme, today: date) -> int:
    tense = found.tense(month)
    if month.number > today.month and tense == "past":
        return today.year - 1
    return today.year + 1 if month.number < today.month and tense == "future" else today.year


RULES: tuple[Rule, ...] = (
    rule(rf"{MOD} (?P<rel>[RFC])? (?P<w>W)", _weekday),
    rule(r"T (?P<q>[OR]) (?P<w>[Ww]) o (?P<m>M) (?: ,? (?P<y>Y) )?", _nth_of_month),
    rule(r"T (?P<rel>[RF]) (?P<w>W)", _weekday),
    rule(r"(?P<w>W) ,? o? (?P<rel>[RFC]) (?P<week>U)", _weekday),
    rule(rf"{MOD} (?P<d>d)", _deictic),
    rule(r"(?: T | (?P<rel>[RFC]) | T (?P<rel2>[RFC]) ) (?P<we>w)", _weekend),
)
