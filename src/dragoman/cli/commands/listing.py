"""`dragoman list`: the articles of an archive."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import archive_argument, color_option


@click.command(
    "list",
    cls=DocumentedCommand,
    examples=[
        "dragoman list talks.dragoman",
        "dragoman list talks.dragoman --all",
    ],
)
@archive_argument
@click.option("--all", "superseded", is_flag=True, help="Also list superseded revisions.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one article a line.")
@color_option
def list_articles(file: Path, *, superseded: bool, as_json: bool, no_color: bool) -> None:
    """List the articles of an archive by date.

    Each with its id, and with how much was found in it.
    """
    from dragoman.archive import ArchiveFile
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.listing import articles, table
    from dragoman.text.safe import safe_json

    out = console(no_color=no_color)
    with ArchiveFile(file, readonly=True) as archive:
        if as_json:
            import json

            for summary in archive.articles(superseded=superseded):
                line = json.dumps(summary._asdict(), ensure_ascii=False)
                out.file.write(safe_json(line) + "\n")
        else:
            listed = archive.articles(superseded=superseded)
            show_parts(out, articles(listed) if out.is_terminal else table(listed))
