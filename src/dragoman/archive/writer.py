"""Writes one readout into the tables; the caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from dragoman.archive import asof, rows
from dragoman.archive.judgements.apply import corrected
from dragoman.archive.judgements.carrying import carried_over
from dragoman.archive.judgements.store import judgements_of, keep, stand
from dragoman.archive.numbers import fill as numbers
from dragoman.archive.packing import pack
from dragoman.archive.search.fill import fill_records, fill_text
from dragoman.archive.search.terms import Terms
from dragoman.archive.sheet import Cell, Keys, insert, insert_all
from dragoman.records import Article, Event, Judgement, Position, Problem, Readout, Speaker


class Added(NamedTuple):
    """What adding an article did.

    `status` is "unchanged" when the archive has these bytes already, "revised" when it had other
    bytes under the same URL, whose article (`supersedes`) is kept as an older revision.
    """

    status: Literal["new", "revised", "unchanged"]
    article_id: str
    revision: int
    supersedes: str | None = None


def write(
    connection: sqlite3.Connection,
    readout: Readout,
    added_at: str,
    judgements: Iterable[Judgement] | None = None,
) -> Added:
    """Insert a readout, or find that its bytes are there already.

    Args:
        connection: In a transaction.
        readout: What was extracted.
        added_at: Now.
        judgements: What people decided about its records; None: what they decided about those of
            the revision before, where its words stand unchanged.
    """
    article = readout.article
    there = connection.execute(
        "SELECT revision FROM article WHERE id = ?", (article.id,)
    ).fetchone()
    if there:
        return Added("unchanged", article.id, there[0])
    old = _latest(connection, article.url)
    revision = old[2] + 1 if old else 1
    if revision != article.revision:
        numbered = article.model_copy(update={"revision": revision})
        readout = readout.model_copy(update={"article": numbered})
    key = _article(connection, readout, added_at)
    if judgements is None:
        judgements = _of_before(connection, old[0], readout) if old else ()
    listed = tuple(judgements)
    for judgement in listed:
        keep(connection, key, judgement)
    if listed:
        found = corrected(readout, listed)
        stand(connection, key, found.stands_on)
    write_records(connection, found.readout if listed else readout, key)
    write_problems(connection, readout, key, added_at)
    asof.fill(connection, key)
    if old is None:
        return Added("new", article.id, revision)
    connection.execute("UPDATE article SET superseded_by = ? WHERE key = ?", (key, old[0]))
    return Added("revised", article.id, revision, supersedes=old[1])


def write_records(connection: sqlite3.Connection, readout: Readout, article: int) -> None:
    """Insert the records of a readout, and what searching and counting need of them."""
    _records(connection, readout, article)
    fill_records(connection, article, Terms(connection))
    numbers.fill(connection, article)


def _of_before(connection: sqlite3.Connection, old: int, readout: Readout) -> tuple[Judgement, ...]:
    judgements = judgements_of(connection, old)
    if not judgements:
        return ()
    (text,) = connection.execute("SELECT text FROM article WHERE key = ?", (old,)).fetchone()
    return carried_over(text, judgements, readout)


def write_problem(connection: sqlite3.Connection, problem: Problem, seen_at: str) -> None:
    """Keep why a source gave no article; the same finding about it is kept once."""
    connection.execute(
        "DELETE FROM problem WHERE article IS NULL AND source IS ? AND code = ?",
        (problem.source, problem.code),
    )
    insert(connection, "problem", rows.problem_row(problem, None, seen_at))


def forget_problems(connection: sqlite3.Connection, source: str) -> None:
    """Drop what was wrong with a source that has now given an article."""
    connection.execute("DELETE FROM problem WHERE article IS NULL AND source = ?", (source,))


def _latest(connection: sqlite3.Connection, url: str | None) -> tuple[int, str, int] | None:
    if url is None:
        return None
    found: tuple[int, str, int] | None = connection.execute(
        "SELECT key, id, revision FROM article WHERE url = ? ORDER BY revision DESC LIMIT 1", (url,)
    ).fetchone()
    return found


def _article(connection: sqlite3.Connection, readout: Readout, added_at: str) -> int:
    article = readout.article
    row = rows.article_row(article, readout.made_by)
    key = insert(connection, "article", {**row, "added_at": added_at, "record": pack(readout)})
    write_blocks(connection, article, key)
    fill_text(connection, key)
    return key


def write_blocks(connection: sqlite3.Connection, article: Article, key: int) -> None:
    """Insert the parts and the pictures of a page."""
    insert_all(
        connection,
        "block",
        (
            {
                "article": key,
                "number": n,
                "kind": b.kind,
                "start_": b.span.start,
                "end_": b.span.end,
            }
            for n, b in enumerate(article.blocks)
        ),
    )
    insert_all(
        connection,
        "image",
        (
            {"article": key, "url": i.url, "caption": i.caption, "credit": i.credit}
            for i in article.images
        ),
    )


def _records(connection: sqlite3.Connection, readout: Readout, article: int) -> None:
    def keyed(table: str, row: dict[str, Cell]) -> int:
        return insert(connection, table, {"article": article, **row})

    named = Counter(m.actor_id for m in readout.mentions)
    actors = {a.id: keyed("actor", rows.actor_row(a, named[a.id])) for a in readout.actors}
    places = {p.id: keyed("place", rows.place_row(p)) for p in readout.places}
    for time in readout.times:
        keyed("time", rows.time_row(time))
    chains: dict[str, int] = {}
    for chain in readout.chains:
        chains[chain.id] = key = keyed("chain", rows.chain_row(chain))
        links = (rows.link_row(link, key, n) for n, link in enumerate(chain.links))
        insert_all(connection, "chain_link", links)
    for quotation in readout.quotations:
        key = keyed("quotation", rows.quotation_row(quotation, chains))
        _speakers(connection, quotation.speakers, actors, quotation=key)
    for nonstatement in readout.nonstatements:
        key = keyed("nonstatement", rows.nonstatement_row(nonstatement))
        _speakers(connection, nonstatement.speakers, actors, nonstatement=key)
    for event in readout.events:
        key = keyed("event", rows.event_row(event, places, chains))
        _event_parts(connection, event, key, actors)
    for position in readout.positions:
        key = keyed("stance", rows.stance_row(position))
        _stance_parts(connection, position, key, actors)


def _speakers(
    connection: sqlite3.Connection,
    speakers: tuple[Speaker, ...],
    actors: Keys,
    *,
    quotation: int | None = None,
    nonstatement: int | None = None,
) -> None:
    insert_all(
        connection,
        "speaker",
        (
            rows.speaker_row(s, actors, quotation=quotation, nonstatement=nonstatement)
            for s in speakers
        ),
    )


def _event_parts(connection: sqlite3.Connection, event: Event, key: int, actors: Keys) -> None:
    sides = [("actor", p) for p in event.actors] + [("recipient", p) for p in event.recipients]
    insert_all(
        connection,
        "party",
        (rows.party_row(p, side, actors, event=key, stance=None) for side, p in sides),
    )
    insert_all(
        connection,
        "event_count",
        ({"event": key, "kind": c.kind, "value": c.value, "bound": c.bound} for c in event.counts),
    )


def _stance_parts(
    connection: sqlite3.Connection, position: Position, key: int, actors: Keys
) -> None:
    sides = [("holder", p) for p in position.holders] + [("towards", p) for p in position.towards]
    insert_all(
        connection,
        "party",
        (rows.party_row(p, side, actors, event=None, stance=key) for side, p in sides),
    )


def write_problems(
    connection: sqlite3.Connection, readout: Readout, article: int, seen_at: str
) -> None:
    """Insert what went wrong with an article."""
    found = dict.fromkeys((*readout.article.problems, *readout.problems))
    insert_all(connection, "problem", (rows.problem_row(p, article, seen_at) for p in found))
