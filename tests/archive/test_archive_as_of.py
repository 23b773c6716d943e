"""What was known when: by the world's clock and by the archive's, and never more than that."""

from __future__ import annotations

from types import ModuleType

import pytest

import dragoman as dg
from dragoman.archive import ArchiveFile
from dragoman.archive import file as archive_file
from dragoman.errors import ArchiveReadOnly, QueryError
from dragoman.records import Instant, Readout

URL = "https://news.example/changing"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The archive's clock: what is written into the list is the day of adding."""
    now = ["2024-01-01"]
    monkeypatch.setattr(archive_file, "now", lambda: f"{now[0]}T23:30:00.000+00:00")
    return now


def changed(readout: Readout, modified: str | None) -> Readout:
    """Return a readout whose page says when it was changed."""
    instant = Instant(value=modified, precision="day") if modified else None
    page = readout.article.model_copy(update={"modified": instant})
    return readout.model_copy(update={"article": page})


def known(archive: ArchiveFile, day: str, clock: str = "published") -> list[str]:
    """Return the headlines of what was known."""
    return [a.headline or "" for a in archive.articles(as_of=dg.as_of(day, clock))]


@pytest.fixture
def revised(archive: ArchiveFile, news: ModuleType, clock: list[str]) -> ArchiveFile:
    """A page of 10 January, got on the 15th; its change of 1 March, got on 1 June; another page."""
    clock[0] = "2024-01-15"
    first = [news.act("AID", "Holm NOR", "Brand FRA")]
    archive.put(news.article(1, "2024-01-10", acts=first, url=URL))
    clock[0] = "2024-06-01"
    then = [news.act("ASSAULT", "Holm NOR", "Brand FRA")]
    archive.put(changed(news.article(2, "2024-01-10", acts=then, url=URL), "2024-03-01"))
    archive.put(news.article(3, "2024-02-01"))
    return archive


@pytest.mark.parametrize(
    ("day", "by", "expected"),
    [
        ("2024-01-09", "published", []),
        ("2024-01-10", "published", ["Number 1"]),
        ("2024-01", "published", ["Number 1"]),
        ("2024-02-29", "published", ["Number 1", "Number 3"]),
        ("2024-03-01", "published", ["Number 2", "Number 3"]),
        ("2024", "published", ["Number 2", "Number 3"]),
        ("2023", "published", []),
        ("2024-01-14", "added", []),
        ("2024-01-15", "added", ["Number 1"]),
        ("2024-05-31", "added", ["Number 1"]),
        ("2024-06-01", "added", ["Number 2", "Number 3"]),
    ],
)
def test_a_revision_is_known_from_its_day_until_the_next(
    revised: ArchiveFile, day: str, by: str, expected: list[str]
) -> None:
    assert known(revised, day, by) == expected


def test_what_is_asked_has_the_records_of_then(revised: ArchiveFile) -> None:
    assert revised.search("type:AID").articles == 0  # its page has changed
    found = revised.search("type:AID", as_of="2024-02")
    assert (found.articles, found.events) == (1, 1)
    assert found.facets["month"] == (("2024-01", 1),)
    assert [hit.headline for hit in found.hits] == ["Number 1"]
    assert revised.search("type:AID", as_of="2024-03").articles == 0
    assert revised.search("type:ASSAULT", as_of="2024-02").articles == 0
    assert revised.search("type:ASSAULT").articles == 1
    everything = "kind:event OR -kind:event"
    assert revised.search(everything, as_of=dg.as_of("2024-03", "added")).articles == 1
    assert revised.search("-nowhere", as_of="2024-01").articles == 1
    assert [r.article.headline for r in revised.readouts(as_of="2024-01")] == ["Number 1"]


def test_no_day_is_earlier_than_what_a_page_says(
    archive: ArchiveFile, news: ModuleType, clock: list[str]
) -> None:
    clock[0] = "2024-07-01"
    archive.put(news.article(1, "2024-02"))  # any day of that month
    archive.put(news.article(2, "2023"))
    archive.put(news.article(3, None))  # known at the latest when it was got
    archive.put(changed(news.article(4, "2024-01-01"), "2024-04-01"))  # may say what came later
    assert known(archive, "2023-12-30") == []
    assert known(archive, "2023-12-31") == ["Number 2"]
    assert known(archive, "2024-02-28") == ["Number 2"]
    assert known(archive, "2024-02") == ["Number 2", "Number 1"]
    assert known(archive, "2024-04-01") == ["Number 2", "Number 4", "Number 1"]
    assert "Number 3" not in known(archive, "2024-06")
    assert "Number 3" in known(archive, "2024-07-01")


def test_a_change_that_the_page_does_not_date_is_known_when_it_was_got(
    archive: ArchiveFile, news: ModuleType, clock: list[str]
) -> None:
    clock[0] = "2024-01-15"
    archive.put(changed(news.article(1, "2024-01-10", url=URL), "2024-01-11"))
    clock[0] = "2024-05-01"
    archive.put(changed(news.article(2, "2024-01-10", url=URL), "2024-01-11"))
    assert known(archive, "2024-04") == ["Number 1"]
    assert known(archive, "2024-05") == ["Number 2"]


def test_recoding_keeps_what_was_known(revised: ArchiveFile) -> None:
    before = [known(revised, day) for day in ("2024-01", "2024-02", "2024-03")]
    for summary in list(revised.articles(superseded=True)):
        revised.replace(revised.readout(summary.id))
    assert [known(revised, day) for day in ("2024-01", "2024-02", "2024-03")] == before
    assert revised.search("type:AID", as_of="2024-02").events == 1


@pytest.mark.parametrize(
    "day", ["", "soon", "2024-13", "2024-02-30", "2024-W09", "199", "2024-03-01T10"]
)
def test_what_is_no_day_is_refused(archive: ArchiveFile, day: str) -> None:
    with pytest.raises(QueryError, match="is no date"):
        archive.search("grain", as_of=day)


def test_there_are_two_clocks() -> None:
    with pytest.raises(QueryError, match="no clock 'wall'"):
        dg.as_of("2024", "wall")


def test_an_older_archive_says_that_it_must_be_brought_up_to_date(revised: ArchiveFile) -> None:
    revised.close()
    with ArchiveFile(revised.path) as archive:
        archive._connection.execute("PRAGMA user_version = 5")
    with (
        ArchiveFile(revised.path, readonly=True) as archive,
        pytest.raises(ArchiveReadOnly, match=r"schema \(5; this needs 6\)"),
    ):
        list(archive.articles(as_of="2024"))
