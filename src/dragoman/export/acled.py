"""ACLED: 31 columns, CSV, a head; one row an event, the dyadic layout."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebooks.countries import countries
from dragoman.codebooks.interchange import AcledType, country_codes
from dragoman.export.acled_types import CIVILIANS, act_of, inter_of, interaction
from dragoman.export.days import Day, added, day_of
from dragoman.export.evidence import sentence_at, stable_number
from dragoman.export.parties import Who, who
from dragoman.export.places import exact, place_of
from dragoman.export.selection import Told
from dragoman.export.tables import LeftOut, Row, Table, columns
from dragoman.records import Event, Place

COLUMNS = columns("""
event_id_cnty | STR | ISO-3 of the country and 63 bits of a hash of the event
event_date | STR | YYYY-MM-DD
year | INT | YYYY
time_precision | INT | 1 day, 2 week, 3 less sure (a month, a year, the day of the report)
disorder_type | STR | ACLED's, parted by "; "
event_type | STR | ACLED's
sub_event_type | STR | ACLED's
actor1 | STR | name of the first actor
assoc_actor_1 | STR | names of the other actors
inter1 | STR | ACLED's actor type
actor2 | STR | name of the first recipient (of the second party, if done with one another)
assoc_actor_2 | STR | names of the others
inter2 | STR | ACLED's actor type
interaction | STR | both, the lower code first
civilian_targeting | STR | "Civilian targeting" or empty
iso | INT | numeric ISO 3166-1 of the country
region | STR | ACLED's region
country | STR | name
admin1 | STR | first-level division
admin2 | STR | left empty
admin3 | STR | left empty
location | STR | name of the place
latitude | FLOAT | degrees north
longitude | FLOAT | degrees east
geo_precision | INT | 1 town or point, 2 division, 3 country
source | STR | outlet
source_scale | STR | left empty
notes | STR | the sentence that tells it
fatalities | INT | dead, as the article counts them; empty if it does not, never 0
tags | STR | crowd size, if the article gives it
timestamp | INT | when the article was added, in Unix seconds
""")
_TIME = {"day": "1", "week": "2"}
_GEO = {"point": "1", "city": "1", "region": "2", "country": "3"}


def _rows(told: Told) -> Iterator[Row]:
    event, article = told.event, told.readout.article
    place = place_of(told.readout, event)
    first, second = _sides(told)
    act = act_of(event, first, second)
    day = day_of(event, article)
    where = _where(place)
    yield {
        "event_id_cnty": f"{place.country if place else ''}{stable_number(event.id)}",
        **_when(day),
        **_what(act),
        **_parties(act, first, second, place),
        **where,
        "source": article.outlet or "",
        "source_scale": "",
        "notes": sentence_at(article, event.trigger),
        "fatalities": _count(event, "dead"),
        "tags": f"crowd size={size}" if (size := _count(event, "size")) else "",
        "timestamp": str(int(added(told.summary.added_at).timestamp())),
    }


def _sides(told: Told) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    actors = who(told.readout, told.event.actors)
    recipients = who(told.readout, told.event.recipients)
    if told.event.reciprocal and not recipients:
        return actors[:1], actors[1:]
    return actors, recipients


def _when(day: Day) -> Row:
    return {
        "event_date": day.iso,
        "year": day.iso[:4],
        "time_precision": _TIME.get(day.precision, "3"),
    }


def _what(act: AcledType) -> Row:
    both = act.sub_type in {"Excessive force against protesters", "Mob violence"}
    disorder = "Political violence; Demonstrations" if both else act.disorder
    return {
        "disorder_type": disorder,
        "event_type": act.name,
        "sub_event_type": act.sub_type,
    }


def _parties(
    act: AcledType, first: tuple[Who, ...], second: tuple[Who, ...], place: Place | None
) -> Row:
    country = (place.country if place else None) or ""
    inter1, inter2 = inter_of(act, first, country, leads=True), inter_of(act, second, country)
    targeted = CIVILIANS in {inter1, inter2} and act.disorder == "Political violence"
    return {
        "actor1": first[0].name if first else "",
        "assoc_actor_1": "; ".join(p.name for p in first[1:]),
        "inter1": inter1,
        "actor2": second[0].name if second else "",
        "assoc_actor_2": "; ".join(p.name for p in second[1:]),
        "inter2": inter2,
        "interaction": interaction(inter1, inter2),
        "civilian_targeting": "Civilian targeting" if targeted else "",
    }


def _where(place: Place | None) -> Row:
    known = country_codes().get((place.country if place else None) or "")
    precision = _GEO.get(place.precision) if place else None
    if place is None or known is None or precision is None or place.latitude is None:
        raise LeftOut("no place with a country and a point")
    return {
        "iso": str(int(known.iso_number)) if known.iso_number else "",
        "region": known.acled_region,
        "country": countries()[known.iso3].name,
        "admin1": place.admin1 or (place.name if place.precision == "region" else ""),
        "admin2": "",
        "admin3": "",
        "location": place.name,
        "latitude": exact(place.latitude),
        "longitude": exact(place.longitude),
        "geo_precision": precision,
    }


def _count(event: Event, kind: str) -> str:
    return next((str(count.value) for count in event.counts if count.kind == kind), "")


TABLE = Table(COLUMNS, _rows)
LOSSES = (
    (
        "Only what ACLED has a type for: violence, protests, riots, arrests, ceasefires, movements of "
        "troops. Talks, aid, accusations, sanctions and the like are left out."
    ),
    "Events without a place that has a country and a point are left out.",
    (
        "Fatalities are those that the article gives for the event, empty if it gives none, never 0; "
        "bounds (at least 12) are not in this format."
    ),
    "actor1 is who does it and actor2 to whom; in ACLED's own data the order means nothing.",
    "Status, background, who claims it, contexts and offsets are not in this format.",
    "The shape is ACLED's; the coding is not, and the rows are not ACLED data.",
)
