"""Numbers as tables of Arrow, pandas and polars."""

from __future__ import annotations

from types import ModuleType

import pytest

from dragoman.analysis import changes
from dragoman.archive import ArchiveFile


@pytest.fixture
def some(archive: ArchiveFile, news: ModuleType) -> ArchiveFile:
    """One event in one article."""
    acts = [news.act("AID", "NOR", "MLI")]
    archive.put(news.article(1, "2024-05-12", "A", acts, said=["NOR"], cited=["Wire"]))
    return archive


def test_counts_become_tables(some: ArchiveFile) -> None:
    found = some.counts(by="type", every="month")
    table = found.to_arrow()
    assert table.num_rows == 1
    assert table.to_pylist()[0]["events"] == 1
    frame = found.to_pandas()
    assert frame.loc[0, ["period", "type", "events"]].tolist() == ["2024-05", "AID", 1]
    assert found.to_polars()["type"].to_list() == ["AID"]


def test_every_answer_becomes_a_table(some: ArchiveFile) -> None:
    for found in (
        some.dyad("NOR", "MLI"), some.network(), some.network(of="quotes"),
        some.network(of="citations"), some.occurrences(), changes(some), some.counts(since="2025"),
    ):  # fmt: skip
        assert found.to_arrow().num_rows == len(found)
        assert len(found.to_pandas()) == len(found)
