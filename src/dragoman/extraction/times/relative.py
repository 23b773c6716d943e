"""Times counted from the article's day or from the time in focus: "yesterday", "last week"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.codebooks.time_words import adverb_references
from dragoman.extraction.times.calendar import moved, shift, unit_of, value_at
from dragoman.extraction.times.clues import Found, Reading, Rule, rule
from dragoman.extraction.times.dates import MOD
from dragoman.extraction.times.lexer import Lexeme
from dragoman.extraction.times.tense import Tense

_STEP = {"R": -1, "C": 0, "F": 1, "Q": 0}


def _date(value: str | None) -> Reading:
    return Reading("DATE", value)


def _aside(value: str | None) -> Reading:
    return Reading("DATE", value, aside=True)


def day_of_weekday(today: date, weekday: int, tense: Tense) -> date:
    """Return the day that "Friday" means: the last one (or today) unless it lies ahead."""
    back = (today.isoweekday() - weekday) % 7
    if tense in {"future", "present"}:  # "the two meet Monday" is a plan
        return today + timedelta(days=(weekday - today.isoweekday()) % 7)
    return today - timedelta(days=back)


def weekday_day(found: Found, weekday: Lexeme) -> date | None:
    """Return the day of a weekday with its "last", "next", "this"; None if unknown."""
    today = found.clues.today
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
    if after is not None and after.letter == "'" and tense != "future":
        tense = "past"  # "below Thursday's close": the verb says nothing about the day
    return day_of_weekday(today, weekday.number, tense)


def _weekday(found: Found) -> Reading | None:
    weekday = found.get("w")
    if weekday is None or (len(weekday.text) <= 3 and not weekday.text.endswith(".")):
        return None
    day = weekday_day(found, weekday)
    return _date(day.isoformat() if day else None)


def _deictic(found: Found) -> Reading | None:
    word, today = found.get("d"), found.clues.published
    if word is None:
        return None
    if today is None:
        return _date(None)
    day = shift(today, word.number, "D")
    if word.text.lower() == "tonight":
        return Reading("TIME", f"{today.isoformat()}TNI", aside=found.clues.narrative)
    return Reading("DATE", day.isoformat() if day else None, aside=found.clues.narrative)


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
        return _date(found.clues.focus.quarter or _last_full(found.clues.today, letter))
    focus = found.clues.focus
    if from_focus:
        if focus.day is None:
            return _date(None)
        step = {"Z": 0, "F": 1, "R": -1}[which.letter]
        day = shift(focus.day, step, letter)
        return _date(value_at(day, letter) if day else None)
    today = found.clues.today
    if today is None:
        return _date(None)
    day = shift(today, _STEP[which.letter], letter)
    return _date(value_at(day, letter) if day else None)


def _several(which: Lexeme) -> Reading | None:
    """Read "recent weeks", "coming months": somewhere behind or ahead."""
    match which.letter:
        case "Q" | "R":
            return _date("PAST_REF")
        case "F":
            return _date("FUTURE_REF")
        case _:
            return None


def _decade_or_century(found: Found, which: Lexeme, letter: str) -> Reading:
    today = found.clues.today
    if which.letter in "RF" or today is None:
        return Reading("DURATION", "P10Y" if letter == "E" else "P100Y")
    return _date(value_at(today, letter))


def _last_full(today: date | None, letter: str) -> str | None:
    if today is None:
        return None
    day = shift(today, -1, letter)
    return value_at(day, letter) if day else None


def _the_unit(found: Found) -> Reading | None:
    """Read "the quarter" in focus; "the year", where something is a part of it."""
    unit, before = found.get("u"), found.beside(-1)
    if unit is not None and unit.value == "Y" and before is not None:
        today, after = found.clues.today, found.beside(1)
        ended = after is not None and after.text.lower() in {"ended", "ending", "to", "before"}
        if before.text.lower() not in {"of", "for"} or ended or unit.text.endswith("s"):
            return None
        return _date(value_at(today, "Y") if today else None)
    if unit is None or unit.value != "Q":
        return None
    quarter = found.clues.focus.quarter or _last_full(found.clues.today, "Q")
    return _date(quarter)


def _year_ago_period(found: Found) -> Reading | None:
    """Read "the year-earlier quarter", "the year-ago period"."""
    unit = found.get("u")
    if unit is None or unit.value != "Y":
        return None
    return _year_back(found)


def _year_back(found: Found) -> Reading:
    focus = found.clues.focus.value
    if focus is not None and unit_of(focus) == "Q":
        return _aside(moved(focus, -1, "Y"))
    if found.clues.focus.quarter is not None:
        return _aside(moved(found.clues.focus.quarter, -1, "Y"))
    today = found.clues.today
    return _date(f"{today.year - 1:04d}" if today else None)


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
        return _date("PAST_REF")
    if unit.value in {"S", "TM", "H"}:
        return _date(today.isoformat() if today else None)
    focus = found.clues.focus.value
    if count == 1 and unit.value == "Y" and focus and unit_of(focus) == "Q":
        return _aside(moved(focus, -1, "Y"))
    if today is None:
        return _date(None)
    day = shift(today, -count, str(unit.value))
    value = value_at(day, str(unit.value)) if day else None
    return Reading("DATE", value, aside=found.clues.narrative)


def _earlier(found: Found) -> Reading | None:
    """Read "two days earlier", "a year later": counted from the time in focus."""
    unit, count, way = found.get("u"), count_of(found), found.get("way")
    if unit is None or way is None:
        return None
    if way.text.lower() == "before" and not _ends_clause(found):
        return None
    behind = way.letter == "J"
    if count is None:
        return _date("PAST_REF")
    if unit.value in {"S", "TM", "H"}:
        return None
    focus = found.clues.focus.value
    if focus is None:
        if found.clues.published is None or not behind:
            return _date(None)
        focus = found.clues.published.isoformat()
    letter = str(unit.value)
    value = moved(focus, -count if behind else count, letter)
    if value is None:
        return _date(None)
    return Reading("DATE", _no_finer(value, letter), aside=letter == "Y" and count == 1)


def _no_finer(value: str, letter: str) -> str:
    """Cut a day down to the unit that was counted: "three years earlier" names a year."""
    if unit_of(value) != "D" or letter in "DWF":
        return value
    return value_at(date.fromisoformat(value), letter)


def _ends_clause(found: Found) -> bool:
    after = found.beside(1)
    return after is None or after.text in {".", ",", ";", ":", ")"}


def _weekend(found: Found) -> Reading | None:
    today, which = found.clues.today, found.get("rel")
    if today is None:
        return _date(None)
    weekend = found.get("we")
    tense = found.tense(weekend) if weekend else "unclear"
    saturday = day_of_weekday(today, 6, "past")
    if (which is not None and which.letter == "F") or tense == "future":
        saturday = day_of_weekday(today, 6, "future")
    elif which is not None and which.letter == "C" and today.isoweekday() < 6:
        saturday = day_of_weekday(today, 6, "past" if tense == "past" else "future")
    return _date(f"{value_at(saturday, 'W')}-WE")


def _year_end(found: Found) -> Reading | None:
    unit, end, today = found.get("u"), found.get("end"), found.clues.today
    if unit is None or unit.value != "Y" or end is None or end.text.lower() != "end":
        return None
    return _date(f"{today.year:04d}-12-31" if today else None)


def _end_of_unit(found: Found) -> Reading | None:
    """Read "the end of the year", "the beginning of the week"."""
    unit, today = found.get("u"), found.clues.today
    if unit is None or str(unit.value) not in "WMQYEC" or unit.text.lower().endswith("s"):
        return None
    return _date(value_at(today, str(unit.value)) if today else None)


def _reference(found: Found) -> Reading | None:
    if found.first.text in _WHOLE_PHRASES and not _ends_clause(found):
        return None
    return _date(str(found.first.value))


_WHOLE_PHRASES = {"at the time", "at that time"}  # "at the time he was captured" names none


def _current(found: Found) -> Reading | None:
    text = found.lexemes[found.match.end() - 1].text.lower()
    if text == "current":
        return _date("PRESENT_REF")
    return _date("PAST_REF") if text == "recent" else None


def _the_past(found: Found) -> Reading | None:
    last = found.lexemes[found.match.end() - 1]
    return _date("PAST_REF") if last.text.lower() == "past" else None


_COUNTED = "UnMWPSwYAO"  # "earlier months" is no adverb


def _bare_adverb(found: Found) -> Reading | None:
    """Read "said earlier that", "will visit next": an adverb that ends its phrase."""
    word, after = found.first, found.beside(1)
    value = adverb_references().get(word.text.lower())
    if value is None or not word.text.islower():
        return None
    if after is not None and (after.letter in _COUNTED or after.text.lower() == "than"):
        return None
    if value == "FUTURE_REF" and after is not None and after.text[0].isalnum():
        return None
    before = found.beside(-1)
    token = found.token(word)
    if token is None or token.pos_ != "ADV":
        return None
    if before is None or before.text.lower() in {"no", "not", "much", "any", "even", "what"}:
        return None
    return _date(value) if found.tense(word) != "unclear" else None


_COUNT = r"(?P<n>[nAi])"

RULES: tuple[Rule, ...] = (
    rule(rf"{MOD} (?P<rel>[RFC])? (?P<w>W)", _weekday),
    rule(r"T (?P<rel>[RF]) (?P<w>W)", _weekday),
    rule(r"(?P<w>W) ,? o? (?P<rel>[RFC]) (?P<week>U)", _weekday),
    rule(rf"{MOD} (?P<d>d)", _deictic),
    rule(rf"{MOD} T? (?P<rel>[RFCZQ]) f? -? (?P<u>U)", _unit),
    rule(r"T (?P<u>U)", _the_unit),
    rule(r"T? Q? (?: \. )? (?P<u>U) - [GJ] (?: O -? )? [Up]?", _year_ago_period),
    rule(rf"a? {_COUNT} -? (?P<u>U) (?: G | a? G )", _ago),
    rule(rf"a? {_COUNT} (?P<u>U) (?P<way>[JL])", _earlier),
    rule(r"(?: T | (?P<rel>[RFC]) | T (?P<rel2>[RFC]) ) (?P<we>w)", _weekend),
    rule(r"a? (?P<u>U) - (?P<end>B)", _year_end),
    rule(r"T? B o T (?P<u>U)", _end_of_unit),
    rule(r"x", _reference),
    rule(r"T? [CQ]", _current),
    rule(r"T R", _the_past),
    rule(r"[JF]", _bare_adverb),
)
