"""What a search found, for the eye: counts, facets, then the hits with their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from dragoman.archive import Evidence, Hit, SearchResult
from dragoman.cli.render.layout import Gap, Heading, Line, Part, grid, joined
from dragoman.cli.render.pieces import SHORT
from dragoman.cli.render.symbols import ARROW

_INDENT = SHORT + 2
_SHOWN_VALUES = 6


def found_parts(found: SearchResult, states: Mapping[str, str] | None = None) -> Iterator[Part]:
    """Yield the counts, the facets and the hits, each with a word from ``states`` if given."""
    yield Line(joined((words, "name") for words in _counts(found)))
    if not found.articles:
        return
    yield Gap()
    yield grid((Text(field, "quiet"), _values(values)) for field, values in found.facets.items())
    yield Gap()
    if found.hits:
        more = len(found.hits) < found.articles
        yield Heading("≡", "Newest hits" if more else "Hits", len(found.hits))
    for hit in found.hits:
        yield from _hit(hit, (states or {}).get(hit.article_id, ""))


def _counts(found: SearchResult) -> Iterator[str]:
    yield _amount(found.articles, "article")
    kinds = (
        (found.events, "event"), (found.quotations, "quotation"), (found.positions, "position"),
    )  # fmt: skip
    yield from (_amount(number, kind) for number, kind in kinds if number is not None)


def _amount(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _values(values: tuple[tuple[str, int], ...]) -> Text:
    shown = [f"{value} {count:,}" for value, count in values[:_SHOWN_VALUES]]
    return joined(shown + (["…"] if len(values) > _SHOWN_VALUES else []))


def _hit(hit: Hit, state: str) -> Iterator[Part]:
    yield Line(Text(hit.headline or "(no headline)", "name"), _INDENT, hit.article_id[:SHORT])
    about = (state, (hit.published or "undated")[:10], hit.outlet or "")
    yield Line(joined((words, "quiet") for words in about), _INDENT)
    for evidence in hit.evidence:
        label = evidence.record_id[:SHORT] if evidence.record_id else ""
        yield Line(_evidence(evidence), _INDENT, label)
    yield Gap()


def _evidence(evidence: Evidence) -> Text:
    start = evidence.span.start - evidence.context_start
    words = Text(evidence.context, "words")
    words.stylize("evidence", start, start + evidence.span.length)
    parties = ARROW.join(name for name in (evidence.who, evidence.whom) if name)
    return joined(
        [
            Text(evidence.act or "", "code"),
            Text(evidence.status or "", "quiet"),
            Text(parties),
            Text(evidence.date or "", "quiet"),
            words,
        ]
    )
