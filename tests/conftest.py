"""Fixtures that every layer's tests share: one language model per run, short ways to a readout."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extraction import extract
from dragoman.extraction.language import LanguageModel, load_model
from dragoman.extraction.passages import ParsedArticle, parse_all
from dragoman.records import Article, Readout


@pytest.fixture(scope="session")
def model() -> LanguageModel:
    """The language model that this machine's users get."""
    return load_model()


@pytest.fixture(scope="session")
def parse(model: LanguageModel) -> Callable[..., ParsedArticle]:
    """Parse a text: ``parse("…", published="2023-11-01")``."""

    def parsed(text: str, published: str | None = "2023-11-01") -> ParsedArticle:
        return next(parse_all([Article.from_text(text, published=published)], model))

    return parsed


@pytest.fixture(scope="session")
def read(model: LanguageModel) -> Callable[..., Readout]:
    """Read a text to its readout: ``read("…", published="2023-11-01")``."""

    def readout(text: str, published: str | None = "2023-11-01") -> Readout:
        return extract(Article.from_text(text, published=published), model=model)

    return readout
