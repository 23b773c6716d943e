"""Where someone speaks without a medium: a page of their own, a letter, a filing."""

from __future__ import annotations

import re

from dragoman.codebooks.chain_words import chain_words
from dragoman.codebooks.kept import kept
from dragoman.extraction.chains.medium import Medium, Step
from dragoman.extraction.chains.speech_near import is_spoken_near
from dragoman.records import Span


def own_pages(text: str, start: int, end: int) -> list[Medium]:
    """Return "on its website", "to its Facebook page": channels that are no name."""
    found = []
    for match in _own_page().finditer(text, start, end):
        span = Span(*match.span("page"))
        if not is_spoken_near(text, start, end, span):
            continue
        found.append(Medium(span.of(text), span, "channel", Step.ON))
    return found


def documents(text: str, start: int, end: int) -> list[Medium]:
    """Return "in a letter to the port", "in the filing": a document through which someone speaks."""
    return [
        Medium(span.of(text), span, "document", Step.IN)
        for match in _in_a_document().finditer(text, start, end)
        for span in (Span(*match.span("document")),)
        if is_spoken_near(text, start, end, span)
    ]


@kept()
def _in_a_document() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, chain_words().writings), key=len, reverse=True))
    return re.compile(
        rf"\b[Ii]n (?P<document>(?:an?|the|its|his|her|their|this) (?:[\w'’-]+ ){{0,3}}(?:{nouns}))\b"
        r"(?! interview| exchange)"
    )


@kept()
def _own_page() -> re.Pattern[str]:
    pages = "|".join(sorted(map(re.escape, chain_words().own_page), key=len, reverse=True))
    return re.compile(
        rf"\b(?:on|to|via|in|from) (?P<page>(?:its|his|her|their|the) (?:\w+ )?(?:{pages}))\b",
        re.IGNORECASE,
    )
