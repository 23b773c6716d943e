"""The two sorts of records that `told.run` prints: events and positions."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.cli.eventlines import event_head, event_lines, position_head, position_lines
from dragoman.cli.picked_events import WantedEvents, WantedPositions
from dragoman.cli.render import events as render_events
from dragoman.cli.render import positions as render_positions
from dragoman.cli.render.layout import Part
from dragoman.cli.told import Kind
from dragoman.records import Readout


def events_kind(wanted: WantedEvents, *, cameo: bool) -> Kind:
    """Return how events are picked and printed; with ``cameo`` the code stands before the type."""

    def parts(readout: Readout, underline: bool) -> Iterable[Part]:
        yield from render_events.article_line(readout)
        yield from render_events.events(readout, None, underline=underline, cameo=cameo)

    return Kind(
        "events",
        wanted.picked,
        event_head,
        event_lines,
        parts,
        lambda readout: [(e.cameo or "no code") if cameo else e.type for e in readout.events],
    )


def positions_kind(wanted: WantedPositions) -> Kind:
    """Return how positions are picked and printed."""

    def parts(readout: Readout, underline: bool) -> Iterable[Part]:
        return render_positions.positions(readout, None, underline=underline)

    return Kind(
        "positions",
        wanted.picked,
        position_head,
        position_lines,
        parts,
        lambda readout: [p.stance for p in readout.positions],
    )
