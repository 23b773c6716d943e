"""Places: every toponym that has a point, however it is meant, but for parts of other names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import dragoman as dg


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield ``{"id", "toponyms": [{"start", "end", "name", "lat", "lon", "geonameid"}]}``."""
    listed = list(records)
    articles = [dg.Article.from_text(r["text"], url=r.get("url")) for r in listed]
    for record, readout in zip(listed, dg.extract_all(articles), strict=True):
        named = (p for p in readout.places if p.use != "associative" and p.latitude is not None)
        yield {"id": record["id"], "toponyms": [_toponym(place) for place in named]}


def _toponym(place: dg.Place) -> dict[str, Any]:
    return {
        "start": place.span.start,
        "end": place.span.end,
        "name": place.text,
        "lat": place.latitude,
        "lon": place.longitude,
        "geonameid": place.geonameid,
        "country": place.country,
    }
