"""The place of an event, and its point as other formats write it."""

from __future__ import annotations

from dragoman.records import Event, Place, Readout


def place_of(readout: Readout, event: Event) -> Place | None:
    """Return the place record of an event, if it has one."""
    return next((p for p in readout.places if p.id == event.place_id), None)


def exact(degrees: float | None) -> str:
    """Return degrees as text, without exponents."""
    return "" if degrees is None else f"{degrees:.5f}".rstrip("0").rstrip(".")
