"""Fills what counting needs from the tables of records; the caller holds the transaction.

The same code runs when an article is added and when an older archive is migrated. All revisions are
filled: which of them count is asked when counting (`articles`).
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.archive.numbers.days import Days, days_of
from dragoman.text.folding import key as folded_words

ACTED, ACTED_UPON = 1, 2
"""Sides in ``event_country``; what parties do with one another has each of them on both."""

_EVENTS = """
SELECT e.key, e.id, e.type, e.status, e.date, e.reciprocal, coalesce(l.name, e.place_name)
FROM event e LEFT JOIN place l ON l.key = e.place WHERE e.article = ? ORDER BY e.key
"""
_PARTIES = """
SELECT p.event, p.side = 'actor', coalesce(s.name, p.name), coalesce(s.countries, '')
FROM event e JOIN party p ON p.event = e.key LEFT JOIN actor s ON s.key = p.actor
WHERE e.article = ? ORDER BY p.key
"""
_UNTOLD = (None, "PRESENT_REF")
"""Dates of events that news tells as news: of the day of the article."""


class _Party(NamedTuple):
    acted: bool
    name: str | None
    countries: str


class _Event(NamedTuple):
    key: int
    id: str
    type: str
    status: str
    date: str | None
    reciprocal: bool
    place: str | None


def fill_all(connection: sqlite3.Connection) -> None:
    """Fill from every article, as after a migration."""
    for (article,) in connection.execute("SELECT key FROM article ORDER BY key").fetchall():
        fill(connection, article)


def fill(connection: sqlite3.Connection, article: int) -> None:
    """Fill from one article; what was filled from it before is replaced."""
    outlet, published = connection.execute(
        "SELECT outlet, published FROM article WHERE key = ?", (article,)
    ).fetchone()
    reported = days_of(published)
    connection.execute(
        "INSERT OR REPLACE INTO counted_article (article, first_day, last_day, outlet) "
        "VALUES (?, ?, ?, ?)",
        (article, *(reported or (None, None)), outlet),
    )
    parties: dict[int, list[_Party]] = {}
    for event, acted, name, countries in connection.execute(_PARTIES, (article,)):
        parties.setdefault(event, []).append(_Party(bool(acted), name, countries))
    told: Counter[int] = Counter()
    for row in connection.execute(_EVENTS, (article,)).fetchall():
        event = _Event(*row)
        _event(connection, event, parties.get(event.key, []), reported, told)


def _event(
    connection: sqlite3.Connection,
    event: _Event,
    parties: Sequence[_Party],
    reported: Days | None,
    told: Counter[int],
) -> None:
    days = reported if event.date in _UNTOLD else days_of(event.date)
    same = _hash(_identity(event, parties, days))
    told[same] += 1
    if told[same] > 1:  # told apart within the article: another event with the same parties
        same = _hash([same, told[same]])
    connection.execute(
        "INSERT OR REPLACE INTO counted_event (event, first_day, last_day, same) "
        "VALUES (?, ?, ?, ?)",
        (event.key, *(days or (None, None)), same),
    )
    connection.execute("DELETE FROM event_country WHERE event = ?", (event.key,))
    connection.executemany(
        "INSERT INTO event_country (event, side, country) VALUES (?, ?, ?)",
        ((event.key, side, country) for side, country in _sides(event, parties)),
    )


def _identity(event: _Event, parties: Sequence[_Party], days: Days | None) -> list[object]:
    """Return what two tellings of one event have in common.

    Several articles tell one event if type, status, parties, date and place are the same. A telling
    is only like itself if that would not tell two events apart: a party is not named, the date is
    not known, or neither a place nor a country says where.
    """
    named = all(party.name for party in parties)
    pinned = bool(event.place) or any(party.countries for party in parties)
    if not parties or not named or not pinned or days is None:
        return [event.id]
    sides = sorted((_side(event, p), _folded(p.name), p.countries) for p in parties)
    return [event.type, event.status, sides, *days, _folded(event.place)]


def _side(event: _Event, party: _Party) -> int:
    return 0 if event.reciprocal else ACTED if party.acted else ACTED_UPON


def _sides(event: _Event, parties: Iterable[_Party]) -> Sequence[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for party in parties:
        sides = (ACTED, ACTED_UPON) if event.reciprocal else (_side(event, party),)
        found |= {(side, country) for side in sides for country in party.countries.split()}
    return sorted(found)


def _folded(name: str | None) -> str:
    return " ".join(folded_words(name or "")) or (name or "")


def _hash(of: object) -> int:
    """Return a number of 64 bits: among a million events two are alike once in 40 million."""
    plain = json.dumps(of, ensure_ascii=False).encode()
    return int.from_bytes(hashlib.blake2b(plain, digest_size=8).digest(), "big", signed=True)
