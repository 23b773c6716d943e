"""Caption blocks that the page marks: ``<figcaption>``, or a class that says caption by a picture."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import XPath

from dragoman.codebooks.image_credits import credit_words
from dragoman.reading.html.metadata.visible import select, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

PICTURES = frozenset({"img", "picture", "amp-img", "video", "iframe", "svg"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

LONGEST = 700
"""Characters of the longest caption; picture stories print whole paragraphs."""

MOST = 400
"""Caption blocks and pictures of one page that are looked at."""


_MARKED = XPath("descendant-or-self::*[self::figcaption or @class or @itemprop or @data-testid]")


class Unit(NamedTuple):
    """A caption block, the element that holds its picture, and the credit if it is known."""

    caption: HtmlElement
    figure: HtmlElement
    credit: HtmlElement | None = None


def caption_units(scope: HtmlElement) -> Iterator[Unit]:
    """Yield the caption blocks under `scope` in page order, none inside another."""
    taken: set[HtmlElement] = set()
    for element in islice(_marked(scope), MOST):
        if any(holder in taken for holder in element.iterancestors()):
            continue
        figure = _figure_of(element)
        if figure is not None and 1 < len(text_of(element)) <= LONGEST:
            taken.add(element)
            yield Unit(element, figure)


def _marked(scope: HtmlElement) -> Iterator[HtmlElement]:
    for element in select(_MARKED, scope):
        if element.tag == "figcaption" or has_word(element, credit_words().strong_caption_classes):
            yield element


def has_word(element: HtmlElement, words: frozenset[str]) -> bool:
    """Whether a class, itemprop or data attribute of the element holds one of `words`."""
    names = (element.get("class"), element.get("itemprop"), element.get("data-testid"))
    return any(name and not _class_words(name).isdisjoint(words) for name in names)


@lru_cache(maxsize=8192)
def _class_words(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(names))


def _figure_of(element: HtmlElement) -> HtmlElement | None:
    """Return the element that holds the caption's picture, or None if `element` is no caption."""
    if element.tag == "figcaption":
        holder = next((h for h in element.iterancestors("figure")), element.getparent())
        quoted = holder.find(".//blockquote") is not None  # a pull quote and its speaker
        return holder if isinstance(holder.tag, str) and not quoted else None
    if element.tag in PICTURES | {"figure", "a", "button", "input", "time", "h1"}:
        return None
    if any(e.tag in PICTURES for e in element.iterdescendants()):
        return None
    for depth, holder in enumerate(element.iterancestors()):
        if depth > 3 or holder.tag in {"body", "article", "main"}:
            return None
        if any(True for _ in holder.iter("img", "picture", "video", "amp-img", "iframe")):
            return holder
    return None
