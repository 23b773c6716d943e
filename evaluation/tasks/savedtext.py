"""Saved text: which lines of the page are the article's running text.

The shipped model is trained on all development pages, so that its figure on them is optimistic;
`training/train_line_roles.py GOLD --cross-validate` prints the figure on unseen sites.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dragoman as dg
from dragoman.records.vocabulary import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BODY: tuple[BlockKind, ...] = ("standfirst", "paragraph", "list_item", "subhead", "label")


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield {"id", "variant", "body_lines"}; lines are counted by line feeds, from 0."""
    for record in records:
        article = dg.read_page(record["page_text"])
        yield {
            "id": record["id"],
            "variant": record.get("variant"),
            "body_lines": _lines(article),
        }


def _lines(article: dg.Article) -> list[int]:
    """Return the numbers of the lines in which blocks of running text stand."""
    found: set[int] = set()
    line = at = 0
    for block in article.blocks_of(*_BODY):
        line += article.text.count("\n", at, block.span.start)
        at = block.span.start
        breaks = article.words(block.span).count("\n")
        found.update(range(line, line + breaks + 1))
    return sorted(found)
