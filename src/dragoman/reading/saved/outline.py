"""Where the article is in a saved page: its running text, headline, date lines and bylines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.datelines import find_dates, parse_dateline
from dragoman.reading.saved.bylines import bare_byline, opened_byline
from dragoman.reading.saved.context import richest_stretch
from dragoman.reading.saved.headline import find_headline
from dragoman.reading.saved.judge import THRESHOLD, running_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.saved.context import Bools, Floats
    from dragoman.reading.saved.lines import Line
    from dragoman.records import Instant

_LEAD = 25  # lines above the running text in which a date line is looked for last
_HEAD = 12  # lines around the headline in which date line and byline are looked for


@dataclass(frozen=True, slots=True)
class Outline:
    """The article's main parts, as places among the page's non-blank lines.

    `body` marks running text, `start` and `end` its densest stretch (both 0 without any).
    `bylines` are the lines that print authors, `names` the authors.
    """

    probable: Floats
    body: Bools
    start: int
    end: int
    headline: int | None
    datelines: tuple[int, ...]
    published: Instant | None
    bylines: tuple[int, ...]
    names: tuple[str, ...]

    @property
    def after(self) -> int:
        """Place after the last line of running text, in the densest stretch or below it."""
        places = np.flatnonzero(self.body)
        return max(self.end, int(places[-1]) + 1) if len(places) else self.end


def outline(lines: Sequence[Line], threshold: float = THRESHOLD) -> Outline:
    """Find the article among the lines of a page.

    Args:
        lines: Its non-blank lines.
        threshold: How probable running text must be.
    """
    probable = running_text(lines)
    body = probable > threshold
    start, end = richest_stretch(probable - threshold)
    headline = find_headline(lines, probable, start, end) if body.any() else None
    if headline is not None:
        body[headline] = False
    datelines = tuple(_datelines(lines, body, headline, start))
    published = _published(lines, datelines)
    bylines, names = _bylines(lines, body, headline, start, datelines)
    for place in (*datelines, *bylines):
        body[place] = False
    return Outline(probable, body, start, end, headline, datelines, published, bylines, names)


def _datelines(
    lines: Sequence[Line], body: Bools, headline: int | None, start: int
) -> Iterator[int]:
    """Yield the date lines between headline and text; failing that, others around the text."""
    top = start if headline is None else headline
    below = range(top, min(max(start, top) + 4, len(lines)))
    above = range(max(0, top - _HEAD // 2), top)
    after = np.flatnonzero(body)
    tail = (
        range(int(after[-1]) + 1, min(int(after[-1]) + 4, len(lines))) if len(after) else range(0)
    )
    lead = range(max(0, start - _LEAD), start)  # where the headline was not found rightly
    for places in (below, above, lead, tail):
        # Elsewhere than under the headline, a date with a list mark is another article's.
        usable = [p for p in places if places is below or not lines[p].mark]
        found = [p for p in usable if parse_dateline(lines[p].text) is not None]
        if places is lead:
            found = found[-1:]
        if found:
            yield from found
            return


def _published(lines: Sequence[Line], datelines: tuple[int, ...]) -> Instant | None:
    dates = [(date, lines[place]) for place in datelines for date in find_dates(lines[place].text)]
    chosen = next((d for d in dates if not d[0].updated), dates[0] if dates else None)
    if chosen is None:
        return None
    date, line = chosen
    return date.instant.model_copy(update={"span": date.span.shift(line.span.start)})


def _bylines(
    lines: Sequence[Line],
    body: Bools,
    headline: int | None,
    start: int,
    datelines: tuple[int, ...],
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Find authors: a line that opens like a byline, or names alone beside the date line."""
    top = max(0, start - _HEAD) if headline is None else headline + 1
    window = [p for p in range(top, min(start + 3, len(lines))) if not lines[p].mark]
    for place in window:
        opened = opened_byline(lines, place)
        if opened is not None:
            taken, names = opened
            places = range(place, place + taken)
            return tuple(p for p in places if p not in datelines), names
    near = {date + step for date in datelines for step in (-2, -1, 0, 1, 2)}
    for place in window:
        if place in near and not body[place] and (names := bare_byline(lines[place])):
            return (place,) if place not in datelines else (), names
    return (), ()
