"""An HTML page to an `Article`: one tree, its metadata and images, and which blocks are body."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.records import Article


def read_html(html: str, url: str | None, raw_sha256: str) -> Article:
    """Read an HTML page.

    Args:
        html: The page's source, decoded.
        url: Where it was published, if known.
        raw_sha256: Digest of its bytes, in hex.

    Returns:
        The article; one without body carries the `Problem` E_NO_ARTICLE.
    """
    from dragoman.reading.html.assemble import article_from_html
    from dragoman.reading.html.dom import parse_page

    return article_from_html(parse_page(html, url), raw_sha256)
