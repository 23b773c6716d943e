"""Where a reader sees the headline, and what stands between it and the running text.

Dates and bylines are read from that *lead* only: the same words in teasers, comments, footers and
author boxes of other stories speak of other articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from lxml.etree import XPath

from dragoman.codebooks.page_parts import page_parts
from dragoman.reading.html.metadata.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page

_ASIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "select", "button", "noscript", "head"})
_BODY_PARAGRAPH = 140
"""Characters from which a ``<p>`` counts as running text: standfirsts and captions before it may
be longer, but then the lead merely ends early."""

_LEAD_ELEMENTS = 160
"""Elements after the headline that may belong to the lead where no paragraph ends it."""

_BEFORE = 40
"""Elements before the headline that may belong to the lead (date lines above headlines)."""


_HEADINGS = XPath("//h1 | //h2 | //*[@itemprop='headline'][not(self::meta)]")
_NAMED_HEADINGS = XPath(
    "//h3 | //div[contains(@class, 'headline')] | //*[contains(@class, 'title')]"
)
_AFTER_HEADLINE = XPath(f"following::*[position() <= {_LEAD_ELEMENTS}]")
_BEFORE_HEADLINE = XPath(f"preceding::*[position() <= {_BEFORE}]")


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

    @classmethod
    def of(cls, headline: HtmlElement | None, elements: Iterable[HtmlElement] = ()) -> Lead:
        """Make a lead of a headline and the elements around it."""
        holders = frozenset(headline.iterancestors()) if headline is not None else frozenset()
        return cls(headline, tuple(elements), holders)


def text_of(element: HtmlElement) -> str:
    """Return the words of `element` on one line; elements inside it are parted by a space."""
    return " ".join(" ".join(element.itertext()).split())


def select(path: XPath, element: HtmlElement) -> list[HtmlElement]:
    """Return the elements that a compiled path finds from `element`, in page order."""
    return cast("list[HtmlElement]", path(element))


def find_lead(page: Page, titles: Iterable[str]) -> Lead:
    """Find the headline on the page by the titles that the page declares, and its lead."""
    headline = _headline(page, [folded(t) for t in titles if t])
    if headline is None:
        return Lead.of(None)
    holders = frozenset(headline.iterancestors())
    before = select(_BEFORE_HEADLINE, headline)
    around = [*before, *_until_body(select(_AFTER_HEADLINE, headline))]
    asides: dict[HtmlElement, bool] = {}
    return Lead.of(headline, (e for e in around if not is_aside(page, e, holders, asides)))


def is_aside(
    page: Page,
    element: HtmlElement,
    holders: frozenset[HtmlElement] = frozenset(),
    known: dict[HtmlElement, bool] | None = None,
) -> bool:
    """Whether `element` stands in navigation, comments, teasers or hidden parts of the page.

    Args:
        page: The page.
        element: What is asked about.
        holders: Elements that hold the headline, see `Lead.holders`.
        known: Answers for elements asked before; filled for those on the way.
    """
    path: list[HtmlElement] = []
    current: HtmlElement | None = element
    answer = False
    while current is not None and current.tag not in {"body", "main"} and current not in holders:
        if known is not None and current in known:
            answer = known[current]
            break
        path.append(current)
        if current in page.hidden or current.tag in _ASIDE_TAGS or is_named_aside(current):
            answer = True
            break
        current = current.getparent()
    if known is not None:
        known.update(dict.fromkeys(path, answer))
    return answer


def is_named_aside(element: HtmlElement) -> bool:
    """Whether a class or id says that the element is no part of the article."""
    return _names_aside(element.get("class") or "") or _names_aside(element.get("id") or "")


@lru_cache(maxsize=4096)
def _names_aside(words: str) -> bool:
    return bool(words) and page_parts().aside.search(words) is not None


def _headline(page: Page, titles: list[str]) -> HtmlElement | None:
    """Choose among headings: same words as a declared title, then overlapping ones, then any."""
    found = _best_heading(page, select(_HEADINGS, page.tree), titles)
    if found is None:
        found = _best_heading(page, select(_NAMED_HEADINGS, page.tree), titles)
    return found


def _best_heading(page: Page, headings: list[HtmlElement], titles: list[str]) -> HtmlElement | None:
    best, best_rank = None, 0
    for element in headings:
        words = folded(text_of(element))
        if len(words) < 2:
            continue
        rank = _agreement(words, titles) + (2 if element.tag == "h1" else 0)
        if rank > 2 and is_aside(page, element):
            rank -= 4  # breadcrumbs repeat the headline, some as <h1>
        if rank > best_rank and not page.is_hidden(element):
            best, best_rank = element, rank
    return best


def _agreement(words: str, titles: list[str]) -> int:
    if words in titles:
        return 8
    if len(words) > 15 and any(
        words in title or title in words for title in titles if len(title) > 15
    ):
        return 6
    return 0


def _until_body(elements: list[HtmlElement]) -> Iterator[HtmlElement]:
    paragraphs = 0
    for element in elements:
        if element.tag == "p" and len(text_of(element)) > _BODY_PARAGRAPH:
            paragraphs += 1
            if paragraphs == 2:  # the first may be the standfirst
                return
        yield element
