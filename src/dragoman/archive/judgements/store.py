"""Judgements as rows; the caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.archive.sheet import insert, insert_all
from dragoman.records import FieldEdit, Judgement
from dragoman.text.spans import Span


class Judged(NamedTuple):
    """A judgement, the record that it speaks of now (None: no record is there), and its article."""

    judgement: Judgement
    stands_on: str | None
    headline: str | None
    outlet: str | None
    superseded: bool


_COLUMNS = """
SELECT j.id, a.id, j.record, j.kind, j.verdict, j.start_, j.end_, j.words, j.judged_by,
  j.judged_at, j.note, j.withdrawn_by, j.withdrawn_at, j.stands_on, a.headline, a.outlet,
  a.superseded_by IS NOT NULL, j.key
FROM judgement j JOIN article a ON a.key = j.article
"""
_EDITS = "SELECT field, value FROM judgement_edit WHERE judgement = ? ORDER BY field"


def judged(
    connection: sqlite3.Connection, *, article: int | None = None, record: str | None = None
) -> Iterator[Judged]:
    """Yield judgements, the oldest first: all, of one article, or on one record."""
    if article is not None:
        condition, value = "WHERE j.article = ?", article
    elif record is not None:
        condition, value = "WHERE ? IN (j.record, j.stands_on, j.id)", record  # type: ignore[assignment]
    else:
        condition, value = "WHERE ?", 1
    rows = connection.execute(f"{_COLUMNS} {condition} ORDER BY j.judged_at, j.id", (value,))
    for row in rows.fetchall():
        yield _judged(connection, row)


def judgements_of(connection: sqlite3.Connection, article: int) -> tuple[Judgement, ...]:
    """Return all judgements on an article's records, the oldest first."""
    return tuple(one.judgement for one in judged(connection, article=article))


def has_judgements(connection: sqlite3.Connection, article: int) -> bool:
    """Whether anything was judged in an article."""
    statement = "SELECT 1 FROM judgement WHERE article = ? LIMIT 1"
    return connection.execute(statement, (article,)).fetchone() is not None


def keep(connection: sqlite3.Connection, article: int, judgement: Judgement) -> bool:
    """Insert a judgement, or take over that it was withdrawn; says whether anything changed."""
    there = connection.execute(
        "SELECT key, withdrawn_at FROM judgement WHERE id = ?", (judgement.id,)
    ).fetchone()
    if there:
        if there[1] == judgement.withdrawn_at:
            return False
        connection.execute(
            "UPDATE judgement SET withdrawn_by = ?, withdrawn_at = ? WHERE key = ?",
            (judgement.withdrawn_by, judgement.withdrawn_at, there[0]),
        )
        return True
    key = insert(
        connection,
        "judgement",
        {
            "id": judgement.id,
            "article": article,
            "record": judgement.record_id,
            "kind": judgement.kind,
            "verdict": judgement.verdict,
            "start_": judgement.anchor.start,
            "end_": judgement.anchor.end,
            "words": judgement.words,
            "judged_by": judgement.by,
            "judged_at": judgement.at,
            "note": judgement.note,
            "withdrawn_by": judgement.withdrawn_by,
            "withdrawn_at": judgement.withdrawn_at,
        },
    )
    insert_all(
        connection,
        "judgement_edit",
        ({"judgement": key, "field": e.field, "value": e.value} for e in judgement.edits),
    )
    return True


def move(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Say where the words of a judgement stand now: the text of its article was read anew."""
    connection.execute(
        "UPDATE judgement SET start_ = ?, end_ = ?, words = ? WHERE id = ?",
        (*judgement.anchor, judgement.words, judgement.id),
    )


def stand(
    connection: sqlite3.Connection, article: int, stands_on: Mapping[str, str | None]
) -> None:
    """Note which record each judgement of an article speaks of now."""
    connection.execute("UPDATE judgement SET stands_on = NULL WHERE article = ?", (article,))
    connection.executemany(
        "UPDATE judgement SET stands_on = ? WHERE id = ?",
        [(record, judgement) for judgement, record in stands_on.items()],
    )


def _judged(connection: sqlite3.Connection, row: tuple[object, ...]) -> Judged:
    names = (
        "id", "article_id", "record_id", "kind", "verdict", "start", "end", "words", "by", "at",
        "note", "withdrawn_by", "withdrawn_at", "stands_on", "headline", "outlet", "superseded",
        "key",
    )  # fmt: skip
    cells = dict(zip(names, row, strict=True))
    start, end = cells.pop("start"), cells.pop("end")
    stands_on, headline, outlet, superseded, key = (cells.pop(name) for name in names[-5:])
    edits = tuple(
        FieldEdit(field=field, value=value) for field, value in connection.execute(_EDITS, (key,))
    )
    judgement = Judgement.model_validate(
        {**cells, "anchor": Span(start, end), "edits": edits}  # type: ignore[arg-type]
    )
    return Judged(judgement, stands_on, headline, outlet, bool(superseded))  # type: ignore[arg-type]
