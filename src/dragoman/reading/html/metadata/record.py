"""What the metadata reader found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dragoman.records import Instant, Problem


@dataclass(frozen=True)
class PageMetadata:
    """Metadata of one page; an element is null where the words are not visible on the page.

    Attributes:
        headline: The headline without the site's name.
        headline_element: The element that prints the headline, be it in other words.
        standfirst: The paragraph under the headline.
        standfirst_element: The element that prints it.
        byline: Authors, one name each, as printed.
        byline_elements: The elements that print names of the byline.
        outlet: The publisher's name.
        published: When it was published; null where the page does not say.
        modified: When it was last changed.
        date_elements: The elements that print these dates.
        language: ISO 639-1 code, null if unsure.
        section: The section it stands in.
        canonical_url: The address that the page calls its own, if it lies on the same site.
        problems: What was refused (E_URL, E_DATE).
    """

    headline: str | None
    headline_element: HtmlElement | None
    standfirst: str | None
    standfirst_element: HtmlElement | None
    byline: tuple[str, ...]
    byline_elements: tuple[HtmlElement, ...]
    outlet: str | None
    published: Instant | None
    modified: Instant | None
    date_elements: tuple[HtmlElement, ...]
    language: str | None
    section: str | None
    canonical_url: str | None
    problems: tuple[Problem, ...]
