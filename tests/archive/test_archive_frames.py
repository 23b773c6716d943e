"""Flat records, and the tables that Arrow, pandas and polars make of them."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from types import ModuleType

import polars as pl
import pyarrow as pa
import pytest

from dragoman.archive import ArchiveFile
from dragoman.archive.frames import columns_of
from dragoman.archive.frames.records import ArticleRow, EventRow, PositionRow, QuotationRow
from dragoman.archive.frames.rows import TABLES, Selected
from dragoman.archive.frames.when import When, moment, when
from dragoman.errors import FramesMissing, QueryError
from dragoman.records import Readout


@pytest.fixture
def kept(archive: ArchiveFile, readout: Readout) -> ArchiveFile:
    """The archive with the crafted readout."""
    archive.put(readout)
    return archive


def test_an_event_as_a_flat_record(kept: ArchiveFile, readout: Readout) -> None:
    (event,) = (e for e in kept.events() if e.type == "CONSULT")
    record = next(e for e in readout.events if e.type == "CONSULT")
    assert (event.event_id, event.article_id) == (record.id, readout.article.id)
    assert (event.actors, event.recipients, event.modes) == ("Anna Holm", "Sarmatia", "visit")
    assert event.actor_countries == "NOR"
    text = readout.article.text
    assert text[event.evidence_start : event.evidence_end] == event.evidence
    assert text[event.trigger_start : event.trigger_end] == event.trigger == record.trigger_text
    assert event.published_from == dt.date(2024, 5, 12)
    assert event.published_utc is None  # the page names no zone
    with pytest.raises(AttributeError):
        event.type = "AID"  # type: ignore[misc]


def test_counts_of_people_are_numbers_or_nothing(kept: ArchiveFile) -> None:
    (told,) = (e for e in kept.events() if e.dead is not None)
    assert (told.dead, told.injured, told.count_bounds) == (12, None, "dead at_least")
    assert [e.dead for e in kept.events("type:CONSULT")] == [None]


def test_a_quotation_and_a_position(kept: ArchiveFile) -> None:
    direct = next(q for q in kept.quotations() if q.kind == "direct")
    assert (direct.speakers, direct.speaker_roles) == ("Anna Holm", "Foreign Minister")
    assert direct.chain == "Vesna Agency"
    (position,) = kept.positions()
    assert (position.holders, position.towards) == ("Norland", "")
    assert position.evidence.startswith("does not recognise")


def test_a_query_picks_records_or_articles(kept: ArchiveFile) -> None:
    assert [e.type for e in kept.events("type:CONSULT")] == ["CONSULT"]
    assert len(kept.events("grain")) == len(kept.events()) == 2
    assert len(kept.events("speaker:Holm")) == 2  # all of the article: it asks for no events
    assert len(kept.events("nowhere")) == len(kept.quotations("nowhere")) == 0
    assert [e.status for e in kept.events(counted=True)] == ["actual"]
    assert kept.events("type:CONSULT", counted=True, as_of="2024").asked == (
        "actual and not background; query type:CONSULT; as published by the end of 2024-12-31"
    )
    with pytest.raises(QueryError):
        kept.events("type:NOTHING")


def test_parties_keep_their_places(archive: ArchiveFile, news: ModuleType) -> None:
    acts = [news.act("CONSULT", "Anna Holm NOR, somebody", "Ilya Brand FRA, Eva Lind SWE")]
    archive.put(news.article(1, "2024-05-12", acts=acts))
    (event,) = archive.events()
    places = {len(cell.split("; ")) for cell in (event.recipients, event.recipient_countries)}
    assert places == {2}
    assert event.recipient_countries == "FRA; SWE"
    assert event.actor_countries.split("; ")[0] == "NOR"
    assert len(event.actor_sectors.split("; ")) == 2


def test_a_sequence_is_a_sequence(kept: ArchiveFile) -> None:
    events = kept.events()
    assert [e.event_id for e in events] == [events[0].event_id, events[-1].event_id]
    assert [e.event_id for e in events[1:]] == [events[1].event_id]
    assert events[1:].to_arrow().num_rows == 1  # type: ignore[attr-defined]
    with pytest.raises(IndexError):
        events[2]
    assert repr(events) == "<2 of EventRow: all>"


@pytest.mark.parametrize("name", ["events", "quotations", "positions"])
def test_three_libraries_have_the_same_cells(kept: ArchiveFile, name: str) -> None:
    records = getattr(kept, name)()
    columns = columns_of(records.row)
    rows = [{c.name: getattr(one, c.name) for c in columns} for one in records]
    assert records.to_arrow().to_pylist() == rows
    assert records.to_polars().to_dicts() == rows
    frame = records.to_pandas()
    assert list(frame.columns) == [c.name for c in columns]
    kinds = {"text": "string", "integer": "Int64", "number": "Float64", "truth": "boolean"}
    for column in columns:
        if column.kind in kinds:
            assert str(frame[column.name].dtype) == kinds[column.kind], column
            missing = [row[column.name] is None for row in rows]
            assert frame[column.name].isna().tolist() == missing
        else:
            assert str(frame[column.name].dtype).startswith("datetime64"), column


def test_no_records_have_the_same_columns(archive: ArchiveFile) -> None:
    empty = archive.events()
    assert empty.to_arrow().schema.names == [c.name for c in columns_of(EventRow)]
    assert empty.to_polars().schema["date_from"] == pl.Date
    assert str(empty.to_pandas()["dead"].dtype) == "Int64"


def test_columns_say_what_they_mean(kept: ArchiveFile) -> None:
    schema = kept.events().to_arrow().schema
    assert schema.field("score").metadata[b"meaning"].startswith(b"PLOVER's scale, -10")
    assert schema.field("published_utc").type == pa.timestamp("us", tz="UTC")
    assert not schema.field("type").nullable


@pytest.mark.parametrize("row", [ArticleRow, EventRow, PositionRow, QuotationRow])
def test_a_column_that_is_never_empty_says_so(
    archive: ArchiveFile, readout: Readout, row: type
) -> None:
    archive.put(readout)
    bare = {
        "url": None,
        "outlet": None,
        "headline": None,
        "published": None,
        "raw_sha256": "2" * 64,
    }
    page = readout.article.model_copy(update={**bare, "id": "a" + "c" * 16})
    archive.put(readout.model_copy(update={"article": page}))
    for _, cells in archive.tables(Selected()):
        rows = list(cells)
        if len(rows[0]) == len(columns_of(row)):
            for column, told in zip(columns_of(row), zip(*rows, strict=True), strict=True):
                assert column.nullable or None not in told, column
    assert {source.row for source in TABLES.values()} >= {row}


def test_what_a_search_found_is_a_table_too(kept: ArchiveFile) -> None:
    found = kept.search("grain type:CONSULT")
    frame = found.to_polars()
    assert frame["evidence"].to_list() == [e.kind for e in found.hits[0].evidence]
    event = frame.filter(pl.col("evidence") == "event")
    assert event["act"].to_list() == ["CONSULT visit"]
    assert event["start"].to_list() == [found.hits[0].evidence[-1].span.start]
    assert kept.search("nowhere").to_arrow().num_rows == 0


def test_counts_are_tables_too(kept: ArchiveFile) -> None:
    frame = kept.counts(by="type").to_polars()
    assert frame.select("type", "events").to_dicts() == [{"type": "CONSULT", "events": 1}]


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2023", "year", (2023, 1, 1), (2023, 12, 31)),
        ("2024-02", "month", (2024, 2, 1), (2024, 2, 29)),
        ("2024-W19", "week", (2024, 5, 6), (2024, 5, 12)),
        ("2024-W19-WE", "weekend", (2024, 5, 11), (2024, 5, 12)),
        ("2024-Q2", "quarter", (2024, 4, 1), (2024, 6, 30)),
        ("2024-H2", "half", (2024, 7, 1), (2024, 12, 31)),
        ("2024-SU", "season", (2024, 6, 1), (2024, 8, 31)),
        ("199", "decade", (1990, 1, 1), (1999, 12, 31)),
        ("19", "century", (1900, 1, 1), (1999, 12, 31)),
        ("2024-05-12", "day", (2024, 5, 12), (2024, 5, 12)),
        ("2024-05-12TMO", "part of day", (2024, 5, 12), (2024, 5, 12)),
        ("2024-05-12T13:30", "minute", (2024, 5, 12), (2024, 5, 12)),
    ],
)
def test_a_year_is_no_day(
    value: str, precision: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert when(value) == When(precision, dt.date(*first), dt.date(*last))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [None, "", "PAST_REF", "2024-02-30", "P3D", "XXXX-05", "0000"])
def test_what_names_no_days_has_none(value: str | None) -> None:
    assert when(value) == When(None, None, None)


@pytest.mark.parametrize(
    ("value", "zone", "expected"),
    [
        ("2024-05-12T09:30", "+02:00", "2024-05-12T07:30:00+00:00"),
        ("2024-05-12T09:30:15", "UTC", "2024-05-12T09:30:15+00:00"),
        ("2024-05-12T09:30", None, None),
        ("2024-05-12", "+02:00", None),
        ("2024", "UTC", None),
        ("2024-05-12T09:30", "nowhere", None),
    ],
)
def test_a_moment_needs_a_time_and_a_zone(
    value: str, zone: str | None, expected: str | None
) -> None:
    found = moment(value, zone)
    assert (found and found.isoformat()) == expected


def test_nothing_is_imported_until_it_is_asked_for() -> None:
    program = (
        "import sys, dragoman as dg; dg.Archive; from dragoman.export import export_archive\n"
        "print([n for n in ('pandas', 'polars', 'pyarrow', 'duckdb') if n in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("method", "name"), [("to_pandas", "pandas"), ("to_polars", "polars"), ("to_arrow", "pyarrow")]
)
def test_what_is_missing_is_named_with_how_to_install_it(
    kept: ArchiveFile, monkeypatch: pytest.MonkeyPatch, method: str, name: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(FramesMissing, match=f"{name} is not installed") as caught:
        getattr(kept.events(), method)()
    assert caught.value.hint == "Install it: pip install 'dragoman[frames]'"
