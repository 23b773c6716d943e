"""Numbers for the eye: what they are of, then bars with the figures beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from rich.text import Text

from dragoman.analysis import Change, Changes
from dragoman.archive.numbers.records import (
    Dimension,
    DyadPoint,
    DyadSeries,
    EventCount,
    EventCounts,
    Network,
    Tie,
)
from dragoman.cli.render.bars import bar, bar_to_the_left, sparkline
from dragoman.cli.render.basis import amount, basis_parts
from dragoman.cli.render.layout import Gap, Line, Part, grid
from dragoman.cli.render.symbols import ARROW, BOTH_WAYS

Point = TypeVar("Point", EventCount, DyadPoint)

# Signs of a bar and of a line of bars: so many that rows fit into 80 columns.
_WIDTH, _HALF = 12, 10
_WIDEST_LINE = 32
MOST_POINTS = 60
"""Lines of a series that are shown: what fits on a few screens. The chart and CSV have all."""
_QUIET = 4
"""So many points without events, one after the other, become one line."""
_NONE = "(none)"
_SIGNS = {"more": "▲", "fewer": "▼", "no clear change": "=", "too few to say": "?"}
_STYLES = {"more": "good", "fewer": "bad", "no clear change": "", "too few to say": "quiet"}


def counts_parts(found: EventCounts, most: int) -> Iterator[Part]:
    """Yield counts: a bar each or, for kinds over time, a line of bars each."""
    yield from basis_parts(found.basis)
    if found.every and found.by:
        yield from _over_time(found, most)
    elif found.every:
        lines = list(quiet_joined(found))
        yield from _last(len(lines))
        yield _bars(lines[-MOST_POINTS:], ["period"], ())
    elif found.by:
        yield from _more(len(found), most)
        yield _bars(found[:most], found.by, found.by)


def dyad_parts(found: DyadSeries) -> Iterator[Part]:
    """Yield a series with conflict to the left and cooperation to the right."""
    arrow = ARROW if found.directed else BOTH_WAYS
    yield Line(Text(f"{found.source}{arrow}{found.target}", "headline"))
    yield from basis_parts(found.basis)
    lines = list(quiet_joined(found))
    yield from _last(len(lines))
    points = lines[-MOST_POINTS:]
    most = max((max(p.conflict, p.cooperation) for p in points), default=0)
    head = (
        "",
        "conflict".rjust(_HALF),
        "cooperation",
        "events",
        "quads",
        "mean",
        "articles",
    )
    yield grid([_head(head), *(_point(point, most) for point in points)])


def network_parts(found: Network, most: int) -> Iterator[Part]:
    """Yield ties, the most frequent first."""
    things = {"acts": "event", "quotes": "quotation", "citations": "citing article"}[found.of]
    yield from basis_parts(found.basis, things)
    yield from _more(len(found), most)
    top = max((tie.count for tie in found), default=0)
    acts = found.of == "acts"
    figures = ("coop./conflict", "mean") if acts else ("last",)
    head = ("who", "", "whom", "", "", "articles", *figures)
    yield grid([_head(head), *(_tie(tie, top) for tie in found[:most])])  # fmt: skip


def changes_parts(found: Changes, most: int) -> Iterator[Part]:
    """Yield what changed first; then what did not, and of what nothing can be said."""
    yield from basis_parts(found.basis)
    old = found.before
    articles = f"{amount(old.articles, 'article')} of {amount(old.outlets, 'outlet')}"
    yield Line(
        Text(f"Before: {amount(old.events, 'event')} in {articles} ({old.period}).", "quiet")
    )
    yield Gap()
    yield from _more(len(found), most)
    head = ("", *found.by, "before", "after", "per 100", "chance")
    yield grid([_head(head), *(_change(row, found) for row in found[:most])])


def _bars(rows: Sequence[EventCount], names: Sequence[str], by: Sequence[Dimension]) -> Part:
    """Return a line for each row: its kind or period, a bar, the figures."""
    top = max((row.events for row in rows), default=0)
    articles = () if by else ("articles",)  # of kinds it is the same in each row
    head = (*names, "", "events", "reports", *articles, "per 100", "mean")
    return grid([_head(head), *(_bar(row, by, top) for row in rows)])


def _bar(row: EventCount, by: Sequence[Dimension], top: int) -> tuple[Text, ...]:
    names = _shown(row.values(by)) if by else (row.period or "",)
    return (
        *(Text(name, "name") for name in names),
        Text(bar(row.events, top, _WIDTH), "chain"),
        Text(f"{row.events:,}"),
        Text(f"{row.reports:,}", "quiet"),
        *(() if by else (Text(f"{row.articles:,}", "quiet"),)),
        Text(_rate(row.events, row.articles), "quiet"),
        Text(_score(row.mean_score), "quiet"),
    )


def _over_time(found: EventCounts, most: int) -> Iterator[Part]:
    told: defaultdict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for row in found:
        told[row.values(found.by)][row.period or ""] = row.events
    ranked = sorted(told.items(), key=lambda kind: (-sum(kind[1].values()), kind[0]))
    yield from _more(len(ranked), most)
    rows = [_head((*found.by, "", "events", "most"))]
    step = 1
    for kind, events in ranked[:most]:
        line, step = sparkline([events.get(p, 0) for p in found.periods], _WIDEST_LINE)
        figures = (f"{sum(events.values()):,}", f"{max(events.values()):,}")
        names = (Text(name, "name") for name in _shown(kind))
        rows.append((*names, Text(line, "chain"), *map(Text, figures)))
    yield grid(rows)
    if found.periods:
        span = f"{found.periods[0]} to {found.periods[-1]}"
        yield Line(Text(f"{span}, each sign: {amount(step, found.every or '')}", "quiet"), 2)


def _point(point: DyadPoint, most: int) -> tuple[Text, ...]:
    quads = (
        point.verbal_cooperation, point.material_cooperation,
        point.verbal_conflict, point.material_conflict,
    )  # fmt: skip
    return (
        Text(point.period, "name"),
        Text(bar_to_the_left(point.conflict, most, _HALF), "bad"),
        Text(bar(point.cooperation, most, _HALF), "chain"),
        Text(f"{point.events:,}"),
        Text(" ".join(map(str, quads)) if point.events else "", "quiet"),
        Text(_score(point.mean_score), "quiet"),
        Text(f"{point.articles:,}", "quiet"),
    )


def _tie(tie: Tie, top: int) -> tuple[Text, ...]:
    acts = (f"{tie.cooperation}/{tie.conflict}", _score(tie.mean_score))
    figures = acts if tie.conflict is not None else (tie.last or "",)
    return (
        Text(tie.source, "name"),
        Text(ARROW.strip(), "quiet"),
        Text(tie.target, "name"),
        Text(bar(tie.count, top, _HALF), "chain"),
        Text(f"{tie.count:,}"),
        Text(f"{tie.articles:,}", "quiet"),
        *(Text(figure, "quiet") for figure in figures),
    )


def _change(row: Change, found: Changes) -> tuple[Text, ...]:
    style = _STYLES[row.verdict]
    said = row.verdict != "too few to say"
    return (
        Text(f"{_SIGNS[row.verdict]} {row.verdict}", style),
        *(Text(name, "name") for name in _shown(row.values(found.by))),
        Text(f"{row.before:,}"),
        Text(f"{row.after:,}"),
        Text(f"{row.before_rate:.1f}{ARROW}{row.after_rate:.1f}" if said else "", "quiet"),
        Text(f"{row.chance:.2g}" if said else "", "quiet"),
    )


def _shown(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value or _NONE for value in values)


def _head(names: Iterable[str]) -> tuple[Text, ...]:
    return tuple(Text(name.replace("_", " "), "quiet") for name in names)


def _rate(events: int, articles: int) -> str:
    return f"{100 * events / articles:.1f}" if articles else ""


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:+.1f}"


def _more(there: int, most: int) -> Iterator[Part]:
    if there > most:
        yield Line(Text(f"The first {most:,} of {there:,} (--most, --csv for all):", "quiet"))


def _last(there: int) -> Iterator[Part]:
    if there > MOST_POINTS:
        yield Line(Text(f"The last {MOST_POINTS} of {there:,} lines (--csv for all):", "quiet"))


def quiet_joined(points: Iterable[Point]) -> Iterator[Point]:
    """Yield points; a long run of those without events as one that is named by its last: "…2024-05".

    Its articles are the sum; its outlets are not known and not shown.
    """
    for quiet, group in groupby(points, key=lambda point: not point.events):
        run = list(group)
        if not quiet or len(run) < _QUIET:
            yield from run
            continue
        articles = sum(point.articles for point in run)
        yield replace(run[0], period=f"…{run[-1].period}", articles=articles)
