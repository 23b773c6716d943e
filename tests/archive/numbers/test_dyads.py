"""Two states over time."""

from __future__ import annotations

from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile
from dragoman.errors import QueryError


@pytest.fixture
def pair(archive: ArchiveFile, news: ModuleType) -> ArchiveFile:
    """Norway and France in three months; they meet in the last."""
    summit = news.act("CONSULT", "NOR, FRA", date="2024-07-01", reciprocal=True)
    for readout in (
        news.article(1, "2024-05-12", "A", [news.act("ACCUSE", "NOR", "FRA")]),
        news.article(
            2,
            "2024-05-31",
            "B",
            [news.act("AID", "FRA", "NOR"), news.act("SANCTION", "NOR", "FRA", date="2024")],
        ),
        news.article(3, "2024-07-01", "A", [summit, news.act("AID", "NOR", "MLI")]),
        news.article(4, "2024-07-02", "B", [summit]),
    ):
        archive.put(readout)
    return archive


def test_a_series_has_every_month_with_both_ways_and_quads(pair: ArchiveFile) -> None:
    found = pair.dyad("NOR", "FRA")
    assert (found.source, found.target, found.every) == ("NOR", "FRA", "month")
    assert [(p.period, p.events, p.there, p.back, p.cooperation, p.conflict) for p in found] == [
        ("2024-05", 2, 1, 1, 1, 1), ("2024-06", 0, 0, 0, 0, 0), ("2024-07", 1, 1, 1, 1, 0),
    ]  # fmt: skip
    may, june, july = found
    assert (may.verbal_conflict, may.material_cooperation, july.verbal_cooperation) == (1, 1, 1)
    assert (june.mean_score, june.articles, june.score) == (None, 0, 0.0)
    assert (july.reports, july.articles, july.outlets) == (2, 2, 2)
    assert may.score == pytest.approx(2 * (may.mean_score or 0))
    assert (found.basis.events, found.basis.articles, found.basis.unplaced) == (3, 4, 1)


def test_the_other_way_round_is_the_mirror(pair: ArchiveFile) -> None:
    one, other = pair.dyad("NOR", "FRA"), pair.dyad("France", "Norway")
    assert [(p.there, p.back) for p in one] == [(p.back, p.there) for p in other]
    assert [p.events for p in one] == [p.events for p in other]


def test_directed_is_what_the_first_does(pair: ArchiveFile) -> None:
    found = pair.dyad("NOR", "FRA", directed=True)
    assert [(p.period, p.events) for p in found] == [
        ("2024-05", 1), ("2024-06", 0), ("2024-07", 1),
    ]  # fmt: skip
    assert pair.dyad("FRA", "NOR", directed=True)[0].cooperation == 1


def test_the_filter_is_the_language_of_search(pair: ArchiveFile) -> None:
    assert pair.dyad("NOR", "FRA", "type:AID").basis.events == 1
    assert pair.dyad("NOR", "FRA", "outlet:a").basis.events == 2
    assert pair.dyad("NOR", "FRA", every="year", since="2024").basis.events == 4
    assert pair.dyad("NOR", "FRA", each_report=True).basis.events == 4


@pytest.mark.parametrize("every", ["day", "week", "month", "year"])
def test_any_step(pair: ArchiveFile, every: str) -> None:
    found = pair.dyad("NOR", "FRA", every=every)
    assert sum(point.events for point in found) == found.basis.events
    assert [p.period for p in found] == sorted({p.period for p in found})


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("NOR", "XYZ", "'XYZ' is no ISO-3 code"),
        ("Atlantis", "NOR", "No country is called 'Atlantis'"),
        ("", "NOR", "No country"),
        ("NOR", "Norway", "two states, and NOR is one"),
    ],
)
def test_what_is_no_pair_of_states_is_said(
    archive: ArchiveFile, source: str, target: str, message: str
) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        archive.dyad(source, target)
    assert caught.value.hint


def test_states_that_did_nothing_have_a_series_of_zeros(pair: ArchiveFile) -> None:
    found = pair.dyad("KAZ", "UZB")
    assert [p.events for p in found] == [0, 0, 0]
    assert found.basis.articles == 4


def test_an_empty_archive_has_no_points(archive: ArchiveFile) -> None:
    assert len(archive.dyad("NOR", "FRA")) == 0


def test_the_events_behind_a_point(pair: ArchiveFile) -> None:
    found = pair.occurrences(between=("NOR", "FRA"), every="month")
    assert [(e.period, e.type, e.who, e.whom, e.reports, e.outlets) for e in found] == [
        ("2024-05", "ACCUSE", "Government of NOR", "Government of FRA", 1, 1),
        ("2024-05", "AID", "Government of FRA", "Government of NOR", 1, 1),
        ("2024-07", "CONSULT", "Government of NOR; Government of FRA", None, 2, 2),
    ]
    summit = found[-1]
    assert (summit.published, summit.outlet, summit.headline) == ("2024-07-01", "A", "Number 3")
    assert pair.find(summit.event_id).article_id == summit.article_id
    assert pair.article(summit.article_id).text.startswith(summit.words)
    assert len(pair.occurrences(between=("NOR", "FRA"), every="month", directed=True)) == 2


def test_the_events_that_most_outlets_tell_come_by_date(pair: ArchiveFile) -> None:
    assert [e.type for e in pair.occurrences(most=1)] == ["CONSULT"]
    everything = pair.occurrences()
    assert [e.date for e in everything if e.date] == ["2024", "2024-07-01"]
    assert len(everything) == everything.basis.events == 5
