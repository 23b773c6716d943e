"""`dragoman network`: who acts on whom, who quotes whom, who cites whom."""

from __future__ import annotations

import click

from dragoman.cli.counting import Asked, counting, query_argument
from dragoman.cli.group import DocumentedCommand

# Spelled out here so that `--help` loads nothing; a test holds them to the archive's own.
KINDS, NODES = ("acts", "quotes", "citations"), ("country", "actor")


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman network --in talks.dragoman",
        "dragoman network 'type:CONSULT,AGREE' --in talks.dragoman --nodes actor",
        "dragoman network --of quotes --in talks.dragoman --since 2026-03",
        "dragoman network --of citations --in talks.dragoman --csv > citations.csv",
    ],
)
@query_argument
@click.option(
    "--of",
    type=click.Choice(KINDS),
    default="acts",
    show_default=True,
    help="acts: who acts on whom. quotes: which outlet quotes whom. citations: who names whom as "
    "its source.",
)
@click.option(
    "--nodes",
    type=click.Choice(NODES),
    help="Of acts and quotes: by state or by name.  [default: acts by state, quotes by name]",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="N",
    help="Show at most so many ties; --json and --csv have all.",
)
@counting
def network(asked: Asked, *, of: str, nodes: str | None, most: int) -> None:
    """Show ties between parties, the most frequent first.

    QUERY says which events, quotations or articles, in the language of `dragoman search`. What
    parties do with one another is a tie each way. For programs that draw graphs there is
    `dragoman export --format gexf`.
    """
    from dragoman.archive.numbers.records import Tie
    from dragoman.cli.numberlines import csv_lines, json_lines
    from dragoman.cli.render.numbers import network_parts

    with asked.archive() as archive:
        found = archive.network(asked.query, of=of, nodes=nodes, **asked.only())
    columns = tuple(Tie.__dataclass_fields__)
    asked.show(
        found,
        network_parts(found, most),
        lambda: (json_lines("tie", found, columns), csv_lines(found, columns)),
    )
