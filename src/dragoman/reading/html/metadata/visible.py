"""Where a reader sees the headline, and what stands between it and the running text.

Dates and bylines are read from that *lead* only: the same words in teasers, comments, footers and
author boxes of other stories speak of other articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.reading.html.metadata.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page

_ASIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "select", "button", "noscript", "head"})
_ASIDE_WORDS = re.compile(
    r"(?:^|(?<!has)(?<!with)(?<!no)[\s_-])(?:comments?|kommentare?|related|teasers?|sidebar|recommend\w*|most-?read|popular|"
    r"newsletter|breadcrumbs?|footer|menu|nav|navigation|promo|ads?|advert\w*|trending|more-?on|"
    r"read-?more|outbrain|taboola|disqus|onward|latest|cookie\w*|modal|overlay)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BODY_PARAGRAPH = 140
"""Characters from which a ``<p>`` counts as running text: standfirsts and captions before it may
be longer, but then the lead merely ends early."""

_LEAD_ELEMENTS = 160
"""Elements after the headline that may belong to the lead where no paragraph ends it."""

_BEFORE = 40
"""Elements before the headline that may belong to the lead (date lines above headlines)."""


@dataclass(frozen=True)
class Lead:
    """The headline as printed and the elements around it.

    Attributes:
        headline: The element that prints the headline, or None.
        elements: Elements of the lead in page order, outside of asides and hidden parts.
        holders: The elements around the headline: what holds it is no aside, whatever its class.
    """

    headline: HtmlElement | None
    elements: tuple[HtmlElement, ...]
    holders: frozenset[HtmlElement] = frozenset()


def text_of(element: HtmlElement) -> str:
    """Return the words of `element` on one line; elements inside it are parted by a space."""
    return " ".join(" ".join(element.itertext()).split())


def find_lead(page: Page, titles: Iterable[str]) -> Lead:
    """Find the headline on the page by the titles that the page declares, and its lead."""
    order = [e for e in page.tree.iter() if isinstance(e.tag, str)]
    headline = _headline(page, order, [folded(t) for t in titles if t])
    if headline is None:
        return Lead(None, ())
    start = order.index(headline)
    before = [e for e in order[max(0, start - _BEFORE) : start] if not _holds(e, headline)]
    after = list(_until_body(order[start + sum(1 for _ in headline.iter()) :]))
    holders = frozenset(headline.iterancestors())
    lead = tuple(e for e in before + after if e not in holders and not is_aside(page, e, holders))
    return Lead(headline, lead, holders)


def is_aside(
    page: Page, element: HtmlElement, holders: frozenset[HtmlElement] = frozenset()
) -> bool:
    """Whether `element` stands in navigation, comments, teasers or hidden parts of the page.

    Args:
        page: The page.
        element: What is asked about.
        holders: Elements that hold the headline, see `Lead.holders`.
    """
    if page.hidden and page.is_hidden(element):
        return True
    current: HtmlElement | None = element
    while current is not None and current.tag not in {"body", "main"} and current not in holders:
        if (
            current.tag in _ASIDE_TAGS
            or _names_aside(current.get("class") or "")
            or _names_aside(current.get("id") or "")
        ):
            return True
        current = current.getparent()
    return False


@lru_cache(maxsize=4096)
def _names_aside(words: str) -> bool:
    return bool(words) and _ASIDE_WORDS.search(words) is not None


def _headline(page: Page, order: list[HtmlElement], titles: list[str]) -> HtmlElement | None:
    """Choose among headings: same words as a declared title, then overlapping ones, then any."""
    headings = [
        e
        for e in order
        if e.tag in {"h1", "h2"}
        or e.get("itemprop") == "headline"
        or "headline" in (e.get("class") or "")
    ]
    best, best_rank = None, 0
    for element in headings:
        if element.tag == "meta":
            continue
        words = folded(text_of(element))
        if len(words) < 2:
            continue
        rank = _agreement(words, titles) + (2 if element.tag == "h1" else 0)
        if rank > 2 and is_aside(page, element):
            rank -= 4  # breadcrumbs repeat the headline, some as <h1>
        if rank > best_rank and not (page.hidden and page.is_hidden(element)):
            best, best_rank = element, rank
    return best if best_rank >= 2 else None


def _agreement(words: str, titles: list[str]) -> int:
    if words in titles:
        return 8
    if len(words) > 15 and any(
        words in title or title in words for title in titles if len(title) > 15
    ):
        return 6
    return 0


def _holds(element: HtmlElement, inner: HtmlElement) -> bool:
    return any(holder is element for holder in inner.iterancestors())


def _until_body(elements: list[HtmlElement]) -> Iterator[HtmlElement]:
    paragraphs = 0
    for element in elements[:_LEAD_ELEMENTS]:
        if element.tag == "p" and len(text_of(element)) > _BODY_PARAGRAPH:
            paragraphs += 1
            if paragraphs == 2:  # the first may be the standfirst
                return
        yield element
