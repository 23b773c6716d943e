"""HTML pages: body, title, date, author, images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dragoman as dg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read each page; ``record["html"]`` is its bytes, ``record["url"]`` its address."""
    for record in records:
        article = dg.read_page(record["html"], url=record.get("url"))
        yield {
            "id": record["id"],
            "text": article.body,
            "title": article.headline,
            "date": article.published.day if article.published else None,
            "author": list(article.byline),
            "images": [
                {"caption": image.caption, "credit": _credits(image.credit)}
                for image in article.images
            ],
        }


def _credits(printed: str | None) -> list[str]:
    """Photographer and library stand in one credit, parted by a bar."""
    return printed.split(" | ") if printed else []
