"""Writes the rows of an article anew: after a judgement, and when it was coded anew.

`article.record` is what was extracted; the tables and what searching and counting need hold it as
people corrected it. The caller holds a transaction without checks of foreign keys.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.archive import asof, rows, writer
from dragoman.archive.judgements.apply import Corrected, corrected
from dragoman.archive.judgements.carrying import moved
from dragoman.archive.judgements.store import judgements_of, keep, move, stand
from dragoman.archive.packing import pack, unpack
from dragoman.archive.search.fill import fill_text, forget
from dragoman.records import Judgement, Readout

# What hangs on records, by the column that says on which. Foreign keys would delete it too, but
# look for the rows of each actor, place and chain in all articles.
_HANGING = (
    ("speaker", "quotation"),
    ("speaker", "nonstatement"),
    ("party", "event"),
    ("party", "stance"),
    ("event_count", "event"),
    ("counted_event", "event"),
    ("event_country", "event"),
    ("chain_link", "chain"),
)
_RECORDS = (
    "event", "quotation", "nonstatement", "stance", "chain", "place", "time", "actor",
)  # fmt: skip
_PAGE = ("block", "image", "problem")
_ENTRY = "SELECT text, record FROM article WHERE key = ?"
_FORGET_TEXT = (
    "INSERT INTO article_words (article_words, rowid, headline, text, outlet) "
    "SELECT 'delete', key, headline, text, outlet FROM article_words_content WHERE key = ?"
)


class Placed(NamedTuple):
    """Judgements on an article that was coded anew: which it has, and which found no place."""

    standing: tuple[Judgement, ...]
    lost: tuple[Judgement, ...]


def rewrite(connection: sqlite3.Connection, key: int) -> Corrected:
    """Write the records of an article anew, as its judgements correct them."""
    text, packed = connection.execute(_ENTRY, (key,)).fetchone()
    found = corrected(unpack(packed, text), judgements_of(connection, key))
    stand(connection, key, found.stands_on)
    for table, owner in _HANGING:
        connection.execute(
            f"DELETE FROM {table} WHERE {owner} IN (SELECT key FROM {owner} WHERE article = ?)",  # noqa: S608
            (key,),
        )
    for table in _RECORDS:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (key,))  # noqa: S608 - our own
    forget(connection, key)
    writer.write_records(connection, found.readout, key)
    return found


def keep_judgements(
    connection: sqlite3.Connection, key: int, judgements: Iterable[Judgement]
) -> int:
    """Keep judgements on an article and apply them; returns how many were new or changed."""
    changed = sum([keep(connection, key, judgement) for judgement in judgements])
    if changed:
        rewrite(connection, key)
    return changed


def replace(connection: sqlite3.Connection, key: int, readout: Readout, coded_at: str) -> Placed:
    """Put a readout of the same page in place of the one that is kept.

    Its id, revision, judgements and the time of adding stay. Judgements move with their words where
    the text was read anew.
    """
    text, revision = connection.execute(
        "SELECT text, revision FROM article WHERE key = ?", (key,)
    ).fetchone()
    if readout.article.revision != revision:
        numbered = readout.article.model_copy(update={"revision": revision})
        readout = readout.model_copy(update={"article": numbered})
    _article(connection, key, readout, coded_at)
    if readout.article.text != text:
        for judgement in moved(judgements_of(connection, key), text, readout.article.text):
            move(connection, judgement)
    found = rewrite(connection, key)
    writer.write_problems(connection, readout, key, coded_at)
    return _placed(judgements_of(connection, key), found)


def placed(readout: Readout, old: Readout, judgements: Iterable[Judgement]) -> Placed:
    """Return what `replace` would do with judgements, without doing it."""
    listed = tuple(judgements)
    before, after = old.article.text, readout.article.text
    found_anew = {j.id: j for j in moved(listed, before, after)} if before != after else {}
    found = corrected(readout, [found_anew.get(j.id, j) for j in listed])
    return _placed(listed, found)


def _placed(judgements: Iterable[Judgement], found: Corrected) -> Placed:
    standing = tuple(j for j in judgements if j.withdrawn_at is None)
    return Placed(
        tuple(j for j in standing if found.stands_on[j.id] is not None),
        tuple(j for j in standing if found.stands_on[j.id] is None),
    )


def _article(connection: sqlite3.Connection, key: int, readout: Readout, coded_at: str) -> None:
    """Replace the article's own row, blocks, images and words."""
    connection.execute(_FORGET_TEXT, (key,))
    connection.execute("DELETE FROM spaced WHERE article = ?", (key,))
    for table in _PAGE:
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (key,))  # noqa: S608 - our own
    row = rows.article_row(readout.article, readout.made_by)
    row |= {"coded_at": coded_at, "record": pack(readout)}
    columns = ", ".join(f"{name} = ?" for name in row)
    connection.execute(
        f"UPDATE article SET {columns} WHERE key = ?",  # noqa: S608 - names of our own columns
        (*row.values(), key),
    )
    writer.write_blocks(connection, readout.article, key)
    fill_text(connection, key)
    asof.fill(connection, key)
