"""How pictures' captions and credits are marked, in print and in class names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class CreditWords(NamedTuple):
    """Patterns of the codebook ``image-credits``.

    Attributes:
        opener: What comes before a credit, at the start of a text: "Foto:", "©", "Photo by".
        inside: A marker with its sign, or "©", inside a text; the group `marker` is what it says.
        caption_opener: What comes before a caption: "Image caption", "Above:", "1 of 4".
        closer: What comes at its end: "撮影".
        boilerplate: Legal words with all that follows: "/Copyright 2026 …. All rights reserved".
        markers: Markers that say nothing without a name after them, case folded.
        agencies: Names of agencies and picture libraries, case folded.
        credit_classes: Words of class names of credits.
        caption_classes: Words of class names of captions.
        strong_credit_classes: Those of them that mark a credit wherever they stand.
        strong_caption_classes: Likewise for captions.
        not_captions: Texts of buttons and advertisements, case folded.
    """

    opener: re.Pattern[str]
    inside: re.Pattern[str]
    caption_opener: re.Pattern[str]
    closer: re.Pattern[str]
    boilerplate: re.Pattern[str]
    markers: frozenset[str]
    agencies: frozenset[str]
    credit_classes: frozenset[str]
    caption_classes: frozenset[str]
    strong_credit_classes: frozenset[str]
    strong_caption_classes: frozenset[str]
    not_captions: frozenset[str]


@cache
def credit_words() -> CreditWords:
    """Return the patterns and lists."""
    table = load_toml("image_credits.toml")["words"]
    # A marker takes a sign after it, a phrase a space, a copyright sign nothing.
    signed = rf"(?:{_any(table['markers'])})\s{{0,2}}(?:[:：=]|\.\.\.|…)\s{{0,2}}|[©Ⓒ]\s{{0,2}}"
    phrase = rf"(?:{_any(table['phrases'])})\s{{1,2}}(?=\S)"
    return CreditWords(
        re.compile(rf"{signed}|{phrase}|\(c\)\s", re.IGNORECASE),
        re.compile(rf"(?<=[\s.(\[（［|–—-])(?P<marker>{signed})", re.IGNORECASE),
        re.compile(
            rf"(?:{_any(table['caption_openers'])})(?:\s?:\s{{0,2}}|\s(?=\w))"
            r"|(?:image\s|photo\s)?\d{1,3}\s?(?:of|/|von|de)\s?\d{1,3}\s",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:{_any(table['closers'])})$"),
        re.compile(
            rf"[\s/,;.|-]{{0,3}}(?:(?:copyright|©)\s?(?:19|20)\d\d\b|{_any(table['boilerplate'])}).*",
            re.IGNORECASE | re.DOTALL,
        ),
        frozenset(m.casefold().rstrip(" :") for m in table["markers"] + table["phrases"])
        - frozenset(table["standalone"]),
        frozenset(name.casefold() for name in table["agencies"]),
        frozenset(table["credit_classes"]),
        frozenset(table["caption_classes"]),
        frozenset(table["strong_credit_classes"]),
        frozenset(table["strong_caption_classes"]),
        frozenset(text.casefold() for text in table["not_captions"]),
    )


def _any(words: list[str]) -> str:
    longest_first = sorted((word.rstrip(" :") for word in words), key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first)
