"""Where the words that name a speaker begin and end: no clock before them, no aside after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import reporting_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:am|pm)?", re.IGNORECASE)
_RELATIVE = "relcl"
_ON = frozenset({"on", "via"})


def after_clock(first: Token, head: Token) -> Token:
    """Return where a name begins behind a live blog's stamp: "11:05 Commission spokesman …"."""
    token = first
    while token.i < head.i and (
        _CLOCK.fullmatch(token.text) or (token.i > first.i and token.is_punct)
    ):
        token = token.nbor(1)
    return token


def before_aside(head: Token, last: int) -> int:
    """Return where a name ends: before a relative clause, what the speaker does, a platform.

    "A source, *whom they know*"; "Sandu, *answering a question*"; "Sandu *on Twitter*".
    """
    for part in head.children:
        if part.i <= head.i or part.left_edge.i > last:
            continue
        comma = part.left_edge.nbor(-1).text == ","
        if comma and (part.dep_ == _RELATIVE or (part.dep_ == "acl" and part.tag_ == "VBG")):
            return min(last, part.left_edge.i - 2)
        if part.lower_ in _ON and _is_platform(part):
            return min(last, part.i - 1)
    return last


def _is_platform(link: Token) -> bool:
    thing = next((c for c in link.children if c.dep_ == "pobj"), None)
    return thing is not None and thing.lower_ in reporting_words().platforms
