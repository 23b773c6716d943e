"""JSON Lines lose nothing: an archive made of them exports the same bytes."""

from __future__ import annotations

import json
import tempfile
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive import ArchiveFile
from dragoman.cli.jsonlines import line_schema, readout_lines
from dragoman.errors import LinesError
from dragoman.export import export_archive
from dragoman.ingest import import_lines
from dragoman.records import Article, Problem, Readout
from dragoman.records.lines import lossless_lines, readouts_in


def lines_of(archive: ArchiveFile) -> str:
    out = StringIO()
    export_archive(archive, "jsonl", out)
    return out.getvalue()


@pytest.fixture
def full(sorts: ArchiveFile, crafted: ModuleType) -> ArchiveFile:
    """An archive with every kind of record, three revisions of a page, and two failed sources."""
    for raw in ("2", "1", "0"):
        sorts.put(crafted.readout(crafted.article(raw=raw * 64)))
    for source in ("b.html", "a.html"):
        sorts.note(Problem(code="E_EMPTY", message="Nothing.", hint="Look.", source=source))
    return sorts


def test_an_import_exports_the_same_bytes(full: ArchiveFile, tmp_path: Path) -> None:
    first = lines_of(full)
    path = tmp_path / "all.jsonl"
    path.write_text(first, encoding="utf-8")
    with ArchiveFile(tmp_path / "again.dragoman") as again:
        done = import_lines(path, again)
        assert done._asdict() == {
            "new": 3,
            "revised": 2,
            "unchanged": 0,
            "problems": 2,
            "judgements": 0,
        }
        assert lines_of(again) == first
        assert import_lines(path, again).unchanged == 5
        assert lines_of(again) == first
        assert len(again) == len(full)
        revisions = [
            a.revision for a in again.articles(superseded=True) if a.url and "deal" in a.url
        ]
        assert sorted(revisions) == [1, 2, 3]
        for readout in full.readouts():
            assert again.readout(readout.article.id) == readout


def test_every_line_fits_the_schema(full: ArchiveFile) -> None:
    import jsonschema

    validator = jsonschema.Draft202012Validator(line_schema())
    for line in lines_of(full).splitlines():
        validator.validate(json.loads(line))


def test_what_read_prints_can_be_imported_too(readout: Readout, tmp_path: Path) -> None:
    with ArchiveFile(tmp_path / "x.dragoman") as archive:
        assert import_lines(list(readout_lines(readout)), archive).new == 1
        back = archive.readout(readout.article.id)
    assert back == readout.model_copy(update={"made_by": readout.article.made_by})


TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('\0\u2028\u202e\x85😀"\\\n=\ufeff'),
    max_size=40,
)


@given(TEXT, TEXT, TEXT)
@settings(max_examples=40, deadline=None)
def test_any_text_comes_back(text: str, headline: str, made_by: str) -> None:
    article = Article.from_text(text, headline=headline)
    readout = Readout(article=article, made_by=made_by)
    lines = list(lossless_lines(readout))
    assert all("\n" not in line for line in lines)
    assert list(readouts_in(lines, "x")) == [(readout, ())]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.jsonl")
        path.write_text("\n".join(lines), encoding="utf-8", newline="")
        with ArchiveFile(Path(folder, "x.dragoman")) as archive:
            assert import_lines(path, archive).new == 1
            assert archive.readout(article.id) == readout


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda lines: ["{", *lines], "Line 1 is no JSON"),
        (lambda _: ["[1]"], "Line 1 has no `record`"),
        (lambda lines: [*lines, "\udcff"], "is no JSON"),
        (lambda lines: lines[1:], "Line 1 stands before the line of its article"),
        (lambda lines: [lines[0].replace('"text"', '"txet"')], "Line 1 does not fit the schema"),
        (lambda lines: [lines[0].replace('"article"', '"picture"', 1)], "Line 1"),
        (lambda lines: [*lines, lines[1].replace("quotation", "picnic", 1)], "no record that"),
        (lambda lines: [*lines, lines[1].replace('"content":[[', '"content":[[-9,')], "Line"),
        (lambda _: ["[" * 100_000], "Line 1"),
    ],
)
def test_a_line_that_is_wrong_is_named(
    readout: Readout, tmp_path: Path, change: object, message: str
) -> None:
    lines = change(list(lossless_lines(readout)))  # type: ignore[operator]
    with (
        ArchiveFile(tmp_path / "x.dragoman") as archive,
        pytest.raises(LinesError, match=message),
    ):
        import_lines(lines, archive, source="x.jsonl")


def test_a_span_outside_the_text_is_refused(readout: Readout) -> None:
    lines = list(lossless_lines(readout))
    short = json.loads(lines[0])
    short["text"] = "Short."
    with pytest.raises(LinesError, match="Line 1 does not fit"):
        list(readouts_in([json.dumps(short), *lines[1:]], "x"))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xff\xfe{")
    with (
        ArchiveFile(tmp_path / "x.dragoman") as archive,
        pytest.raises(LinesError, match="Line 1 is not UTF-8"),
    ):
        import_lines(path, archive)
