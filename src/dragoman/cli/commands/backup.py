"""`dragoman backup`: a copy of an archive, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import archive_argument


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman backup talks.dragoman copies/talks-2024-05-12.dragoman",
        "dragoman backup talks.dragoman copies/talks.dragoman --replace",
    ],
)
@archive_argument
@click.argument("to", type=click.Path(path_type=Path), metavar="TO")
@click.option("--replace", is_flag=True, help="Put the copy in place of a file that is there.")
def backup(file: Path, to: Path, *, replace: bool) -> None:
    """Copy an archive while others read it and write to it.

    The copy is one moment of the archive, one file without a log beside it. It takes its name when
    it is whole and on the disk.

    Exit code 1: the archive cannot be read, the copy not be written, or TO is there already.
    """
    from dragoman.archive import back_up

    size = back_up(file, to, replace=replace)
    click.echo(f"{to}: {size / 1e6:,.1f} MB. Check it with: dragoman verify {to}")
