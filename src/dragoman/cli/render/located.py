"""Places that bear a name, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.render.layout import Heading, Line, Part, joined
from dragoman.cli.render.pieces import day_words
from dragoman.codebooks.countries import countries

if TYPE_CHECKING:
    from dragoman.codebooks.contested import Standing
    from dragoman.codebooks.gazetteer import Entry
    from dragoman.codebooks.located import Located

_KINDS = {
    "admin1": "first-level division", "admin2": "second-level division", "area": "area",
    "water": "sea, lake or river",
}  # fmt: skip


def located_parts(found: Sequence[Located], most: int) -> Iterator[Part]:
    """Yield one line a place, and below it who contests it."""
    yield Heading("⌖", "Places", len(found))
    for entry, standing in found[:most]:
        yield Line(_place(entry), 2)
        if standing is not None:
            yield Line(_standing(standing), 4)
    if len(found) > most:
        yield Line(Text(f"and {len(found) - most} more: --most {len(found)}", "quiet"), 2)


def _place(entry: Entry) -> Text:
    division = entry.admin1 if entry.kind not in {"admin1", "country"} else None
    country = countries().get(entry.country or "")
    held = country.name if country and entry.kind != "country" else ""
    people = f"{entry.population:,} people" if entry.population else ""
    return joined(
        [
            (entry.name, "name"),
            _KINDS.get(entry.kind, entry.kind),
            ", ".join(part for part in (division, held) if part),
            (entry.country or "", "code"),
            coordinates(entry.latitude, entry.longitude),
            people,
            (f"GeoNames {entry.geonameid}" if entry.geonameid else "", "id"),
        ]
    )


def coordinates(latitude: float, longitude: float) -> str:
    """Return "46.64° N 32.61° E"."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north} {abs(longitude):.2f}° {east}"


def _standing(standing: Standing) -> Text:
    since = f"since {day_words(standing.since)}" if standing.since else ""
    until = f"until {day_words(standing.until)}" if standing.until else ""
    return joined(
        [
            (f"claimed by {' and '.join(standing.claimed_by)}", "open"),
            f"held by {' and '.join(standing.held_by)}",
            (" ".join(part for part in (since, until) if part), "quiet"),
            ("" if standing.verified else "unverified", "quiet"),
        ]
    )
