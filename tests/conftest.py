"""Fixtures that every layer's tests share: one language model, short ways to a readout, an archive."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile
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


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def crafted() -> ModuleType:
    """The maker of hand-made readouts: ``crafted.readout()``, ``crafted.article(url=…)``."""
    return _beside("crafted")


@pytest.fixture(scope="session")
def news() -> ModuleType:
    """The maker of articles that tell acts: ``news.article(1, "2024-05", acts=[news.act(…)])``."""
    return _beside("news")


@pytest.fixture(scope="session")
def readout(crafted: ModuleType) -> Readout:
    """One readout that holds every kind of record."""
    made: Readout = crafted.readout()
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[ArchiveFile]:
    """An empty archive."""
    with ArchiveFile(tmp_path / "some.dragoman") as opened:
        yield opened
