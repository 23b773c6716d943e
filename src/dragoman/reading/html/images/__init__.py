"""The article's pictures: address, caption, credit, alternative text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebooks.bylines import byline_opener
from dragoman.reading.html.images.bare import bare_units
from dragoman.reading.html.images.credit import is_credit
from dragoman.reading.html.images.scope import article_scope, end_of_text, is_foreign, leads_away
from dragoman.reading.html.images.units import Unit, caption_units
from dragoman.reading.html.images.words import caption_and_credit
from dragoman.reading.html.metadata.address import clean_link
from dragoman.reading.html.metadata.declared import clean, read_declared
from dragoman.reading.html.metadata.headline import read_titles
from dragoman.reading.html.metadata.visible import Lead, find_lead, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.images.scope import Scope
    from dragoman.reading.html.metadata.record import PageMetadata

__all__ = ["FoundImage", "read_images"]

_MOST = 100
"""Pictures of one page at most."""


@dataclass(frozen=True)
class FoundImage:
    """One picture of the article.

    Attributes:
        url: Its address, http or https.
        caption: The words under it, without the credit.
        credit: Whose it is, without "Foto:" or "©"; several parts are joined by " | ".
        alternative_text: What stands in its place where it cannot be seen.
        caption_element: The element that prints the caption (and perhaps the credit).
        credit_element: The element that prints the credit, if it is one of its own.
    """

    url: str | None
    caption: str | None
    credit: str | None
    alternative_text: str | None
    caption_element: HtmlElement | None
    credit_element: HtmlElement | None


def read_images(page: Page, metadata: PageMetadata | None = None) -> tuple[FoundImage, ...]:
    """Return the pictures of the article that have a caption or a credit, in page order.

    Args:
        page: The page.
        metadata: What `read_metadata` found on it, which saves looking for the headline again.
    """
    if metadata is None:
        lead = find_lead(page, read_titles(page, read_declared(page)).candidates())
    else:
        lead = Lead.of(metadata.headline_element)
    scope = article_scope(page, lead)
    units = [u for u in caption_units(scope.element) if _is_own(page, u, scope)]
    known = {u.figure for u in units} | {u.caption for u in units}
    bare = [u for u in bare_units(scope.element, known) if _is_own(page, u, scope)]
    ordered = _in_order(units, bare, scope.element, end_of_text(page, scope)) if bare else units
    found = (_image(page, unit) for unit in ordered[:_MOST])
    return tuple(_distinct(image for image in found if image is not None))


def _is_own(page: Page, unit: Unit, scope: Scope) -> bool:
    """Whether a caption block speaks of a picture of this article."""
    return not leads_away(unit.caption) and not is_foreign(page, unit.figure, scope)


def _in_order(
    units: list[Unit], bare: list[Unit], scope: HtmlElement, end: HtmlElement | None
) -> list[Unit]:
    """Put both kinds of units in page order; bare ones after the text are cards of other stories."""
    place = {element: number for number, element in enumerate(scope.iter())}
    last = place.get(end, len(place)) if end is not None else len(place)
    kept = [unit for unit in bare if place[unit.caption] < last]
    return sorted(units + kept, key=lambda unit: place[unit.caption])


def _image(page: Page, unit: Unit) -> FoundImage | None:
    words = caption_and_credit(unit)
    if words.credit_element is not None and _is_byline(text_of(words.credit_element)):
        return None  # the picture of another story, with its headline and author
    picture = next(unit.figure.iter("img", "amp-img"), None)
    alternative = clean(picture.get("alt")) if picture is not None else ""
    return FoundImage(
        url=_address(picture, page.url),
        caption=words.caption or None,
        credit=words.credit or None,
        alternative_text=alternative or None,
        caption_element=unit.caption,
        credit_element=words.credit_element,
    )


def _is_byline(words: str) -> bool:
    opener = byline_opener().match(words)
    return opener is not None and not is_credit(words)


def _address(picture: HtmlElement | None, base: str | None) -> str | None:
    """Return where the picture lies: lazy loaders keep the address in other attributes."""
    if picture is None:
        return None
    for attribute in ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset"):
        written = (picture.get(attribute) or "").split(" ")[0].rstrip(",")
        address = clean_link(written, base)
        if address:
            return address
    return None


def _distinct(images: Iterator[FoundImage]) -> Iterator[FoundImage]:
    seen: set[tuple[str | None, str | None, str | None]] = set()
    for image in images:
        key = (image.url, image.caption, image.credit)
        if (image.caption or image.credit) and key not in seen:
            seen.add(key)
            yield image
