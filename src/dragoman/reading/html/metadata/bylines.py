"""Who wrote the page: the names that stand in its byline, as printed.

Persons in the article's JSON-LD come first, then author metadata, then the byline that a reader
sees in the lead, then a signature at the edge of the text. A source that only repeats the site's
own name, or a desk's ("admin"), is set aside and used only where nothing better is printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.bylines import byline_words
from dragoman.reading.html.metadata.declared import clean, types_of
from dragoman.reading.html.metadata.names import (
    folded,
    given_name_first,
    is_desk,
    names_in,
)
from dragoman.reading.html.metadata.printed_bylines import printed_names
from dragoman.reading.html.metadata.signatures import signature
from dragoman.reading.html.metadata.visible import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.declared import Declared
    from dragoman.reading.html.metadata.visible import Lead

_METAS = (
    "author", "article:author", "og:article:author", "article:author_name", "byl",
    "parsely-author", "sailthru.author", "cxenseparse:author", "og:author", "authors",
    "articleauthor", "dcterms.creator", "rnews:author", "article.author", "author_name",
)  # fmt: skip
_LIBRARY_METAS = ("citation_author", "dc.creator", "dc.contributor")
_ORGANISATION = re.compile(r"Organi[sz]ation|Corporation|WebSite|Brand")
_DEEPEST = 4
"""Lists within lists that are opened; one outlet of 105 nests them once."""

_MOST = 12
"""Names in one byline at most; more is a staff list."""


class Byline(NamedTuple):
    """Names in order, and the elements that print them."""

    names: tuple[str, ...]
    elements: tuple[HtmlElement, ...]


def read_byline(
    page: Page, declared: Declared, lead: Lead, sites: frozenset[str], headline: str | None = None
) -> Byline:
    """Decide who wrote the page.

    Args:
        page: The page.
        declared: Its declarations.
        lead: Where a byline is read.
        sites: Folded names of the site, see `outlet_forms`.
        headline: The headline, which careless templates put in the author's place.
    """
    title = folded(headline or "")
    shown = printed_names(lead)
    for names in (*_declared(declared), shown.names):
        real = tuple(
            n for n in names if not _is_site(n, sites) and not is_desk(n) and folded(n) != title
        )
        if real and names != shown.names and shown.names and not _agree(real, shown.names):
            real = tuple(n for n in real if not _has_other_role(page, n))
        if real:
            return Byline(real[:_MOST], _elements(real, shown.elements, lead))
    signed = signature(page, lead)
    if signed is not None:
        return Byline(signed.names, signed.elements)
    last = next((names for names in (*_declared(declared), shown.names) if names), ())
    kept = tuple(name for name in last if not is_desk(name) and folded(name) != title)
    return Byline(kept[:_MOST], _elements(kept, shown.elements, lead))


def _declared(declared: Declared) -> Iterator[tuple[str, ...]]:
    """Yield the names of each declared source in the order of trust."""
    for kind in ("author", "creator"):
        for article in declared.articles:
            yield tuple(_linked_names(declared, article.get(kind), persons=True))
    for meta in _METAS:
        yield _joined(declared.metas.get(meta, ()))
    for meta in _LIBRARY_METAS:
        yield _joined(given_name_first(declared.metas.get(meta, ())))
    for article in declared.articles:
        yield tuple(_linked_names(declared, article.get("author"), persons=False))


def _linked_names(
    declared: Declared, value: object, *, persons: bool, depth: int = 0
) -> Iterator[str]:
    """Yield the names in a JSON-LD author: an object, a string, or lists of them."""
    if isinstance(value, list):
        for item in value[:50] if depth < _DEEPEST else ():
            yield from _linked_names(declared, item, persons=persons, depth=depth + 1)
        return
    thing = declared.resolved(value)
    if thing is None:
        yield from names_in(clean(value))
        return
    if persons and any(_ORGANISATION.search(t) for t in types_of(thing)) and not _has_person(thing):
        return
    names = thing.get("name") or thing.get("byline")
    for name in names if isinstance(names, list) else [names]:
        yield from names_in(clean(name))


def _has_person(thing: object) -> bool:
    return isinstance(thing, dict) and "Person" in types_of(thing)


def _joined(contents: Iterable[str]) -> tuple[str, ...]:
    names = (name for content in contents for name in names_in(content, printed=True))
    return tuple(dict.fromkeys(names))


def _is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is the site's own ("Lesotho Times", "n-tv NACHRICHTEN")."""
    form = folded(name)
    return form in sites or any(
        len(s) > 2 and form.startswith(s) and len(form) - len(s) < 13 for s in sites
    )


def _agree(declared: tuple[str, ...], shown: tuple[str, ...]) -> bool:
    return not {folded(n) for n in declared}.isdisjoint(folded(n) for n in shown)


def _has_other_role(page: Page, name: str) -> bool:
    """Whether the page says that a declared author is none: "Editor: Anna Muster"."""
    for element in page.tree.iter():
        own = element.text if isinstance(element.tag, str) else None
        if not own or name not in own:
            continue
        holder = element.getparent()
        for words in (own, text_of(holder) if holder is not None else ""):
            label = words[: words.find(name)].strip(" :") if name in words[:120] else ""
            if label.casefold() in byline_words().other_roles:
                return True
    return False


def _elements(
    names: tuple[str, ...], shown: tuple[HtmlElement, ...], lead: Lead
) -> tuple[HtmlElement, ...]:
    """Return the elements of the lead that print these names and little else."""
    if shown or not names:
        return shown
    forms = [folded(name) for name in names]
    found: list[HtmlElement] = []
    for element in lead.elements:
        if any(holder in found for holder in element.iterancestors()):
            continue
        words = text_of(element)
        if len(words) < 120 and all(form in folded(words) for form in forms):
            found.append(element)
    return tuple(found[:1])
