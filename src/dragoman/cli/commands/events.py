"""`dragoman events`: who did what to whom, whether it happened, and on whose word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FAILED, DocumentedCommand
from dragoman.cli.options import (
    check_pages,
    codebook_option,
    color_option,
    confidence_option,
    country_list,
    json_option,
    ontology_option,
    page_options,
    strict_option,
    within_option,
)

if TYPE_CHECKING:
    from dragoman.records.vocabulary import EventStatus, EventType


def _types(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[EventType, ...]:
    from dragoman.cli.picked_events import TYPES, parse_list

    try:
        return parse_list(value, TYPES, "PLOVER type") if value is not None else ()
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def _statuses(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[EventStatus, ...]:
    from dragoman.cli.picked_events import STATUSES, parse_list

    try:
        return parse_list(value, STATUSES, "status") if value is not None else ()
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman events page.html",
        "dragoman events example:NAME --status actual,planned",
        "dragoman events pages/ --country RUS,KAZ --type consult,agree --csv > talks.csv",
        "dragoman events talks.dragoman --actor Lavrov --no-background",
        "dragoman events ahk3ogf6 --in talks.dragoman --strict --json",
    ],
)
@click.argument("pages", nargs=-1, metavar="PAGE…")
@click.option(
    "--type",
    "types",
    callback=_types,
    metavar="TYPES",
    help="Only these PLOVER types, parted by commas.",
)
@click.option(
    "--status",
    "statuses",
    callback=_statuses,
    metavar="STATUSES",
    help="Only these, parted by commas: actual, planned, hypothetical, threatened, negated, "
    "denied, alleged, cancelled, historical.",
)
@click.option(
    "--actor",
    "actors",
    multiple=True,
    metavar="NAME",
    help='Only what this one did: a name, surname, office or role ("Lavrov", "foreign minister"). '
    "May be given again.",
)
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="NAME",
    help="Only what was done to this one. May be given again.",
)
@click.option(
    "--country",
    "countries",
    callback=country_list,
    metavar="CODES",
    help="Only events with a party that acts for one of these states (ISO-3, parted by commas).",
)
@click.option(
    "--background/--no-background",
    default=True,
    help="Show or leave out what is told as background.  [default: background]",
)
@ontology_option
@strict_option
@confidence_option
@within_option
@page_options
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row an event.")
@codebook_option
@color_option
def events(  # noqa: PLR0913 - one argument for each option, as click hands them over
    pages: tuple[str, ...],
    *,
    types: tuple[EventType, ...],
    statuses: tuple[EventStatus, ...],
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    countries: tuple[str, ...],
    background: bool,
    ontology: str,
    strict: bool,
    least: float,
    archive: Path | None,
    url: str | None,
    published: str | None,
    as_json: bool,
    as_csv: bool,
    no_color: bool,
) -> None:
    """Print the events that pages report: who did what to whom, and whether it happened.

    For each event: its status, the actors and recipients with their codes, the PLOVER type and
    modes (or the CAMEO code), date, place and counts, who claims it, and the words it rests on.
    A statement is no event; one event told five times on a page is one record.

    PAGE is a file, a folder, a pattern in quotes, "-" for standard input, example:NAME, or an
    archive. Exit code 1: some pages could not be read.
    """
    check_pages(pages, archive, url, published, as_json=as_json, as_csv=as_csv)
    from dragoman.cli.found import Where
    from dragoman.cli.picked_events import Side, WantedEvents
    from dragoman.cli.told import run
    from dragoman.cli.told_kinds import events_kind

    wanted = WantedEvents(
        types,
        statuses,
        Side(actors),
        Side(recipients),
        Side(countries=countries),
        background,
        strict,
        least,
    )
    done = run(
        Where(pages, archive, url, published),
        events_kind(wanted, cameo=ontology == "cameo"),
        "json" if as_json else "csv" if as_csv else "text",
        no_color=no_color,
    )
    if not done.shown and not done.failed:
        click.echo(
            "No such events were found." if any(wanted[:6]) else "No events were found.", err=True
        )
    if done.failed:
        click.get_current_context().exit(FAILED)
