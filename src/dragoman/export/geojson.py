"""GeoJSON (RFC 7946): a point for each event whose place has one."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dragoman.export.cells import event_cells, page_cells
from dragoman.export.places import place_of
from dragoman.export.selection import Selection, Told
from dragoman.export.tables import Column
from dragoman.records import Place
from dragoman.text.safe import safe_json

_CELLS = (
    ("type", "modes", "contexts", "cameo", "actors", "actor_codes", "recipients"),
    ("recipient_codes", "status", "claimed_by", "date", "trigger", "evidence"),
    ("article", "headline", "outlet", "published", "url"),
)
_COUNTS = ("dead", "injured", "detained", "size")
_OF_PLACE = ("place", "country", "admin1", "precision", "geonameid", "claimed", "held")
COLUMNS = (
    *(Column(name, "STR", "as in csv") for cells in _CELLS for name in cells),
    Column("quad", "INT", "as in csv"),
    Column("score", "FLOAT", "as in csv"),
    *(Column(name, "INT", "as in csv") for name in _COUNTS),
    Column("background", "STR", "true or false"),
    *(Column(name, "STR", "of the place, as in jsonl") for name in _OF_PLACE),
)


def lines(selection: Selection) -> Iterator[str]:
    """Yield one FeatureCollection, a feature a line, in (longitude, latitude)."""
    yield '{"type": "FeatureCollection", "features": ['
    parting = "\n"
    for told in selection.events():
        place = place_of(told.readout, told.event)
        if place is None or place.latitude is None or place.longitude is None:
            selection.leave_out("no place with a point")
            continue
        selection.rows += 1
        yield parting + safe_json(json.dumps(_feature(told, place), ensure_ascii=False))
        parting = ",\n"
    yield "\n]}\n"


def _feature(told: Told, place: Place) -> dict[str, object]:
    event = told.event
    cells = {**event_cells(told.readout, event), **page_cells(told.readout)}
    counts: dict[str, int] = {count.kind: count.value for count in event.counts}
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            **{name: cells[name] or None for group in _CELLS for name in group},
            "quad": event.quad,
            "score": event.score,
            **{kind: counts.get(kind) for kind in _COUNTS},
            "background": event.background,
            "place": place.name,
            "country": place.country,
            "admin1": place.admin1,
            "precision": place.precision,
            "geonameid": place.geonameid,
            "claimed": place.claimed_by,
            "held": place.held_by,
        },
    }


LOSSES = (
    "Events whose place has no point are left out.",
    "The point of a division or country is a middle: see `precision`.",
)
