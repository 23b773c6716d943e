"""Keeping readouts, revisions, ids, problems: what the archive promises its users."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile
from dragoman.errors import UnknownRecord
from dragoman.records import Problem, Readout


def test_what_goes_in_comes_out(archive: ArchiveFile, readout: Readout) -> None:
    added = archive.put(readout)
    assert added.status == "new"
    assert archive.readout(added.article_id) == readout
    assert archive.article(added.article_id) == readout.article


def test_the_same_bytes_change_nothing(archive: ArchiveFile, readout: Readout) -> None:
    archive.put(readout)
    before = _dump(archive.path)
    assert archive.put(readout).status == "unchanged"
    assert _dump(archive.path) == before


def test_new_bytes_under_a_url_are_a_revision(archive: ArchiveFile, crafted: ModuleType) -> None:
    first = crafted.readout()
    second = crafted.readout(crafted.article(raw="1" * 64))
    third = crafted.readout(crafted.article(raw="2" * 64))
    archive.put(first)
    added = archive.put(second)
    assert (added.status, added.revision, added.supersedes) == ("revised", 2, first.article.id)
    assert archive.put(third).supersedes == second.article.id
    assert [a.id for a in archive.articles()] == [third.article.id]
    everything = {a.id: a for a in archive.articles(superseded=True)}
    assert everything[first.article.id].superseded_by == second.article.id
    assert everything[second.article.id].superseded_by == third.article.id
    assert archive.readout(first.article.id) == first  # kept as it was
    assert archive.article(third.article.id).revision == 3
    assert len(archive) == 1


def test_an_old_revision_that_comes_again_changes_nothing(
    archive: ArchiveFile, crafted: ModuleType
) -> None:
    archive.put(crafted.readout())
    archive.put(crafted.readout(crafted.article(raw="1" * 64)))
    assert archive.put(crafted.readout()).status == "unchanged"
    assert [a.revision for a in archive.articles()] == [2]


def test_pages_without_url_are_never_revisions(archive: ArchiveFile, crafted: ModuleType) -> None:
    archive.put(crafted.readout(crafted.article(url=None)))
    assert archive.put(crafted.readout(crafted.article(url=None, raw="1" * 64))).status == "new"
    assert len(archive) == 2


@pytest.mark.parametrize("layer", ["quotations", "events", "actors", "chains"])
def test_a_record_is_found_by_the_beginning_of_its_id(
    archive: ArchiveFile, readout: Readout, layer: str
) -> None:
    archive.put(readout)
    record = getattr(readout, layer)[0]
    found = archive.find(record.id[:8])
    assert (found.record_id, found.article_id) == (record.id, readout.article.id)
    assert archive.readout(record.id[:8]) == readout


@pytest.mark.parametrize("layer", ["times", "places", "nonstatements", "positions"])
def test_other_records_are_found_too(archive: ArchiveFile, readout: Readout, layer: str) -> None:
    archive.put(readout)
    assert archive.find(getattr(readout, layer)[0].id).article_id == readout.article.id


@pytest.mark.parametrize(
    "wrong", ["", "a", "abcde", "x" * 8, "q%_____", "a'; DROP TABLE article", "a\0bcdef"]
)
def test_a_wrong_id_is_explained(archive: ArchiveFile, readout: Readout, wrong: str) -> None:
    archive.put(readout)
    with pytest.raises(UnknownRecord) as caught:
        archive.find(wrong)
    assert caught.value.hint


def test_an_id_that_several_begin_with_names_them(
    archive: ArchiveFile, crafted: ModuleType
) -> None:
    one = crafted.article(url=None).model_copy(update={"id": "aaaaaaaa" + "b" * 9})
    two = crafted.article(url=None, raw="1" * 64).model_copy(update={"id": "aaaaaaaa" + "c" * 9})
    archive.put(Readout(article=one))
    archive.put(Readout(article=two))
    with pytest.raises(UnknownRecord, match="aaaaaaaabbbbbbbbb"):
        archive.find("aaaaaaaa")
    assert archive.find("aaaaaaaab").article_id == one.id


def test_two_records_with_one_id_do_not_lose_the_article(
    archive: ArchiveFile, readout: Readout
) -> None:
    twice = readout.model_copy(update={"events": (*readout.events, readout.events[0])})
    archive.put(twice)
    assert archive.readout(readout.events[0].id) == twice


def test_articles_come_by_date_then_id(archive: ArchiveFile, crafted: ModuleType) -> None:
    from dragoman.records import Instant

    for number, day in enumerate(["2024-03-01", None, "2023-12-31", "2024-03-01"]):
        page = crafted.article(url=None, raw=str(number) * 64)
        when = Instant(value=day, precision="day") if day else None
        archive.put(Readout(article=page.model_copy(update={"published": when})))
    listed = [(a.published or "", a.id) for a in archive.articles()]
    assert listed == sorted(listed)
    assert [r.article.id for r in archive.readouts()] == [i for _, i in listed]


def test_problems_of_sources_are_kept_once_and_forgotten_when_cured(
    archive: ArchiveFile, readout: Readout
) -> None:
    problem = Problem(code="E_EMPTY", message="Nothing in it.", hint="Look.", source="a.html")
    archive.note(problem)
    archive.note(problem)
    assert list(archive.problems()) == [problem]
    archive.put(readout, source="b.html")
    assert problem in list(archive.problems())
    archive.put(readout, source="a.html")
    assert [p.code for p in archive.problems()] == ["E_DATE"]


def test_bytes_are_known_again(archive: ArchiveFile, readout: Readout) -> None:
    archive.put(readout)
    known = archive.known(readout.article.raw_sha256)
    assert known
    assert (known.status, known.article_id) == ("unchanged", readout.article.id)
    assert archive.known(readout.article.raw_sha256, "https://elsewhere.example/") is None
    assert archive.known("f" * 64) is None
    assert readout.article.id in archive
    assert "a" + "b" * 16 not in archive


def test_a_failed_put_leaves_nothing(archive: ArchiveFile, readout: Readout) -> None:
    broken = readout.article.model_copy(update={"headline": object()})
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever SQLite says to an object
        archive.put(readout.model_copy(update={"article": broken}))
    assert len(archive) == 0
    assert archive.put(readout).status == "new"


def _dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
