"""The byline that a reader sees between headline and text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.bylines import byline_opener, byline_words
from dragoman.codebooks.outlets import outlets_by_name
from dragoman.codebooks.page_parts import page_parts
from dragoman.reading.datelines import find_dates
from dragoman.reading.html.metadata.names import folded, looks_personal, names_in
from dragoman.reading.html.metadata.visible import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.metadata.visible import Lead

_LONGEST = 160
_FEW = 15
"""Children of an element that is one line."""

_DATED = 120
"""Characters of the longest line of a name and a date."""


class Printed(NamedTuple):
    """Names printed in the lead, and the elements that print them."""

    names: tuple[str, ...]
    elements: tuple[HtmlElement, ...]


def printed_names(lead: Lead) -> Printed:
    """Read the byline of the lead: marked elements first, then lines that open like one."""
    names: dict[str, str] = {}
    elements: list[HtmlElement] = []
    for element in _marked(lead):
        if element in elements or any(holder in elements for holder in element.iterancestors()):
            continue
        found = _names_of(element)
        if found:
            elements.append(element)
            for name in found:
                names.setdefault(folded(name), name)
    return Printed(tuple(names.values()), tuple(elements))


def _marked(lead: Lead) -> Iterator[HtmlElement]:
    yield from (e for e in lead.elements if _is_marked(e))
    yield from (
        e
        for e in lead.elements
        if e.tag == "a" and page_parts().person_link.search(e.get("href") or "")
    )
    yield from (e for e in lead.elements if _opens(e))
    yield from (e for e in lead.elements if _is_dated_name(e))


def _is_marked(element: HtmlElement) -> bool:
    if element.get("itemprop") == "author" or element.get("rel") == "author":
        return True
    return _marks_author(f"{element.get('class') or ''} {element.get('data-testid') or ''}")


@lru_cache(maxsize=4096)
def _marks_author(words: str) -> bool:
    parts = page_parts()
    return any(
        parts.author.search(word) and not parts.not_author.search(word) for word in words.split()
    )


def _opens(element: HtmlElement) -> bool:
    """Whether an element's own words start with "By", "Von", … before something."""
    if element.tag not in {
        "p",
        "div",
        "span",
        "li",
        "a",
        "em",
        "strong",
        "b",
        "i",
        "address",
        "h3",
        "h4",
    }:
        return False
    text = " ".join((element.text or "").split())
    opener = byline_opener().match(text + " x") if text else None
    return opener is not None and len(text) < _LONGEST and text[:1].isupper()


def _is_dated_name(element: HtmlElement) -> bool:
    """Whether an element prints a name and then a date, or an agency and a place.

    "Anna Muster | 5 April 2025", "AFP, MANILA".
    """
    own = " ".join((element.text or "").split())
    if element.tag not in {"p", "div", "span", "li"} or not 5 < len(own) < 60:
        return False
    if own.partition(",")[0] in outlets_by_name() and not len(element):
        return outlets_by_name()[own.partition(",")[0]].kind == "agency"  # "AFP, MANILA"
    for holder in (element, element.getparent()):
        words = text_of(holder) if holder is not None and len(holder) < _FEW else ""
        dates = find_dates(words) if len(words) <= _DATED else ()
        if dates:
            return looks_personal(words[: dates[0].span[0]].strip(" |,-–—·•"))
    return False


def _names_of(element: HtmlElement) -> list[str]:
    """Return the names in a byline element: those of its links if there are, else of its words."""
    words = text_of(element)
    if not words or len(words) > _LONGEST:
        return []
    if words.casefold().split(":")[0].strip() in byline_words().other_roles:
        return []
    linked = [name for link in element.iter("a") for name in _personal(text_of(link))]
    return linked or _listed(element) or _personal(words)


def _listed(element: HtmlElement) -> list[str]:
    """Return names that stand in elements of their own, side by side without signs between them."""
    leaves = [text_of(e) for e in element.iter() if isinstance(e.tag, str) and not len(e)]
    names = [name for leaf in leaves if looks_personal(leaf) for name in names_in(leaf)]
    return names if len(names) > 1 else []


def _personal(words: str) -> list[str]:
    dates = find_dates(words)
    cut = words[: dates[0].span[0]] if dates and dates[0].span[0] > 0 else words
    opened = byline_opener().match(words) is not None
    names = names_in(cut, printed=True)
    if names and _is_agency(names[0], opened=False):
        return list(names)
    return [
        name
        for name in names
        if looks_personal(name) or _is_caseless(name) or _is_agency(name, opened=opened)
    ]


def _is_agency(name: str, *, opened: bool) -> bool:
    """Whether a name is an agency's; after "By", any acronym may be one."""
    known = outlets_by_name().get(name)
    if known is not None and known.kind == "agency":
        return True
    return opened and name.isalpha() and name.isupper() and 2 <= len(name) <= 5


def _is_caseless(name: str) -> bool:
    """Whether a short name is in a script without capitals, where its form tells nothing."""
    return (
        len(name) <= 12
        and not any(ch.isupper() or ch.islower() for ch in name)
        and not any(ch.isdigit() for ch in name)
    )
