"""What a person with sqlite3 finds: tables, views, keys, and SQLite's own checks."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.archive import ArchiveFile
from dragoman.archive.connection import APPLICATION_ID
from dragoman.archive.migrations import latest, migrations
from dragoman.records import Readout

ROOT = Path(__file__).parents[2]


@pytest.fixture
def plain(archive: ArchiveFile, readout: Readout) -> Iterator[sqlite3.Connection]:
    """A plain connection to an archive with one readout."""
    archive.put(readout)
    connection = sqlite3.connect(archive.path)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def _one(connection: sqlite3.Connection, sql: str) -> dict[str, object]:
    rows = connection.execute(sql).fetchall()
    assert len(rows) == 1, sql
    return dict(rows[0])


def test_the_file_says_what_it_is(plain: sqlite3.Connection) -> None:
    assert plain.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert plain.execute("PRAGMA user_version").fetchone()[0] == latest()
    assert plain.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert plain.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [m.number for m in migrations()] == list(range(1, latest() + 1))


def test_every_table_is_strict(plain: sqlite3.Connection) -> None:
    tables = plain.execute("PRAGMA table_list").fetchall()
    own = [t for t in tables if t["type"] == "table" and not t["name"].startswith("sqlite_")]
    assert len(own) > 12
    assert [t["name"] for t in own if not t["strict"]] == []


def test_a_span_in_sql_gives_the_words(plain: sqlite3.Connection, readout: Readout) -> None:
    rows = plain.execute(
        "SELECT m.text, substr(a.text, m.start_ + 1, m.end_ - m.start_) AS words "
        "FROM time m JOIN article a ON a.key = m.article"
    ).fetchall()
    assert len(rows) == len(readout.times)
    assert all(row["text"] == row["words"] for row in rows)


def test_the_views_read_like_sentences(plain: sqlite3.Connection, readout: Readout) -> None:
    event = _one(plain, "SELECT * FROM events WHERE type = 'CONSULT'")
    assert (event["who"], event["whom"], event["modes"]) == ("Anna Holm", "Sarmatia", "visit")
    assert event["evidence"] == "Anna Holm of Norland visited"
    assert event["article_id"] == readout.article.id
    quotation = _one(plain, "SELECT * FROM quotations WHERE kind = 'direct'")
    assert (quotation["speaker"], quotation["role"]) == ("Anna Holm", "Foreign Minister")
    assert quotation["chain"] == "Vesna Agency"
    assert _one(plain, "SELECT * FROM positions")["holder"] == "Norland"
    assert _one(plain, "SELECT * FROM nonstatements")["speaker"] == "Ilya Brand"
    assert _one(plain, "SELECT * FROM articles")["zone"] == "unknown"
    assert _one(plain, "SELECT * FROM chains")["publisher"] == "The Norland Courier"
    assert _one(plain, "SELECT * FROM places")["name"] == "Port Vesna"
    assert _one(plain, "SELECT * FROM problems")["code"] == "E_DATE"
    parties = plain.execute("SELECT name, countries FROM event_parties ORDER BY name").fetchall()
    assert [tuple(p) for p in parties] == [
        ("Anna Holm", "NOR"), ("Armed forces", "SRM"), ("Sarmatia", None),
    ]  # fmt: skip


def test_every_record_has_its_row(plain: sqlite3.Connection, readout: Readout) -> None:
    layers = {
        "actor": readout.actors, "time": readout.times,
        "place": readout.places, "quotation": readout.quotations, "chain": readout.chains,
        "nonstatement": readout.nonstatements, "event": readout.events,
        "stance": readout.positions,
    }  # fmt: skip
    for table, records in layers.items():
        ids = [row[0] for row in plain.execute(f"SELECT id FROM {table} ORDER BY key")]  # noqa: S608
        assert ids == [r.id for r in records], table
    assert _one(plain, "SELECT count(*) AS n FROM block")["n"] == len(readout.article.blocks)
    assert _one(plain, "SELECT credit FROM image")["credit"] == "Vesna Agency"
    assert _one(plain, "SELECT kind, value, bound FROM event_count") == {
        "kind": "dead", "value": 12, "bound": "at_least",
    }  # fmt: skip


def test_deleting_an_article_takes_its_records_along(plain: sqlite3.Connection) -> None:
    plain.execute("PRAGMA foreign_keys = ON")
    plain.execute("DELETE FROM article")
    tables = [r["name"] for r in plain.execute("PRAGMA table_list") if r["type"] == "table"]
    for table in tables:
        if table not in ("meta", "term") and not table.startswith("sqlite_"):
            assert plain.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table  # noqa: S608


def test_lookups_use_an_index(plain: sqlite3.Connection) -> None:
    for sql in (
        "SELECT key FROM event WHERE id >= 'eabcdef' AND id < 'eabcdef{'",
        "SELECT key FROM article WHERE id >= 'aabcdef' AND id < 'aabcdef{'",
        "SELECT key FROM article WHERE url = 'x' ORDER BY revision DESC LIMIT 1",
        "SELECT id FROM article WHERE raw_sha256 = 'x'",
        "SELECT key FROM party WHERE event = 1",
        "SELECT key FROM actor WHERE article = 1",
    ):
        plan = " ".join(row["detail"] for row in plain.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "USING" in plan, (sql, plan)
        assert "SCAN" not in plan, (sql, plan)


def test_the_documentation_names_every_table_view_and_column(plain: sqlite3.Connection) -> None:
    document = (ROOT / "docs" / "reference" / "archive.md").read_text(encoding="utf-8")
    for row in plain.execute("PRAGMA table_list").fetchall():
        name = row["name"]
        if name.startswith("sqlite_") or row["schema"] != "main" or row["type"] == "shadow":
            continue
        assert f"`{name}`" in document, name
        if row["type"] == "table":
            for column in plain.execute(f"PRAGMA table_info({name})").fetchall():
                assert re.search(rf"`{column['name']}`", document), (name, column["name"])


def test_migrations_ship_in_the_package() -> None:
    folder = files("dragoman.archive.migrations")
    assert sum(f.name.endswith(".sql") for f in folder.iterdir()) == latest()
