"""Puts an HTML page together as an `Article`: text, blocks, links and images with exact spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.html.body import BodyBlock, find_body
from dragoman.reading.html.images import read_images
from dragoman.reading.html.metadata import clean_link, read_metadata
from dragoman.reading.language import guess_language
from dragoman.records import Article, Block, Image, Link, Problem, Span
from dragoman.records.base import article_id
from dragoman.records.vocabulary import BODY_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.images import FoundImage
    from dragoman.records.vocabulary import BlockKind

_HEAD_KINDS: tuple[BlockKind, ...] = ("headline", "standfirst", "byline", "dateline")
_SHORTEST_BODY = 140
"""Characters of body under which a page has no article; the shortest of 311 has 303."""
_MOST_DOUBT = 1.0
"""Expected errors against expected body from which it is no article; the worst of 311 has .91."""


def article_from_html(page: Page, raw_sha256: str) -> Article:
    """Assemble the `Article` of a parsed page."""
    metadata = read_metadata(page)
    images = read_images(page)
    running = find_body(page, metadata, images)
    found = _head_first(running.blocks)
    text, spans = _join(found)
    blocks = [Block(kind=b.kind, span=s) for b, s in zip(found, spans, strict=True)]
    body = [b for b in found if b.kind in BODY_KINDS]
    url = metadata.canonical_url or page.url
    return Article(
        id=article_id(raw_sha256, url),
        url=url,
        outlet=metadata.outlet,
        headline=metadata.headline,
        standfirst=metadata.standfirst,
        byline=metadata.byline,
        published=metadata.published,
        modified=metadata.modified,
        language=metadata.language or guess_language("\n".join(b.text for b in body)),
        section=metadata.section,
        text=text,
        blocks=tuple(blocks),
        images=tuple(_image(image, found, spans) for image in images),
        links=tuple(_links(found, spans, url)),
        format="html",
        raw_sha256=raw_sha256,
        problems=(*page.problems, *metadata.problems, *_missing(body, running.doubt, page)),
    )


def _head_first(blocks: tuple[BodyBlock, ...]) -> list[BodyBlock]:
    """Headline, standfirst, byline and date come first; the rest stays in page order."""
    head = [block for block in blocks if block.kind in _HEAD_KINDS]
    rest = [block for block in blocks if block.kind not in _HEAD_KINDS]
    head.sort(key=lambda block: _HEAD_KINDS.index(block.kind))
    return head + rest


def _join(blocks: list[BodyBlock]) -> tuple[str, list[Span]]:
    spans, at = [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block.text)))
        at += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), spans


def _links(blocks: list[BodyBlock], spans: list[Span], base: str | None) -> Iterable[Link]:
    for block, span in zip(blocks, spans, strict=True):
        if block.kind in BODY_KINDS:
            for place, href in block.links:
                target = clean_link(href, base)
                if target is not None:
                    yield Link(url=target, span=place.shift(span.start))


def _image(image: FoundImage, blocks: list[BodyBlock], spans: list[Span]) -> Image:
    return Image(
        url=image.url,
        caption=image.caption,
        caption_span=_place("caption", image.caption, blocks, spans),
        credit=image.credit,
        credit_span=_place("credit", image.credit, blocks, spans),
        alternative_text=image.alternative_text,
    )


def _place(
    kind: BlockKind, words: str | None, blocks: list[BodyBlock], spans: list[Span]
) -> Span | None:
    if not words:
        return None
    for block, span in zip(blocks, spans, strict=True):
        if block.kind in {kind, "caption"} and (at := block.text.find(words)) >= 0:
            return Span(span.start + at, span.start + at + len(words))
    return None


def _missing(body: list[BodyBlock], doubt: float, page: Page) -> Iterable[Problem]:
    if sum(len(block.text) for block in body) < _SHORTEST_BODY or doubt > _MOST_DOUBT:
        yield Problem(
            code="E_NO_ARTICLE",
            message="The page holds no article.",
            hint="It may be an index, a paywall or a cookie wall: open it in a browser and save it.",
            source=page.url,
        )
