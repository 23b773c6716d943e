"""An HTML page as one tree, parsed once, with its traps disarmed.

What a reader of the page would not see is out of the way: scripts, styles, templates and comments
are gone from the tree, and `Page.hidden` names the elements that the page itself hides. Time and
memory are bounded for hostile pages: giant tags lose their attributes, JSON-LD is read up to a
limit, and nesting deeper than the parser keeps is reported (lxml drops it without a word).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from dragoman.reading.html.jsonld import read_jsonld
from dragoman.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# libxml2 compares each attribute with all before it: 40,000 in one tag took 2.0 s, 200,000 a
# minute. Tags of real pages have a few dozen.
_GIANT_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})\s[^<>]{20000,}")
_ATTRIBUTE = re.compile(r"[\s\"'][A-Za-z_:@][\w:.-]{0,80}\s?=|\s[A-Za-z]\w{0,80}(?=\s)")
_MAX_ATTRIBUTES = 1_000
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
_HIDING_STYLE = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden"
    r"|font-size\s{0,9}:\s{0,9}0(?:px|em|rem|%|pt)?\s{0,9}(?:;|!|$)",
    re.IGNORECASE,
)
# Text that a script shows once it has checked a subscription is the article all the same.
_WITHHELD = re.compile(r"paywall|subscriber-?(?:only|content)|premium-?content", re.IGNORECASE)
_NEVER_TEXT = ("script", "style", "template")


@dataclass(frozen=True)
class Page:
    """One HTML page.

    Attributes:
        tree: Root element of the parsed page, without comments, scripts, styles and templates.
            An empty page has an empty ``<html>``.
        html: The source as given.
        url: Where it was published, if known.
        jsonld: The objects of its JSON-LD scripts, lists and ``@graph`` opened.
        problems: What the parser could not keep (E_DEPTH, E_TRUNCATED).
        hidden: Top elements of the parts that the page hides from its readers
            (``hidden``, ``display:none``, ``<noscript>``, …).
    """

    tree: HtmlElement
    html: str
    url: str | None
    jsonld: tuple[Mapping[str, Any], ...]
    problems: tuple[Problem, ...]
    hidden: frozenset[HtmlElement] = field(default_factory=frozenset)

    def is_hidden(self, element: HtmlElement) -> bool:
        """Whether ``element`` or one that holds it is hidden from readers."""
        if element in self.hidden:
            return True
        return any(holder in self.hidden for holder in element.iterancestors())


def parse_page(html: str, url: str | None = None) -> Page:
    """Parse ``html`` into a `Page`; any string gives one, if an empty one.

    Args:
        html: The page's source, decoded. NULs and lone surrogates become U+FFFD.
        url: Where it was published, if known.
    """
    source = _GIANT_TAG.sub(_without_attributes, _UNREADABLE.sub("�", html))
    tree, problems = _parse(source, url)
    scripts = [
        "".join(script.itertext())
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    ]
    jsonld = read_jsonld(scripts)
    etree.strip_elements(tree, *_NEVER_TEXT, with_tail=False)
    if _is_cut(source):
        problems += (
            Problem(
                code="E_TRUNCATED",
                message="The HTML ends in the middle.",
                hint="Fetch the page again: its end may hold more of the article.",
                source=url,
                severity="warning",
            ),
        )
    return Page(tree, html, url, jsonld, problems, frozenset(_hidden(tree)))


def _without_attributes(tag: re.Match[str]) -> str:
    count = sum(1 for _ in _ATTRIBUTE.finditer(tag[0]))
    return f"<{tag[1]} " if count > _MAX_ATTRIBUTES else tag[0]


def _parse(source: str, url: str | None) -> tuple[HtmlElement, tuple[Problem, ...]]:
    tree, too_deep = _tree(source, huge=False)
    if not too_deep:
        return tree, ()
    # The parser stops at 256 levels and drops all that follows; its "huge" mode goes to 2,048.
    tree, still_too_deep = _tree(source, huge=True)
    lost = "what stands deeper, and after it, is lost" if still_too_deep else "all was kept"
    problem = Problem(
        code="E_DEPTH",
        message=f"Elements are nested more than 256 levels deep; {lost}.",
        hint="Look at the page in a browser: its HTML is broken or hostile.",
        source=url,
        severity="warning" if still_too_deep else "note",
    )
    return tree, (problem,)


def _tree(source: str, *, huge: bool) -> tuple[HtmlElement, bool]:
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=huge
    )
    # Bytes, since lxml refuses a string with an XML encoding declaration.
    tree = etree.fromstring(source.encode() or b"<html></html>", parser)
    if tree is None:
        tree = etree.fromstring(b"<html></html>", parser)
    too_deep = any(
        entry.type_name == "ERR_RESOURCE_LIMIT" and "depth" in entry.message
        for entry in parser.error_log
    )
    return tree, too_deep


def _is_cut(source: str) -> bool:
    """Whether the source starts a document and stops inside a tag, a comment or an element."""
    tail = source[-2000:].rstrip()
    if source.rfind("<!--") > source.rfind("-->"):
        return "</html" not in tail.lower()
    opened = tail.rfind("<")
    if opened > tail.rfind(">") and re.match(r"</?[a-zA-Z]", tail[opened:]):
        return True
    lower = tail.lower()
    return "</html" not in lower and "</body" not in lower and "<body" in source.lower()


def _hidden(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("noscript"):
        yield element
    for element in tree.xpath("//body//*[@hidden or @style]"):
        style = element.get("style")
        hides = element.get("hidden") not in (None, "false", "until-found") or (
            style and _HIDING_STYLE.search(style)
        )
        if hides and not _WITHHELD.search(element.get("class") or ""):
            yield element
