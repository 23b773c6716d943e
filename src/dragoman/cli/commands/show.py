"""`dragoman show`: print again what an archive holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import color_option, in_option, json_option, only_option

if TYPE_CHECKING:
    from dragoman.cli.layers import Layer


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman show ahk3ogf6 --in talks.dragoman",
        "dragoman show q2ultua3 --in talks.dragoman --json --only quotes",
        "DRAGOMAN_ARCHIVE=talks.dragoman dragoman show ahk3ogf6",
    ],
)
@click.argument("record_id", metavar="ID")
@in_option
@click.option(
    "--uncorrected", is_flag=True, help="As it was extracted, without what people decided."
)
@json_option
@only_option
@color_option
def show(
    record_id: str,
    *,
    file: Path,
    uncorrected: bool,
    as_json: bool,
    only: tuple[Layer, ...],
    no_color: bool,
) -> None:
    """Print a readout again, by an id in it.

    ID is the id of an article, a quotation, an event or any other record; its first six
    characters are enough if nothing else begins with them. A record that was asked for stands out.
    """
    from dragoman.archive import ArchiveFile
    from dragoman.cli.output import console, show_readout

    with ArchiveFile(file, readonly=True) as archive:
        found = archive.find(record_id)
        readout = archive.readout(found.article_id, as_corrected=not uncorrected)
    if found.superseded_by:
        click.echo(f"This is an older revision; the next is {found.superseded_by}.", err=True)
    out = console(no_color=no_color)
    show_readout(out, readout, as_json=as_json, only=only, wanted=found.record_id)
