"""What happened, day by day."""

from __future__ import annotations

from types import ModuleType

import pytest

from dragoman.analysis import timeline
from dragoman.archive import ArchiveFile


@pytest.mark.parametrize(
    ("first", "last", "every"),
    [
        ("2024-05-01", "2024-05-02", "day"),
        ("2024-05-01", "2024-09-02", "week"),
        ("2023-12-31", "2024-01-01", "week"),  # two whole months
        ("2021-05-01", "2024-09-02", "month"),
        ("2011-05-01", "2024-09-02", "year"),
    ],
)
def test_the_step_suits_the_length(
    archive: ArchiveFile, news: ModuleType, first: str, last: str, every: str
) -> None:
    for number, day in enumerate((first, last)):
        archive.put(news.article(number, day, "A", [news.act("AID", "NOR", "MLI")]))
    found = timeline(archive)
    assert found.series.every == every
    assert [e.date or e.published for e in found.events] == [first, last]
    assert timeline(archive, every="year", most=1).series.every == "year"
    assert len(timeline(archive, most=1).events) == 1


def test_an_empty_archive_has_an_empty_timeline(archive: ArchiveFile) -> None:
    found = timeline(archive, since="2024")
    assert (len(found.series), len(found.events)) == (0, 0)
