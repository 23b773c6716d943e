"""The part of a page that is the article's own: pictures outside of it tell other stories."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.reading.html.metadata.visible import is_aside, is_named_aside, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.visible import Lead


_PICTURE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])|/(?:attachment|gallery|bilder|fotos?)/"
)

_LONG = 60
"""Characters from which a ``<p>`` is taken for running text here."""

_LAST = 100
"""The same for the last one: legal notices and invitations after the text are shorter."""

_CLIMB = 3
"""Levels above the paragraphs that belong to the article where no headline was found."""

_FEW_WORDS = 300
"""Characters that a lead picture and a kicker above the headline may add."""

_ASIDE_IMAGE = 500
"""Characters of an ``<aside>`` that may be a picture with its words."""


class Scope(NamedTuple):
    """The part of the page that is the article's own.

    Attributes:
        element: The smallest element that holds the headline and the running text.
        holders: What holds the headline or the running text, from the nearest to the root.
    """

    element: HtmlElement
    holders: frozenset[HtmlElement]


def article_scope(page: Page, lead: Lead) -> Scope:
    """Find the article's part of the page."""
    holder = _text_holder(page, lead)
    if holder is None:
        return Scope(page.tree, lead.holders)
    ancestors = [holder, *holder.iterancestors()]
    holders = lead.holders | set(ancestors)
    if lead.headline is None:
        body = next((n for n, e in enumerate(ancestors) if e.tag == "body"), len(ancestors) - 1)
        return Scope(ancestors[min(_CLIMB, body)], holders)
    common = next((element for element in ancestors if element in lead.holders), page.tree)
    return Scope(_with_pictures_above(common), holders)


def _with_pictures_above(element: HtmlElement) -> HtmlElement:
    """Climb while that adds few words: outlets set the lead picture above the headline's part."""
    size = len(text_of(element))
    for holder in list(element.iterancestors())[:_CLIMB]:
        if holder.tag in {"body", "html"} or len(text_of(holder)) > size + _FEW_WORDS:
            break
        element = holder
    return element


def end_of_text(page: Page, scope: Scope) -> HtmlElement | None:
    """Return the last long paragraph of the scope: cards of other stories follow it."""
    for paragraph in reversed(list(scope.element.iter("p"))):
        linked = next(paragraph.iterancestors("a", "li", "footer"), None) is not None
        if (
            not linked
            and len(text_of(paragraph)) >= _LAST
            and not is_aside(page, paragraph, scope.holders)
        ):
            return paragraph
    return None


def is_foreign(page: Page, figure: HtmlElement, scope: Scope) -> bool:
    """Whether a picture of the scope belongs to a teaser, an aside, a comment or an author."""
    if is_portrait(figure):
        return True
    around = figure.getparent()
    if around is None or around is scope.element:
        return False
    if around.tag == "aside" and not is_named_aside(around) and len(text_of(around)) < _ASIDE_IMAGE:
        around = around.getparent()
    if around is not None and is_aside(page, around, scope.holders):
        return True
    for holder in (figure, *figure.iterancestors()):
        if holder in scope.holders:
            return False
        if holder.tag == "article":
            return True
    return False


def is_portrait(figure: HtmlElement) -> bool:
    """Whether a figure shows the author: it holds a byline or a date instead of a caption."""
    return figure.find(".//*[@rel='author']") is not None or figure.find(".//time") is not None


def leads_away(caption: HtmlElement) -> bool:
    """Whether a caption stands in a link to another page; one to the picture itself is none."""
    for link in caption.iterancestors("a"):
        target = (link.get("href") or "#").lower()
        if not target.startswith(("#", "javascript:", "data:")) and not _PICTURE.search(target):
            return True
    return False


def _text_holder(page: Page, lead: Lead) -> HtmlElement | None:
    """Return the element with the most words in long paragraphs below it, near ones first.

    A paragraph counts whole for its parent and half for the one above, since outlets wrap each
    paragraph, or each few, in elements of their own.
    """
    weight: dict[HtmlElement, float] = {}
    for paragraph in page.tree.iter("p"):
        length = len(text_of(paragraph))
        if length < _LONG:
            continue
        share = 1.0
        for _, holder in zip(range(3), paragraph.iterancestors(), strict=False):
            weight[holder] = weight.get(holder, 0.0) + share * length
            share *= 0.6
    ranked = sorted(weight, key=lambda e: weight[e], reverse=True)
    return next((e for e in ranked[:5] if not is_aside(page, e, lead.holders)), None)
