"""How long and how often: durations ("nine-month", "the past 24 hours") and sets ("weekly")."""

from __future__ import annotations

from dragoman.extraction.times.clues import Found, Reading, Rule, rule
from dragoman.extraction.times.lexer import Lexeme

_CLOCK_UNITS = {"S": "S", "TM": "M", "H": "H"}
_IN_YEARS = {"E": 10, "C": 100}


def _amount(count: float | str, unit: str) -> str:
    """Return a TIMEX3 duration: (24, "H") → "PT24H", (2, "E") → "P20Y", ("X", "W") → "PXW"."""
    letter = unit
    if unit in _IN_YEARS:
        count = count * _IN_YEARS[unit] if not isinstance(count, str) else count
        letter = "Y" if not isinstance(count, str) else unit
    if unit == "F":
        count, letter = (count * 2 if not isinstance(count, str) else count), "W"
    if isinstance(count, float) and count % 1 == 0.5 and letter == "Y":
        return f"P{int(count)}Y6M" if count >= 1 else "P6M"
    written = count if isinstance(count, str) else f"{count:g}"
    return f"PT{written}{_CLOCK_UNITS[unit]}" if unit in _CLOCK_UNITS else f"P{written}{letter}"


def _count(found: Found) -> float | str:
    number, fraction = found.get("n"), found.get("h")
    if number is None or number.letter == "i":
        return "X"
    whole = 1.0 if number.letter == "A" else float(number.value)
    if fraction is not None:
        whole += 0.5 if fraction.letter == "&" else float(fraction.value)
    return int(whole) if whole == int(whole) else whole


def _duration(found: Found) -> Reading | None:
    unit = found.get("u")
    if (
        unit is None
        or _is_age(found)
        or (unit.letter == "U" and unit.value == "Q" and _share(found))
    ):
        return None
    if found.has("back") and _count(found) == "X":
        return Reading("DATE", "PAST_REF")
    return Reading("DURATION", _amount(_count(found), str(unit.value)))


def _is_age(found: Found) -> bool:
    """Whether years are somebody's age: "27-year-old", "aged 27 years", "27 years old"."""
    after = found.beside(1)
    if after is None:
        return False
    if after.letter == "-":
        after = found.beside(2)
    return after is not None and after.letter == "q"


def _share(found: Found) -> bool:
    """Whether a quarter is a fourth part ("three quarters of them"), not three months."""
    after = found.beside(1)
    return after is not None and after.letter == "o"


def _article_duration(found: Found) -> Reading | None:
    """Read "for a year", "nearly a decade": with a word before it, for "$5 a year" is a rate."""
    before = found.beside(-1)
    approximate = found.lexemes[found.match.start()].letter == "a"
    leads = before is not None and before.text.lower() in _LEADS
    return _duration(found) if approximate or leads else None


_LEADS = {"for", "in", "within", "after", "over", "than", "lasted", "lasting", "took", "take", "of"}


def _bare_plural(found: Found) -> Reading | None:
    """Read "for months", "after years of talks"."""
    unit, before = found.get("u"), found.beside(-1)
    if unit is None or not unit.text.lower().endswith("s") or before is None:
        return None
    if before.text.lower() not in {"for", "in", "within", "after", "over", "of", "took", "take"}:
        return None
    return Reading("DURATION", _amount("X", str(unit.value)))


def _set_word(found: Found) -> Reading | None:
    before = found.beside(-1)
    first = found.first
    if first.text[0].isupper() and before is not None:
        return None  # "The Daily Telegraph"
    return Reading("SET", str(first.value))


def _each(found: Found) -> Reading | None:
    unit = found.get("u")
    if unit is not None:
        number = found.get("n")
        count = number.number if number is not None and isinstance(number.value, int) else 1
        return Reading("SET", _amount(count, str(unit.value)))
    weekday, month = found.get("w"), found.get("m")
    if weekday is not None:
        return Reading("SET", f"XXXX-WXX-{weekday.number}")
    if month is not None:
        return Reading("SET", f"XXXX-{month.number:02d}")
    part = found.get("p")
    return Reading("SET", f"XXXX-XX-XXT{part.value}") if part is not None else None


def _times_a(found: Found) -> Reading | None:
    unit: Lexeme | None = found.get("u")
    before = found.beside(-1)
    if unit is None or before is None or before.text.lower() not in {"once", "twice", "times"}:
        return None
    return Reading("SET", _amount(1, str(unit.value)))


_N = r"(?P<n>[ni])"

RULES: tuple[Rule, ...] = (
    rule(
        rf"a? (?: [TZ] a? (?: (?P<back>R) | [FOQ] )? | [RF] )? {_N} (?P<h>h | &AH)? -? (?P<u>U)",
        _duration,
    ),
    rule(r"E o T [RF] (?P<n>[ni]) (?P<u>U)", _duration),
    rule(r"a? (?P<n>A) (?P<u>U)", _article_duration),
    rule(r"(?P<u>U)", _bare_plural),
    rule(r"V", _set_word),
    rule(r"E (?P<n>[nO])? (?: (?P<u>U) | (?P<w>W) | (?P<m>M) | (?P<p>P) )", _each),
    rule(r"A (?P<u>U)", _times_a),
)
