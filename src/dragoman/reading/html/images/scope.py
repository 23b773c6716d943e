"""The part of a page that is the article's own: pictures outside of it tell other stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.html.metadata.visible import is_aside, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page


def article_scope(page: Page, headline: HtmlElement | None) -> HtmlElement:
    """Return the smallest element that holds the headline and most of the running text."""
    holder = _text_holder(page)
    if headline is None or holder is None:
        return holder if holder is not None else page.tree
    above = set(headline.iterancestors()) | {headline}
    return next((e for e in (holder, *holder.iterancestors()) if e in above), page.tree)


def is_foreign(page: Page, element: HtmlElement, scope: HtmlElement) -> bool:
    """Whether an element of the scope belongs to a teaser, an aside or a comment."""
    if is_aside(page, element):
        return True
    for holder in element.iterancestors():
        if holder is scope:
            return False
        if holder.tag == "a" and holder.find(".//h3") is not None:
            return True
        if holder.tag == "article":
            return True
    return False


def _text_holder(page: Page) -> HtmlElement | None:
    """Return the element with the most words in long paragraphs under it, two levels up at most.

    Outlets wrap each paragraph, or each few, in elements of their own.
    """
    weight: dict[HtmlElement, int] = {}
    total = 0
    for paragraph in page.tree.iter("p"):
        length = len(text_of(paragraph))
        if length < 60 or is_aside(page, paragraph):
            continue
        total += length
        for holder in paragraph.iterancestors():
            weight[holder] = weight.get(holder, 0) + length
    heavy = [holder for holder, length in weight.items() if length > 0.7 * total]
    return max(heavy, key=lambda e: sum(1 for _ in e.iterancestors()), default=None)
