"""Judgements find their words again in another text of their page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.records import Judgement, Readout
from dragoman.records.judgement import judgement_id
from dragoman.text.differences import Difference, carried, differences
from dragoman.text.spans import Span


def carried_over(
    old: str, judgements: Iterable[Judgement], readout: Readout
) -> tuple[Judgement, ...]:
    """Return the judgements on an older revision that hold for a newer one.

    Those whose words stand in it unchanged; each is that of the same person at the same time.
    """
    text, article = readout.article.text, readout.article.id
    found = differences(old, text)
    kept = []
    for one in judgements:
        span = carried(one.anchor, found) if one.withdrawn_at is None else None
        if span is not None and span.of(text) == one.words:
            update = {
                "id": judgement_id(article, one.kind, span, one.by, one.at),
                "article_id": article,
                "anchor": span,
            }
            kept.append(one.model_copy(update=update))
    return tuple(kept)


def moved(judgements: Iterable[Judgement], old: str, new: str) -> Iterator[Judgement]:
    """Yield the judgements on an article whose words stand somewhere in its new text."""
    found = differences(old, new)
    for one in judgements:
        span = _new_place(one, found, new)
        if span is not None:
            yield one.model_copy(update={"anchor": span})


def _new_place(judgement: Judgement, found: Sequence[Difference], new: str) -> Span | None:
    span = carried(judgement.anchor, found)
    if span is not None and span.of(new) == judgement.words:
        return span
    first = new.find(judgement.words)
    if first < 0 or new.find(judgement.words, first + 1) >= 0:
        return None  # gone, or in several places: nobody can say which was meant
    return Span(first, first + len(judgement.words))
