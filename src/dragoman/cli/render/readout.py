"""A whole readout, layer after layer: the order in which a reader asks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dragoman.cli.layers import LAYERS, Layer
from dragoman.cli.render.chains import chains, mentions
from dragoman.cli.render.events import events
from dragoman.cli.render.header import header
from dragoman.cli.render.layout import Gap, Line, Part, joined
from dragoman.cli.render.positions import positions
from dragoman.cli.render.problems import problems
from dragoman.cli.render.quotations import nonstatements, quotations
from dragoman.cli.render.tables import actors, places, times
from dragoman.records import Readout


def readout_parts(
    readout: Readout,
    *,
    only: Collection[Layer] = LAYERS,
    wanted: str | None = None,
    underline: bool = True,
) -> Iterator[Part]:
    """Yield the parts of a readout.

    Args:
        readout: What was found.
        only: The layers to show.
        wanted: The id of a record that shall stand out.
        underline: Whether evidence can be underlined; if not, its words are printed apart.
    """
    yield from header(readout, wanted)
    yield Gap()
    if "quotations" in only:
        yield from quotations(readout, wanted, underline=underline)
    if "nonstatements" in only and readout.nonstatements:
        yield from nonstatements(readout, wanted, underline=underline)
    if "events" in only:
        yield from events(readout, wanted, underline=underline)
    if "positions" in only and readout.positions:
        yield from positions(readout, wanted, underline=underline)
    asked_for = len(only) < len(LAYERS)
    if "chains" in only and asked_for:
        yield from chains(readout, wanted, underline=underline)
    if "mentions" in only and asked_for:
        yield from mentions(readout, wanted)
    if "actors" in only and readout.actors:
        yield from actors(readout, wanted)
    if "places" in only and readout.places:
        yield from places(readout, wanted)
    if "times" in only and readout.times:
        yield from times(readout, wanted)
    if "problems" in only and readout.problems:
        yield from problems(readout.problems, sources=False)
        yield Gap()
    yield Line(joined([(f"article {readout.article.id}", "id"), (readout.made_by, "id")]))
