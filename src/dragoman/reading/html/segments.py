"""Cuts a page into segments: the smallest runs of text that can be a block of an article.

A segment is the inline content between two borders of block elements, or between two line breaks
that part paragraphs. Its text is final: entities resolved, white space collapsed, soft hyphens and
zero-width spaces gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

from dragoman.text.spans import Span, trimmed

if TYPE_CHECKING:
    from dragoman.reading.html.dom import Page

BLOCK_TAGS = frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li",
    "main", "menu", "nav", "ol", "p", "picture", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_NO_TEXT = frozenset({
    "applet", "area", "audio", "button", "canvas", "datalist", "embed", "frameset", "head",
    "iframe", "input", "map", "noembed", "noframes", "object", "option", "progress", "select",
    "svg", "textarea", "title", "video",
})  # fmt: skip
_WHITE = re.compile(r"[\s\u2028\u2029]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_ENDS_SENTENCE = re.compile(r"[.!?…:。！？।؟۔][\"'”’»)\]]{0,3}$")


@dataclass(frozen=True, slots=True, eq=False)
class Holder:
    """A block element; `number` counts them in page order, the root's parent is None."""

    element: HtmlElement
    tag: str
    parent: Holder | None
    depth: int
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A run of inline text.

    Attributes:
        text: Normalised, never empty.
        holder: The nearest block element around it.
        links: Pairs of a span in `text` and the raw ``href``.
        strong: How many of its characters are bold or headings by markup.
        inline: All inline elements in it, in page order.
        wrapper: The one inline element that holds the whole run, if there is one.
    """

    text: str
    holder: Holder
    links: tuple[tuple[Span, str], ...]
    strong: int
    inline: tuple[HtmlElement, ...]
    wrapper: HtmlElement | None

    @property
    def link_share(self) -> float:
        """The share of its characters that are link text, in [0, 1]."""
        linked = sum(span.length for span, _ in self.links)
        return min(1.0, linked / len(self.text))


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's visible text in page order, and all its block elements in page order."""

    segments: list[Segment]
    holders: list[Holder]


@dataclass(slots=True)
class _Run:
    """Text being gathered; `pieces` are normalised, `size` is their length so far."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    ends_in_space: bool = True
    links: list[tuple[int, int, str]] = field(default_factory=list)
    strong: int = 0
    inline: list[HtmlElement] = field(default_factory=list)
    tops: list[HtmlElement] = field(default_factory=list)
    bare: bool = False  # some text stands outside the inline elements in `tops`

    def add(self, raw: str) -> None:
        text = _WHITE.sub(" ", _INVISIBLE.sub("", raw))
        if self.ends_in_space:
            text = text.removeprefix(" ")
        if text:
            self.pieces.append(text)
            self.size += len(text)
            self.ends_in_space = text.endswith(" ")


class _Cutter:
    """Walks the tree once and keeps the run between two borders."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.segments: list[Segment] = []
        self.holders: list[Holder] = []
        self.holder: Holder | None = None
        self.run = _Run()
        self.link_starts: list[tuple[int, str]] = []
        self.strong_starts: list[int] = []
        self.inline_depth = 0
        self.breaks = 0

    def walk(self) -> Cut:
        walker = etree.iterwalk(self.page.tree, events=("start", "end"))
        hidden = self.page.hidden
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if not isinstance(tag, str) or tag in _NO_TEXT or element in hidden:
                    walker.skip_subtree()
                else:
                    self._open(element, tag)
            else:
                if isinstance(tag, str) and tag not in _NO_TEXT and element not in hidden:
                    self._close(tag)
                if element.tail:
                    self._text(element.tail)
        self._flush()
        return Cut(self.segments, self.holders)

    def _open(self, element: HtmlElement, tag: str) -> None:
        if tag in BLOCK_TAGS:
            self._flush()
            depth = self.holder.depth + 1 if self.holder else 0
            self.holder = Holder(element, tag, self.holder, depth, len(self.holders))
            self.holders.append(self.holder)
        elif tag == "br":
            self.breaks += 1
            return
        else:
            self.run.inline.append(element)
            if self.inline_depth == 0:
                self.run.tops.append(element)
            self.inline_depth += 1
            if tag == "a":
                self.link_starts.append((self.run.size, element.get("href") or ""))
            elif tag in {"b", "strong"}:
                self.strong_starts.append(self.run.size)
        if element.text:
            self._text(element.text)

    def _close(self, tag: str) -> None:
        if tag in BLOCK_TAGS:
            self._flush()
            if self.holder is not None:
                self.holder = self.holder.parent
        elif tag != "br":
            self.inline_depth = max(0, self.inline_depth - 1)
            if tag == "a" and self.link_starts:
                start, href = self.link_starts.pop()
                self.run.links.append((start, self.run.size, href))
            elif tag in {"b", "strong"} and self.strong_starts:
                self.run.strong += self.run.size - self.strong_starts.pop()

    def _text(self, raw: str) -> None:
        if self.breaks and not raw.isspace():
            if self.breaks > 1 or _ENDS_SENTENCE.search("".join(self.run.pieces[-3:]).rstrip()):
                self._flush()
            else:
                self.run.add(" ")
            self.breaks = 0
        self.run.add(raw)
        if self.inline_depth == 0 and not raw.isspace():
            self.run.bare = True

    def _flush(self) -> None:
        run, self.run, self.breaks = self.run, _Run(), 0
        # Inline elements that are still open go on in the next run.
        for start, href in self.link_starts:
            run.links.append((start, run.size, href))
        run.strong += sum(run.size - start for start in self.strong_starts)
        self.link_starts = [(0, href) for _, href in self.link_starts]
        self.strong_starts = [0] * len(self.strong_starts)
        text = "".join(run.pieces).rstrip()
        if not text or self.holder is None:
            return
        links = tuple(
            (span, href)
            for start, end, href in run.links
            if (span := trimmed(text, Span(start, min(end, len(text))))).length > 0
        )
        wrapper = run.tops[0] if len(run.tops) == 1 and not run.bare else None
        strong = min(run.strong, len(text))
        self.segments.append(Segment(text, self.holder, links, strong, tuple(run.inline), wrapper))


def cut_segments(page: Page) -> Cut:
    """Cut the page's visible text into segments.

    Takes time linear in the size of the page; nesting costs no recursion.
    """
    return _Cutter(page).walk()
