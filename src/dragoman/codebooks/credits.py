"""Words of picture credits: "Photo:", "courtesy of", and those who lend pictures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.loader import load_toml
from dragoman.codebooks.outlets import outlets

if TYPE_CHECKING:
    from collections.abc import Iterable


class CreditWords(NamedTuple):
    """Patterns over one line.

    `opener` matches the words before a credited name ("PHOTO: ", "Image courtesy of ") and ends
    where the name begins; `lender` matches the name of somebody who lends pictures.
    """

    opener: re.Pattern[str]
    lender: re.Pattern[str]


@cache
def credit_words() -> CreditWords:
    """Return the patterns, compiled once."""
    table = load_toml("credits.toml")["credits"]
    openers, by, alone = (_any(table[key]) for key in ("openers", "by", "alone"))
    agencies = (name for o in outlets() if o.kind == "agency" for name in o.sure_names)
    lenders = {*table["lenders"], *agencies}
    short = {name.upper() if name.isascii() else name for name in lenders if len(name) <= 3}
    long = {name for name in lenders if len(name) > 3}
    # "file" and "still" are everyday words: an opener needs its colon, slash or preposition.
    opener = rf"(?<!\w)(?:(?:{openers})(?:\.?\s?[:：/|]\s?|\.?\s(?:{by})(?!\w)\s?:?\s?)|(?:{alone})\s?:?\s?)"
    return CreditWords(
        opener=re.compile(opener, re.IGNORECASE),
        lender=re.compile(rf"(?<!\w)(?:{_any(short)}|(?i:{_any(long)}))(?!\w)"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
