"""Smaller facts about the page: its language, its section, its standfirst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebooks.page_parts import page_parts
from dragoman.reading.html.metadata.declared import clean
from dragoman.reading.html.metadata.names import folded
from dragoman.reading.html.metadata.visible import text_of
from dragoman.reading.language import guess_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.declared import Declared
    from dragoman.reading.html.metadata.visible import Lead

_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_OLD_CODES = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "jp": "ja", "ua": "uk"}
"""Withdrawn codes, the two Norwegians under one, and country codes taken for languages."""

_SAMPLE = 4_000
_NO_STANDFIRST = frozenset({"a", "time", "img", "li", "ul"})


def read_language(page: Page, declared: Declared) -> str | None:
    """Return the language of the page's paragraphs, as ISO 639-1.

    The words decide: ``lang`` is often the template's ("en" on Turkish pages). Where they are
    too few to tell, the declaration does.
    """
    sample: list[str] = []
    length = 0
    for paragraph in page.tree.iter("p"):
        words = text_of(paragraph)
        if len(words) > 60:
            sample.append(words)
            length += len(words)
        if length > _SAMPLE:
            break
    return guess_language(" ".join(sample)) or declared_language(page, declared)


def declared_language(page: Page, declared: Declared) -> str | None:
    """Return the language that the page declares, as ISO 639-1."""
    written = (page.tree.get("lang"), page.tree.get("xml:lang"), declared.field("inLanguage"),
               declared.meta("content-language", "language", "og:locale", "dc.language"))  # fmt: skip
    for tag in written:
        match = _TAG.fullmatch((tag or "").strip())
        if match:
            code = match[1].lower()
            return _OLD_CODES.get(code, code)
    return None


def day_first(page: Page, declared: Declared) -> bool | None:
    """Return how the page's readers read "03/04/2023": day first unless American; None if unsure."""
    tags = " ".join(t for t in (page.tree.get("lang"), declared.meta("og:locale")) if t).lower()
    if "us" in re.split(r"[-_ ]", tags):
        return False
    language = declared_language(page, declared)
    if language == "en":
        return None if "-" not in tags and "_" not in tags else True
    return None if language is None else True


def read_section(declared: Declared, headline: str | None) -> str | None:
    """Return the section that the article is declared to stand in."""
    for section in (declared.meta("article:section"), declared.field("articleSection")):
        if section and len(section) <= 60 and folded(section) not in folded(headline or ""):
            return section
    return None


def find_standfirst(declared: Declared, lead: Lead) -> HtmlElement | None:
    """Return the element of the lead that prints the standfirst.

    It prints the declared description, or its class says so.
    """
    described = [
        folded(text)
        for text in (declared.field("description"), declared.meta("og:description", "description"))
        if text and len(text) > 40
    ]
    best: HtmlElement | None = None
    for element in lead.elements:
        if element is lead.headline or element.tag in _NO_STANDFIRST or _in_figure(element):
            continue
        words = text_of(element) if len(element) < 30 else ""
        if not 30 < len(words) < 900:
            continue
        named = page_parts().standfirst.search(element.get("class") or "") or element.get(
            "itemprop"
        ) in {
            "description",
            "alternativeHeadline",
        }
        start = folded(words[:200])[:60]
        if any(d.startswith(start) and len(words) < 3 * len(d) for d in described):
            best = element  # the innermost of nested ones comes last
            continue
        if named and best is None:
            best = element
    return best


def _in_figure(element: HtmlElement) -> bool:
    """Whether an element is a picture's: outlets also describe pages by the lead's caption."""
    return element.tag in {"figure", "figcaption"} or any(
        holder.tag == "figure" for holder in element.iterancestors()
    )


def standfirst_text(element: HtmlElement | None) -> str | None:
    """Return the words of the standfirst."""
    return None if element is None else clean(text_of(element)) or None
