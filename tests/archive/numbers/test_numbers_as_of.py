"""What numbers would have been: no article counts before it was there."""

from __future__ import annotations

from types import ModuleType

import pytest

import dragoman as dg
from dragoman.analysis import changes, timeline
from dragoman.archive import ArchiveFile
from dragoman.errors import QueryError

URL = "https://news.example/1"


@pytest.fixture
def revised(archive: ArchiveFile, news: ModuleType) -> ArchiveFile:
    """A page of May that a later one in June corrects, and another page of July."""
    for readout in (
        news.article(1, "2024-05-12", "A", [news.act("AID", "NOR", "FRA")], said=["NOR"], url=URL),
        news.article(2, "2024-06-12", "A", [news.act("AID", "MLI", "FRA")], cited=["W"], url=URL),
        news.article(3, "2024-07-12", "B", [news.act("ACCUSE", "NOR", "FRA", date="2024-05-01")]),
    ):
        archive.put(readout)
    return archive


@pytest.mark.parametrize(
    ("as_of", "sources", "articles"),
    [
        ("2024-04", [], 0),
        ("2024-05", ["NOR"], 1),
        ("2024-06", ["MLI"], 1),
        ("2024", ["MLI", "NOR"], 2),
        (None, ["MLI", "NOR"], 2),
    ],
)
def test_counts_have_each_page_in_its_revision_of_then(
    revised: ArchiveFile, as_of: str | None, sources: list[str], articles: int
) -> None:
    found = revised.counts(by="source", as_of=as_of)
    assert sorted(row.source or "" for row in found) == sources
    assert found.basis.articles == articles


def test_every_number_can_be_asked_as_of_a_day(revised: ArchiveFile) -> None:
    assert revised.dyad("NOR", "FRA", as_of="2024-06").basis.events == 0
    assert revised.dyad("NOR", "FRA", "type:AID", as_of="2024-05").basis.events == 1
    assert [t.source for t in revised.network(as_of="2024-05")] == ["NOR"]
    assert len(revised.network(of="quotes", as_of="2024-05")) == 1
    assert len(revised.network(of="quotes", as_of="2024-06")) == 0
    assert len(revised.network("outlet:a", of="citations", as_of="2024-05")) == 0
    assert [e.type for e in revised.occurrences(as_of="2024-06")] == ["AID"]
    assert timeline(revised, as_of="2024-05").series.basis.articles == 1
    assert revised.latest_day() == "2024-07-12"
    assert changes(revised, as_of="2024-05").basis.period == "2024-04-13 to 2024-05-12"


def test_the_filter_says_so_and_the_other_clock_can_be_asked(revised: ArchiveFile) -> None:
    assert "published by the end of 2024-05-31" in revised.counts(as_of="2024-05").basis.filter
    assert "2024-05-31" in revised.network(of="quotes", as_of="2024-05").basis.filter
    added = revised.counts(as_of=dg.as_of("2024-12", "added"))
    assert added.basis.articles == 0
    with pytest.raises(QueryError):
        revised.counts(as_of="soon")
