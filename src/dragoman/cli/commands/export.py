"""`dragoman export`: an archive in the formats that others use."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import ARCHIVE_VARIABLE, as_of_options

if TYPE_CHECKING:
    from dragoman.archive import AsOf
    from dragoman.export import Exported, FormatName

# Spelled out here so that `--help` loads nothing; a test holds them to `FORMAT_NAMES`.
FORMATS = (
    "csv", "jsonl", "geojson", "gexf", "graphml", "gdelt", "gdelt-mentions", "icews", "polecat",
    "acled", "parquet",
)  # fmt: skip


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman export --in talks.dragoman --format csv > events.csv",
        "dragoman export --in talks.dragoman --format icews --out talks.tab",
        "dragoman export --in talks.dragoman --format gexf --all --out who-whom.gexf",
        "dragoman export --in talks.dragoman --format jsonl --out talks.jsonl",
        "dragoman export --in talks.dragoman --format parquet --all --out talks-tables",
        "dragoman export --in talks.dragoman --format csv --as-of 2026-03-31 > then.csv",
    ],
)
@click.option(
    "--in",
    "file",
    type=click.Path(path_type=Path),
    envvar=ARCHIVE_VARIABLE,
    required=True,
    metavar="FILE",
    help="The archive.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    required=True,
    help="csv: our own table. jsonl: everything, for `dragoman import`. geojson: points. gexf, "
    "graphml: who acts on whom. gdelt, gdelt-mentions, icews, polecat, acled: those data sets' "
    "columns and codes. parquet: a folder with all tables (needs dragoman[frames]).",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write here, whole or not at all, with FILE.codebook.json beside it; for parquet a folder.  "
    "[default: stdout]",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="All events: also planned, denied, alleged and the like, and background.",
)
@as_of_options
@click.option(
    "--uncorrected",
    is_flag=True,
    help="Records as they were extracted, without what people decided. jsonl has both.",
)
def export(
    file: Path,
    *,
    form: FormatName,
    out: Path | None,
    everything: bool,
    uncorrected: bool,
    as_of: AsOf | None,
) -> None:
    """Write the events of an archive in a format that others read.

    By default those that happened and are told as news; jsonl has everything. The filter, the
    number of articles and what a format has no place for are said on stderr. Cells that a
    spreadsheet would run begin with an apostrophe.

    Exit code 1: the archive cannot be read or the file not written.
    """
    from dragoman.archive import ArchiveFile
    from dragoman.export import export_archive

    out = None if str(out) == "-" else out
    with ArchiveFile(file, readonly=True) as archive:
        done = export_archive(
            archive,
            form,
            out or _stdout(),
            everything=everything,
            as_corrected=not uncorrected,
            as_of=as_of,
        )
    for line in _said(done, form, out):
        click.echo(line, err=True)


def _stdout() -> TextIO:
    """Return standard output; what goes into a file or a pipe is UTF-8, as the formats are."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and not sys.stdout.isatty():
        reconfigure(encoding="utf-8")
    return sys.stdout


def _said(done: Exported, form: FormatName, out: Path | None) -> list[str]:
    from dragoman.export import FORMATS as KNOWN
    from dragoman.export import codebook_path

    rows = "rows" if form == "parquet" else KNOWN[form].rows
    lines = [
        (
            f"{_number(done.rows, rows)} of {_number(done.events, 'events')} "
            f"({done.events_seen} in the archive), from {_number(done.articles, 'articles')} of "
            f"{_number(done.outlets, 'outlets')}."
        ),
        f"Filter: {done.filter}.",
    ]
    if done.left_out:
        why = "; ".join(f"{n} with {reason}" for reason, n in done.left_out.items())
        lines.append(f"Left out: {why}.")
    if out is not None:
        book = "codebook.json in it" if form == "parquet" else codebook_path(out).name
        lines.append(f"Written to {out}; {book} says what its columns are.")
    return lines


def _number(count: int, plural: str) -> str:
    return f"{count} {plural.removesuffix('s') if count == 1 else plural}"
