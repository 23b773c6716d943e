"""Files, folders, patterns, standard input: what counts as a page, and in which order."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import PageError
from dragoman.ingest import Source, expand
from dragoman.reading.decode import MAX_BYTES
from dragoman.records import Problem


def _names(found: list[Source | Problem]) -> list[str]:
    return [Path(f.name).name for f in found if isinstance(f, Source)]


def _problems(found: list[Source | Problem]) -> list[Problem]:
    return [f for f in found if isinstance(f, Problem)]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with pages, other files, hidden things and folders."""
    root = tmp_path / "pages"
    for name in (
        "b.html", "a.txt", "C.HTM", "picture.png", ".hidden.html", "deep/er/d.md", ".git/e.html",
    ):  # fmt: skip
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A page.")
    return root


def test_a_folder_gives_its_pages_in_a_stable_order(pages: Path) -> None:
    assert _names(list(expand([pages]))) == ["C.HTM", "a.txt", "b.html", "d.md"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(pages: Path) -> None:
    assert _names(list(expand([pages / "picture.png", pages / ".hidden.html"]))) == [
        "picture.png",
        ".hidden.html",
    ]


def test_a_pattern_is_expanded(pages: Path) -> None:
    assert _names(list(expand([f"{pages}/**/*.md"]))) == ["d.md"]
    assert _names(list(expand([f"{pages}/*.[th]*"]))) == ["a.txt", "b.html"]


def test_a_file_named_like_a_pattern_is_that_file(pages: Path) -> None:
    (pages / "what[1].html").write_text("A page.")
    assert _names(list(expand([pages / "what[1].html"]))) == ["what[1].html"]


def test_a_file_is_read_once(pages: Path) -> None:
    assert _names(list(expand([pages / "a.txt", pages, pages / "a.txt"]))).count("a.txt") == 1


def test_what_is_not_there_is_a_problem_with_a_hint(pages: Path) -> None:
    empty = pages / "empty"
    empty.mkdir()
    wanted = [pages / "no.html", f"{pages}/*.xyz", empty, "https://news.example/a", "a\0b"]
    found = _problems(list(expand(map(str, wanted))))
    assert [p.code for p in found] == ["E_NOT_FOUND"] * 5
    assert all(p.hint and p.source for p in found)
    assert "--url" in found[3].hint


def test_links_out_of_a_folder_are_not_followed(pages: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret"
    outside.mkdir()
    (outside / "s.html").write_text("Not yours.")
    (pages / "z.html").symlink_to(outside / "s.html")
    (pages / "zfolder").symlink_to(outside)
    (pages / "loop").symlink_to(pages)
    (pages / "inside.txt").symlink_to(pages / "a.txt")
    found = list(expand([pages]))
    assert _names(found) == ["C.HTM", "a.txt", "b.html", "inside.txt", "d.md"]
    (note,) = _problems(found)
    assert (note.severity, Path(note.source or "").name) == ("note", "z.html")


def test_standard_input_is_read_when_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"A page.")))
    (source,) = expand(["-"])
    assert isinstance(source, Source)
    assert source.load() == b"A page."


def test_a_file_without_end_is_read_no_further_than_the_limit() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero on this system")
    (source,) = expand(["/dev/zero"])
    assert isinstance(source, Source)
    assert len(source.load()) == MAX_BYTES + 1


def test_a_file_that_vanishes_is_a_page_error(pages: Path) -> None:
    (source,) = expand([pages / "a.txt"])
    assert isinstance(source, Source)
    (pages / "a.txt").unlink()
    with pytest.raises(PageError) as caught:
        source.load()
    assert caught.value.code == "E_UNREADABLE"


def test_examples_have_names() -> None:
    (good,) = expand(["example:wire"])
    assert isinstance(good, Source)
    assert len(good.load()) > 500
    (wrong,) = expand(["example:nothing"])
    assert isinstance(wrong, Source)
    with pytest.raises(PageError, match="No example"):
        wrong.load()
