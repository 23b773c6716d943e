"""`dragoman counts`: how many events there are, by kind and period."""

from __future__ import annotations

import click

from dragoman.cli.counting import Asked, counting, every_option, query_argument
from dragoman.cli.group import DocumentedCommand


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman counts --in talks.dragoman --by type",
        "dragoman counts --in talks.dragoman --by country,type --every month",
        "dragoman counts 'country:UKR type:ASSAULT' --in talks.dragoman --every week --since 2026",
        "dragoman counts 'outlet:Reuters' --in talks.dragoman --by source,target --csv > dyads.csv",
        "dragoman counts --in talks.dragoman --every month --chart counts.svg",
    ],
)
@query_argument
@click.option(
    "--by",
    default="",
    metavar="LIST",
    help="Split by these, parted by commas: type, quad, mode, context, status, country, source, "
    "target, actor, recipient, sector, place, place_country, outlet, origin.",
)
@every_option(None)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="N",
    help="Show at most so many kinds; --json and --csv have all.",
)
@counting
def counts(asked: Asked, *, by: str, every: str | None, most: int) -> None:
    """Count events: those that happened and are told as news, each once however many tell it.

    QUERY says which, in the language of `dragoman search`. Every number stands beside what it is
    of: the filter, and the articles and outlets of the period, also those that tell no event.
    """
    from dragoman.archive.numbers.records import EventCount
    from dragoman.cli.numberlines import columns_of, csv_lines, json_lines
    from dragoman.cli.render.numbers import counts_parts

    with asked.archive() as archive:
        found = archive.counts(asked.query, by=by, every=every, **asked.only())
    columns = columns_of(EventCount, found.by, period=every is not None)
    asked.show(
        found,
        counts_parts(found, most),
        lambda: (json_lines("count", found, columns), csv_lines(found, columns)),
    )
