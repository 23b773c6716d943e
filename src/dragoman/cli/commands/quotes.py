"""`dragoman quotes`: who said what, and how it reached the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FAILED, DocumentedCommand
from dragoman.cli.options import (
    check_pages,
    codebook_option,
    color_option,
    json_option,
    page_options,
    within_option,
)

if TYPE_CHECKING:
    from dragoman.records.vocabulary import QuotationKind


def _kinds(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[QuotationKind, ...]:
    from dragoman.cli.picked import KINDS, parse_kinds

    try:
        return KINDS if value is None else parse_kinds(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman quotes page.html",
        "dragoman quotes example:NAME --speaker Rusu",
        "dragoman quotes pages/ --speaker 'foreign minister' --kind direct,mixed --csv > said.csv",
        "dragoman quotes talks.dragoman --speaker Lavrov --no-uncertain",
        "dragoman quotes ahk3ogf6 --in talks.dragoman --json",
    ],
)
@click.argument("pages", nargs=-1, metavar="PAGE…")
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help='Only what this one said: a name, surname, office or role ("Lavrov", "foreign '
    'minister"), however it is spelled in capitals or accents. May be given again.',
)
@click.option(
    "--kind",
    "kinds",
    callback=_kinds,
    metavar="KINDS",
    help="Only these, parted by commas: direct, indirect, mixed.",
)
@click.option(
    "--uncertain/--no-uncertain",
    default=True,
    help="Show or leave out what nobody surely said.  [default: uncertain]",
)
@within_option
@page_options
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a quotation.")
@codebook_option
@color_option
def quotes(  # noqa: PLR0913 - one argument for each option, as click hands them over
    pages: tuple[str, ...],
    *,
    speakers: tuple[str, ...],
    kinds: tuple[QuotationKind, ...],
    uncertain: bool,
    archive: Path | None,
    url: str | None,
    published: str | None,
    as_json: bool,
    as_csv: bool,
    no_color: bool,
) -> None:
    """Print who said what, and how it reached the page.

    For each quotation: the speaker as written and as resolved, the words, the cue, to whom, where
    and when it was said, and its source chain from the one who knows it first to the publisher.
    Refusals to speak are listed apart, a summary comes last.

    PAGE is a file, a folder, a pattern in quotes, "-" for standard input, example:NAME, or an
    archive. Exit code 1: some pages could not be read.
    """
    check_pages(pages, archive, url, published, as_json=as_json, as_csv=as_csv)
    if any(not any(ch.isalnum() for ch in name) for name in speakers):
        raise click.BadParameter("The name is empty.", param_hint="--speaker")
    from dragoman.cli.found import Where
    from dragoman.cli.picked import Wanted
    from dragoman.cli.quoting import Asked, Form, run

    wanted = Wanted(speakers, kinds, uncertain)
    form: Form = "json" if as_json else "csv" if as_csv else "text"
    done = run(Asked(Where(pages, archive, url, published), wanted, form, no_color))
    if not done.shown and not done.failed:
        click.echo(_nothing(speakers), err=True)
    if done.failed:
        click.get_current_context().exit(FAILED)


def _nothing(speakers: tuple[str, ...]) -> str:
    if not speakers:
        return "No quotations were found."
    return (
        f"No quotations by {' or '.join(map(repr, speakers))} were found. "
        "Without --speaker, the last lines name who speaks."
    )
