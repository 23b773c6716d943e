"""What each quotation mark can do where it stands: open, close, both, or nothing.

A straight mark is told by its neighbours: white space before and a letter after opens. An
apostrophe inside a word, a decade ('90s), inches and minutes (6'2") are no quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.text.spans import Span


class Mark(NamedTuple):
    """One mark in its place. `weak`: closes only if nothing better does (the boys' room)."""

    span: Span
    kind: str
    family: str
    opens: bool
    closes: bool
    weak: bool = False


_MARK = re.compile(r"``|''|’’|‘‘|[\"“”„‟«»‹›‘’‚'「」『』＂]")

# Which marks may close a stretch that a mark opened, over the conventions in use:
# English “a”, German „a“ and »a«, French «a», Polish „a”, Swedish ”a”, Finnish »a», CJK 「a」.
_CLOSERS = {
    '"': '"”“',
    "＂": "＂",
    "“": '”"„“',
    "„": '“”"',
    "‟": '”"',
    "”": '”"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    "’": "’",
    "``": "''”\"",
    "''": "''",
    "‘‘": "’’",
    "’’": "",
    "「": "」",
    "『": "』",
}
SINGLES = frozenset("‘’‚'‹›")
_FAMILY = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "``", "''", "‘‘", "’’", "＂"], "double"),
    **dict.fromkeys(["«", "»"], "guillemet"),
    **dict.fromkeys(["‹", "›"], "single guillemet"),
    **dict.fromkeys(["‘", "’", "‚", "'"], "single"),
    **dict.fromkeys(["「", "」"], "corner"),
    **dict.fromkeys(["『", "』"], "white corner"),
}
_ONLY_OPENS = frozenset(["„", "‟", "‚", "``", "「", "『"])
_ONLY_CLOSES = frozenset(["」", "』"])
# Curly marks whose direction is known; a wrong one is caught by its neighbours.
_LEFT, _RIGHT = frozenset("“‘"), frozenset("”’")

_OPENING_NEIGHBOURS = frozenset("([{<-–—―/:;,=>\u200b")
_CLOSING_NEIGHBOURS = frozenset(")]}>.,;:!?…-–—/")


def closes(opening: Mark, mark: Mark) -> bool:
    """Whether ``mark`` may close what ``opening`` opened."""
    if not mark.closes:
        return False
    if len(mark.kind) == 2:  # two typewriter marks close any double mark
        return opening.family == "double"
    return mark.kind in _CLOSERS.get(opening.kind, "")


def marks_in(text: str, paragraph: Span) -> list[Mark]:
    """Return the quotation marks of one paragraph and what each can do; leaves out apostrophes."""
    marks = []
    low = "„" in text[paragraph.start : paragraph.end]
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = _read(text, paragraph, Span(*match.span()), match[0], low=low)
        if mark is not None:
            marks.append(mark)
    return _without_weak(marks)


def _read(text: str, paragraph: Span, span: Span, kind: str, *, low: bool) -> Mark | None:
    before = text[span.start - 1] if span.start > paragraph.start else " "
    after = text[span.end] if span.end < paragraph.end else " "
    if kind in SINGLES and before.isalnum() and after.isalnum():
        return None  # an apostrophe inside a word
    family = _FAMILY[kind]
    if kind in _ONLY_OPENS or kind in _ONLY_CLOSES:
        return Mark(span, kind, family, kind in _ONLY_OPENS, kind in _ONLY_CLOSES)
    free_before = before.isspace() or before in _OPENING_NEIGHBOURS or before in _FAMILY
    free_after = after.isspace() or (after in _CLOSING_NEIGHBOURS and not _ellipsis(text, span.end))
    opens = free_before and not (free_after and not before.isspace())
    shuts = not before.isspace() and (not free_before or free_after or before in _FAMILY)
    if before.isspace() and free_after:
        shuts = True  # spaces on both sides ("he said 'no,' " …): whatever is open decides
    if kind == "“":
        # German closes with it; in an English text it opens whatever stands beside it.
        opens, shuts = (opens, not opens) if low else (True, not free_before and free_after)
    elif kind == "”":
        opens, shuts = opens and not free_after, True
    elif kind == "‘":
        opens, shuts = (free_before, not free_before)
    elif kind in "«‹":  # French opens with it, spaced or not; German closes with it
        shuts = not before.isspace() and free_after
        opens = not shuts
    elif kind in "»›":
        opens = free_before and not free_after
        shuts = not opens
    elif kind in "'’\"" and before.isdigit() and not free_before and family == "single":
        return None  # minutes, feet
    if family == "single" and kind in "'’":
        return _single(span, kind, before, after, opens=opens, shuts=shuts)
    if not (opens or shuts):
        return None
    return Mark(span, kind, family, opens, shuts)


def _single(
    span: Span, kind: str, before: str, after: str, *, opens: bool, shuts: bool
) -> Mark | None:
    if after.isalnum():
        # ’ never opens in the conventions we read, save before a letter in typewriter text.
        return (
            None
            if kind == "’" or after.isdigit() or not opens
            else Mark(span, kind, "single", True, False)
        )
    if not shuts:
        return None
    return Mark(span, kind, "single", False, True, weak=before in "sS")


def _ellipsis(text: str, at: int) -> bool:
    return text.startswith(("...", "…", ". . ."), at)


def _without_weak(marks: Sequence[Mark]) -> list[Mark]:
    """Drop a possessive's apostrophe (boys') where a better closing mark follows it."""
    kept: list[Mark] = []
    better = False
    for mark in reversed(marks):
        if mark.family != "single":
            kept.append(mark)
            continue
        if mark.opens:
            better = False
        elif mark.weak and better:
            continue
        else:
            better = True
        kept.append(mark)
    return kept[::-1]
