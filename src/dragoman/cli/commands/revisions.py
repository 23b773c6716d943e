"""`dragoman revisions`: what outlets changed after they had printed."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import color_option, in_option


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman revisions --in talks.dragoman",
        "dragoman revisions https://news.example/a --in talks.dragoman",
        "dragoman revisions ahk3ogf6 --in talks.dragoman",
        "dragoman revisions --full --csv --in talks.dragoman > corrections.csv",
    ],
)
@click.argument("page", required=False, metavar="[URL|ID]")
@in_option
@click.option(
    "--full",
    is_flag=True,
    help="Every change of every page; without a page, only how much was changed is shown.",
)
@click.option("--outlet", metavar="NAME", help="Only pages of outlets that have these words.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one revision a line.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a change.")
@color_option
def revisions(  # noqa: PLR0913 - one argument for each option, as click hands them over
    page: str | None,
    *,
    file: Path,
    full: bool,
    outlet: str | None,
    as_json: bool,
    as_csv: bool,
    no_color: bool,
) -> None:
    """Show what outlets changed after they had printed.

    For each revision of a page: the words that were taken out [-so-] and added {+so+}, and the
    quotations, refusals, events, positions and source chains that came (+), went (-) or say
    something else (~). Menus and teasers are left out. A revision is another text under the same
    URL; the archive keeps all of them.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    from dragoman.archive import ArchiveFile
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.revisions import csv_lines, json_line, revision_parts

    out, shown = console(no_color=no_color), 0
    with ArchiveFile(file, readonly=True) as archive:
        for one in archive.revisions(page):
            if outlet and outlet.casefold() not in (one.outlet or "").casefold():
                continue
            if as_json:
                out.file.write(json_line(one))
            elif as_csv:
                out.file.writelines(csv_lines(one, head=not shown))
            else:
                show_parts(out, revision_parts(one, full=full or page is not None))
            shown += 1
    if not shown:
        click.echo("No page was changed after it was kept first.", err=True)
