"""`dragoman changes`: what there is more or less of than before."""

from __future__ import annotations

import click

from dragoman.cli.counting import Asked, counting, query_argument
from dragoman.cli.group import DocumentedCommand


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman changes --in watch.dragoman",
        "dragoman changes --in watch.dragoman --last 7d --by source,target",
        "dragoman changes 'country:KAZ' --in watch.dragoman --last 3m --until 2026-06",
        "dragoman changes --in watch.dragoman --by country --chart changes.svg",
    ],
)
@query_argument
@click.option(
    "--last",
    default="30d",
    show_default=True,
    metavar="TIME",
    help="How long each of the two periods is: 30d, 4w, 3m, 1y.",
)
@click.option(
    "--by",
    default="type",
    show_default=True,
    metavar="LIST",
    help="What to compare, as for `dragoman counts`.",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="N",
    help="Show at most so many rows; --json and --csv have all.",
)
@counting
def changes(asked: Asked, *, last: str, by: str, most: int) -> None:
    """Compare the last days with as many days before them.

    "More" and "fewer" are said by fixed thresholds: at least 10 events in both periods together and
    20 articles in each, a rate per article at least 1.5 times the other, and a difference that
    chance alone makes in at most 1 of 100 cases. Of fewer it says that they are too few to say. The
    later period ends with --until, by default on the last day on which an article was published.
    """
    from dragoman.analysis import Change
    from dragoman.analysis import changes as compare
    from dragoman.cli.numberlines import columns_of, csv_lines, json_lines
    from dragoman.cli.render.numbers import changes_parts

    with asked.archive() as archive:
        found = compare(archive, asked.query, last=last, by=by, **asked.only())
    columns = columns_of(Change, found.by)
    asked.show(
        found,
        changes_parts(found, most),
        lambda: (json_lines("change", found, columns), csv_lines(found, columns)),
    )
