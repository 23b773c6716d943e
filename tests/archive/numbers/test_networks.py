"""Who acts on whom, who quotes whom, who cites whom."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from dragoman.archive import ArchiveFile
from dragoman.errors import QueryError


@pytest.fixture
def web(archive: ArchiveFile, news: ModuleType) -> ArchiveFile:
    """Three articles: two tell one visit, a summit, quotations and source chains."""
    visit = news.act("CONSULT", "Holm NOR", "FRA", date="2024-05-01")
    summit = news.act("AGREE", "NOR, FRA", date="2024-05-02", reciprocal=True)
    for readout in (
        news.article(1, "2024-05-01", "A", [visit], said=["Holm NOR", "Holm NOR"], cited=["Wire"]),
        news.article(
            2, "2024-05-02", "B", [visit, summit], said=["Brand FRA"], cited=["Wire", "A"]
        ),
        news.article(
            3, "2024-05-03", "B", [news.act("ACCUSE", "rebels MLI", "MLI")], cited=["wire"]
        ),
    ):
        archive.put(readout)
    return archive


def _ties(found: Any) -> dict[tuple[str, str], tuple[int, int, int]]:
    return {(t.source, t.target): (t.count, t.reports, t.articles) for t in found}


def test_who_acts_on_whom_by_country(web: ArchiveFile) -> None:
    found = web.network()
    assert _ties(found) == {
        ("NOR", "FRA"): (2, 3, 2),  # the summit goes both ways, and nobody meets himself
        ("FRA", "NOR"): (1, 1, 1),
        ("MLI", "MLI"): (1, 1, 1),
    }
    first = found[0]
    assert (first.source, first.cooperation, first.conflict) == ("NOR", 2, 0)
    assert (first.first, first.last, first.outlets) == ("2024-05-01", "2024-05-02", 2)
    assert found.basis.events == 3


def test_who_acts_on_whom_by_name(web: ArchiveFile) -> None:
    assert _ties(web.network(nodes="actor")) == {
        ("Holm", "Government of FRA"): (1, 2, 2),
        ("Government of NOR", "Government of FRA"): (1, 1, 1),
        ("Government of FRA", "Government of NOR"): (1, 1, 1),
        ("rebels", "Government of MLI"): (1, 1, 1),
    }


def test_who_quotes_whom(web: ArchiveFile) -> None:
    found = web.network(of="quotes")
    assert _ties(found) == {("A", "Holm"): (2, 2, 1), ("B", "Brand"): (1, 1, 1)}
    assert (found[0].conflict, found[0].mean_score, found[0].last) == (None, None, "2024-05-01")
    assert found.basis.events == 3
    assert "quotations" in found.basis.filter
    assert _ties(web.network(of="quotes", nodes="country"))["A", "NOR"] == (2, 2, 1)
    assert _ties(web.network("speaker:Brand", of="quotes")) == {("B", "Brand"): (1, 1, 1)}
    assert len(web.network(of="quotes", until="2024-04")) == 0


def test_who_cites_whom(web: ArchiveFile) -> None:
    found = web.network(of="citations")
    assert _ties(found) == {
        ("A", "Wire"): (2, 2, 2),  # on its own, and as it is cited by B
        ("B", "A"): (1, 1, 1),
        ("B", "wire"): (1, 1, 1),
    }
    assert found.basis.events == 3
    assert _ties(web.network("outlet:a", of="citations")) == {("A", "Wire"): (1, 1, 1)}


def test_the_most_frequent_ties_come_first(web: ArchiveFile) -> None:
    assert [t.source for t in web.network(most=1)] == ["NOR"]


def test_older_revisions_have_no_ties(archive: ArchiveFile, news: ModuleType) -> None:
    for number, who in ((1, "NOR"), (2, "FRA")):
        archive.put(
            news.article(
                number, "2024-05-01", "A", [news.act("AID", who, "MLI")], said=[who], cited=[who * 2],
                url="https://news.example/1",
            )
        )  # fmt: skip
    assert _ties(archive.network()) == {("FRA", "MLI"): (1, 1, 1)}
    assert _ties(archive.network(of="quotes", nodes="country")) == {("A", "FRA"): (1, 1, 1)}
    assert _ties(archive.network(of="citations")) == {("A", "FRAFRA"): (1, 1, 1)}


@pytest.mark.parametrize(
    "wrong", [{"of": "friends"}, {"nodes": "town"}, {"of": "citations", "nodes": "country"}]
)
def test_kinds_of_ties_are_checked(archive: ArchiveFile, wrong: dict[str, str]) -> None:
    with pytest.raises(QueryError) as caught:
        archive.network(**wrong)  # type: ignore[arg-type]
    assert caught.value.hint


def test_an_empty_archive_has_no_ties(archive: ArchiveFile) -> None:
    assert [len(archive.network(of=of)) for of in ("acts", "quotes", "citations")] == [0, 0, 0]
