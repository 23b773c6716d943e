"""The formats by name: how each is written, its columns, and what it loses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from dragoman.export import (
    acled,
    events_csv,
    gdelt,
    geojson,
    graphs,
    icews,
    jsonl,
    network,
    polecat,
)
from dragoman.export.selection import Selection
from dragoman.export.tables import Column, Table

TextFormat = Literal[
    "csv", "jsonl", "geojson", "gexf", "graphml", "gdelt", "gdelt-mentions", "icews", "polecat",
    "acled",
]  # fmt: skip
FormatName = TextFormat | Literal["parquet"]
"""`parquet` is a folder of tables (`dragoman.export.parquet`), the others are one text."""

TEXT_FORMATS: tuple[TextFormat, ...] = get_args(TextFormat)
FORMAT_NAMES: tuple[FormatName, ...] = (*TEXT_FORMATS, "parquet")


class Format(NamedTuple):
    """One format: `lines` writes it; `rows` is what one of its rows is called."""

    lines: Callable[[Selection], Iterator[str]]
    columns: tuple[Column, ...]
    losses: tuple[str, ...]
    rows: str = "rows"
    lossless: bool = False


def _table(table: Table, losses: tuple[str, ...]) -> Format:
    return Format(table.lines, table.columns, losses)


FORMATS: Mapping[TextFormat, Format] = {
    "csv": _table(events_csv.TABLE, events_csv.LOSSES),
    "jsonl": Format(jsonl.lines, (), (), "lines", lossless=True),
    "geojson": Format(geojson.lines, geojson.COLUMNS, geojson.LOSSES, "features"),
    "gexf": Format(graphs.gexf, network.COLUMNS, network.LOSSES, "edges"),
    "graphml": Format(graphs.graphml, network.COLUMNS, network.LOSSES, "edges"),
    "gdelt": _table(gdelt.EVENTS, gdelt.LOSSES),
    "gdelt-mentions": _table(gdelt.MENTIONS, gdelt.LOSSES),
    "icews": _table(icews.TABLE, icews.LOSSES),
    "polecat": _table(polecat.TABLE, polecat.LOSSES),
    "acled": _table(acled.TABLE, acled.LOSSES),
}
