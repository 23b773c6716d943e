"""Text → records against the bare parse of the same texts with the same model."""

from __future__ import annotations

from collections.abc import Sequence

import dragoman as dg
from benchmarks.timing import Timing, against, timed
from dragoman.extraction.language import load_model


def extraction_against_the_parse(texts: Sequence[tuple[str, str]]) -> list[Timing]:
    """Time `dg.extract_all` and bare ``nlp.pipe`` (default components, whole texts)."""
    model = load_model()
    articles = [dg.Article.from_text(text, published=date) for text, date in texts]
    list(dg.extract_all(articles[:2], model=model))  # loads codebooks before the clock starts

    def bare() -> None:
        for _ in model.nlp.pipe((text for text, _ in texts), batch_size=64):
            pass

    def dragoman() -> None:
        for _ in dg.extract_all(articles, model=model):
            pass

    return against(
        ("text, bare nlp.pipe", timed(bare)),
        {"text, dragoman.extract_all": timed(dragoman)},
        len(texts),
    )
