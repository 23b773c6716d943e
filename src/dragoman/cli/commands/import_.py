"""`dragoman import`: readouts that another archive exported."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import ARCHIVE_VARIABLE


@click.command(
    "import",
    cls=DocumentedCommand,
    examples=[
        "dragoman import talks.jsonl --into talks.dragoman",
        "dragoman export --in a.dragoman --format jsonl | dragoman import - --into b.dragoman",
    ],
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    envvar=ARCHIVE_VARIABLE,
    required=True,
    metavar="FILE",
    help="The archive; made if there is none.",
)
def import_(file: Path, *, into: Path) -> None:
    """Keep readouts that `dragoman export --format jsonl` wrote in an archive.

    Nothing is lost: the archive's own export is the same to the byte. Articles that the archive
    has already are passed over. FILE may be "-" for standard input.

    Exit code 1: a line is no record (what stands before it is kept), or the archive refused.
    """
    from dragoman.archive import ArchiveFile
    from dragoman.ingest import import_lines

    _check(file)
    with ArchiveFile(into) as archive:
        if str(file) == "-":
            done = import_lines(sys.stdin.buffer, archive, source="-")
        else:
            done = import_lines(file, archive)
    counts = ", ".join(f"{n} {word}" for word, n in done._asdict().items() if n)
    click.echo(f"{counts or 'Nothing to import'}. Kept in {into}.", err=True)


def _check(file: Path) -> None:
    """Refuse a file that is not there before an archive is made for it."""
    from dragoman.errors import LinesError

    if str(file) != "-" and not file.is_file():
        raise LinesError(
            "There is no such file.",
            hint="Write one with: dragoman export --in ARCHIVE --format jsonl --out FILE",
            source=str(file),
        )
