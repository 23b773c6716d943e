"""HTML → Article against trafilatura's own extraction of the same pages."""

from __future__ import annotations

from collections.abc import Sequence

import dragoman as dg
from benchmarks.timing import Timing, against, timed


def reading_against_trafilatura(pages: Sequence[bytes]) -> list[Timing]:
    """Time `dg.read_page` (body, metadata, images) and trafilatura (body, metadata)."""
    from trafilatura import bare_extraction

    def trafilatura() -> None:
        for page in pages:
            bare_extraction(page, with_metadata=True)

    def dragoman() -> None:
        for page in pages:
            try:
                dg.read_page(page)
            except dg.PageError:
                continue

    dg.read_page(pages[0])  # loads tables and models before the clock starts
    bare_extraction(pages[0], with_metadata=True)
    return against(
        ("HTML, trafilatura with metadata", timed(trafilatura)),
        {"HTML, dragoman.read_page": timed(dragoman)},
        len(pages),
    )
