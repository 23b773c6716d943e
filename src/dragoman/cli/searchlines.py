"""What a search found as JSON Lines and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from dragoman.archive import Evidence, Hit, SearchResult
from dragoman.text.safe import csv_line, safe_json

COLUMNS = (
    "article", "headline", "outlet", "published", "url", "evidence", "id", "who", "act", "whom",
    "status", "date", "words", "context", "start", "end",
)  # fmt: skip


def json_lines(found: SearchResult, states: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the counts, then each hit, as one JSON object a line.

    Args:
        found: What to write.
        states: A word for each hit by the id of its article ("new", "revised"), if there are any.
    """
    facets = {
        field: [{"value": value, "count": count} for value, count in values]
        for field, values in found.facets.items()
    }
    yield _line(
        {
            "record": "counts",
            "query": found.query,
            "articles": found.articles,
            "events": found.events,
            "quotations": found.quotations,
            "positions": found.positions,
            "facets": facets,
        }
    )
    for hit in found.hits:
        fields = asdict(hit)
        state = {} if states is None else {"state": states[hit.article_id]}
        yield _line({"record": "hit", **state, "article": fields.pop("article_id"), **fields})


def csv_lines(found: SearchResult, states: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the head, then a row for each piece of evidence; one row for a hit without any.

    With ``states`` each row begins with the word for its hit.
    """
    yield csv_line(COLUMNS if states is None else ("state", *COLUMNS))
    for hit in found.hits:
        for evidence in hit.evidence or (None,):
            cells = {**_article(hit), **(_evidence(evidence) if evidence else {})}
            row = [cells.get(column) or "" for column in COLUMNS]
            yield csv_line(row if states is None else [states[hit.article_id], *row])


def _line(fields: dict[str, object]) -> str:
    return safe_json(json.dumps(fields, ensure_ascii=False)) + "\n"


def _article(hit: Hit) -> dict[str, str | None]:
    return {
        "article": hit.article_id,
        "headline": hit.headline,
        "outlet": hit.outlet,
        "published": hit.published,
        "url": hit.url,
    }


def _evidence(evidence: Evidence) -> dict[str, str | None]:
    return {
        "evidence": evidence.kind,
        "id": evidence.record_id,
        "who": evidence.who,
        "act": evidence.act,
        "whom": evidence.whom,
        "status": evidence.status,
        "date": evidence.date,
        "words": evidence.words,
        "context": evidence.context,
        "start": str(evidence.span.start),
        "end": str(evidence.span.end),
    }
