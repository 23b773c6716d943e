"""Fills what searching needs from the tables of records; the caller holds the transaction.

The same code runs when an article is added, when an older archive is migrated and when anything is
filled anew, so that all of them find the same.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dragoman.archive.search.scripts import spaced
from dragoman.archive.search.syntax import EVENT, POSITION, QUOTATION
from dragoman.archive.search.terms import Terms

PARTED = " \ue000 "
"""Between the names of several parties: a word of its own that no text has."""

_TEXT = (
    "INSERT INTO article_words (rowid, headline, text, outlet) "
    "SELECT key, headline, text, outlet FROM article_words_content WHERE key = ?"
)
_ARTICLE = "SELECT headline, text, outlet, published FROM article WHERE key = ?"
_PARTIES = """
SELECT p.{owner}, p.side, p.name, p.text, s.name, s.office, s.countries
FROM {table} r JOIN party p ON p.{owner} = r.key LEFT JOIN actor s ON s.key = p.actor
WHERE r.article = ? ORDER BY p.key
"""
_SPEAKERS = """
SELECT p.quotation, 'speaker', p.name, coalesce(p.role, p.text), s.name, s.office, s.countries
FROM quotation r JOIN speaker p ON p.quotation = r.key LEFT JOIN actor s ON s.key = p.actor
WHERE r.article = ? ORDER BY p.key
"""
_EVENTS = """
SELECT e.key, e.date, e.type, e.modes, e.contexts, e.status, l.name, coalesce(e.place_name, l.text),
  l.country, c.name, c.speaks_for
FROM event e LEFT JOIN place l ON l.key = e.place
LEFT JOIN chain_link c ON c.chain = e.chain AND c.position = 0
WHERE e.article = ? ORDER BY e.key
"""
_QUOTATIONS = """
SELECT q.key, q.said_at, q.kind, c.name, c.speaks_for
FROM quotation q LEFT JOIN chain_link c ON c.chain = q.chain AND c.position = 0
WHERE q.article = ? ORDER BY q.key
"""
_STANCES = "SELECT key, stance, issue FROM stance WHERE article = ? ORDER BY key"
_RECORD = "INSERT INTO search_record (article, kind, record, day, terms) VALUES (?, ?, ?, ?, ?)"
_SUMMARY = (
    "INSERT INTO search_article (article, day, terms, events, quotations, positions, record_terms) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_WORDS = (
    "INSERT INTO record_words (rowid, kind, speaker, actor, recipient, country, type, mode, context,"
    " status, place, origin, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_COLUMNS = (
    "kind", "speaker", "actor", "recipient", "country", "type", "mode", "context", "status", "place",
    "origin", "position",
)  # fmt: skip

_DAY = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)))?")

Row = tuple[str | None, ...]


class _Party(NamedTuple):
    side: str
    name: str | None
    text: str
    actor: str | None
    office: str | None
    countries: str | None

    @property
    def shown(self) -> str:
        return self.name or self.text


class _Found(NamedTuple):
    """One record: the row it is, its day, words by column, values for facets."""

    kind: int
    key: int
    day: int | None
    words: dict[str, str]
    values: Sequence[tuple[str, str | None]]


def fill_all(connection: sqlite3.Connection) -> None:
    """Index every article, as after a migration."""
    for (key,) in connection.execute("SELECT key FROM article ORDER BY key").fetchall():
        fill_text(connection, key)
    fill_all_records(connection)


def fill_all_records(connection: sqlite3.Connection) -> None:
    """Index the records of every article; none of them is indexed yet."""
    terms = Terms(connection)
    for (key,) in connection.execute("SELECT key FROM article ORDER BY key").fetchall():
        fill_records(connection, key, terms)


def refill_records(connection: sqlite3.Connection) -> None:
    """Index the records of every article anew, from an empty index."""
    connection.execute("INSERT INTO record_words (record_words) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_record")
    connection.execute("DELETE FROM search_article")
    # Nothing is left that a key could find by mistake: they may begin at 1 again.
    connection.execute("DELETE FROM sqlite_sequence WHERE name = 'search_record'")
    fill_all_records(connection)


def fill(connection: sqlite3.Connection, article: int) -> None:
    """Index one article that was just added."""
    fill_text(connection, article)
    fill_records(connection, article, Terms(connection))


def forget(connection: sqlite3.Connection, article: int) -> None:
    """Drop what searching knows of an article's records: they are about to be written anew."""
    connection.execute("DELETE FROM search_record WHERE article = ?", (article,))
    connection.execute("DELETE FROM search_article WHERE article = ?", (article,))


def fill_text(connection: sqlite3.Connection, article: int) -> None:
    """Index the words of an article."""
    *words, _ = connection.execute(_ARTICLE, (article,)).fetchone()
    headline, text, outlet = words
    cut = [None if word is None or (s := spaced(word)) == word else s for word in words]
    if any(cut):
        headline, text, outlet = cut
        connection.execute(
            "INSERT INTO spaced (article, headline, text, outlet) VALUES (?, ?, ?, ?)",
            (article, headline, text, outlet),
        )
    connection.execute(_TEXT, (article,))


def fill_records(connection: sqlite3.Connection, article: int, terms: Terms) -> None:
    """Index an article's records by field, and what facets count of it."""
    _, _, outlet, published = connection.execute(_ARTICLE, (article,)).fetchone()
    day = day_number(published)
    month = published[:7] if published and len(published) >= 7 else None
    counts: Counter[int] = Counter()
    blobs = []
    for found in _records(connection, article, day):
        blobs.append(terms.packed(found.values))
        counts[found.kind] += 1
        row = (article, found.kind, found.key, found.day, blobs[-1])
        key = connection.execute(_RECORD, row).lastrowid
        cells = (spaced(found.words.get(column, "")) for column in _COLUMNS)
        connection.execute(_WORDS, (key, *cells))
    own = terms.packed([("outlet", outlet), ("month", month)])
    numbers = (counts[kind] for kind in (EVENT, QUOTATION, POSITION))
    connection.execute(_SUMMARY, (article, day, own, *numbers, b"".join(blobs)))


def day_number(written: str | None) -> int | None:
    """Return a date as a number that sorts: 20260301, or 20260300 and 20260000 for less.

    A week ("2026-W10") counts from its Monday; a season or quarter as its year.
    """
    found = _DAY.match(written or "")
    if not found:
        return None
    year, month, day, week = (int(part) if part else 0 for part in found.groups())
    if week:
        try:
            return int(date.fromisocalendar(year, week, 1).strftime("%Y%m%d"))
        except ValueError:
            return year * 10_000
    return year * 10_000 + month * 100 + day


def _records(connection: sqlite3.Connection, article: int, day: int | None) -> Iterator[_Found]:
    parties = _by_record(connection, _PARTIES.format(owner="event", table="event"), article)
    for key, when, *row in connection.execute(_EVENTS, (article,)):
        yield _event(key, day_number(when) or day, tuple(row), parties.get(key, []))
    parties = _by_record(connection, _SPEAKERS, article)
    for key, when, *row in connection.execute(_QUOTATIONS, (article,)):
        yield _quotation(key, day_number(when) or day, tuple(row), parties.get(key, []))
    parties = _by_record(connection, _PARTIES.format(owner="stance", table="stance"), article)
    for key, *row in connection.execute(_STANCES, (article,)):
        yield _position(key, day, tuple(row), parties.get(key, []))


def _by_record(
    connection: sqlite3.Connection, statement: str, article: int
) -> dict[int, list[_Party]]:
    found: dict[int, list[_Party]] = {}
    for owner, *rest in connection.execute(statement, (article,)):
        found.setdefault(owner, []).append(_Party(*rest))
    return found


def _event(key: int, day: int | None, row: Row, parties: Sequence[_Party]) -> _Found:
    type_, modes, contexts, status, place, place_text, country, origin, speaks_for = row
    actors, recipients = _side(parties, "actor"), _side(parties, "recipient")
    words = {
        "kind": "event",
        "actor": _names(actors),
        "recipient": _names(recipients),
        "country": _codes(parties),
        "type": type_ or "",
        "mode": modes or "",
        "context": contexts or "",
        "status": status or "",
        "place": _parted([place, place_text, country]),
        "origin": _parted([origin, speaks_for]),
    }
    values = [
        ("type", type_),
        ("status", status),
        *(("mode", mode) for mode in (modes or "").split()),
        *(("context", context) for context in (contexts or "").split()),
        *(("actor", party.shown) for party in actors),
        *(("recipient", party.shown) for party in recipients),
        *_countries(parties),
        ("place", place or place_text),
        ("origin", origin),
    ]
    return _Found(EVENT, key, day, words, values)


def _quotation(key: int, day: int | None, row: Row, speakers: Sequence[_Party]) -> _Found:
    kind, origin, speaks_for = row
    words = {
        "kind": f"quotation {kind}",
        "speaker": _names(speakers),
        "country": _codes(speakers),
        "origin": _parted([origin, speaks_for]),
    }
    values = [
        ("kind", kind),
        *(("speaker", party.shown) for party in speakers),
        *_countries(speakers),
        ("origin", origin),
    ]
    return _Found(QUOTATION, key, day, words, values)


def _position(key: int, day: int | None, row: Row, parties: Sequence[_Party]) -> _Found:
    stance, issue = row
    holders, towards = _side(parties, "holder"), _side(parties, "towards")
    words = {
        "kind": "position",
        "actor": _names(holders),
        "recipient": _names(towards),
        "country": _codes(parties),
        "position": _parted([stance, issue]),
    }
    values = [
        *(("actor", party.shown) for party in holders),
        *(("recipient", party.shown) for party in towards),
        *_countries(parties),
    ]
    return _Found(POSITION, key, day, words, values)


def _side(parties: Sequence[_Party], side: str) -> list[_Party]:
    return [party for party in parties if party.side == side]


def _names(parties: Sequence[_Party]) -> str:
    """Return all that parties are called: as resolved, as printed, the office they hold."""
    return _parted(called for p in parties for called in (p.name, p.text, p.actor, p.office))


def _parted(pieces: Iterable[str | None]) -> str:
    return PARTED.join(dict.fromkeys(piece for piece in pieces if piece))


def _countries(parties: Sequence[_Party]) -> Iterator[tuple[str, str]]:
    for party in parties:
        for code in (party.countries or "").split():
            yield "country", code


def _codes(parties: Sequence[_Party]) -> str:
    return " ".join(dict.fromkeys(code for _, code in _countries(parties)))
