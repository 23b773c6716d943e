"""`dragoman timeline`: what happened, by date."""

from __future__ import annotations

import click

from dragoman.cli.counting import Asked, counting, every_option, query_argument
from dragoman.cli.group import DocumentedCommand


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman timeline --in talks.dragoman",
        "dragoman timeline 'country:KAZ' --in talks.dragoman --since 2026-01 --most 50",
        "dragoman timeline 'type:ASSAULT place:Odesa' --in talks.dragoman --csv > odesa.csv",
        "dragoman timeline --in talks.dragoman --status planned",
    ],
)
@query_argument
@every_option(None)
@click.option(
    "--most",
    type=click.IntRange(min=0, max=100_000),
    default=30,
    show_default=True,
    metavar="N",
    help="Show at most so many events: those that most outlets tell.",
)
@counting
def timeline(asked: Asked, *, every: str | None, most: int) -> None:
    """Show how much happened when, and the events that most outlets tell, by date.

    Each event is shown once, as the article that was published first tells it, with the words it
    rests on, and how many outlets and reports tell it.
    """
    from dragoman.analysis import timeline as told
    from dragoman.archive.numbers.records import Occurrence
    from dragoman.cli.numberlines import csv_lines, json_lines
    from dragoman.cli.render.timeline import timeline_parts

    with asked.archive() as archive:
        found = told(archive, asked.query, every=every, most=most, **asked.only())
    columns = tuple(name for name in Occurrence.__dataclass_fields__ if name != "period")
    asked.show(
        found,
        timeline_parts(found),
        lambda: (json_lines("event", found.events, columns), csv_lines(found.events, columns)),
    )
