"""Numbers as Vega-Lite: every chart says in its subtitle what counts and out of how many articles.

Colours can be told apart by people who see few: blue is cooperation, orange conflict; what is said
is lighter than what is done.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import singledispatch
from typing import Any, NamedTuple

from dragoman.analysis.changes import Changes
from dragoman.analysis.timeline import Timeline
from dragoman.archive.numbers.records import (
    QUADS,
    Basis,
    DyadSeries,
    EventCounts,
    Network,
    Rows,
)
from dragoman.text.safe import visible

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_COLOURS = ("#9ecae1", "#2171b5", "#fdae6b", "#d94801")  # of the quads
_MOST_LINES, _MOST_BARS, _MOST_NODES = 10, 30, 25
_WIDTH, _HEIGHT = 720, 280

Spec = dict[str, Any]


class Chart(NamedTuple):
    """A chart as a Vega-Lite document."""

    title: str
    spec: str


def chart_of(numbers: Rows[Any] | Timeline) -> Chart:
    """Return the chart of counts, a dyad, a network, changes or a timeline."""
    title, body, basis, notes = _body(numbers)
    spec = {
        "$schema": _SCHEMA,
        "background": "white",
        "title": {"text": title, "subtitle": [*_said(basis), *notes], "anchor": "start"},
        **body,
    }
    return Chart(title, json.dumps(_safe(spec), ensure_ascii=False, indent=1))


def _said(basis: Basis) -> list[str]:
    lines = [
        f"Of {basis.articles:,} articles of {basis.outlets:,} outlets; {basis.period}",
        *(clause.strip() for clause in basis.filter.split(";")),
    ]
    if basis.unplaced:
        lines.append(f"{basis.unplaced:,} events without a date that is fine enough are left out")
    return lines


def _safe(value: Any) -> Any:
    """Return the document with nothing in its texts that acts on what shows them."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: _safe(item) for key, item in value.items()}
    return [_safe(item) for item in value] if isinstance(value, list | tuple) else value


Body = tuple[str, Spec, Basis, list[str]]
"""Title, marks and data, what the numbers are of, further lines under the title."""


@singledispatch
def _body(numbers: object) -> Body:
    raise TypeError(f"{type(numbers).__name__} has no chart")


@_body.register
def _(numbers: EventCounts) -> Body:
    by = " and ".join(numbers.by)
    title = (
        f"Events{f' by {by}' if by else ''}{f', every {numbers.every}' if numbers.every else ''}"
    )
    if numbers.every is None:
        return title, *_ranking(numbers)
    if not numbers.by:
        return title, _series(numbers), numbers.basis, []
    return title, *_lines(numbers)


@_body.register
def _(numbers: Timeline) -> Body:
    title = f"Events, every {numbers.series.every}"
    return title, _series(numbers.series), numbers.series.basis, []


@_body.register
def _(numbers: DyadSeries) -> Body:
    arrow = "→" if numbers.directed else "↔"
    title = (
        f"{numbers.source} {arrow} {numbers.target}: cooperation and conflict by {numbers.every}"
    )
    values = [
        {"period": point.period, "quad": quad, "events": sign * count, "order": order}
        for point in numbers
        for order, (quad, count, sign) in enumerate(
            zip(
                QUADS,
                (
                    point.verbal_cooperation, point.material_cooperation,
                    point.verbal_conflict, point.material_conflict,
                ),
                (1, 1, -1, -1),
                strict=True,
            )
        )
    ]  # fmt: skip
    body = _marks(
        "bar",
        values,
        x=_periods(),
        y={
            "field": "events", "type": "quantitative",
            "title": "conflict (down) and cooperation (up)", "axis": {"format": "~s"},
        },
        color={
            "field": "quad", "type": "nominal", "title": None,
            "scale": {"domain": list(QUADS), "range": list(_COLOURS)},
        },
        order={"field": "order"},
    )  # fmt: skip
    return title, body, numbers.basis, []


@_body.register
def _(numbers: Network) -> Body:
    titles = {
        "acts": "Who acts on whom",
        "quotes": "Who quotes whom",
        "citations": "Who cites whom",
    }
    many: Counter[str] = Counter()
    for tie in numbers:
        many.update({tie.source: tie.count})
        many.update({tie.target: tie.count})
    nodes = {name for name, _ in sorted(many.items(), key=lambda n: (-n[1], n[0]))[:_MOST_NODES]}
    values = [
        {"source": t.source, "target": t.target, "count": t.count}
        for t in numbers
        if {t.source, t.target} <= nodes
    ]
    body = _marks(
        "rect",
        values,
        x={"field": "target", "type": "nominal", "title": "whom"},
        y={"field": "source", "type": "nominal", "title": "who"},
        color={"field": "count", "type": "quantitative", "scale": {"scheme": "blues"}},
    ) | {"width": {"step": 22}, "height": {"step": 22}}
    left = [f"The {len(nodes)} with most ties of {len(many)}"] if len(many) > len(nodes) else []
    return titles[numbers.of], body, numbers.basis, left


@_body.register
def _(numbers: Changes) -> Body:
    shown = numbers.rows[:_MOST_BARS]
    values = [
        {"kind": _named(row.values(numbers.by)), "when": when, "rate": rate, "verdict": row.verdict}
        for row in shown
        for when, rate in (("before", row.before_rate), ("after", row.after_rate))
    ]
    body = _marks(
        "bar",
        values,
        x={"field": "rate", "type": "quantitative", "title": "events per 100 articles"},
        y={"field": "kind", "type": "nominal", "sort": None, "title": None},
        yOffset={"field": "when", "sort": ["before", "after"]},
        color={
            "field": "when", "type": "nominal", "title": None,
            "scale": {"domain": ["before", "after"], "range": [_COLOURS[0], _COLOURS[1]]},
        },
    ) | {"height": {"step": 12}}  # fmt: skip
    old = numbers.before
    lines = [f"Before: {old.articles:,} articles of {old.outlets:,} outlets; {old.period}"]
    lines += _left_out(len(shown), len(numbers))
    return f"Changes by {' and '.join(numbers.by) or 'all events'}", body, numbers.basis, lines


def _series(numbers: EventCounts) -> Spec:
    values = [
        {"period": row.period, "events": row.events, "articles": row.articles} for row in numbers
    ]
    return _marks("bar", values, x=_periods(), y=_amount(), color={"value": _COLOURS[1]})


def _lines(numbers: EventCounts) -> tuple[Spec, Basis, list[str]]:
    many: Counter[str] = Counter()
    for row in numbers:
        many[_named(row.values(numbers.by))] += row.events
    shown = sorted(many, key=lambda name: (-many[name], name))[:_MOST_LINES]
    told = {(_named(row.values(numbers.by)), row.period): row.events for row in numbers}
    values = [
        {"period": period, "kind": name, "events": told.get((name, period), 0)}
        for name in shown
        for period in numbers.periods
    ]
    colour = {"field": "kind", "type": "nominal", "sort": shown, "title": None}
    body = _marks("line", values, x=_periods(), y=_amount(), color=colour)
    return body, numbers.basis, _left_out(len(shown), len(many))


def _ranking(numbers: EventCounts) -> tuple[Spec, Basis, list[str]]:
    shown = numbers.rows[:_MOST_BARS]
    values = [
        {"kind": _named(row.values(numbers.by)) or "all", "events": row.events} for row in shown
    ]
    body = _marks(
        "bar",
        values,
        x=_amount(),
        y={"field": "kind", "type": "nominal", "sort": None, "title": None},
        color={"value": _COLOURS[1]},
    ) | {"height": {"step": 18}}
    return body, numbers.basis, _left_out(len(shown), len(numbers))


def _marks(mark: str, values: list[Spec], **encoding: Spec) -> Spec:
    return {
        "data": {"values": values},
        "mark": {"type": mark, "tooltip": True},
        "encoding": encoding,
        "width": _WIDTH,
        "height": _HEIGHT,
    }


def _periods() -> Spec:
    axis = {"labelOverlap": "greedy", "labelAngle": -45}
    return {"field": "period", "type": "ordinal", "title": None, "axis": axis}


def _amount() -> Spec:
    return {"field": "events", "type": "quantitative", "title": "events"}


def _named(values: tuple[str, ...]) -> str:
    return " · ".join(value or "(none)" for value in values)


def _left_out(shown: int, there: int) -> list[str]:
    return [f"The first {shown} of {there:,}"] if shown < there else []
