"""Every export is opened by what its users open it with, and says the same there."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pandas as pd
import polars as pl
import pyarrow.parquet
import pytest
from geojson_pydantic import FeatureCollection

from dragoman.archive import ArchiveFile
from dragoman.errors import ExportError, FramesMissing
from dragoman.export import FormatName, TextFormat, export_archive, parquet

TABLES = ("articles", "events", "positions", "quotations")
DELIMITED: dict[TextFormat, str] = {
    "csv": ",",
    "icews": "\t",
    "polecat": "\t",
    "acled": ",",
    "gdelt": "\t",
    "gdelt-mentions": "\t",
}


def written(archive: ArchiveFile, form: FormatName, folder: Path) -> Path:
    """Return the export of everything."""
    out = folder / f"out.{form}"
    export_archive(archive, form, out, everything=True)
    return out


def plain(path: Path, parter: str) -> list[list[str]]:
    """Read rows as Python does."""
    with path.open(encoding="utf-8", newline="") as file:
        if parter == "\t":
            return [line.removesuffix("\n").split("\t") for line in file]
        return list(csv.reader(file))


@pytest.mark.parametrize("form", DELIMITED)
def test_pandas_reads_a_table(sorts: ArchiveFile, tmp_path: Path, form: TextFormat) -> None:
    path, parter = written(sorts, form, tmp_path), DELIMITED[form]
    quoting = csv.QUOTE_NONE if parter == "\t" else csv.QUOTE_MINIMAL
    frame = pd.read_csv(
        path, sep=parter, header=None, dtype=str, keep_default_na=False, quoting=quoting
    )
    assert frame.to_numpy().tolist() == plain(path, parter)
    assert len(frame) > 20


@pytest.mark.parametrize("form", DELIMITED)
def test_duckdb_reads_a_table(sorts: ArchiveFile, tmp_path: Path, form: TextFormat) -> None:
    path, parter = written(sorts, form, tmp_path), DELIMITED[form]
    quote = "" if parter == "\t" else '"'
    rows = duckdb.connect().read_csv(
        str(path), header=False, all_varchar=True, delimiter=parter, quotechar=quote,
        escapechar=quote,
    )  # fmt: skip
    assert [[cell or "" for cell in row] for row in rows.fetchall()] == plain(path, parter)


def test_duckdb_and_pandas_read_json_lines(sorts: ArchiveFile, tmp_path: Path) -> None:
    path = written(sorts, "jsonl", tmp_path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    events = sum(line["record"] == "event" for line in lines)
    frame = pd.read_json(path, lines=True)
    assert (frame["record"] == "event").sum() == events > 50
    counted = duckdb.connect().execute(
        "SELECT count(*) FROM read_json(?, format = 'newline_delimited', sample_size = -1, "
        "union_by_name = true) WHERE record = 'event'",
        [str(path)],
    )
    assert counted.fetchall() == [(events,)]


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_a_graph(sorts: ArchiveFile, tmp_path: Path, form: TextFormat) -> None:
    path = written(sorts, form, tmp_path)
    if form == "gexf":
        graph = nx.read_gexf(path, version="1.2draft")
        weights = [float(ties["weight"]) for _, _, ties in graph.edges(data=True)]
    else:
        graph = nx.read_graphml(path, force_multigraph=True)
        weights = [ties["weight"] for _, _, ties in graph.edges(data=True)]
    assert graph.is_directed()
    labels = {of["label"] for _, of in graph.nodes(data=True)}
    assert {"Anna Holm", "NATO"} <= labels
    assert len(weights) > 10
    assert all(isinstance(w, float) and w >= 1 for w in weights)
    assert all(of["event_type"].isupper() for _, _, of in graph.edges(data=True))


def test_a_validator_finds_the_geojson_valid(sorts: ArchiveFile, tmp_path: Path) -> None:
    words = written(sorts, "geojson", tmp_path).read_text(encoding="utf-8")
    collection: FeatureCollection[Any] = FeatureCollection.model_validate_json(words)
    assert len(collection.features) == len(json.loads(words)["features"]) > 10
    assert all(feature.geometry.type == "Point" for feature in collection.features)


@pytest.fixture
def folder(sorts: ArchiveFile, tmp_path: Path) -> Path:
    """An archive as Parquet."""
    out = tmp_path / "tables"
    done = export_archive(sorts, "parquet", out, everything=True)
    assert sorted(file.name for file in out.iterdir()) == sorted(
        [*(f"{name}.parquet" for name in TABLES), "codebook.json"]
    )
    assert done.events == done.events_seen > 50
    assert (done.articles, done.outlets) == (2, 2)
    return out


@pytest.mark.parametrize("name", TABLES)
def test_three_readers_read_the_same_parquet(folder: Path, name: str) -> None:
    path = folder / f"{name}.parquet"
    arrow = pyarrow.parquet.read_table(path).to_pylist()
    assert pl.read_parquet(path).to_dicts() == arrow
    read = duckdb.connect().execute("SELECT count(*) FROM read_parquet(?)", [str(path)])
    assert read.fetchall() == [(len(arrow),)]
    frame = pd.read_parquet(path)
    assert len(frame) == len(arrow)
    assert list(frame.columns) == [column.name for column in parquet.COLUMNS[name]]


def test_types_and_days_survive(folder: Path) -> None:
    path = str(folder / "events.parquet")
    rows = duckdb.connect().execute(
        "SELECT date, date_precision, date_from, date_to FROM read_parquet(?) "
        "WHERE date IN ('2023', '2024-04', '2024-W19', '2024-05-12', '2024-02-30') "
        "GROUP BY ALL ORDER BY date",
        [path],
    )
    day = dt.date
    assert rows.fetchall() == [
        ("2023", "year", day(2023, 1, 1), day(2023, 12, 31)),
        ("2024-02-30", None, None, None),
        ("2024-04", "month", day(2024, 4, 1), day(2024, 4, 30)),
        ("2024-05-12", "day", day(2024, 5, 12), day(2024, 5, 12)),
        ("2024-W19", "week", day(2024, 5, 6), day(2024, 5, 12)),
    ]
    frame = pd.read_parquet(path)
    assert frame["dead"].dropna().map(float.is_integer).all()
    assert frame["background"].dtype == bool
    assert str(frame["added_at"].dtype) == "datetime64[us, UTC]"


def test_rows_come_in_groups(
    sorts: ArchiveFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS_IN_GROUP", 10)
    export_archive(sorts, "parquet", tmp_path / "t", everything=True)
    file = pyarrow.parquet.ParquetFile(tmp_path / "t" / "events.parquet")
    events = len(sorts.events())
    assert file.metadata.num_rows == events
    assert file.metadata.num_row_groups == -(-events // 10)


def test_the_folder_says_what_is_in_it(sorts: ArchiveFile, tmp_path: Path) -> None:
    done = export_archive(sorts, "parquet", tmp_path / "t", as_of="2024-05-13")
    book = json.loads((tmp_path / "t" / "codebook.json").read_text(encoding="utf-8"))
    assert book["filter"] == done.filter
    assert "as published by the end of 2024-05-13" in done.filter
    assert book["tables"]["events"]["rows"] == done.events == len(sorts.events(counted=True))
    assert done.events < done.events_seen
    columns = {c["name"]: c for c in book["tables"]["events"]["columns"]}
    assert columns["date_to"]["kind"] == "day"
    field = pyarrow.parquet.read_schema(tmp_path / "t" / "events.parquet").field("score")
    assert field.metadata[b"meaning"].decode() == columns["score"]["meaning"]


def test_an_empty_archive_gives_empty_tables(archive: ArchiveFile, tmp_path: Path) -> None:
    assert export_archive(archive, "parquet", tmp_path / "t").rows == 0
    for name in TABLES:
        assert pl.read_parquet(tmp_path / "t" / f"{name}.parquet").height == 0


def test_a_failure_leaves_the_old_tables(
    sorts: ArchiveFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_archive(sorts, "parquet", tmp_path / "t")
    before = {file.name: file.read_bytes() for file in (tmp_path / "t").iterdir()}

    def full(_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parquet, "_codebook", full)
    with pytest.raises(ExportError, match="No space left"):
        export_archive(sorts, "parquet", tmp_path / "t", everything=True)
    assert {file.name: file.read_bytes() for file in (tmp_path / "t").iterdir()} == before
    assert not list(tmp_path.glob("*.part"))


def test_what_parquet_cannot_do_is_said(
    sorts: ArchiveFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        (tmp_path / "x").open("w") as stream,
        pytest.raises(ExportError, match="fits in no stream"),
    ):
        export_archive(sorts, "parquet", stream)
    with pytest.raises(ExportError, match="corrected"):
        export_archive(sorts, "parquet", tmp_path / "t", as_corrected=False)
    with pytest.raises(ExportError, match="cannot be written"):
        export_archive(sorts, "parquet", tmp_path / "x")
    with pytest.raises(ExportError, match="all revisions"):
        export_archive(sorts, "jsonl", tmp_path / "y", as_of="2024")
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(FramesMissing, match="pyarrow is not installed") as caught:
        export_archive(sorts, "parquet", tmp_path / "t")
    assert caught.value.hint == "Install it: pip install 'dragoman[frames]'"
    assert not (tmp_path / "t").exists()
