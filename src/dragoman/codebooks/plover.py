"""The 16 PLOVER event types: quads, scores, modes; and the 37 contexts with their words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast, get_args

from dragoman.codebooks.loader import load_toml
from dragoman.errors import CodebookError
from dragoman.records.vocabulary import EventType

_FILE = "plover.toml"


class PloverType(NamedTuple):
    """One event type: its quad (1-4), base score and the scores of its modes (-10 to +10)."""

    name: EventType
    quad: int
    score: float
    needs_recipient: bool
    modes: Mapping[str, float]

    def score_of(self, modes: tuple[str, ...]) -> float:
        """Return the score of the first mode that has one, else the type's own."""
        return next((self.modes[m] for m in modes if m in self.modes), self.score)


@cache
def plover_types() -> Mapping[str, PloverType]:
    """Return the event types by name.

    Raises:
        CodebookError: The file does not hold exactly the 16 types.
    """
    tables = load_toml(_FILE)["type"]
    if set(tables) != set(get_args(EventType)):
        raise CodebookError("does not hold the 16 event types", source=_FILE)
    return {
        name: PloverType(
            cast("EventType", name),
            int(entry["quad"]),
            float(entry["score"]),
            bool(entry.get("recipient", False)),
            {mode: float(score) for mode, score in entry.get("modes", {}).items()},
        )
        for name, entry in tables.items()
    }


@cache
def context_patterns() -> Mapping[str, re.Pattern[str]]:
    """Return, for each context, a pattern over the words that tell it (ignores case)."""
    return {
        name: re.compile(r"\b(?:" + "|".join(map(_word, words)) + r")\b", re.IGNORECASE)
        for name, words in load_toml(_FILE)["contexts"].items()
    }


def _word(word: str) -> str:
    stem = re.escape(word.rstrip("*"))
    return stem + r"\w*" if word.endswith("*") else stem
