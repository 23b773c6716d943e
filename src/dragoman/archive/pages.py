"""The bytes of pages, where somebody asked to keep them: each once, packed, under their hash."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib

_INSERT = "INSERT OR IGNORE INTO page (sha256, size, packed) VALUES (?, ?, ?)"


def keep(connection: sqlite3.Connection, page: bytes) -> bool:
    """Keep a page's bytes; says whether they were not kept already. The caller holds the transaction."""
    digest = hashlib.sha256(page).hexdigest()
    if is_kept(connection, digest):
        return False
    connection.execute(_INSERT, (digest, len(page), zlib.compress(page, level=9)))
    return True


def is_kept(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether the bytes with this hash are kept."""
    found = connection.execute("SELECT 1 FROM page WHERE sha256 = ?", (sha256,)).fetchone()
    return found is not None


def page(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """Return the bytes with this hash, or None if they are not kept."""
    found = connection.execute("SELECT packed FROM page WHERE sha256 = ?", (sha256,)).fetchone()
    return zlib.decompress(found[0]) if found else None
