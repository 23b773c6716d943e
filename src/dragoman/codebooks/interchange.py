"""What other data sets call the countries, bodies, parties and acts of our records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_table, load_toml
from dragoman.errors import CodebookError

_FILE = "interchange.toml"
_COUNTRIES = "country_codes.tsv"


class CountryCodes(NamedTuple):
    """A country's code in each scheme; an empty one: the scheme has none.

    `fips` is FIPS 10-4 (GDELT's geography), `cow` the Correlates of War number, `cameo` the code of
    CAMEO actors, `plover` what PLOVER files have (KOS), `icews_name` the name where ICEWS's differs.
    """

    iso3: str
    iso_number: str
    fips: str
    cow: str
    cameo: str
    plover: str
    acled_region: str
    icews_name: str


@cache
def country_codes() -> Mapping[str, CountryCodes]:
    """Return the codes of every country by ISO-3."""
    return {row["iso3"]: CountryCodes(**row) for row in load_table(_COUNTRIES)}


@cache
def cameo_labels() -> Mapping[str, str]:
    """Return the names of the CAMEO codes ("042": "Make a visit")."""
    return {row["code"]: row["label"] for row in load_table("cameo_labels.tsv")}


def _words(table: str) -> Mapping[str, str]:
    return {str(key): str(value) for key, value in load_toml(_FILE)[table].items()}


@cache
def cameo_actor_types() -> Mapping[str, str]:
    """Return the CAMEO actor type of each PLOVER sector that has one."""
    return _words("cameo_type")


@cache
def cameo_groups() -> Mapping[str, str]:
    """Return CAMEO's codes of known groups by canonical name."""
    return _words("cameo_group")


@cache
def icews_sectors() -> Mapping[str, str]:
    """Return ICEWS's sectors, parted by commas, of each PLOVER sector."""
    return _words("icews_sectors")


@cache
def acled_actor_types() -> Mapping[str, str]:
    """Return ACLED's actor type of each PLOVER sector that has one."""
    return _words("acled_inter")


class AcledType(NamedTuple):
    """What ACLED calls a kind of event."""

    name: str
    sub_type: str
    disorder: str


@cache
def acled_types() -> Mapping[str, AcledType]:
    """Return ACLED's event types by their sub-types."""
    return {
        sub: AcledType(name, sub, entry["disorder"])
        for name, entry in load_toml(_FILE)["acled_type"].items()
        for sub in entry["sub_types"]
    }


@cache
def acled_sub_types() -> Mapping[str, Mapping[str, str]]:
    """Return, for each PLOVER type that ACLED has a place for, the sub-type of each mode.

    "none" stands for an event without a mode.

    Raises:
        CodebookError: A sub-type is none of ACLED's.
    """
    tables = load_toml(_FILE)["acled_sub_type"]
    for wrong in {s for table in tables.values() for s in table.values()} - set(acled_types()):
        raise CodebookError(f"{wrong!r} is no sub-type", source=_FILE)
    return {name: {str(m): str(s) for m, s in table.items()} for name, table in tables.items()}


def plover_slot(name: str, kind: str, sector: str) -> str:
    """Return what PLOVER files have in the country slot for a body of no one state.

    "UNO" for the United Nations and their agencies, "EUR" for the Union's, else "IGO" or "NGO";
    empty for anybody else.
    """
    for code, names in load_toml(_FILE)["plover_slot"].items():
        if any(name.startswith(beginning) for beginning in names):
            return str(code)
    if kind == "igo" or sector == "IGO":
        return "IGO"
    return "NGO" if sector == "NGO" else ""
