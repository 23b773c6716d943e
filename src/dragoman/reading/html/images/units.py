"""Which elements of a page are captions of the article's own pictures.

Three marks are known, in this order: ``<figcaption>``; a class that says caption near a picture;
and the words beside a picture in a small wrapper that repeat its alternative text or open like a
credit (class names of generated style sheets say nothing).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.image_credits import credit_words
from dragoman.reading.html.images.credit import opens_like_credit
from dragoman.reading.html.metadata.names import folded
from dragoman.reading.html.metadata.visible import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_PICTURES = frozenset({"img", "picture", "amp-img", "video", "iframe", "svg"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_STRONG = frozenset({
    "caption", "captions", "figcaption", "bildunterschrift", "bildtext", "legend", "legende", "cutline",
    "didascalia", "epigrafe", "piefoto", "imagetext", "imgcaption", "imagecaption", "photocaption", "bu",
})  # fmt: skip
_LONGEST = 700
"""Characters of the longest caption; picture stories print whole paragraphs."""

_WRAPPER = 420
"""Characters that a small wrapper of a picture and its words holds at most."""


class Unit(NamedTuple):
    """A caption block and the element that holds its picture."""

    caption: HtmlElement
    figure: HtmlElement


def caption_units(scope: HtmlElement) -> Iterator[Unit]:
    """Yield the caption blocks under `scope` in page order, none inside another."""
    taken: set[HtmlElement] = set()
    figures: set[HtmlElement] = set()
    for element in scope.iter():
        if not isinstance(element.tag, str) or any(h in taken for h in element.iterancestors()):
            continue
        figure = _figure_of(element)
        if figure is None or not 1 < len(text_of(element)) <= _LONGEST:
            continue
        taken.add(element)
        figures.add(figure)
        yield Unit(element, figure)


def bare_units(scope: HtmlElement, known: set[HtmlElement]) -> Iterator[Unit]:
    """Yield words beside pictures that no other mark names as captions.

    Args:
        scope: Where to look.
        known: Elements of units found already.
    """
    for image in scope.iter("img"):
        if any(holder in known for holder in image.iterancestors()):
            continue
        wrapper = _wrapper(image)
        if (
            wrapper is None
            or wrapper in known
            or any(e in known for e in wrapper.iterdescendants())
        ):
            continue
        words = _words_element(wrapper, image)
        if words is not None:
            known.add(wrapper)
            yield Unit(words, wrapper)


def has_word(element: HtmlElement, words: frozenset[str]) -> bool:
    """Whether a class, itemprop or data attribute of the element holds one of `words`."""
    names = " ".join(
        element.get(a) or ""
        for a in ("class", "itemprop", "data-testid", "data-test", "data-qa", "id")
    )
    return bool(names.strip()) and not _class_words(names).isdisjoint(words)


@lru_cache(maxsize=8192)
def _class_words(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(names))


def _figure_of(element: HtmlElement) -> HtmlElement | None:
    """Return the element that holds the caption's picture, or None if `element` is no caption."""
    if element.tag == "figcaption":
        holder = next((h for h in element.iterancestors("figure")), element.getparent())
        return holder if isinstance(holder.tag, str) else None
    if element.tag in _PICTURES | {"figure", "a", "button", "input", "time", "h1"}:
        return None
    if not has_word(element, _STRONG):
        return None
    if any(e.tag in _PICTURES for e in element.iterdescendants()):
        return None
    for depth, holder in enumerate(element.iterancestors()):
        if depth > 3 or holder.tag in {"body", "article", "main"}:
            return None
        if any(True for _ in holder.iter("img", "picture", "video", "amp-img", "iframe")):
            return holder
    return None


def _wrapper(image: HtmlElement) -> HtmlElement | None:
    """Return the largest small element around a picture that holds words and no other picture."""
    best = None
    for depth, holder in enumerate(image.iterancestors()):
        if depth > 5 or holder.tag in {"body", "main", "article", "li", "header"}:
            break
        if sum(1 for _ in holder.iter("img")) > 1 or holder.find(".//p[3]") is not None:
            break
        words = text_of(holder)
        if len(words) > _WRAPPER:
            break
        if words:
            best = holder
    return best


def _words_element(wrapper: HtmlElement, image: HtmlElement) -> HtmlElement | None:
    """Return the element of the wrapper with the picture's words, if they are a caption's."""
    if any(True for _ in wrapper.iter("h1", "h2", "h3", "h4", "time", "form", "button")):
        return None
    said = {folded(image.get(a) or "") for a in ("alt", "title", "data-caption", "data-source")}
    said = {words for words in said if len(words) > 3}
    for element in wrapper.iter():
        if not isinstance(element.tag, str) or element.tag in _PICTURES or len(element):
            continue
        words = text_of(element)
        if not words or words.casefold() in credit_words().not_captions:
            continue
        if folded(words) in said or opens_like_credit(words):
            return _outermost(element, wrapper, image)
    return None


def _outermost(element: HtmlElement, wrapper: HtmlElement, image: HtmlElement) -> HtmlElement:
    """Climb from the words to the largest element beside the picture that holds only words."""
    with_picture = set(image.iterancestors())
    current = element
    for holder in element.iterancestors():
        if holder is wrapper or holder in with_picture:
            break
        current = holder
    return current
