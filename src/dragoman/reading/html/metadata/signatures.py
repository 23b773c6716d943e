"""Names set as a line of their own at the edge of the text: "<p><strong>Name</strong></p>"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.reading.html.metadata.names import looks_personal, names_in
from dragoman.reading.html.metadata.visible import is_aside, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.metadata.visible import Lead

_PARAGRAPH = 80
"""Characters from which a line belongs to the running text."""

_EDGE = 4
"""Lines before the first and after the last paragraph that may hold a signature."""


class Signature(NamedTuple):
    """The names, and the element that prints them."""

    names: tuple[str, ...]
    elements: tuple[HtmlElement, ...]


def signature(page: Page, lead: Lead) -> Signature | None:
    """Find a signature before the first or after the last paragraph of the running text."""
    if lead.headline is None:
        return None
    holder = _text_holder(page, lead)
    if holder is None:
        return None
    lines = [(child, text_of(child)) for child in holder if isinstance(child.tag, str)]
    lines = [(child, words) for child, words in lines if words]
    long = [place for place, (_, words) in enumerate(lines) if len(words) >= _PARAGRAPH]
    if not long:
        return None
    edges = lines[max(0, long[0] - _EDGE) : long[0]] + lines[long[-1] + 1 : long[-1] + 1 + _EDGE]
    for element, words in edges:
        names = names_in(words, printed=True)
        personal = bool(names) and len(words) <= 60 and all(looks_personal(n) for n in names)
        if personal and not is_aside(page, element, lead.holders):
            return Signature(names, (element,))
    return None


def _text_holder(page: Page, lead: Lead) -> HtmlElement | None:
    """Return the element with the most words in paragraphs that are its children."""
    weight: dict[HtmlElement, int] = {}
    for paragraph in page.tree.iter("p"):
        parent = paragraph.getparent()
        if parent is not None:
            weight[parent] = weight.get(parent, 0) + len(text_of(paragraph))
    best = max(weight, key=lambda e: weight[e], default=None)
    return None if best is None or is_aside(page, best, lead.holders) else best
