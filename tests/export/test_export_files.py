"""A file is written whole or not at all, and the same archive gives the same file."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from dragoman.archive import ArchiveFile
from dragoman.errors import ExportError
from dragoman.export import FORMATS, TEXT_FORMATS, TextFormat, export_archive
from dragoman.export import run as runner
from dragoman.export.selection import Selection


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_the_same_archive_gives_the_same_file(sorts: ArchiveFile, form: TextFormat) -> None:
    first, second = StringIO(), StringIO()
    assert export_archive(sorts, form, first) == export_archive(sorts, form, second)
    assert first.getvalue() == second.getvalue()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file(
    sorts: ArchiveFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    out = tmp_path / "events.csv"
    export_archive(sorts, "csv", out)
    before = out.read_bytes()

    def broken(_: Selection) -> Iterator[str]:
        yield "half"
        raise error

    formats = {**FORMATS, "csv": FORMATS["csv"]._replace(lines=broken)}
    monkeypatch.setattr(runner, "FORMATS", formats)
    expected = ExportError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        export_archive(sorts, "csv", out)
    assert out.read_bytes() == before
    assert sorted(p.suffix for p in tmp_path.glob("events.csv*")) == [".csv", ".json"]


def test_there_is_no_such_format(sorts: ArchiveFile) -> None:
    with pytest.raises(ExportError, match="'xlsx' is no format"):
        export_archive(sorts, "xlsx", StringIO())  # type: ignore[arg-type]
