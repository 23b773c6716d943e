"""GDELT 2.0: the Event table (61 columns) and the Mentions table (16); tabs, no head."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebooks.cameo import cameo_codes
from dragoman.codebooks.countries import countries
from dragoman.codebooks.interchange import country_codes
from dragoman.export.days import Day, added, day_of
from dragoman.export.evidence import cameo_of, in_lead, sentence_number, stable_number
from dragoman.export.parties import Who, pairs
from dragoman.export.places import exact, place_of
from dragoman.export.selection import Told
from dragoman.export.tables import Column, Row, Table, columns
from dragoman.records import Place

_ACTOR = """
{n}Code | STR | CAMEO country, known group and actor type, run together
{n}Name | STR | name in capitals
{n}CountryCode | STR | CAMEO country, if it acts for exactly one
{n}KnownGroupCode | STR | CAMEO known group
{n}EthnicCode | STR | left empty
{n}Religion1Code | STR | left empty
{n}Religion2Code | STR | left empty
{n}Type1Code | STR | CAMEO actor type of its PLOVER sector
{n}Type2Code | STR | left empty
{n}Type3Code | STR | left empty
"""
_GEO = """
{n}_Type | INT | 1 country, 2 US state, 3 US town or landmark, 4 other town or landmark, 5 other division
{n}_FullName | STR | name, division, country
{n}_CountryCode | STR | FIPS 10-4
{n}_ADM1Code | STR | of a country its FIPS code; otherwise left empty
{n}_ADM2Code | STR | left empty
{n}_Lat | FLOAT | degrees north
{n}_Long | FLOAT | degrees east
{n}_FeatureID | STR | of a country its FIPS code; otherwise left empty (GNS and GNIS ids are not known)
"""
_HEAD = """
GLOBALEVENTID | INT | 63 bits of a hash of event and pair: the same in every export
SQLDATE | INT | YYYYMMDD
MonthYear | INT | YYYYMM
Year | INT | YYYY
FractionDate | FLOAT | year and share of it that had passed
"""
_ACT = """
IsRootEvent | INT | 1 in the headline, standfirst or first paragraph, else 0
EventCode | STR | CAMEO
EventBaseCode | STR | its first three digits
EventRootCode | STR | its first two digits
QuadClass | INT | PLOVER quad of the event
GoldsteinScale | FLOAT | of EventCode
NumMentions | INT | how often the article tells it
NumSources | INT | 1
NumArticles | INT | 1: events are merged within an article
AvgTone | FLOAT | left empty: tone is not measured
"""
_TAIL = """
DATEADDED | INT | when the article was added to the archive, UTC
SOURCEURL | STR | URL, else the article's id
"""


def _placed(template: str, *names: str) -> str:
    return "".join(template.format(n=name) for name in names)


def _listed(text: str) -> tuple[Column, ...]:
    return columns("\n".join(filter(None, text.splitlines())))


EVENT_COLUMNS = _listed(
    _HEAD
    + _placed(_ACTOR, "Actor1", "Actor2")
    + _ACT
    + _placed(_GEO, "Actor1Geo", "Actor2Geo", "ActionGeo")
    + _TAIL
)
MENTION_COLUMNS = _listed("""
GLOBALEVENTID | INT | as in the Event table
EventTimeDate | INT | when the event was added, UTC
MentionTimeDate | INT | when the article was added, UTC
MentionType | INT | 1 web, 2 citation only (the article has no URL)
MentionSourceName | STR | outlet
MentionIdentifier | STR | URL, else the article's id
SentenceID | INT | sentence of the trigger in the body, from 1
Actor1CharOffset | INT | code points from the start of the text
Actor2CharOffset | INT | likewise
ActionCharOffset | INT | of the trigger, likewise
InRawText | INT | 1
Confidence | INT | 0 to 100
MentionDocLen | INT | code points of the text
MentionDocTone | FLOAT | left empty
MentionDocTranslationInfo | STR | left empty
Extras | STR | left empty
""")
_EMPTY = {column.name: "" for column in EVENT_COLUMNS}


def _events(told: Told) -> Iterator[Row]:
    day = day_of(told.event, told.readout.article)
    for source, target in pairs(told.readout, told.event):
        yield {
            **_EMPTY,
            "GLOBALEVENTID": _number(told, source, target),
            **_date(day),
            **_actor("Actor1", source),
            **_actor("Actor2", target),
            **_act(told),
            **_geo("ActionGeo", place_of(told.readout, told.event)),
            "DATEADDED": _stamp(told),
            "SOURCEURL": _source(told),
        }


def _number(told: Told, source: Who | None, target: Who | None) -> str:
    ends = [(who.start, who.name) if who else "" for who in (source, target)]
    return str(stable_number(told.event.id, *ends))


def _date(day: Day) -> Row:
    year, month = day.date.year, day.date.month
    fraction = min(0.9999, ((month - 1) * 30 + day.date.day) / 365)
    return {
        "SQLDATE": day.compact,
        "MonthYear": day.compact[:6],
        "Year": day.compact[:4],
        "FractionDate": f"{year + fraction:.4f}",
    }


def _actor(side: str, who: Who | None) -> Row:
    if who is None:
        return {}
    country, group, kind = who.cameo_country(), who.cameo_group(), who.cameo_type()
    return {
        f"{side}Code": country + (group if not country else "") + kind,
        f"{side}Name": who.name.upper(),
        f"{side}CountryCode": country,
        f"{side}KnownGroupCode": group,
        f"{side}Type1Code": kind,
    }


def _act(told: Told) -> Row:
    event, code = told.event, cameo_of(told.event)
    return {
        "IsRootEvent": str(int(in_lead(told.readout.article, event.trigger))),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(event.quad),
        "GoldsteinScale": f"{cameo_codes()[code].goldstein:.1f}",
        "NumMentions": str(1 + len(event.mentions)),
        "NumSources": "1",
        "NumArticles": "1",
    }


def _geo(side: str, place: Place | None) -> Row:
    if place is None:
        return {}
    known = country_codes().get(place.country or "")
    kind = _kind(place)
    if known is None or not known.fips or not kind:
        return {}
    of_country = known.fips if kind == "1" else ""
    return {
        f"{side}_Type": kind,
        f"{side}_FullName": _full_name(place),
        f"{side}_CountryCode": known.fips,
        f"{side}_ADM1Code": of_country,
        f"{side}_Lat": exact(place.latitude),
        f"{side}_Long": exact(place.longitude),
        f"{side}_FeatureID": of_country,
    }


def _kind(place: Place) -> str:
    american = place.country == "USA"
    if place.precision == "country":
        return "1"
    if place.precision == "region":
        return "2" if american else "5"
    if place.precision in {"city", "point"}:
        return "3" if american else "4"
    return ""


def _full_name(place: Place) -> str:
    known = countries().get(place.country or "")
    country = known.name if known else ""
    division = place.admin1 if place.admin1 != place.name else ""
    return ", ".join(dict.fromkeys(filter(None, (place.name, division, country))))


def _stamp(told: Told) -> str:
    return f"{added(told.summary.added_at):%Y%m%d%H%M%S}"


def _source(told: Told) -> str:
    return told.readout.article.url or told.readout.article.id


def _mentions(told: Told) -> Iterator[Row]:
    article = told.readout.article
    day_of(told.event, article)  # what the Event table leaves out, this one does
    for source, target in pairs(told.readout, told.event):
        yield {
            "GLOBALEVENTID": _number(told, source, target),
            "EventTimeDate": _stamp(told),
            "MentionTimeDate": _stamp(told),
            "MentionType": "1" if article.url else "2",
            "MentionSourceName": article.outlet or "",
            "MentionIdentifier": _source(told),
            "SentenceID": str(sentence_number(article, told.event.trigger)),
            "Actor1CharOffset": str(source.start) if source else "",
            "Actor2CharOffset": str(target.start) if target else "",
            "ActionCharOffset": str(told.event.trigger.start),
            "InRawText": "1",
            "Confidence": str(round(told.event.confidence * 100)),
            "MentionDocLen": str(len(article.text)),
            "MentionDocTone": "",
            "MentionDocTranslationInfo": "",
            "Extras": "",
        }


EVENTS = Table(EVENT_COLUMNS, _events, head=False, tabs=True)
MENTIONS = Table(MENTION_COLUMNS, _mentions, head=False, tabs=True)
LOSSES = (
    "Compound actors become one row a pair; what is done with one another has both directions.",
    "PLOVER types and modes become CAMEO codes, many to one; QuadClass is PLOVER's.",
    "A party that acts for several states has no country; Kosovo and South Sudan have no CAMEO code.",
    "A month or a year is filed under its first day, an event without a date under its article's.",
    "Tone is not measured: AvgTone is empty, never 0. Actor1Geo and Actor2Geo are empty.",
    "Status, who claims it, contexts, counts and the words are not in this format.",
    "Double quotes in names become apostrophes: readers of this format know no quoting.",
)
