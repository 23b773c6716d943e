"""An archive is coded anew: what changed is told, judgements keep their place, a stop costs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.extraction.language import LanguageModel
from dragoman.extraction.stamp import made_by
from dragoman.ingest import Archive, ingest_pages, recode, to_recode
from dragoman.ingest import recoding as module
from dragoman.records import Readout

STORY = """Minister {0} visits Norway

OSLO, 3 March 2024. Foreign Minister Anna {0} arrived in Norway on Sunday.

"We came to listen and to sign what we promised," {0} said after the talks with her colleague.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, name in enumerate(["Holm", "Lund", "Sand"]):
        (folder / f"{number}.txt").write_text(STORY.format(name), encoding="utf-8")
    return folder


@pytest.fixture
def kept(pages: Path, tmp_path: Path, model: LanguageModel) -> Path:
    path = tmp_path / "x.dragoman"
    with Archive(path) as archive:
        ingest_pages([pages], archive, model=model)
    return path


def _as_if_older(archive: Archive, readout: Readout) -> Readout:
    """Keep a readout as another version would have made it: without its events, a quotation more."""
    said = readout.quotations[0]
    other = said.model_copy(update={"kind": "mixed", "made_by": "dragoman 0.0.1"})
    old = readout.model_copy(
        update={"events": (), "quotations": (other,), "made_by": "dragoman 0.0.1"}
    )
    archive.replace(old)
    return old


def test_only_what_another_version_made_is_coded_anew(kept: Path, model: LanguageModel) -> None:
    with Archive(kept) as archive:
        before = list(archive.readouts())
        assert to_recode(archive, model=model) == ()
        assert list(archive.recode(model=model)) == []
        _as_if_older(archive, before[1])
        assert to_recode(archive, model=model) == (before[1].article.id,)
        (dry,) = archive.recode(model=model, dry_run=True)
        assert archive.readout(before[1].article.id).events == ()
        (done,) = archive.recode(model=model)
        assert done == dry
        assert done.fate == "changed"
        counts = {one.kind: one for one in done.counts}
        assert counts["event"].came == len(before[1].events) > 0
        assert counts["quotation"].changed == 1
        assert not done.read_anew
        assert list(archive.readouts()) == before
        assert to_recode(archive, model=model) == ()


def test_judgements_find_their_place_or_are_listed(kept: Path, model: LanguageModel) -> None:
    with Archive(kept) as archive:
        readout = next(archive.readouts())
        archive.judge(readout.events[0].id, "reject", by="M")
        archive.judge(readout.quotations[0].id, "edit", by="M", edits=[("kind", "indirect")])
        old = _as_if_older(archive, readout)
        (judged,) = archive.judgements(lost=True)
        assert judged.judgement.record_id == readout.events[0].id
        (done,) = archive.recode(model=model)
        assert done.lost == ()
        after = archive.readout(readout.article.id)
        assert after.events == readout.events[1:]
        assert after.quotations[0].kind == "indirect"
        assert old.quotations[0].kind == "mixed"


def test_a_run_that_was_stopped_goes_on(kept: Path, model: LanguageModel) -> None:
    with Archive(kept) as archive:
        totals: list[int] = []
        run = recode(archive, everything=True, model=model, total=totals.append)
        first = next(run)
        del run  # as Ctrl-C does
        rest = list(recode(archive, everything=True, model=model, total=totals.append))
        assert totals == [3, 2]
        assert first.article_id not in {one.article_id for one in rest}
        assert {one.fate for one in (first, *rest)} == {"same"}
        # That run is done: the next one begins anew.
        assert len(list(archive.recode(everything=True, model=model))) == 3


def test_a_page_that_was_kept_is_read_anew(
    pages: Path, tmp_path: Path, model: LanguageModel
) -> None:
    with Archive(tmp_path / "p.dragoman") as archive:
        ingest_pages([pages], archive, model=model)
        assert ingest_pages([pages], archive, model=model, keep_pages=True).unchanged == 3
        readout = next(archive.readouts())
        page = archive.page(readout.article.raw_sha256)
        assert page is not None
        assert page.decode() in {path.read_text() for path in pages.iterdir()}
        blocks = readout.article.blocks[:-1]  # as if the reader had overlooked one
        article = readout.article.model_copy(update={"blocks": blocks, "headline": "Wrong"})
        archive.replace(readout.model_copy(update={"article": article}))
        done = {one.article_id: one for one in archive.recode(everything=True, model=model)}
        one = done[readout.article.id]
        assert (one.fate, one.read_anew) == ("changed", True)
        assert archive.readout(readout.article.id) == readout
        assert archive.search("Wrong").articles == 0
        assert archive.add(page, keep_page=True, model=model).status == "unchanged"


def test_an_article_that_fails_stays_as_it_was(
    kept: Path, model: LanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive(kept) as archive:
        before = list(archive.readouts())
        bad = before[0].article.id

        def failing(articles: list[object], _: object) -> list[object]:
            found = {r.article.id: r for r in before}
            return [
                ValueError("odd") if a.id == bad else found[a.id]  # type: ignore[attr-defined]
                for a in articles
            ]

        monkeypatch.setattr(module, "extracted", failing)
        done = list(archive.recode(everything=True, model=model))
        assert [one.fate for one in done] == ["failed", "same", "same"]
        assert "odd" in done[0].why
        assert list(archive.readouts()) == before


def test_an_article_in_another_language_is_recoded_once(
    tmp_path: Path, model: LanguageModel
) -> None:
    text = (
        "Der Außenminister reiste am Montag nach Oslo und sprach dort mit seiner Kollegin über den "
        "Frieden. Er werde bald wiederkommen, sagte er nach dem Gespräch den Reportern."
    )
    with Archive(tmp_path / "d.dragoman") as archive:
        archive.add(text, model=model)
        assert to_recode(archive, model=model) == ()
        (one,) = archive.recode(everything=True, model=model)
        assert one.fate == "same"
        assert to_recode(archive, model=model) == ()
        assert next(archive.coded()).made_by == made_by(model.label)
