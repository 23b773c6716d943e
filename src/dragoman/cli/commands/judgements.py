"""`dragoman judgements`: what people decided about the records of an archive."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import archive_argument, color_option


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman judgements talks.dragoman",
        "dragoman judgements talks.dragoman --lost",
        "dragoman judgements talks.dragoman --all --csv > judged.csv",
    ],
)
@archive_argument
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also those that were withdrawn, and those on older revisions of a page.",
)
@click.option(
    "--lost",
    is_flag=True,
    help="Only those that found no record in their place when the page was coded anew.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one judgement a line.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a judgement.")
@color_option
def judgements(
    file: Path, *, everything: bool, lost: bool, as_json: bool, as_csv: bool, no_color: bool
) -> None:
    """List what people decided about records, the oldest first.

    Each with its verdict, the record's kind and words, who judged and when, and on which record
    it stands now.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    from dragoman.archive import ArchiveFile
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.judgements import COLUMNS, cells, judgements_listed
    from dragoman.records.lines import record_line
    from dragoman.text.safe import csv_line

    with ArchiveFile(file, readonly=True) as archive:
        found = list(archive.judgements(withdrawn=everything, lost=lost))
    out = console(no_color=no_color)
    if as_json:
        for one in found:
            judgement, more = one.judgement, {"stands_on": one.stands_on or ""}
            out.file.write(record_line("judgement", judgement.article_id, judgement, **more) + "\n")
    elif as_csv:
        out.file.write(csv_line(COLUMNS))
        out.file.writelines(csv_line(cells(one)) for one in found)
    else:
        show_parts(out, judgements_listed(found))
    if not found:
        click.echo(
            "Nothing was judged." if not lost else "Every judgement has its place.", err=True
        )
