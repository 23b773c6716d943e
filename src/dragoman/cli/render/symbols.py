"""What stands for a status, a severity, a kind of link: a symbol, a word, a style.

The word alone is enough: symbols and colours help the eye and carry nothing of their own.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.records.vocabulary import EventStatus, Severity


class Sign(NamedTuple):
    """How one value of a vocabulary is shown."""

    symbol: str
    word: str
    style: str


STATUS: dict[EventStatus, Sign] = {
    "actual": Sign("●", "happened", "good"),
    "planned": Sign("○", "planned", "open"),
    "hypothetical": Sign("◌", "hypothetical", "open"),
    "threatened": Sign("△", "threatened", "bad"),
    "negated": Sign("✕", "did not happen", "bad"),
    "denied": Sign("⊘", "denied", "bad"),
    "alleged": Sign("◐", "alleged", "open"),
    "cancelled": Sign("⊗", "cancelled", "bad"),
    "historical": Sign("◦", "long past", "past"),
}

SEVERITY: dict[Severity, Sign] = {
    "error": Sign("✕", "error", "bad"),
    "warning": Sign("!", "warning", "open"),
    "note": Sign("·", "note", "quiet"),
}

ARROW = " → "
BOTH_WAYS = " ↔ "
