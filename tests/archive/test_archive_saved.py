"""Saved searches: what is new since the last look, and nothing twice."""

from __future__ import annotations

from types import ModuleType

import pytest

from dragoman.archive import ArchiveFile
from dragoman.errors import ArchiveReadOnly, QueryError

URL = "https://news.example/page"


@pytest.fixture
def filled(archive: ArchiveFile, news: ModuleType) -> ArchiveFile:
    """Three articles with a rejection; a saved search for it."""
    for number in (1, 2, 3):
        reject = news.act("REJECT", "Holm NOR", "Brand FRA")
        archive.put(news.article(number, f"2024-05-0{number}", acts=[reject]))
    archive.save_search("no", "type:REJECT")
    return archive


def shown(archive: ArchiveFile, name: str = "no", limit: int = 20) -> list[tuple[str, str]]:
    """Look, and mark what was shown."""
    news = archive.new(name, limit)
    states = [
        (hit.headline or "", "revised" if hit.article_id in news.revised else "new")
        for hit in news.found.hits
    ]
    archive.mark_seen(name, [hit.article_id for hit in news.found.hits])
    return states


def test_all_is_new_once(filled: ArchiveFile, news: ModuleType) -> None:
    assert [name for name, _ in shown(filled)] == ["Number 3", "Number 2", "Number 1"]
    assert shown(filled) == []
    filled.put(news.article(4, "2024-05-04"))  # no rejection
    filled.put(news.article(5, "2020", acts=[news.act("REJECT", "Holm NOR", "Brand FRA")]))
    found = filled.new("no").found
    assert (found.articles, found.events) == (1, 1)
    assert shown(filled) == [("Number 5", "new")]


def test_what_was_not_shown_stays_new(filled: ArchiveFile) -> None:
    assert len(shown(filled, limit=2)) == 2
    assert shown(filled) == [("Number 1", "new")]


def test_looking_alone_marks_nothing(filled: ArchiveFile) -> None:
    assert filled.new("no") == filled.new("no")
    assert filled.new("no").found.articles == 3


def test_a_page_that_changed_is_revised(archive: ArchiveFile, news: ModuleType) -> None:
    reject, aid = (news.act(type_, "Holm NOR", "Brand FRA") for type_ in ("REJECT", "AID"))
    archive.put(news.article(1, "2024-05-01", acts=[reject], url=URL))
    archive.put(news.article(2, "2024-05-01", acts=[aid], url=f"{URL}/2"))
    archive.save_search("no", "type:REJECT")
    assert shown(archive) == [("Number 1", "new")]
    archive.put(news.article(3, "2024-05-01", acts=[reject], url=URL))
    archive.put(news.article(4, "2024-05-01", acts=[reject], url=f"{URL}/2"))  # answers now
    assert sorted(shown(archive)) == [("Number 3", "revised"), ("Number 4", "revised")]
    assert shown(archive) == []


def test_both_revisions_before_the_first_look_are_new(
    archive: ArchiveFile, news: ModuleType
) -> None:
    archive.save_search("all", "side")
    archive.put(news.article(1, "2024-05-01", url=URL))
    archive.put(news.article(2, "2024-05-01", url=URL))
    assert shown(archive, "all") == [("Number 2", "new")]


def test_what_answers_since_it_was_corrected_is_new(filled: ArchiveFile) -> None:
    filled.save_search("yes", "type:AGREE", from_now=True)
    event = filled.events("type:REJECT")[0]
    filled.judge(event.event_id, "edit", by="A. Coder", edits=[("type", "AGREE")])
    assert [name for name, _ in shown(filled, "yes")] == [event.headline]


def test_from_now_on(filled: ArchiveFile) -> None:
    assert filled.save_search("later", "type:REJECT", from_now=True).new == 0
    assert shown(filled, "later") == []
    assert [(s.name, s.new) for s in filled.saved_searches()] == [("later", 0), ("no", 3)]


def test_searches_are_removed_with_what_was_seen(filled: ArchiveFile) -> None:
    shown(filled)
    filled.remove_search("no")
    assert filled.saved_searches() == ()
    filled.save_search("no", "type:REJECT")
    assert filled.new("no").found.articles == 3


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("no", "grain", "There is a saved search 'no' already"),
        ("", "grain", "is no name for a search"),
        ("-x", "grain", "is no name for a search"),
        ("a\nb", "grain", "is no name for a search"),
        ("x" * 61, "grain", "is no name for a search"),
        ("x", "type:NOTHING", "There is no type 'NOTHING'"),
        ("x", "?!", "asks for nothing"),
    ],
)
def test_what_cannot_be_saved_is_said(
    filled: ArchiveFile, name: str, query: str, said: str
) -> None:
    with pytest.raises(QueryError, match=said):
        filled.save_search(name, query)
    assert [s.name for s in filled.saved_searches()] == ["no"]


def test_a_name_that_is_not_there_is_told_with_those_that_are(filled: ArchiveFile) -> None:
    for ask in (filled.new, filled.remove_search, lambda name: filled.mark_seen(name, [])):
        with pytest.raises(QueryError, match="no saved search 'oats'") as caught:
            ask("oats")
        assert caught.value.hint == "There are: no."


def test_an_archive_that_is_only_read_can_be_looked_at(filled: ArchiveFile) -> None:
    filled.close()
    with ArchiveFile(filled.path, readonly=True) as archive:
        assert archive.new("no").found.articles == 3
        with pytest.raises(ArchiveReadOnly):
            archive.mark_seen("no", [])
