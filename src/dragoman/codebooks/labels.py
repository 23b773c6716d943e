"""Label lines that outlets put before a passage: "Source:", "Details:", "Quote from X:"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from dragoman.codebooks.loader import load_toml

LabelKind = Literal["source", "quote", "details", "background", "update", "reference"]


class LabelPattern(NamedTuple):
    """How one label is written and how far it reaches."""

    kind: LabelKind
    pattern: re.Pattern[str]
    reach: Literal["line", "section"]


@cache
def label_patterns() -> tuple[LabelPattern, ...]:
    """Return every label, in the order of the codebook (first match wins)."""
    return tuple(
        LabelPattern(entry["kind"], re.compile(entry["pattern"], re.IGNORECASE), entry["reach"])
        for entry in load_toml("labels.toml")["label"]
    )
