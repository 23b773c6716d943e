"""Times: TIMEX3 expressions of each text, seen from its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield ``{"id", "timex": [{"start", "end", "type", "value"}]}`` for each record."""
    listed = list(records)
    articles = [dg.Article.from_text(r["text"], published=_date(r)) for r in listed]
    for record, readout in zip(listed, dg.extract_all(articles), strict=True):
        yield {"id": record["id"], "timex": [_timex(time) for time in readout.times]}


def _date(record: dict[str, Any]) -> str | None:
    return record.get("published") or record.get("date") or record.get("dct")


def _timex(time: dg.TimeRef) -> dict[str, Any]:
    return {"start": time.span.start, "end": time.span.end, "type": time.type, "value": time.value}
