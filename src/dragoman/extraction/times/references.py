"""Points that no calendar holds: "recently", "now", "said earlier", "will visit next"."""

from __future__ import annotations

from dragoman.codebooks.time_words import adverb_references
from dragoman.extraction.times.clues import (
    Found,
    Reading,
    Rule,
    date_reading,
    ends_clause,
    rule,
)

_WHOLE_PHRASES = {"at the time", "at that time"}  # "at the time he was captured" names none
_COUNTED = "UnMWPSwYAO"  # "earlier months" is no adverb


def _reference(found: Found) -> Reading | None:
    before, after = found.beside(-1), found.beside(1)
    if found.first.text.lower() == "soon" and any(
        word is not None and word.text.lower() in {"as", "after", "too", "how"}
        for word in (before, after)
    ):
        return None  # "as soon as Tuesday", "soon after he left": no time of its own
    if found.first.text in _WHOLE_PHRASES and not ends_clause(found):
        return None
    return date_reading(str(found.first.value))


def _current(found: Found) -> Reading | None:
    text = found.lexemes[found.match.end() - 1].text.lower()
    if text == "current":
        return date_reading("PRESENT_REF")
    return date_reading("PAST_REF") if text == "recent" else None


def _the_past(found: Found) -> Reading | None:
    last = found.lexemes[found.match.end() - 1]
    return date_reading("PAST_REF") if last.text.lower() == "past" else None


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
    return date_reading(value) if found.tense(word) != "unclear" else None


RULES: tuple[Rule, ...] = (
    rule(r"x", _reference),
    rule(r"T? [CQ]", _current),
    rule(r"T R", _the_past),
    rule(r"[JF]", _bare_adverb),
)
