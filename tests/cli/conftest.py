"""A hand-made readout, and an archive to put it in."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile
from dragoman.records import Readout


def _crafted() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "crafted", Path(__file__).parents[1] / "crafted.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def crafted() -> ModuleType:
    """The maker of hand-made readouts: ``crafted.readout()``, ``crafted.article(url=…)``."""
    return _crafted()


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
