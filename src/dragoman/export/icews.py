"""ICEWS Coded Event Data: 20 columns, tabs, a head."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebooks.cameo import cameo_codes
from dragoman.codebooks.interchange import cameo_labels
from dragoman.export.days import day_of
from dragoman.export.evidence import cameo_of, sentence_number, stable_number
from dragoman.export.parties import Who, icews_country, pairs
from dragoman.export.places import exact, place_of
from dragoman.export.selection import Told
from dragoman.export.tables import Row, Table, columns
from dragoman.records import Place

COLUMNS = columns("""
Event ID | INT | 63 bits of a hash of the event; unique with Source Name and Target Name
Event Date | STR | YYYY-MM-DD
Source Name | STR | name of the actor
Source Sectors | STR | sectors of its PLOVER sector, parted by commas
Source Country | STR | country, if it acts for exactly one
Event Text | STR | name of the CAMEO code
CAMEO Code | STR | CAMEO, with its leading zero
Intensity | FLOAT | Goldstein scale of the code
Target Name | STR | name of the recipient; empty: none is told
Target Sectors | STR | likewise
Target Country | STR | likewise
Story ID | INT | 63 bits of a hash of the article
Sentence Number | INT | sentence of the trigger in the body, from 1
Publisher | STR | outlet
City | STR | place, if it is a town or a point
District | STR | left empty
Province | STR | first-level division
Country | STR | country of the place
Latitude | FLOAT | degrees north
Longitude | FLOAT | degrees east
""")


def _rows(told: Told) -> Iterator[Row]:
    article, code = told.readout.article, cameo_of(told.event)
    day = day_of(told.event, article)
    for source, target in pairs(told.readout, told.event):
        yield {
            "Event ID": str(stable_number(told.event.id)),
            "Event Date": day.iso,
            **_side("Source", source),
            "Event Text": cameo_labels()[code],
            "CAMEO Code": code,
            "Intensity": f"{cameo_codes()[code].goldstein:g}",
            **_side("Target", target),
            "Story ID": str(stable_number(article.id)),
            "Sentence Number": str(sentence_number(article, told.event.trigger)),
            "Publisher": article.outlet or "",
            **_where(place_of(told.readout, told.event)),
        }


def _side(side: str, who: Who | None) -> Row:
    return {
        f"{side} Name": who.name if who else "",
        f"{side} Sectors": who.icews_sectors() if who else "",
        f"{side} Country": icews_country(who.country) if who else "",
    }


def _where(place: Place | None) -> Row:
    small = place is not None and place.precision in {"city", "point"}
    return {
        "City": place.name if place and small else "",
        "District": "",
        "Province": (place.admin1 or "") if place else "",
        "Country": icews_country(place.country or "") if place else "",
        "Latitude": exact(place.latitude) if place else "",
        "Longitude": exact(place.longitude) if place else "",
    }


TABLE = Table(COLUMNS, _rows, tabs=True)
LOSSES = (
    "Compound actors become one row a pair; what is done with one another has both directions.",
    "PLOVER types and modes become CAMEO codes, many to one.",
    "A party that acts for several states has no country.",
    "A month or a year is filed under its first day, an event without a date under its article's.",
    "Status, who claims it, contexts, counts and the words are not in this format.",
    "Double quotes in names become apostrophes: readers of this format know no quoting.",
)
