"""Writes an archive in a format: to a file, whole or not at all, or to an open stream."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple

from dragoman.archive import ArchiveFile, AsOf
from dragoman.archive.asof import moment_of
from dragoman.errors import ExportError
from dragoman.export.formats import FORMAT_NAMES, FORMATS, Format, FormatName
from dragoman.export.selection import Selection
from dragoman.version import own_version


class Exported(NamedTuple):
    """What an export has: rows of events, out of which, and what the format had no place for."""

    rows: int
    events: int
    events_seen: int
    articles: int
    outlets: int
    filter: str
    left_out: Mapping[str, int]


def export_archive(
    archive: ArchiveFile,
    format: FormatName,  # noqa: A002 - the field's own word
    out: str | os.PathLike[str] | IO[str],
    *,
    everything: bool = False,
    as_corrected: bool = True,
    as_of: str | AsOf | None = None,
) -> Exported:
    """Write the events of an archive, or all of it, in a format that others read.

    ::

        with dg.Archive("talks.dragoman", readonly=True) as archive:
            dg.export_archive(archive, "icews", "talks.tab")

    Args:
        archive: An open archive.
        format: "csv", "jsonl", "geojson", "gexf", "graphml", "gdelt", "gdelt-mentions", "icews",
            "polecat", "acled" or "parquet"; docs/reference/export.md has their columns.
        out: A file (for "parquet" a folder), which is written whole or not at all, with a
            FILE.codebook.json beside it that says what each column is and what is lost; or an open
            text stream.
        everything: Take all events; by default those that are actual and not background. "jsonl"
            always has everything, so that it can be imported again.
        as_corrected: As people corrected records (`Archive.judge`); else as they were extracted.
            "jsonl" has both: records as extracted, and the judgements on them.
        as_of: Of articles that were published by the end of this day, month or year, in the
            revision of then; `dragoman.as_of` asks by the other clock. "jsonl" has all revisions.

    Returns:
        How many rows and events were written, from how many articles, under which filter.

    Raises:
        ExportError: There is no such format, or the file cannot be written.
        FramesMissing: "parquet" was asked for and pyarrow is not installed.
        ArchiveError: The archive cannot be read.
    """
    if format not in FORMAT_NAMES:
        raise ExportError(
            f"{format!r} is no format.", hint=f"There are: {', '.join(FORMAT_NAMES)}."
        )
    if format == "parquet":
        return _parquet(archive, out, everything, as_corrected, as_of)
    form = FORMATS[format]
    if form.lossless and as_of is not None:
        raise ExportError(
            f"{format} has all revisions, so that nothing is lost; it cannot be as of a day.",
            hint="Choose another format, or leave as_of (--as-of) out.",
        )
    selection = Selection(
        archive,
        everything=everything or form.lossless,
        as_corrected=as_corrected and not form.lossless,
        moment=moment_of(as_of),
    )
    if not isinstance(out, (str, os.PathLike)):
        _write(form, selection, out)
        return _exported(selection, form)
    path = Path(out)
    if path.exists() and path.samefile(archive.path):
        raise ExportError(
            "This is the archive itself.", hint="Name another file.", source=str(path)
        )
    _whole(path, lambda file: _write(form, selection, file))
    exported = _exported(selection, form)
    _whole(codebook_path(path), lambda file: _write_codebook(format, form, exported, file))
    return exported


def _parquet(
    archive: ArchiveFile,
    out: str | os.PathLike[str] | IO[str],
    everything: bool,
    as_corrected: bool,
    as_of: str | AsOf | None,
) -> Exported:
    """Write the tables as Parquet."""
    from dragoman.export import parquet

    if not isinstance(out, (str, os.PathLike)):
        raise ExportError(
            "Parquet is a folder of files and fits in no stream.", hint="Name a folder (--out)."
        )
    if not as_corrected:
        raise ExportError(
            "Parquet has records as people corrected them.",
            hint="Take csv or jsonl for those that were extracted.",
        )
    with _told(Path(out)):
        tables = parquet.write(archive, Path(out), everything=everything, as_of=as_of)
    return Exported(
        rows=sum(tables.rows.values()),
        events=tables.rows["events"],
        events_seen=tables.events_seen,
        articles=tables.rows["articles"],
        outlets=tables.outlets,
        filter=tables.filter,
        left_out={},
    )


def codebook_path(path: Path) -> Path:
    """Return the file beside an export that says what is in it."""
    return path.with_name(path.name + ".codebook.json")


def _write(form: Format, selection: Selection, file: IO[str]) -> None:
    for line in form.lines(selection):
        file.write(line)
    file.flush()


def _exported(selection: Selection, form: Format) -> Exported:
    return Exported(
        selection.rows,
        selection.taken - selection.left_out.total(),
        selection.seen,
        selection.articles,
        len(selection.outlets),
        "everything that the archive holds" if form.lossless else selection.filter,
        dict(sorted(selection.left_out.items())),
    )


def _whole(path: Path, write: Callable[[IO[str]], None]) -> None:
    """Write a file under another name first, so that nobody ever finds half of it."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with _told(path):
            with part.open("w", encoding="utf-8", newline="") as file:
                write(file)
            part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of an error of the file system what can be done about it."""
    try:
        yield
    except OSError as error:
        raise ExportError(
            f"It cannot be written: {error.strerror or error}.",
            hint="Check that its folder exists, that you may write there, and that there is room.",
            source=str(path),
        ) from error


def _write_codebook(name: str, form: Format, exported: Exported, file: IO[str]) -> None:
    document = {
        "format": name,
        "made_by": f"dragoman {own_version()}",
        "filter": exported.filter,
        "articles": exported.articles,
        "outlets": exported.outlets,
        "events": exported.events,
        "events_in_archive": exported.events_seen,
        form.rows: exported.rows,
        "left_out": exported.left_out,
        "columns": [column._asdict() for column in form.columns],
        "losses": form.losses,
    }
    json.dump(document, file, ensure_ascii=False, indent=1)
    file.write("\n")
