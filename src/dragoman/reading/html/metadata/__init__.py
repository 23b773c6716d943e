"""Metadata of an HTML page: what it declares weighed against what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.html.metadata.about import (
    day_first,
    find_standfirst,
    read_language,
    read_section,
    standfirst_text,
)
from dragoman.reading.html.metadata.address import clean_link, read_canonical
from dragoman.reading.html.metadata.bylines import read_byline
from dragoman.reading.html.metadata.dates import read_dates
from dragoman.reading.html.metadata.declared import read_declared
from dragoman.reading.html.metadata.headline import choose_headline, read_titles
from dragoman.reading.html.metadata.outlet import outlet_forms, read_outlet
from dragoman.reading.html.metadata.record import PageMetadata
from dragoman.reading.html.metadata.visible import find_lead

if TYPE_CHECKING:
    from dragoman.reading.html.dom import Page

__all__ = ["PageMetadata", "clean_link", "read_metadata"]


def read_metadata(page: Page) -> PageMetadata:
    """Read the metadata of `page`; what it doesn't carry is null.

    Elements in the result belong to ``page.tree``, so that the body reader can put them in their
    place in the text, or keep them out of it.
    """
    declared = read_declared(page)
    titles = read_titles(page, declared)
    lead = find_lead(page, titles.candidates())
    sites = outlet_forms(page, declared, titles.candidates())
    headline = choose_headline(titles, lead, sites)
    dates = read_dates(page, declared, lead, day_first=day_first(page, declared))
    byline = read_byline(page, declared, lead, sites, headline)
    standfirst = find_standfirst(declared, lead)
    canonical, refused = read_canonical(page, declared)
    return PageMetadata(
        headline=headline,
        headline_element=lead.headline,
        standfirst=standfirst_text(standfirst),
        standfirst_element=standfirst,
        byline=byline.names,
        byline_elements=byline.elements,
        outlet=read_outlet(page, declared),
        published=dates.published,
        modified=dates.modified,
        date_elements=dates.elements,
        language=read_language(page, declared),
        section=read_section(declared, headline),
        canonical_url=canonical,
        problems=dates.problems + refused,
    )
