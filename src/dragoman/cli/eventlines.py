"""Events and positions as CSV: one row each, for spreadsheets and statistics."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.csvlines import csv_line, page_cells, yes_or_no
from dragoman.codebooks.cameo import cameo_codes
from dragoman.records import Event, Party, Position, Readout

_PARTED = "; "

EVENT_COLUMNS = (
    "id", "type", "modes", "contexts", "quad", "score", "strict", "cameo", "goldstein",
    "actors", "actor_codes", "recipients", "recipient_codes", "reciprocal",
    "status", "background", "claimed_by", "date", "place", "dead", "injured", "detained", "size",
    "confidence", "why", "trigger", "evidence", "mentions", "start", "end", "article_contexts",
)  # fmt: skip
POSITION_COLUMNS = (
    "id", "holders", "holder_codes", "stance", "issue", "towards", "towards_codes", "since",
    "confidence", "evidence", "start", "end",
)  # fmt: skip
PAGE_COLUMNS = ("article", "headline", "outlet", "published", "url")


def event_head() -> str:
    """Return the line with the names of the columns of events."""
    return csv_line((*EVENT_COLUMNS, *PAGE_COLUMNS))


def event_lines(readout: Readout) -> Iterator[str]:
    """Yield a line for each event."""
    page = page_cells(readout)
    for event in readout.events:
        cells = {**event_cells(readout, event), **page}
        yield csv_line(cells[column] for column in (*EVENT_COLUMNS, *PAGE_COLUMNS))


def event_cells(readout: Readout, event: Event) -> dict[str, str]:
    """Return an event's cells by their columns (`EVENT_COLUMNS`)."""
    counts = {count.kind: str(count.value) for count in event.counts}
    scale = cameo_codes().get(event.cameo or "")
    return {
        "id": event.id,
        "type": event.type,
        "modes": _PARTED.join(event.modes),
        "contexts": _PARTED.join(event.contexts),
        "quad": str(event.quad),
        "score": f"{event.score:g}",
        "strict": event.strict or "",
        "cameo": event.cameo or "",
        "goldstein": f"{scale.goldstein:g}" if scale else "",
        "actors": _names(event.actors),
        "actor_codes": _codes(readout, event.actors),
        "recipients": _names(event.recipients),
        "recipient_codes": _codes(readout, event.recipients),
        "reciprocal": yes_or_no(event.reciprocal),
        "status": event.status,
        "background": yes_or_no(event.background),
        "claimed_by": event.claimed_by or "",
        "date": event.date or "",
        "place": event.place or "",
        "dead": counts.get("dead", ""),
        "injured": counts.get("injured", ""),
        "detained": counts.get("detained", ""),
        "size": counts.get("size", ""),
        "confidence": f"{event.confidence:g}",
        "why": event.why,
        "trigger": event.trigger_text,
        "evidence": _PARTED.join(map(readout.article.words, event.evidence)),
        "mentions": str(1 + len(event.mentions)),
        "start": str(event.trigger.start),
        "end": str(event.trigger.end),
        "article_contexts": _PARTED.join(readout.contexts()),
    }


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
        "holders": _names(position.holders),
        "holder_codes": _codes(readout, position.holders),
        "stance": position.stance,
        "issue": position.issue,
        "towards": _names(position.towards),
        "towards_codes": _codes(readout, position.towards),
        "since": position.since or "",
        "confidence": f"{position.confidence:g}",
        "evidence": _PARTED.join(map(readout.article.words, position.evidence)),
        "start": str(position.stance_span.start),
        "end": str(position.stance_span.end),
    }


def _names(parties: tuple[Party, ...]) -> str:
    return _PARTED.join(party.name or party.text for party in parties)


def _codes(readout: Readout, parties: tuple[Party, ...]) -> str:
    """Return "RUSGOV; KAZ": a party without a code keeps its place, empty."""
    codes = {actor.id: actor.code for actor in readout.actors}
    return _PARTED.join(codes.get(party.actor_id or "", "") for party in parties)
