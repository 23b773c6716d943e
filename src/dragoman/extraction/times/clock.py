"""Times of day: "5 p.m.", "14:30 GMT", "Friday evening", "last night", "noon"."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.extraction.times.clues import MOD, Found, Reading, Rule, rule
from dragoman.extraction.times.days import weekday_day
from dragoman.extraction.times.lexer import Lexeme

_NOON = {"noon": "12:00", "midnight": "24:00"}


def _time(day: date | None, part: str) -> Reading:
    return Reading("TIME", f"{day.isoformat()}T{part}" if day else None)


def _day(found: Found) -> date | None:
    """The day of a time: the weekday or "yesterday" beside it, else the day in focus."""
    weekday, deictic, published = found.get("w"), found.get("d"), found.clues.published
    if weekday is not None:
        return weekday_day(found, weekday)
    if deictic is not None:
        return published + timedelta(days=deictic.number) if published else None
    return found.clues.today if found.tense(found.first) == "future" else found.clues.day_told


def _part(found: Found) -> Reading | None:
    part = found.get("p")
    if part is None:
        return None
    day, which = _day(found), found.get("rel")
    if day is not None and which is not None and which.letter == "R" and not found.has("w"):
        day -= timedelta(days=1)
    return _time(day, str(part.value))


def _noon(found: Found) -> Reading | None:
    noon = found.get("p")
    return _time(_day(found), _NOON[noon.text.lower()]) if noon else None


def _clock(found: Found) -> Reading | None:
    written = _hours(found.get("t"), found.get("m"))
    return _time(_day(found), written) if written else None


def _hours(clock: Lexeme | None, meridiem: Lexeme | None) -> str | None:
    if clock is None:
        return None
    hour, minute = _digits(clock)
    if meridiem is not None:
        if not 1 <= hour <= 12:
            return None
        if str(meridiem.value).startswith("o"):
            return f"{hour:02d}:{minute:02d}"
        hour = hour % 12 + (12 if str(meridiem.value).startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute <= 59 else None


def _digits(clock: Lexeme) -> tuple[int, int]:
    if isinstance(clock.value, str):
        hour, minute = clock.value.split(":")[:2]
        return int(hour), int(minute)
    if len(clock.text) == 4:
        return divmod(clock.number, 100)
    return clock.number, 0


def _bare_part(found: Found) -> Reading | None:
    """Read "early evening", "in the morning" of the day of which the text tells."""
    part, day = found.get("p"), found.clues.day_told
    if part is None or day is None or part.text.lower().endswith("s"):
        return None
    return _time(day, str(part.value)) if found.tense(part) == "past" else None


_ON = r"(?: ,? o? (?: (?P<w>W) | (?P<d>d) ) )?"

RULES: tuple[Rule, ...] = (
    rule(rf"{MOD} (?P<rel>[RC])? (?P<w>W) (?P<p>P)", _part),
    rule(rf"{MOD} (?P<d>d) (?P<p>P)", _part),
    rule(rf"{MOD} (?P<rel>[RC]) (?P<p>P)", _part),
    rule(rf"{MOD} (?: T | o )? (?P<p>P) o (?P<w>W) (?! ,? M)", _part),
    rule(r"B (?P<p>P)", _bare_part),
    rule(rf"a? (?P<p>N) {_ON}", _noon),
    rule(rf"a? (?P<t>:) (?P<m>m)? z? {_ON}", _clock),
    rule(rf"a? (?P<t>n) (?P<m>m) z? {_ON}", _clock),
    rule(rf"a? (?P<t>[nY]) (?P<z>z) {_ON}", _clock),
)
