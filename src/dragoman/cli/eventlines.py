"""Events and positions as CSV: one row each, for spreadsheets and statistics."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.export.cells import (
    EVENT_COLUMNS,
    PAGE_COLUMNS,
    codes_of,
    event_cells,
    names,
    page_cells,
)
from dragoman.records import Position, Readout
from dragoman.text.safe import csv_line

_PARTED = "; "

POSITION_COLUMNS = (
    "id", "holders", "holder_codes", "stance", "issue", "towards", "towards_codes", "since",
    "confidence", "evidence", "start", "end",
)  # fmt: skip


def event_head() -> str:
    """Return the line with the names of the columns of events."""
    return csv_line((*EVENT_COLUMNS, *PAGE_COLUMNS))


def event_lines(readout: Readout) -> Iterator[str]:
    """Yield a line for each event."""
    page = page_cells(readout)
    for event in readout.events:
        cells = {**event_cells(readout, event), **page}
        yield csv_line(cells[column] for column in (*EVENT_COLUMNS, *PAGE_COLUMNS))


def position_head() -> str:
    """Return the line with the names of the columns of positions."""
    return csv_line((*POSITION_COLUMNS, *PAGE_COLUMNS))


def position_lines(readout: Readout) -> Iterator[str]:
    """Yield a line for each position."""
    page = page_cells(readout)
    for position in readout.positions:
        cells = {**_position(readout, position), **page}
        yield csv_line(cells[column] for column in (*POSITION_COLUMNS, *PAGE_COLUMNS))


def _position(readout: Readout, position: Position) -> dict[str, str]:
    return {
        "id": position.id,
        "holders": names(position.holders),
        "holder_codes": codes_of(readout, position.holders),
        "stance": position.stance,
        "issue": position.issue,
        "towards": names(position.towards),
        "towards_codes": codes_of(readout, position.towards),
        "since": position.since or "",
        "confidence": f"{position.confidence:g}",
        "evidence": _PARTED.join(map(readout.article.words, position.evidence)),
        "start": str(position.stance_span.start),
        "end": str(position.stance_span.end),
    }
