"""What a notebook shows of a search: counts, then the hits with their words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.archive.search.results import Evidence, Hit, SearchResult
from dragoman.text.markup import escaped, marked, table

_HEADS = ("article", "published", "outlet", "kind", "act", "who", "whom", "date", "words")


def found_html(found: SearchResult) -> str:
    """Return the counts and the hits."""
    kinds = (
        ("articles", found.articles), ("events", found.events), ("quotations", found.quotations),
        ("positions", found.positions),
    )  # fmt: skip
    counts = ", ".join(f"{number:,} {kind}" for kind, number in kinds if number is not None)
    return hits_html(f"{found.query}: {counts}; {len(found.hits)} shown", found.hits)


def hits_html(caption: str, hits: Iterable[Hit]) -> str:
    """Return a table with a row for each piece of evidence."""
    return table(caption, _HEADS, (row for hit in hits for row in _rows(hit)))


def _rows(hit: Hit) -> Iterator[tuple[str, ...]]:
    page = (hit.headline or "(no headline)", (hit.published or "undated")[:10], hit.outlet or "")
    cells = tuple(map(escaped, page))
    for one in hit.evidence:
        told = (one.kind, one.act, one.who, one.whom, one.date)
        yield (*cells, *(escaped(cell or "") for cell in told), _words(one))
    if not hit.evidence:
        yield (*cells, *[""] * 6)


def _words(evidence: Evidence) -> str:
    return marked(evidence.context, [evidence.span.shift(-evidence.context_start)])
