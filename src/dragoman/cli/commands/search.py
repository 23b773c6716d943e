"""`dragoman search`: what an archive says about something, counted and shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import as_of_options, color_option, in_option

if TYPE_CHECKING:
    from dragoman.archive import AsOf


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman search ceasefire --in talks.dragoman",
        "dragoman search '\"grain deal\" speaker:Lavrov after:2026-03' --in talks.dragoman",
        "dragoman search 'country:KAZ type:CONSULT,AGREE -status:planned' --in talks.dragoman",
        "dragoman search '(ceasefire OR truce) talks near/5' --in talks.dragoman --csv > hits.csv",
        "DRAGOMAN_ARCHIVE=talks.dragoman dragoman search 'negotiat* outlet:Reuters' --json",
        "dragoman search --in talks.dragoman -- '-status:planned kind:event'",
        "dragoman search type:AGREE --in talks.dragoman --as-of 2026-03-31",
    ],
)
@click.argument("query", metavar="QUERY")
@in_option
@as_of_options
@click.option(
    "--most",
    type=click.IntRange(min=0, max=100_000),
    default=20,
    show_default=True,
    metavar="N",
    help="Show at most so many articles, the newest; counts and facets are of all.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON Lines: the counts with facets, then one hit a line.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a piece of evidence.")
@color_option
def search(  # noqa: PLR0913 - one for each option
    query: str,
    *,
    file: Path,
    as_of: AsOf | None,
    most: int,
    as_json: bool,
    as_csv: bool,
    no_color: bool,
) -> None:
    """Search an archive: counts and facets first, then the newest hits with their evidence.

    QUERY has words, "phrases", prefix*, OR, NOT or -, NEAR/5, brackets, and the fields speaker:
    actor: recipient: country: type: mode: context: status: place: outlet: origin: position: kind:
    before: after: on:. Fields side by side speak of one record. Put it in single quotes; if it
    begins with "-", write -- before it.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    from dragoman.archive import ArchiveFile
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.searchlines import csv_lines, json_lines
    from dragoman.errors import QueryError

    with ArchiveFile(file, readonly=True) as archive:
        try:
            found = archive.search(query, limit=most, as_of=as_of)
        except QueryError as error:
            raise click.UsageError(str(error)) from error
    out = console(no_color=no_color)
    if as_json or as_csv:
        out.file.writelines(json_lines(found) if as_json else csv_lines(found))
        out.file.flush()
    else:
        from dragoman.cli.render.found import found_parts

        show_parts(out, found_parts(found))
    if not found.articles:
        click.echo("Nothing was found.", err=True)
