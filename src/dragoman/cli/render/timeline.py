"""What happened, for the eye: a line of bars, then the events by date with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from dragoman.analysis import Timeline
from dragoman.archive.numbers.records import Occurrence
from dragoman.cli.render.bars import sparkline
from dragoman.cli.render.basis import amount, basis_parts
from dragoman.cli.render.layout import Gap, Heading, Line, Part, joined
from dragoman.cli.render.pieces import SHORT
from dragoman.cli.render.symbols import ARROW

_WIDEST_LINE = 32
_LONGEST_WORDS = 240
_INDENT = SHORT + 4


def timeline_parts(found: Timeline) -> Iterator[Part]:
    """Yield how much there was as one line of bars, then the events by date."""
    series, events = found.series, found.events
    yield from basis_parts(series.basis)
    if series.periods:
        line, step = sparkline([row.events for row in series], _WIDEST_LINE)
        each = f"each sign: {amount(step, series.every or '')}"
        span = f"{series.periods[0]} to {series.periods[-1]}"
        yield Line(joined([line, (f"{span}, {each}", "quiet")], "  "))
        yield Gap()
    title = "Events" if len(events) == events.basis.events else "Events that most outlets tell"
    yield Heading("≡", title, len(events))
    yield from occurrence_parts(events)


def occurrence_parts(events: Iterable[Occurrence]) -> Iterator[Part]:
    """Yield events by date, each with its id and words."""
    before = None
    for event in events:
        day = (event.period or event.date or (event.published or "undated"))[:10]
        if day != before:
            yield Line(Text(day, "heading"))
            before = day
        yield Line(_occurrence(event), _INDENT, event.event_id[:SHORT])


def _occurrence(event: Occurrence) -> Text:
    words = " ".join(event.words.split())
    told = f"{amount(event.outlets, 'outlet')}, {amount(event.reports, 'report')}"
    return joined(
        [
            (f"{event.type} {event.modes}".strip(), "code"),
            ("" if event.status == "actual" else event.status, "quiet"),
            (ARROW.join(name for name in (event.who, event.whom) if name), "name"),
            (event.place or "", ""),
            (event.date or "", "quiet"),
            (told if event.reports > 1 else event.outlet or "", "quiet"),
            (words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS]}…", "words"),
        ]
    )
