"""`dragoman verify`: whether an archive is whole."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dragoman.cli.group import FAILED, DocumentedCommand
from dragoman.cli.options import archive_argument, color_option


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman verify talks.dragoman",
        "dragoman verify talks.dragoman --quick",
        "dragoman verify talks.dragoman --json | jq -r 'select(.severity == \"fault\") | .where'",
    ],
)
@archive_argument
@click.option(
    "--quick", is_flag=True, help="Leave out the articles one by one: for large archives."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one fault a line.")
@color_option
def verify(file: Path, *, quick: bool, as_json: bool, no_color: bool) -> None:
    """Check that an archive is whole; nothing in it is changed.

    Checked are the file itself, its schema, every article with its spans, rows and judgements,
    revisions, what searching and counting know, the hashes of kept pages, and the full-text
    indexes. One line a fault, with what to do under it; notes are no faults.

    Exit code 1: there are faults, or the file is no archive.
    """
    from dragoman.archive import verify as check
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.faults import fault_parts
    from dragoman.text.safe import safe_json

    out = console(no_color=no_color)
    faults = notes = 0
    for fault in check(file, quick=quick):
        faults += fault.severity == "fault"
        notes += fault.severity == "note"
        if as_json:
            out.file.write(safe_json(json.dumps(fault._asdict(), ensure_ascii=False)) + "\n")
        else:
            show_parts(out, fault_parts(fault))
    words = f"{faults} fault{'s' * (faults != 1)}" if faults else "No faults"
    # With --json only lines of JSON stand on stdout.
    click.echo(f"{words}{f', {notes} note' + 's' * (notes != 1) if notes else ''}.", err=as_json)
    if faults:
        click.get_current_context().exit(FAILED)
