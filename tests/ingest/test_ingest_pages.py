"""Pages go through reading and extraction into the archive; one that fails costs only itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import EvidenceError, ModelError, PageError
from dragoman.extraction import extract
from dragoman.extraction.language import LanguageModel
from dragoman.ingest import Archive, Counts, Outcome, expand, ingest_pages, outcomes
from dragoman.ingest import pages as module
from dragoman.records import Article, Readout

STORY = """Minister {0} visits Norway

OSLO, 3 March 2024. Foreign Minister Anna {0} arrived in Norway on Sunday.

"We came to listen and to sign what we promised," {0} said after the talks with her colleague.
She will travel to Sweden next week, the ministry said in a statement on Sunday evening.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pages, an empty one and a picture."""
    root = tmp_path / "pages"
    root.mkdir()
    for number, name in enumerate(["Holm", "Lund", "Sand"]):
        (root / f"{number}.txt").write_text(STORY.format(name), encoding="utf-8")
    (root / "8.html").write_bytes(b"")
    (root / "9.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    return root


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive."""
    with Archive(tmp_path / "x.dragoman") as opened:
        yield opened


def _no_extraction(*_: object, **__: object) -> Iterator[Readout]:
    raise AssertionError("extraction ran")


def test_pages_are_read_extracted_and_kept(
    folder: Path, archive: Archive, model: LanguageModel
) -> None:
    seen: list[Outcome] = []
    counts = ingest_pages([folder], archive, progress=seen.append, model=model)
    assert counts == Counts(new=3, failed=2)
    assert [Path(o.source).name for o in seen] == ["0.txt", "1.txt", "2.txt", "8.html", "9.html"]
    assert len(archive) == 3
    first = seen[0].readout
    assert first is not None
    assert first.quotations
    assert archive.readout(first.article.id) == first
    assert {p.code for p in archive.problems() if p.severity == "error"} == {"E_EMPTY", "E_IMAGE"}
    assert all(p.hint for p in archive.problems())


def test_a_second_run_does_no_work_and_changes_nothing(
    folder: Path, archive: Archive, model: LanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_pages([folder], archive, model=model)
    before = list(archive.problems())
    monkeypatch.setattr(module, "extract_all", _nothing)
    assert ingest_pages([folder], archive) == Counts(unchanged=3, failed=2)
    assert list(archive.problems()) == before


def _nothing(articles: list[Article], **_: object) -> Iterator[Readout]:
    assert articles == []
    return iter(())


def test_a_page_that_was_mended_loses_its_problem(
    folder: Path, archive: Archive, model: LanguageModel
) -> None:
    ingest_pages([folder / "8.html"], archive, model=model)
    assert [p.code for p in archive.problems()] == ["E_EMPTY"]
    (folder / "8.html").write_text(STORY.format("Berg"), encoding="utf-8")
    assert ingest_pages([folder / "8.html"], archive, model=model) == Counts(new=1)
    assert [p for p in archive.problems() if p.severity == "error"] == []


def test_a_page_that_became_a_known_one_loses_its_problem(
    folder: Path, archive: Archive, model: LanguageModel
) -> None:
    ingest_pages([folder / "8.html", folder / "0.txt"], archive, model=model)
    (folder / "8.html").write_bytes((folder / "0.txt").read_bytes())
    assert ingest_pages([folder / "8.html"], archive) == Counts(unchanged=1)
    assert [p for p in archive.problems() if p.severity == "error"] == []


def test_skip_keeps_no_problem_and_raise_stops(
    folder: Path, archive: Archive, model: LanguageModel
) -> None:
    assert ingest_pages([folder], archive, on_error="skip", model=model).failed == 2
    assert [p for p in archive.problems() if p.severity == "error"] == []
    with pytest.raises(PageError) as caught:
        ingest_pages([folder / "8.html", folder / "0.txt"], archive, on_error="raise", model=model)
    assert caught.value.code == "E_EMPTY"


@pytest.mark.parametrize("error", [RecursionError("too deep"), EvidenceError("points nowhere")])
def test_an_article_that_breaks_the_extraction_costs_only_itself(
    folder: Path,
    archive: Archive,
    model: LanguageModel,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    def fragile(article: Article, *, model: LanguageModel | None = None) -> Readout:
        if "Lund" in article.text:
            raise error
        return extract(article, model=model)

    def fragile_all(articles: list[Article], *, model: LanguageModel | None) -> Iterator[Readout]:
        for article in articles:
            yield fragile(article, model=model)

    monkeypatch.setattr(module, "extract", fragile)
    monkeypatch.setattr(module, "extract_all", fragile_all)
    assert ingest_pages([folder], archive, model=model) == Counts(new=2, failed=3)
    (problem,) = (p for p in archive.problems() if p.code == "E_EXTRACTION")
    assert type(error).__name__ in problem.message
    assert problem.source is not None
    assert problem.source.endswith("1.txt")


def test_a_missing_model_stops_the_run(
    folder: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_model(*_: object, **__: object) -> Iterator[Readout]:
        raise ModelError("No model.", hint="Fetch one.")

    monkeypatch.setattr(module, "extract_all", no_model)
    with pytest.raises(ModelError):
        ingest_pages([folder], archive)
    assert list(archive.problems()) == []


def test_a_page_that_breaks_the_reader_costs_only_itself(
    folder: Path, archive: Archive, model: LanguageModel
) -> None:
    def fragile(page: bytes, name: str) -> Article:
        if name.endswith("1.txt"):
            raise MemoryError
        return module.read_named(page, name)

    found = list(outcomes(expand([folder]), archive, read=fragile, model=model))
    assert [o.fate for o in found] == ["new", "failed", "new", "failed", "failed"]


def test_ctrl_c_keeps_what_is_done_and_a_rerun_goes_on(
    folder: Path, archive: Archive, model: LanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 1)

    def stop(_: Outcome) -> None:
        if len(archive) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_pages([folder], archive, progress=stop, model=model)
    assert len(archive) == 2
    again = ingest_pages([folder], archive, model=model)
    assert (again.unchanged, again.new) == (2, 1)


def test_new_bytes_under_one_url_are_a_revision(archive: Archive, model: LanguageModel) -> None:
    url = "https://news.example/holm"
    first = archive.add(STORY.format("Holm"), url=url, model=model)
    second = archive.add(STORY.format("Holm") + "\nUpdated at noon.\n", url=url, model=model)
    assert (first.status, second.status) == ("new", "revised")
    assert second.supersedes == first.article_id


def test_add_takes_whatever_stands_for_a_page(
    archive: Archive, model: LanguageModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(STORY.format("Holm"), encoding="utf-8")
    added = archive.add(path, model=model)
    assert added.status == "new"
    article = archive.article(added.article_id)
    monkeypatch.setattr("dragoman.ingest.archive.extract", _no_extraction)
    for page in (path, path.read_bytes(), STORY.format("Holm"), article):
        again = archive.add(page)
        assert (again.status, again.article_id) == ("unchanged", added.article_id)
    assert archive.add(archive.readout(added.article_id)).status == "unchanged"
    with pytest.raises(PageError):
        archive.add(b"")
