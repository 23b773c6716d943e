"""`dragoman positions`: the standing stances that news reports between events."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import FAILED, DocumentedCommand
from dragoman.cli.options import (
    check_pages,
    codebook_option,
    color_option,
    country_list,
    json_option,
    page_options,
    within_option,
)


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman positions page.html",
        "dragoman positions pages/ --holder Kazakhstan --csv",
        "dragoman positions talks.dragoman --issue annexation --json",
    ],
)
@click.argument("pages", nargs=-1, metavar="PAGE…")
@click.option(
    "--holder",
    "holders",
    multiple=True,
    metavar="NAME",
    help="Only the stances of this one: a name, office or role. May be given again.",
)
@click.option(
    "--country",
    "countries",
    callback=country_list,
    metavar="CODES",
    help="Only stances of holders that act for one of these states (ISO-3, parted by commas).",
)
@click.option("--towards", multiple=True, metavar="NAME", help="Only stances towards this one.")
@click.option("--issue", default="", metavar="WORDS", help="Only on an issue with these words.")
@within_option
@page_options
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a position.")
@codebook_option
@color_option
def positions(  # noqa: PLR0913 - one argument for each option, as click hands them over
    pages: tuple[str, ...],
    *,
    holders: tuple[str, ...],
    countries: tuple[str, ...],
    towards: tuple[str, ...],
    issue: str,
    archive: Path | None,
    url: str | None,
    published: str | None,
    as_json: bool,
    as_csv: bool,
    no_color: bool,
) -> None:
    """Print the standing positions that pages report: who holds what stance, on which issue.

    A position is no event: "does not recognise the annexation", "are strategic partners". For
    each one: the holders, the stance, the issue, towards whom, since when, and the words.

    PAGE is a file, a folder, a pattern in quotes, "-" for standard input, example:NAME, or an
    archive. Exit code 1: some pages could not be read.
    """
    check_pages(pages, archive, url, published, as_json=as_json, as_csv=as_csv)
    from dragoman.cli.found import Where
    from dragoman.cli.picked_events import Side, WantedPositions
    from dragoman.cli.told import run
    from dragoman.cli.told_kinds import positions_kind

    done = run(
        Where(pages, archive, url, published),
        positions_kind(WantedPositions(Side(holders, countries), Side(towards), issue)),
        "json" if as_json else "csv" if as_csv else "text",
        no_color=no_color,
    )
    if not done.shown and not done.failed:
        click.echo("No positions were found.", err=True)
    if done.failed:
        click.get_current_context().exit(FAILED)
