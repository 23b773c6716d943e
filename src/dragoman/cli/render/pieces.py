"""Small things that several layers show: parties, chains, dates, ids."""

from __future__ import annotations

import re

from rich.text import Text

from dragoman.cli.picked import is_resolved
from dragoman.cli.render.layout import joined
from dragoman.cli.render.symbols import ARROW
from dragoman.records import Actor, ChainLink, Instant, Party, Readout, SourceChain, Speaker
from dragoman.text.folding import fold

# Enough of an id to type: `dragoman show` takes six characters or more.
SHORT = 8
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T(?P<clock>[0-9:]{5,8}|MO|MI|AF|EV|NI|DT))?)?)?"
)
_LENGTH = re.compile(r"P(?P<number>[0-9]{1,4})(?P<unit>[YMWD])")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
_PARTS = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
    "DT": "daytime",
}  # fmt: skip
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_UNNAMED = frozenset({"unnamed", "anonymous", "group"})
"""Kinds of speakers whose name is only a short form of the words that describe them."""

_REFERENCES = {
    "PAST_REF": "in the past",
    "PRESENT_REF": "now",
    "FUTURE_REF": "in the future",
}


def date_words(when: Instant) -> str:
    """Return "1 November 2023, 13:56 (zone unknown)", as far as the precision reaches."""
    day, _, clock = when.value.partition("T")
    zone = "zone unknown" if when.zone is None else when.zone
    if when.zone and when.zone[0] in "+-":
        zone = f"UTC{when.zone}"
    return f"{day_words(day)}, {clock[:5]} ({zone})" if clock else day_words(day)


def day_words(value: str) -> str:
    """Return "1 November 2023" for the TIMEX value "2023-11-01"; a rare one comes as it is."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    if length := _LENGTH.fullmatch(value):
        number, unit = length["number"], _UNITS[length["unit"]]
        return f"{number} {unit}" + ("" if number == "1" else "s")
    if week := _WEEK.fullmatch(value):
        return f"week {int(week[2])} of {week[1]}"
    day = _DAY.fullmatch(value)
    if day is None or not 1 <= int(day["month"] or 1) <= 12:
        return value
    month = f"{_MONTHS[int(day['month']) - 1]} {day['year']}" if day["month"] else day["year"]
    words = f"{int(day['day'])} {month}" if day["day"] else month
    clock = _PARTS.get(day["clock"] or "", day["clock"])
    return f"{words}, {clock}" if clock else words


def when_words(value: str) -> str:
    """Return "on 1 November 2023", "in October 2023", "in the past" for a TIMEX value."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    day = _DAY.fullmatch(value)
    return f"{'on' if day and day['day'] else 'in'} {day_words(value)}"


def short_id(record_id: str, wanted: str | None) -> Text:
    """Return the beginning of an id, standing out if it is the one that was asked for."""
    return Text(record_id[:SHORT], "wanted" if record_id == wanted else "id")


def actors_by_id(readout: Readout) -> dict[str, Actor]:
    """Return the readout's actors by their ids."""
    return {actor.id: actor for actor in readout.actors}


def party(named: Party, actors: dict[str, Actor]) -> Text:
    """Return "Emmanuel Macron (FRA GOV)"."""
    actor = actors.get(named.actor_id or "")
    text = Text().append(named.name or named.text, "name")
    code = codes(actor) if actor else ""
    return text.append(f" ({code})", "code") if code else text


def codes(actor: Actor) -> str:
    """Return countries and sector, "FRA GOV", or an empty string."""
    sector = "" if actor.sector == "UNK" else actor.sector
    return " ".join((*actor.countries, sector)).strip()


def parties(named: tuple[Party, ...], actors: dict[str, Actor]) -> Text:
    """Return parties parted by commas."""
    return joined((party(p, actors) for p in named), ", ")


def speaker(said: Speaker) -> Text:
    """Return "Dmitry Peskov, Kremlin spokesman"; words that fit nobody surely are said to be so."""
    if not is_resolved(said):
        return Text(f"“{said.text}” (uncertain)" if said.text else "speaker unknown", "uncertain")
    if said.role and said.role == said.text:  # "a diplomat who asked not to be named": no name
        return Text(said.text, "name")
    text = Text().append(_own_words(said) or said.name or said.text, "name")
    return text.append(f", {said.role}") if said.role else text


def _own_words(said: Speaker) -> str | None:
    """Return the page's words where the name is only a short form of them: "an old fisherman"."""
    described = said.name is not None and said.name == said.name.lower()
    return said.text if described and fold(said.name or "") in fold(said.text) else None


def written(said: Speaker) -> Text:
    """Return "“he” → Dmitry Peskov, Kremlin spokesman": as printed, then as resolved."""
    described = said.kind in _UNNAMED and said.role == said.text
    if said.name is None or described or fold(said.name) in fold(said.text):
        return speaker(said)
    resolved = Text(said.name, "name")
    if said.role and said.role != said.text:
        resolved.append(f", {said.role}", "")
    return Text(f"“{said.text}”", "quiet") + Text(ARROW) + resolved


def chain(
    links: SourceChain, publisher: str | None = None, *, roles: bool = False, joint: int = 1
) -> Text:
    """Return "Reuters → European Pravda → (publisher)"; the publisher is not a link of it.

    Args:
        links: The chain.
        publisher: What to append as its end.
        roles: Whether each link says its role.
        joint: So many links at the beginning speak together and stand side by side.
    """
    drawn = [_link(link, roles=roles) for link in links.links]
    speaking = sum(link.role == "speaker" for link in links.links[:joint])
    text = joined([joined(drawn[:speaking], " and "), *drawn[speaking:]], ARROW)
    if publisher is not None:
        text = joined([text, (publisher, "quiet")], ARROW)
    return text


def _link(link: ChainLink, *, roles: bool) -> Text:
    text = Text().append(link.name, "chain")
    if link.speaks_for:
        text.append(f" for {link.speaks_for}", "quiet")
    if roles or link.role in ("anonymous", "witness"):
        text.append(f" ({link.role})", "quiet")
    return text
