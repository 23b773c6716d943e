"""POLECAT: 40 columns, tabs, a head; lists are parted by "; ", what is missing is "None"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.codebooks.countries import countries
from dragoman.export.days import day_of
from dragoman.export.parties import Who, who
from dragoman.export.places import exact, place_of
from dragoman.export.selection import Told
from dragoman.export.tables import Row, Table, columns
from dragoman.records import Place, Readout

_SIDE = """
{n} Name | STR | names
{n} Country | STR | ISO-3, with KOS for Kosovo; of bodies UNO, EUR, IGO, NGO
{n} COW | STR | Correlates of War numbers
Primary {n} Sector | STR | PLOVER sector of the first
{n} Sectors | STR | PLOVER sectors
{n} Title | STR | offices held at the article's date
{n} Name Raw | STR | the words of the article
Wikipedia {n} ID | STR | None: Wikipedia's titles are not known
"""
COLUMNS = columns(
    """
Event ID | STR | id of the event and its type
Event Date | STR | YYYY-MM-DD
Event Type | STR | PLOVER type
Event Mode | STR | PLOVER modes
Intensity | FLOAT | PLOVER score
Quad Code | INT | 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict
Contexts | STR | PLOVER contexts
"""
    + _SIDE.format(n="Actor").strip()
    + _SIDE.format(n="Recipient")
    + """Placename | STR | name of the place
City | STR | if it is a town or a point
District | STR | None
Province | STR | first-level division
Country | STR | name of the country
Latitude | FLOAT | degrees north
Longitude | FLOAT | degrees east
GeoNames ID | INT | id
Raw Placename | STR | the words of the article
Feature Type | STR | GeoNames's PPL for a town, ADM1 for a division, PCLI for a country
Source | STR | outlet
Publication Date | STR | YYYY-MM-DD, or as much of it as is known
Story People | STR | persons of the article
Story Organizations | STR | other parties of the article
Story Locations | STR | places of the article
Language | STR | ISO 639-1 code
Version | STR | what made the record
"""
)
_NONE = "None"
_FEATURES = {"city": "PPL", "region": "ADM1", "country": "PCLI"}


def _rows(told: Told) -> Iterator[Row]:
    event, article = told.event, told.readout.article
    row = {
        "Event ID": f"{event.id}_{event.type}",
        "Event Date": day_of(event, article).iso,
        "Event Type": event.type,
        "Event Mode": _list(event.modes),
        "Intensity": f"{event.score:g}",
        "Quad Code": str(event.quad),
        "Contexts": _list(event.contexts),
        **_side("Actor", who(told.readout, event.actors)),
        **_side("Recipient", who(told.readout, event.recipients)),
        **_where(place_of(told.readout, event), event.place),
        "Source": article.outlet or "",
        "Publication Date": article.published.day if article.published else "",
        **_story(told.readout),
        "Language": article.language or "",
        "Version": event.made_by or told.readout.made_by,
    }
    yield {name: cell or _NONE for name, cell in row.items()}


def _side(side: str, parties: tuple[Who, ...]) -> Row:
    titles = (p.actor.office.title if p.actor and p.actor.office else _NONE for p in parties)
    return {
        f"{side} Name": _list(p.name for p in parties),
        f"{side} Country": _list(_one(p.plover_countries()) for p in parties),
        f"{side} COW": _list(_one(p.cow()) for p in parties),
        f"Primary {side} Sector": parties[0].sector if parties else "",
        f"{side} Sectors": _list(p.sector or _NONE for p in parties),
        f"{side} Title": _list(titles),
        f"{side} Name Raw": _list(p.text for p in parties),
        f"Wikipedia {side} ID": "",
    }


def _one(codes: tuple[str, ...]) -> str:
    """Return the codes of one of several parties: a party without one keeps its place."""
    return ", ".join(codes) or _NONE


def _where(place: Place | None, words: str | None) -> Row:
    small = place is not None and place.precision in {"city", "point"}
    country = countries().get((place.country if place else None) or "")
    return {
        "Placename": place.name if place else words or "",
        "City": place.name if place and small else "",
        "District": "",
        "Province": (place.admin1 or "") if place else "",
        "Country": country.name if country else "",
        "Latitude": exact(place.latitude) if place else "",
        "Longitude": exact(place.longitude) if place else "",
        "GeoNames ID": str(place.geonameid or "") if place else "",
        "Raw Placename": place.text if place else words or "",
        "Feature Type": _FEATURES.get(place.precision, "") if place else "",
    }


def _story(readout: Readout) -> Row:
    people = (a.name for a in readout.actors if a.kind == "person")
    others = (a.name for a in readout.actors if a.kind not in {"person", "place_only"})
    return {
        "Story People": _list(dict.fromkeys(people)),
        "Story Organizations": _list(dict.fromkeys(others)),
        "Story Locations": _list(dict.fromkeys(p.name for p in readout.places)),
    }


def _list(items: Iterable[str]) -> str:
    """Return a list in one cell; one of nothing but "None" is missing as a whole."""
    listed = list(items)
    if all(item == _NONE for item in listed):
        return ""
    return "; ".join(item.replace(";", ",") for item in listed)


TABLE = Table(COLUMNS, _rows, tabs=True)
LOSSES = (
    "A month or a year is filed under its first day, an event without a date under its article's.",
    "Status, background, who claims it, counts and offsets are not in this format.",
    "Parties without a country, number, sector or title keep their place in a list as None.",
    "Semicolons in names become commas, double quotes apostrophes.",
)
