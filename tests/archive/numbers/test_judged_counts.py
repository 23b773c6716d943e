"""What people corrected is what counts."""

from __future__ import annotations

from types import ModuleType

from dragoman.archive import ArchiveFile


def test_a_rejected_event_counts_no_more_and_an_edited_one_as_edited(
    archive: ArchiveFile, news: ModuleType
) -> None:
    acts = [news.act("AID", "NOR", "FRA"), news.act("ACCUSE", "FRA", "NOR", status="alleged")]
    made = news.article(1, "2024-05-12", "A", acts)
    archive.put(made)
    aid, accusation = made.events
    archive.judge(aid.id, "reject", by="Mia Sand")
    assert archive.counts().basis.events == 0
    archive.judge(accusation.id, "edit", by="Mia Sand", edits=[("status", "actual")])
    assert [(p.events, p.back) for p in archive.dyad("NOR", "FRA")] == [(1, 1)]
