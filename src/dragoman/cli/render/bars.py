"""Bars and lines of bars that a terminal can draw."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEVELS = "▁▂▃▄▅▆▇█"
_EMPTY = "·"


def bar(value: float, most: float, width: int) -> str:
    """Return a bar of at most ``width`` signs; what is not nought is seen."""
    if value <= 0 or most <= 0:
        return ""
    eighths = max(1, round(8 * width * min(value / most, 1)))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def bar_to_the_left(value: float, most: float, width: int) -> str:
    """Return a bar that grows from right to left, of whole signs: there are no finer ones."""
    if value <= 0 or most <= 0:
        return " " * width
    return ("█" * max(1, round(width * min(value / most, 1)))).rjust(width)


def sparkline(values: Sequence[int], widest: int) -> tuple[str, int]:
    """Return a line of bars, and how many values each sign sums up."""
    step = -(-len(values) // widest) or 1
    sums = [sum(values[at : at + step]) for at in range(0, len(values), step)]
    most = max(sums, default=0)
    signs = (_EMPTY if not n else _LEVELS[-(-8 * n // most) - 1] for n in sums)
    return "".join(signs), step
