"""The blocks of an article in page order, each with its kind: what a reader of the page reads.

Running text is what `judge` says. The headline, bylines, dates, captions and credits are where the
metadata and the images were found; they are never running text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.html.judge import judge
from dragoman.reading.html.segments import cut_segments
from dragoman.reading.labels import find_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.images import FoundImage
    from dragoman.reading.html.metadata import PageMetadata
    from dragoman.reading.html.segments import Holder, Segment
    from dragoman.records.vocabulary import BlockKind
    from dragoman.text.spans import Span

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEAD_KINDS = frozenset({"headline", "standfirst", "byline", "dateline"})
_LONG = 60
"""Characters from which words that stand twice are a copy: shorter ones may be a refrain."""
_LONGEST_SUBHEAD = 120
_LONGEST_LINE = 300
"""Characters of the longest byline or date line: a longer segment that holds one is prose."""


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """One block of the article.

    Attributes:
        kind: What it is; never "furniture".
        text: Normalised, one line.
        element: The block element that holds it.
        links: Spans in `text` and the raw ``href`` of each link.
    """

    kind: BlockKind
    text: str
    element: HtmlElement
    links: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An article's blocks in page order, and the expected share of wrong characters in it."""

    blocks: tuple[BodyBlock, ...]
    doubt: float


def find_body(page: Page, metadata: PageMetadata, images: tuple[FoundImage, ...]) -> Body:
    """Find the blocks of the article on a page.

    Args:
        page: The page.
        metadata: Its metadata, with the elements that print them.
        images: Its images, with the elements that print captions and credits.
    """
    cut = cut_segments(page)
    roles = _roles(metadata, images)
    judgement = judge(page, cut)
    blocks = []
    for segment, is_body in zip(cut.segments, judgement.is_body, strict=True):
        kind = _printed_kind(segment, roles)
        if kind is None and is_body:
            kind = _body_kind(segment)
        if kind is not None:
            blocks.append(BodyBlock(kind, segment.text, segment.holder.element, segment.links))
    return Body(tuple(_distinct(blocks)), judgement.doubt)


def _distinct(blocks: list[BodyBlock]) -> Iterator[BodyBlock]:
    """Leave out what a page prints again for other screens: heads, and long running text."""
    seen: set[str] = set()
    for block in blocks:
        again = block.text in seen
        if again and (block.kind in _HEAD_KINDS or len(block.text) >= _LONG):
            continue
        seen.add(block.text)
        yield block


def _roles(metadata: PageMetadata, images: tuple[FoundImage, ...]) -> dict[HtmlElement, BlockKind]:
    """Return what the elements are that metadata and images were read from."""
    roles: dict[HtmlElement, BlockKind] = {}
    _assign(roles, (image.caption_element for image in images), "caption")
    _assign(roles, (image.credit_element for image in images), "credit")
    _assign(roles, metadata.date_elements, "dateline")
    _assign(roles, metadata.byline_elements, "byline")
    _assign(roles, [metadata.standfirst_element], "standfirst")
    _assign(roles, [metadata.headline_element], "headline")
    return roles


def _assign(
    roles: dict[HtmlElement, BlockKind], elements: Iterable[HtmlElement | None], kind: BlockKind
) -> None:
    for element in elements:
        if element is not None:
            roles[element] = kind


def _printed_kind(segment: Segment, roles: dict[HtmlElement, BlockKind]) -> BlockKind | None:
    held = _holder_kind(segment, roles)
    if held == "caption":  # a credit inside it is a part of the caption's line
        return held
    for element in segment.inline:
        if (kind := roles.get(element)) is not None and _is_line(segment, kind):
            return kind
    return held


def _holder_kind(segment: Segment, roles: dict[HtmlElement, BlockKind]) -> BlockKind | None:
    holder: Holder | None = segment.holder
    for _ in range(6):
        if holder is None:
            break
        kind = roles.get(holder.element)
        if kind is not None and _is_line(segment, kind):
            return kind
        holder = holder.parent
    return None


def _is_line(segment: Segment, kind: BlockKind) -> bool:
    return kind not in {"byline", "dateline"} or len(segment.text) <= _LONGEST_LINE


def _body_kind(segment: Segment) -> BlockKind:
    label = find_label(segment.text)
    if label is not None and label.span.end >= len(segment.text):
        return "label"
    tags = [segment.holder.tag]
    if segment.holder.parent is not None:
        tags.append(segment.holder.parent.tag)
    if tags[0] in _HEADINGS or _is_bold_line(segment):
        return "subhead"
    return "list_item" if "li" in tags else "paragraph"


def _is_bold_line(segment: Segment) -> bool:
    text = segment.text
    return (
        segment.strong >= 0.95 * len(text)
        and len(text) <= _LONGEST_SUBHEAD
        and not text.endswith((".", "”", '"', "»", "。"))
        and segment.holder.tag in {"p", "div"}
    )
