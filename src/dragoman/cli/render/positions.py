"""The layer of standing positions."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dragoman.cli.render.context import marked, plain
from dragoman.cli.render.layout import Gap, Heading, Line, Part, joined
from dragoman.cli.render.pieces import actors_by_id, day_words, parties, short_id
from dragoman.records import Readout

_INDENT = 4


def positions(readout: Readout, wanted: str | None, *, underline: bool) -> Iterator[Part]:
    """Yield each stance: whose, on what, towards whom, in which words."""
    yield Heading("◆", "Positions", len(readout.positions))
    actors = actors_by_id(readout)
    for number, position in enumerate(readout.positions, 1):
        holders = parties(position.holders, actors) or Text("someone", "quiet")
        towards = parties(position.towards, actors)
        yield Line(
            joined(
                [
                    holders,
                    f"{position.stance}: {position.issue}",
                    Text("towards ") + towards if towards.plain else "",
                    f"since {day_words(position.since)}" if position.since else "",
                    short_id(position.id, wanted),
                ]
            ),
            _INDENT,
            f"{number:>2}",
        )
        words = [position.stance_span, position.issue_span]
        if underline:
            yield Line(marked(readout.article, words), _INDENT)
        else:
            yield Line(Text(plain(readout.article, words)), _INDENT)
        yield Gap()
