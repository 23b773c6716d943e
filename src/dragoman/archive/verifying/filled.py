"""Checks of what hangs together across articles: revisions, search, judgements, kept pages."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

from dragoman.archive.connection import FIRST_COUNTABLE, FIRST_JUDGED, FIRST_SEARCHABLE
from dragoman.archive.verifying.fault import Fault

_RECODE = "Code the archive anew, which fills it: dragoman recode FILE --all"
_MOST = 20
"""Rows that one check names; a number says how many there are."""

_REVISIONS = """
SELECT a.id, 'It is superseded by something that is no later revision of its page.'
FROM article a JOIN article b ON b.key = a.superseded_by
WHERE b.url IS NOT a.url OR b.revision <= a.revision
UNION ALL
SELECT min(a.id), 'Its page has ' || count(*) || ' current revisions.'
FROM article a WHERE a.url IS NOT NULL AND a.superseded_by IS NULL
GROUP BY a.url HAVING count(*) > 1
UNION ALL
SELECT min(a.id), 'The revisions of its page are not numbered one by one.'
FROM article a WHERE a.url IS NOT NULL
GROUP BY a.url HAVING count(DISTINCT a.revision) < count(*) OR max(a.revision) > count(*)
"""
_SEARCHED = """
SELECT a.id, 'Searching does not know it.'
FROM article a LEFT JOIN search_article s ON s.article = a.key
WHERE a.superseded_by IS NULL AND s.article IS NULL
UNION ALL
SELECT a.id, 'Searching counts other records in it than it has.'
FROM search_article s JOIN article a ON a.key = s.article
WHERE s.events <> (SELECT count(*) FROM event e WHERE e.article = a.key)
  OR s.quotations <> (SELECT count(*) FROM quotation q WHERE q.article = a.key)
  OR s.positions <> (SELECT count(*) FROM stance t WHERE t.article = a.key)
  OR s.events + s.quotations + s.positions <>
    (SELECT count(*) FROM search_record r WHERE r.article = a.key)
UNION ALL
SELECT a.id, 'Searching knows a record in it that is not there.'
FROM search_record r JOIN article a ON a.key = r.article
WHERE CASE r.kind
  WHEN 1 THEN NOT EXISTS (SELECT 1 FROM event e WHERE e.key = r.record AND e.article = a.key)
  WHEN 2 THEN NOT EXISTS (SELECT 1 FROM quotation q WHERE q.key = r.record AND q.article = a.key)
  ELSE NOT EXISTS (SELECT 1 FROM stance t WHERE t.key = r.record AND t.article = a.key) END
"""
_COUNTED = """
SELECT a.id, 'Counting does not know it.'
FROM article a LEFT JOIN counted_article c ON c.article = a.key WHERE c.article IS NULL
UNION ALL
SELECT DISTINCT a.id, 'Counting does not know an event in it.'
FROM event e JOIN article a ON a.key = e.article
LEFT JOIN counted_event c ON c.event = e.key WHERE c.event IS NULL
"""
_LOST = """
SELECT count(*) FROM judgement j JOIN article a ON a.key = j.article
WHERE j.withdrawn_at IS NULL AND j.stands_on IS NULL AND a.superseded_by IS NULL
"""
_MISPLACED = """
SELECT j.id FROM judgement j JOIN article a ON a.key = j.article
WHERE j.stands_on IS NOT NULL AND (
  j.withdrawn_at IS NOT NULL OR substr(a.text, j.start_ + 1, j.end_ - j.start_) <> j.words)
  AND instr(a.text, char(0)) = 0
"""
_UNUSED = "SELECT sha256 FROM page WHERE sha256 NOT IN (SELECT raw_sha256 FROM article)"


def revision_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield revisions that do not follow one another."""
    yield from _named(connection, _REVISIONS, "revisions", "Restore a backup.")


def filled_faults(connection: sqlite3.Connection, version: int) -> Iterator[Fault]:
    """Yield where searching and counting know other records than there are."""
    if version >= FIRST_SEARCHABLE:
        yield from _named(connection, _SEARCHED, "search", _RECODE)
    if version >= FIRST_COUNTABLE:
        yield from _named(connection, _COUNTED, "search", _RECODE)


def judgement_faults(connection: sqlite3.Connection, version: int) -> Iterator[Fault]:
    """Yield judgements that stand where they should not, and how many stand nowhere."""
    if version < FIRST_JUDGED:
        return
    for (judgement,) in connection.execute(_MISPLACED).fetchmany(_MOST):
        yield Fault(
            "judgements", judgement, "It stands on a record that it does not speak of.", _RECODE
        )
    (lost,) = connection.execute(_LOST).fetchone()
    if lost:
        yield Fault(
            "judgements",
            f"{lost} judgements",
            "They find no record in their place.",
            "See them with: dragoman judgements FILE --lost",
            "note",
        )


def page_faults(connection: sqlite3.Connection, version: int) -> Iterator[Fault]:
    """Yield kept pages whose bytes are not those of their hash, or that no article was read from."""
    if version < FIRST_JUDGED:
        return
    for digest, size, packed in connection.execute("SELECT sha256, size, packed FROM page"):
        try:
            page = zlib.decompress(packed)
        except zlib.error:
            page = b""
        if len(page) != size or hashlib.sha256(page).hexdigest() != digest:
            yield Fault(
                "pages",
                digest[:16],
                "The kept page does not have the bytes of its hash.",
                "Read the page again with --keep-pages into a new archive, or restore a backup.",
            )
    for (digest,) in connection.execute(_UNUSED).fetchmany(_MOST):
        yield Fault(
            "pages",
            digest[:16],
            "No article was read from this kept page.",
            "It does no harm.",
            "note",
        )


def version_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield a note if articles were made by several versions."""
    makers = connection.execute(
        "SELECT made_by, count(*) FROM article GROUP BY made_by ORDER BY count(*) DESC, made_by"
    ).fetchall()
    if len(makers) > 1:
        listed = "; ".join(f"{n} by {made_by or 'no version'}" for made_by, n in makers[:5])
        yield Fault(
            "versions",
            f"{len(makers)} versions",
            f"Articles were made by several versions, models or codebooks: {listed}.",
            "The present one makes all of them with: dragoman recode FILE",
            "note",
        )


def _named(
    connection: sqlite3.Connection, statement: str, check: str, hint: str
) -> Iterator[Fault]:
    found = connection.execute(statement).fetchall()
    for where, message in found[:_MOST]:
        yield Fault(check, where, message, hint)
    if len(found) > _MOST:
        yield Fault(check, f"{len(found) - _MOST} more articles", found[0][1], hint)
