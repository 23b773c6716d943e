"""The headline, without the site's name, chosen among what the page declares and what it shows.

Of 130 pages of 105 outlets the sources print the curated title, letters and digits only, on:
JSON-LD 84 %, ``og:title`` 72 % (88 % with its site suffix cut), the first ``<h1>`` 76 %,
``<title>`` 23 %. Where they differ, outlets put the article's standing title into ``og:title`` and
rewrite the others for search engines and front pages more often than the reverse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.reading.html.metadata.declared import clean
from dragoman.reading.html.metadata.names import folded
from dragoman.reading.html.metadata.visible import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.declared import Declared
    from dragoman.reading.html.metadata.visible import Lead

_SEPARATOR = re.compile(r"\s[|–—•·»:-]{1,2}\s|\s?[|｜ㅣ│]\s?|：|\s?-(?=[^\s-]{1,20}$)|:\s")
_SHORTEST = 8
"""Folded characters that a headline has at least when something is cut off it."""

_SECTION = 24
"""Folded characters of the longest section name that stands between headline and site."""

_MOST_PARTS = 3
"""Parts after the headline at most: "… | NDR.de - Nachrichten - Schleswig-Holstein"."""


class Titles(NamedTuple):
    """The titles that a page declares, cleaned of entities but not of the site's name."""

    social: str | None
    linked_data: str | None
    twitter: str | None
    document: str | None

    def candidates(self) -> tuple[str, ...]:
        """Return those that there are."""
        return tuple(title for title in self if title)


def read_titles(page: Page, declared: Declared) -> Titles:
    """Collect the declared titles."""
    title = page.tree.find(".//head/title")
    if title is None:
        title = page.tree.find(".//title")
    return Titles(
        declared.meta("og:title", "dc.title", "citation_title"),
        declared.field("headline") or declared.field("name"),
        declared.meta("twitter:title"),
        clean("".join(title.itertext())) or None if title is not None else None,
    )


def choose_headline(titles: Titles, lead: Lead, sites: frozenset[str]) -> str | None:
    """Choose the headline.

    Args:
        titles: The declared titles.
        lead: What a reader sees; its headline keeps the page's own wording.
        sites: Folded names of the site, see `outlet_forms`.
    """
    shown = clean(text_of(lead.headline)) if lead.headline is not None else ""
    others = [without_site(t, sites) for t in (titles.linked_data, shown) if t]
    social = _trimmed(titles.social, others, sites)
    document = _trimmed(titles.document, others, sites)
    if social is None or folded(social) in sites | {""}:
        declared = (titles.linked_data, titles.twitter, shown, titles.document)
        usable = (_trimmed(t, others, sites) for t in declared if t and folded(t) not in sites)
        return _wording(next(usable, None), others)
    social = _whole(social, [t for t in (shown, document) if t])
    if len(others) == 2 and folded(others[0]) == folded(others[1]):
        # The article's own two sources agree. They win where they differ from og:title by a kicker
        # before it, and where <title> shares og:title's rewriting for search engines.
        own, other = folded(others[1]), folded(social)
        if own.endswith(other) or other.endswith(own) or other == folded(document or ""):
            return others[1]
    return _wording(social, others)


def without_site(title: str, sites: Iterable[str]) -> str:
    """Cut the site's name, and sections beside it, from the end or the start of `title`."""
    names = frozenset(sites)
    pieces = [m for m in _SEPARATOR.finditer(title) if m[0] != ": "]
    for count in range(min(len(pieces), _MOST_PARTS), 0, -1):
        cut = pieces[-count]
        tail = [folded(part) for part in _SEPARATOR.split(title[cut.end() :])]
        if len(folded(title[: cut.start()])) >= _SHORTEST and _is_tail(tail, names):
            return title[: cut.start()].strip()
    for separator in _SEPARATOR.finditer(title):
        rest = title[separator.end() :].strip()
        if len(folded(rest)) >= _SHORTEST and folded(title[: separator.start()]) in names:
            return rest
    return title.strip()


def _is_tail(parts: list[str], names: frozenset[str]) -> bool:
    """Whether parts are the site's name, with short names of sections beside it."""
    return any(_is_name(part, names) for part in parts) and all(
        len(part) <= _SECTION or _is_name(part, names) for part in parts
    )


def _is_name(part: str, names: frozenset[str]) -> bool:
    if part in names:
        return True
    return len(part) > 3 and any(
        name.startswith(part) or (len(name) > 3 and part.endswith(name)) for name in names
    )


def _trimmed(title: str | None, others: list[str], sites: frozenset[str]) -> str | None:
    """Cut what follows the headline that another source gives alone, then the site's name."""
    if not title:
        return None
    for other in others:
        length = len(other)
        if (
            len(folded(other)) >= _SHORTEST
            and folded(title).startswith(folded(other))
            and (separator := _SEPARATOR.search(title, max(0, length - 3)))
            and folded(title[: separator.start()]) == folded(other)
        ):
            return title[: separator.start()].strip()
    return without_site(title, sites)


def _is_site(title: str, sites: frozenset[str]) -> bool:
    return folded(title) in sites or not folded(title)


def _whole(social: str, longer: Iterable[str]) -> str:
    """Undo the cut that a quotation mark makes in a carelessly written attribute.

    ``content="Victory and "royal visit""`` ends, for a parser, at the second mark.
    """
    for title in longer:
        rest = title[len(social) :].lstrip()
        if title.startswith(social) and rest.startswith('"'):
            return title
    return social


def _wording(chosen: str | None, others: list[str]) -> str | None:
    """Prefer the page's own quotation marks and spaces where only these differ."""
    if chosen is None:
        return None
    return next((t for t in reversed(others) if folded(t) == folded(chosen)), chosen)
