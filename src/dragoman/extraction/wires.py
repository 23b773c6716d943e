"""How a wire begins: "KYIV (AP) —", "COLUMBIA, Ky. —", "NAIROBI, Kenya, May 3 (Reuters) -".

The words before the dash are no part of the sentence after it. Left in, the parser takes the place
for the subject: "PRAGUE — Barack Obama signed a treaty" gave the act to the Czech government.
"""

from __future__ import annotations

import re

from dragoman.codebooks.gazetteer import gazetteer
from dragoman.text.spans import Span

_HEAD = re.compile(
    r"\s{0,9}(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}?)"
    r"(?:,\s{1,3}[A-Z][\w.’' ]{1,30}){0,3}"
    r"(?P<credit>\s{0,3}\([^()\n]{2,40}\))?"
    r"\s{0,3}(?:[–—_]|--?)\s{1,9}(?=\S)"
)
_SHORTEST_REST = 12  # characters: "MOSCOW - CAPITAL" in a list is no wire


def head_of_wire(text: str, span: Span) -> Span | None:
    """Return the span of a dateline at the head of ``span``, its dash included, or None.

    Args:
        text: The article's text.
        span: A paragraph of it.
    """
    match = _HEAD.match(text, span.start, span.end)
    if match is None or span.end - match.end() < _SHORTEST_REST:
        return None
    name = match["name"].strip(" .-")
    if match["credit"] is None and not gazetteer().ranked(name):
        return None  # "CHAIRMAN - Good morning": who speaks
    return Span(span.start, match.end())
