"""Checks article by article: the blob, the text under its records, and the rows made of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dragoman.archive import rows
from dragoman.archive.judgements.apply import corrected
from dragoman.archive.judgements.store import judgements_of
from dragoman.archive.packing import unpack
from dragoman.archive.sheet import Cell
from dragoman.archive.verifying.fault import Fault
from dragoman.records import EvidenceRecord, Mention, Place, Readout, TimeRef, article_id
from dragoman.records.event import Event
from dragoman.text.spans import Span

_ARTICLES = "SELECT key, id, text, record FROM article ORDER BY key"
_RECODE = "Code it anew, which writes its rows: dragoman recode FILE --all"
_READ = "Read the page again into a new archive, or restore a backup."

Row = Mapping[str, Cell]


class _Table(NamedTuple):
    """Rows that an article should have in a table, without the keys that join them."""

    name: str
    wanted: Sequence[Row]
    source: str


def article_faults(connection: sqlite3.Connection, *, judged: bool) -> Iterator[Fault]:
    """Yield what is wrong with articles; ``judged``: the archive can hold judgements."""
    for key, known, text, packed in connection.execute(_ARTICLES):
        try:
            readout = unpack(packed, text)
        except Exception as error:  # noqa: BLE001 - whatever a damaged blob does to its reader
            what = (
                f"{type(error).__name__}: {str(error).splitlines()[0][:120] if str(error) else ''}"
            )
            yield Fault("article", known, f"Its readout cannot be read ({what}).", _READ)
            continue
        yield from _own(connection, key, readout, known)
        yield from _words(readout)
        judgements = judgements_of(connection, key) if judged else ()
        shown = corrected(readout, judgements).readout if judgements else readout
        yield from _rows(connection, key, shown)


def _own(connection: sqlite3.Connection, key: int, readout: Readout, known: str) -> Iterator[Fault]:
    article = readout.article
    wanted = rows.article_row(article, readout.made_by)
    columns = ", ".join(wanted)
    there = connection.execute(f"SELECT {columns} FROM article WHERE key = ?", (key,)).fetchone()  # noqa: S608
    differing = [name for name, cell in zip(wanted, there, strict=True) if cell != wanted[name]]
    if differing:
        message = f"Its row and its readout differ in {', '.join(differing)}."
        yield Fault("rows", known, message, _RECODE)
    if article.id != article_id(article.raw_sha256, article.url):
        message = "Its id does not follow from the hash of its bytes and its URL."
        yield Fault("ids", known, message, _READ, "note")


def _words(readout: Readout) -> Iterator[Fault]:
    """Yield the records whose words do not stand where they say."""
    text = readout.article.text
    for record in readout.records():
        told = _told(record)
        if told is not None and told[0].of(text) != told[1]:
            message = (
                f"The text has {told[0].of(text)[:40]!r} where its record says {told[1][:40]!r}."
            )
            yield Fault("text", record.id, message, _RECODE)


def _told(record: EvidenceRecord) -> tuple[Span, str] | None:
    match record:
        case Mention() | TimeRef() | Place():
            return record.span, record.text
        case Event():
            return record.trigger, record.trigger_text
        case _:
            return None


def _rows(connection: sqlite3.Connection, key: int, readout: Readout) -> Iterator[Fault]:
    for table in _tables(readout):
        if not table.wanted:
            count = f"SELECT count(*) {table.source}"
            (number,) = connection.execute(count, (key,)).fetchone()
            there: list[tuple[Cell, ...]] = [()] * number
        else:
            columns = ", ".join(f"t.{name}" for name in table.wanted[0])
            there = connection.execute(f"SELECT {columns} {table.source}", (key,)).fetchall()
        wanted = [tuple(row.values()) for row in table.wanted]
        if sorted(there, key=repr) != sorted(wanted, key=repr):
            message = (
                f"Its rows in {table.name} are not those of its readout "
                f"({len(there)} rows, {len(wanted)} records)."
            )
            yield Fault("rows", readout.article.id, message, _RECODE)


_KEYS = frozenset(
    {
        "article",
        "actor",
        "place",
        "chain",
        "quotation",
        "nonstatement",
        "event",
        "stance",
        "mentions",
    }
)


def _tables(readout: Readout) -> Iterator[_Table]:
    def own(name: str, found: Sequence[Row]) -> _Table:
        return _Table(name, [_plain(r) for r in found], f"FROM {name} t WHERE t.article = ?")

    def hanging(name: str, owner: str, found: Sequence[Row]) -> _Table:
        source = f"FROM {name} t JOIN {owner} o ON o.key = t.{owner} WHERE o.article = ?"
        return _Table(name, [_plain(r) for r in found], source)

    said, refused = readout.quotations, readout.nonstatements
    yield own("actor", [rows.actor_row(a, 0) for a in readout.actors])
    yield own("time", [rows.time_row(t) for t in readout.times])
    yield own("place", [rows.place_row(p) for p in readout.places])
    yield own("chain", [rows.chain_row(c) for c in readout.chains])
    yield own("quotation", [rows.quotation_row(q, {}) for q in said])
    yield own("nonstatement", [rows.nonstatement_row(n) for n in refused])
    yield own("event", [rows.event_row(e, {}, {}) for e in readout.events])
    yield own("stance", [rows.stance_row(p) for p in readout.positions])
    for owner, records in (("quotation", said), ("nonstatement", refused)):
        speakers = [s for r in records for s in r.speakers]
        of = [rows.speaker_row(s, {}, quotation=None, nonstatement=None) for s in speakers]
        yield hanging("speaker", owner, of)
    parties = [("actor", p) for e in readout.events for p in e.actors]
    parties += [("recipient", p) for e in readout.events for p in e.recipients]
    yield hanging(
        "party", "event", [rows.party_row(p, s, {}, event=None, stance=None) for s, p in parties]
    )
    holders = [("holder", p) for t in readout.positions for p in t.holders]
    holders += [("towards", p) for t in readout.positions for p in t.towards]
    yield hanging(
        "party", "stance", [rows.party_row(p, s, {}, event=None, stance=None) for s, p in holders]
    )


def _plain(row: Row) -> Row:
    return {name: cell for name, cell in row.items() if name not in _KEYS}
