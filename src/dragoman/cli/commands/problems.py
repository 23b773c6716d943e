"""`dragoman problems`: what went wrong, source by source."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import archive_argument, color_option


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman problems talks.dragoman",
        "dragoman problems talks.dragoman --json | jq -r 'select(.severity == \"error\") | .source'",
    ],
)
@archive_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one problem a line.")
@color_option
def problems(file: Path, *, as_json: bool, no_color: bool) -> None:
    """List what went wrong, and what to do about it."""
    from dragoman.archive import ArchiveFile
    from dragoman.cli.jsonlines import problem_line
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.problems import problems as parts

    out = console(no_color=no_color)
    with ArchiveFile(file, readonly=True) as archive:
        if as_json:
            out.file.writelines(problem_line(p) + "\n" for p in archive.problems())
        else:
            show_parts(out, parts(archive.problems(), sources=True))
