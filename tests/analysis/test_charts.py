"""Charts: Vega-Lite that says what it is of, and pictures drawn from it without a network."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.analysis import Chart, changes, chart_of, timeline, write_chart
from dragoman.archive import ArchiveFile
from dragoman.errors import ExportError


@pytest.fixture
def some(archive: ArchiveFile, news: ModuleType) -> ArchiveFile:
    """Three months with events of several kinds; one outlet's name is a trap."""
    for number, month in enumerate(("2024-03", "2024-04", "2024-06")):
        acts = [
            news.act("AID", "NOR", "MLI"),
            news.act("ACCUSE", "FRA", "NOR", date=f"{month}-01"),
            news.act("ASSAULT", "MLI", "NOR", date="2024"),
        ]
        page = news.article(
            number, f"{month}-02", "</svg><script>\x1b[2J", acts, said=["NOR"], cited=["Wire"]
        )
        archive.put(page)
    return archive


def _all(archive: ArchiveFile) -> dict[str, Any]:
    return {
        "total": archive.counts(),
        "ranking": archive.counts(by="type"),
        "outlets": archive.counts(by="outlet"),
        "series": archive.counts(every="month"),
        "lines": archive.counts(by="type,source", every="month"),
        "dyad": archive.dyad("NOR", "FRA"),
        "acts": archive.network(),
        "quotes": archive.network(of="quotes"),
        "citations": archive.network(of="citations"),
        "changes": changes(archive, last="60d"),
        "timeline": timeline(archive),
    }


NAMES = (
    "total", "ranking", "outlets", "series", "lines", "dyad", "acts", "quotes", "citations",
    "changes", "timeline",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_says_what_counts_and_out_of_how_many(some: ArchiveFile, name: str) -> None:
    chart = chart_of(_all(some)[name])
    spec = json.loads(chart.spec)
    assert spec["title"]["text"] == chart.title
    subtitle = "\n".join(spec["title"]["subtitle"])
    assert "articles of 1 outlets" in subtitle
    assert spec["data"]["values"]
    assert "\\u001b" not in chart.spec


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_drawn_from_it(some: ArchiveFile, name: str, tmp_path: Path) -> None:
    chart = chart_of(_all(some)[name])
    write_chart(chart, tmp_path / "x.svg")
    svg = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert "<script" not in svg
    assert "articles of 1 outlets" in svg


def test_a_png_and_a_document(some: ArchiveFile, tmp_path: Path) -> None:
    chart = chart_of(some.dyad("NOR", "FRA"))
    write_chart(chart, tmp_path / "x.png")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    write_chart(chart, str(tmp_path / "x.vl.json"))
    spec = json.loads((tmp_path / "x.vl.json").read_text(encoding="utf-8"))
    bars = {(v["period"], v["quad"]): v["events"] for v in spec["data"]["values"]}
    assert bars["2024-03", "verbal conflict"] == -1
    assert bars["2024-05", "verbal conflict"] == 0
    assert len(bars) == 4 * 4
    assert sorted(p.name for p in tmp_path.iterdir() if "dragoman" not in p.name) == [
        "x.png", "x.vl.json",
    ]  # fmt: skip


def test_lines_are_zero_where_nothing_happened(some: ArchiveFile) -> None:
    spec = json.loads(chart_of(some.counts("type:AID", by="type", every="month")).spec)
    assert [v["events"] for v in spec["data"]["values"]] == [1, 1, 0, 1]


def test_only_the_first_are_drawn_and_it_is_said(archive: ArchiveFile, news: ModuleType) -> None:
    acts = [news.act("AID", f"Side {n} NOR", "MLI") for n in range(40)]
    archive.put(news.article(1, "2024-05-01", "A", acts))
    for numbers in (archive.counts(by="actor"), archive.counts(by="actor", every="day")):
        spec = json.loads(chart_of(numbers).spec)
        assert any(" of 40" in line for line in spec["title"]["subtitle"])
    spec = json.loads(chart_of(archive.network(nodes="actor")).spec)
    assert any("The 25 with most ties of 41" in line for line in spec["title"]["subtitle"])


def test_an_empty_chart_is_still_a_chart(archive: ArchiveFile, tmp_path: Path) -> None:
    for number, numbers in enumerate(_all(archive).values()):
        write_chart(chart_of(numbers), tmp_path / f"{number}.svg")
        assert (tmp_path / f"{number}.svg").stat().st_size > 100


@pytest.mark.parametrize("name", ["x.pdf", "x", "x.json"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match=r"\.png, \.svg or \.vl\.json"):
        write_chart(Chart("x", "{}"), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_chart(Chart("x", "{}"), tmp_path / "no" / "x.vl.json")


def test_without_the_library_a_picture_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(ExportError) as caught:
        write_chart(Chart("x", "{}"), tmp_path / "x.svg")
    assert "dragoman[charts]" in caught.value.hint
    write_chart(Chart("x", "{}"), tmp_path / "x.vl.json")


def test_what_has_no_chart_is_said() -> None:
    with pytest.raises(TypeError, match="no chart"):
        chart_of(object())  # type: ignore[arg-type]
