"""More, fewer, no clear change, or too few to say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from types import ModuleType

import pytest

from dragoman.analysis import changes
from dragoman.analysis.chance import by_chance
from dragoman.archive import ArchiveFile
from dragoman.errors import QueryError

LAST = date(2024, 5, 31)
Fill = Callable[[int, int, dict[str, int]], None]


@pytest.fixture
def fill(archive: ArchiveFile, news: ModuleType) -> Fill:
    """Keep articles of one period (0 the last ten days, 1 those before), with events of types."""

    def keep(period: int, articles: int, events: dict[str, int]) -> None:
        listed = [type_ for type_, many in events.items() for _ in range(many)]
        for number in range(articles):
            day = LAST - timedelta(days=10 * period + number % 10)
            acts = [news.act(t, f"Side{number} NOR", "MLI") for t in listed[number::articles]]
            archive.put(news.article(1_000 * period + number, day.isoformat(), "A", acts))

    return keep


def test_more_fewer_no_change_and_too_few(archive: ArchiveFile, fill: Fill) -> None:
    fill(1, 40, {"AID": 5, "ACCUSE": 30, "CONSULT": 20, "REJECT": 2})
    fill(0, 40, {"AID": 30, "ACCUSE": 5, "CONSULT": 22, "REJECT": 5})
    found = changes(archive, last="10d")
    assert {row.type: row.verdict for row in found} == {
        "AID": "more", "ACCUSE": "fewer", "CONSULT": "no clear change", "REJECT": "too few to say",
    }  # fmt: skip
    first = found[0]
    assert (first.before, first.after, first.before_rate, first.after_rate) == (5, 30, 12.5, 75.0)
    assert first.ratio == 6
    assert found.basis.period == "2024-05-22 to 2024-05-31"
    assert found.before.period == "2024-05-12 to 2024-05-21"
    assert (found.before.articles, found.basis.articles) == (40, 40)


def test_twice_the_articles_with_twice_the_events_is_no_change(
    archive: ArchiveFile, fill: Fill
) -> None:
    fill(1, 40, {"AID": 20})
    fill(0, 80, {"AID": 40})
    (row,) = changes(archive, last="10d")
    assert (row.ratio, row.verdict) == (1.0, "no clear change")


def test_what_is_new_is_more_and_has_no_ratio(archive: ArchiveFile, fill: Fill) -> None:
    fill(1, 40, {})
    fill(0, 40, {"AID": 12})
    (row,) = changes(archive, last="10d", by=["source"])
    assert (row.source, row.ratio, row.verdict) == ("NOR", None, "more")


def test_of_few_articles_nothing_is_said(archive: ArchiveFile, fill: Fill) -> None:
    fill(1, 19, {"AID": 2})
    fill(0, 40, {"AID": 60})
    (row,) = changes(archive, last="10d")
    assert row.verdict == "too few to say"


def test_an_end_of_ones_own_and_the_filter(archive: ArchiveFile, fill: Fill) -> None:
    fill(1, 40, {"AID": 30, "ACCUSE": 5})
    fill(0, 40, {"AID": 5})
    found = changes(archive, "type:AID", last="10d", until="2024-05-21", by="type,source")
    assert [(r.type, r.source, r.before, r.after) for r in found] == [("AID", "NOR", 0, 30)]
    assert "query type:AID" in found.basis.filter
    assert found[0].verdict == "too few to say"  # no articles before


def test_an_empty_archive_has_no_changes(archive: ArchiveFile) -> None:
    found = changes(archive)
    assert (len(found), found.basis.articles) == (0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"last": "soon"}, {"last": "0d"}, {"last": "9999y"}, {"since": "2024"}, {"by": "weather"},
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_said(archive: ArchiveFile, wrong: dict[str, str]) -> None:
    with pytest.raises(QueryError) as caught:
        changes(archive, **wrong)  # type: ignore[arg-type]
    assert caught.value.hint


@pytest.mark.parametrize(
    ("before", "after", "share", "chance"),
    [
        (0, 0, 0.5, 1.0),
        (5, 5, 0.5, 1.0),
        (0, 10, 0.5, 2 / 1024),
        (10, 0, 0.5, 2 / 1024),
        (1, 9, 0.5, 22 / 1024),
        (0, 3, 0.25, 2 / 64),
        (3, 0, 1.0, 1.0),
    ],
)
def test_chance_is_that_of_the_binomial(
    before: int, after: int, share: float, chance: float
) -> None:
    assert by_chance(before, after, share) == pytest.approx(chance)


def test_chance_of_large_numbers_is_quick_and_finite() -> None:
    assert by_chance(500_000, 500_000, 0.5) == pytest.approx(1.0)
    assert by_chance(500_000, 600_000, 0.5) < 1e-100
