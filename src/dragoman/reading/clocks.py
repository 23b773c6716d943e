"""Recognises a time of day and its zone among the tokens of a date line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.codebooks.date_words import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.datetokens import Token

_REACH = 5  # tokens between a date and its time ("2023 at about", weekdays, "local time")


class Clock(NamedTuple):
    """A time of day; `zone` as the codebook gives it (an offset, "UTC", a tz name or None)."""

    start: int
    end: int
    value: str
    precision: Literal["hour", "minute", "second"]
    zone: str | None

    def offset(self, day: str) -> str | None:
        """Return the zone as an offset on the given day, "UTC", or None."""
        if self.zone is None or "/" not in self.zone:
            return self.zone
        try:
            there = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(self.zone))
        except ZoneInfoNotFoundError:  # a system without tz data
            return None
        written = there.strftime("%z")
        return f"{written[:3]}:{written[3:5]}"


def clock_after(line: str, parts: Sequence[Token], end: int) -> Clock | None:
    """Return the time of day that follows a date which ends before token ``end``."""
    known = date_words()
    for place in range(end, min(end + _REACH, len(parts))):
        token = parts[place]
        if token.number:
            return clock_at(line, parts, place, dotted=True)
        if token.word in known.am | known.pm:
            return clock_at(line, parts, place, dotted=False)
        if token.word not in known.between and token.word not in known.weekdays:
            return None
    return None


def clock_before(line: str, parts: Sequence[Token], start: int, since: int) -> Clock | None:
    """Return the time of day that stands right before a date ("13:56, 1 November 2023")."""
    known = date_words()
    for place in range(max(since, start - 9), start - 1):
        clock = clock_at(line, parts, place, dotted=False)
        if clock is None or clock.end > start:
            continue
        between = parts[clock.end : start]
        if all(t.word in known.between or t.word in known.weekdays for t in between):
            return clock
    return None


def clock_at(line: str, parts: Sequence[Token], at: int, *, dotted: bool) -> Clock | None:
    """Return the time of day that begins at token ``at``.

    Args:
        line: The line.
        parts: Its tokens.
        at: Where to look.
        dotted: Whether "13.56" is a time here.
    """
    known = date_words()
    start, half = at, ""
    if parts[at].word in known.am | known.pm:  # 오후 3:15
        half, at = parts[at].word, at + 1
    digits, at = _digits(line, parts, at, dotted=dotted)
    if not digits:
        return None
    while at < len(parts) and parts[at].word in known.after_time:
        at += 1
    if not half and at < len(parts) and _joined(line, parts, at):
        half, at = _half(parts, at)
    hour = _hour(digits[0], half)
    if hour is None or (len(digits) == 1 and not half) or any(d > 59 for d in digits[1:]):
        return None
    zone, at = _zone(line, parts, at)
    value = ":".join(f"{n:02d}" for n in (hour, *digits[1:]))
    precision: tuple[Literal["hour"], Literal["minute"], Literal["second"]]
    precision = ("hour", "minute", "second")
    return Clock(start, at, value, precision[len(digits) - 1], zone)


def _digits(line: str, parts: Sequence[Token], at: int, *, dotted: bool) -> tuple[list[int], int]:
    """Read "13:56:07", "13h56", "13時56分", "13.56" or a bare hour."""
    found: list[int] = []
    while at < len(parts) and 1 <= len(parts[at].number) <= 2 and len(found) < 3:
        found.append(parts[at].value)
        at += 1
        if at + 1 < len(parts) and parts[at].word in {"h", "時", "时", "시"}:
            if len(parts[at + 1].number) != 2:
                break
            at += 1
            continue
        if at < len(parts) and parts[at].word in {"分", "분"}:
            return found, at + 1
        gap = line[parts[at - 1].span.end : parts[at].span.start] if at < len(parts) else ""
        dot = dotted and len(found) == 1
        if not (gap == ":" or (dot and gap == ".")) or len(parts[at].number) != 2:
            break
    return found, at


def _joined(line: str, parts: Sequence[Token], at: int) -> bool:
    return line[parts[at - 1].span.end : parts[at].span.start].strip(" \t") == ""


def _half(parts: Sequence[Token], at: int) -> tuple[str, int]:
    """Read "am", "p.m." or "p. m." after a time."""
    known = date_words()
    if parts[at].word in known.am | known.pm:
        return parts[at].word, at + 1
    pair = "".join(token.word for token in parts[at : at + 2])
    if pair in {"am", "pm"}:
        return pair, at + 2
    return "", at


def _hour(hour: int, half: str) -> int | None:
    if not half:
        return hour if hour < 24 else None
    if not 1 <= hour <= 12:
        # "15:30 PM" is written by machines: the hour is plain.
        return hour if hour < 24 else None
    late = half in date_words().pm
    return hour % 12 + (12 if late else 0)


def _zone(line: str, parts: Sequence[Token], at: int) -> tuple[str | None, int]:
    """Read "GMT", "(UTC+3)", "+02:00" or "EDT" after a time."""
    before = parts[at - 1].span.end
    name = None
    if at < len(parts) and line[before : parts[at].span.start].strip(" (,.") == "":
        name = date_words().zones.get(parts[at].word)
    if name is not None:
        at += 1
        if name != "UTC":
            return name, at
        before = parts[at - 1].span.end
    sign = line[before : parts[at].span.start].strip() if at < len(parts) else ""
    if sign not in {"+", "-", "−"} or not parts[at].number:
        return name, at
    digits = parts[at].number
    end = at + 1
    if len(digits) <= 2 and end < len(parts) and _is_minutes(line, parts, end):
        digits, end = digits.zfill(2) + parts[end].number, end + 1
    digits = digits.zfill(2) if len(digits) <= 2 else digits
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    if len(digits) not in {2, 4} or hours > 14 or minutes > 59:
        return name, at
    return f"{'+' if sign == '+' else '-'}{hours:02d}:{minutes:02d}", end


def _is_minutes(line: str, parts: Sequence[Token], at: int) -> bool:
    gap = line[parts[at - 1].span.end : parts[at].span.start]
    return gap == ":" and len(parts[at].number) == 2
