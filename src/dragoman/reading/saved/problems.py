"""What may be missing from a saved page: no article in it, a paywall's teaser, a cut end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.saved.phrases import phrase_hits
from dragoman.reading.saved.shape import ends_sentence
from dragoman.records import Problem
from dragoman.records.vocabulary import BODY_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.records import Article

_SHORTEST_BODY = 140  # characters; the shortest body of 613 saved pages that have one has 160
_TEASER = 900  # characters of body under which a page that asks for a subscription is a teaser


def page_problems(article: Article, source: str | None) -> Iterator[Problem]:
    """Yield E_NO_ARTICLE and E_TRUNCATED, with what a person can do about it."""
    body = [article.words(block.span) for block in article.blocks if block.kind in BODY_KINDS]
    size = sum(map(len, body))
    about_cookies = sum(
        len(words) for words in body if "cookies" in phrase_hits(words[:200]).inside
    )
    if size < _SHORTEST_BODY or about_cookies > size / 2:
        yield Problem(
            code="E_NO_ARTICLE",
            message="The page holds no article.",
            hint="It may be an index, a paywall or a cookie wall: open it in a browser and save it.",
            source=source,
        )
        return
    last = body[-1]
    cut = not ends_sentence(last) and len(last.split()) > 8
    if cut and last.endswith(("...", "…")) and size < _TEASER:
        yield _truncated("Only the beginning of the article is on the page.", source)
    elif cut and last[-1].isalnum() and article.text.rstrip().endswith(last):
        yield _truncated("The text ends in the middle of a sentence.", source)


def _truncated(message: str, source: str | None) -> Problem:
    return Problem(
        code="E_TRUNCATED",
        message=message,
        hint="Save the whole page: its end may hold more of the article.",
        source=source,
        severity="warning",
    )
