"""`dragoman dyad`: two states over time."""

from __future__ import annotations

from itertools import chain

import click

from dragoman.cli.counting import Asked, counting, every_option, query_argument
from dragoman.cli.group import DocumentedCommand


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman dyad RUS KAZ --in talks.dragoman",
        "dragoman dyad Russia Kazakhstan --in talks.dragoman --every year --directed",
        "dragoman dyad RUS UKR 'type:ASSAULT' --in talks.dragoman --every week --since 2026-01",
        "dragoman dyad RUS KAZ --in talks.dragoman --events 20",
        "dragoman dyad RUS KAZ --in talks.dragoman --chart dyad.png --csv > dyad.csv",
    ],
)
@click.argument("source", metavar="STATE")
@click.argument("target", metavar="STATE")
@query_argument
@every_option("month")
@click.option("--directed", is_flag=True, help="Only what the first does to the second.")
@click.option(
    "--events",
    "behind",
    type=click.IntRange(min=0, max=100_000),
    default=0,
    metavar="N",
    help="Show the events behind the points, too: at most so many, those that most outlets tell.",
)
@counting
def dyad(
    asked: Asked, *, source: str, target: str, every: str, directed: bool, behind: int
) -> None:
    """Show what two states did to each other: conflict and cooperation, point by point.

    STATE is an ISO-3 code or a name. Events count in which one acts on the other, or both do
    something together. For each point: events by the four quads (verbal and material cooperation,
    verbal and material conflict), PLOVER's score as a sum and as a mean, and how many articles were
    published.
    """
    from dragoman.archive.numbers.records import DyadPoint
    from dragoman.cli.numberlines import columns_of, csv_lines, events_lines, json_lines
    from dragoman.cli.render.layout import Gap, Heading
    from dragoman.cli.render.numbers import dyad_parts
    from dragoman.cli.render.timeline import occurrence_parts

    with asked.archive() as archive:
        found = archive.dyad(
            source, target, asked.query, every=every, directed=directed, **asked.only()
        )
        pair = (found.source, found.target)
        events = archive.occurrences(
            asked.query, most=behind, every=every, between=pair, directed=directed, **asked.only()
        ).rows if behind else ()  # fmt: skip
    parts = dyad_parts(found)
    if behind:
        parts = chain(parts, [Gap(), Heading("≡", "Events", len(events))], occurrence_parts(events))
    columns = columns_of(DyadPoint)
    asked.show(
        found,
        parts,
        lambda: (
            chain(json_lines("point", found, columns), events_lines(events)),
            csv_lines(found, columns),
        ),
    )
