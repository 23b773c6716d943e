"""Codes of other data sets: complete, of their schemes' shapes, and of one meaning."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from dragoman.codebooks.cameo import cameo_codes
from dragoman.codebooks.countries import countries
from dragoman.codebooks.interchange import (
    acled_actor_types,
    acled_sub_types,
    acled_types,
    cameo_actor_types,
    cameo_groups,
    cameo_labels,
    country_codes,
    icews_sectors,
    plover_slot,
)
from dragoman.codebooks.organisations import organisations
from dragoman.codebooks.plover import plover_types
from dragoman.records.vocabulary import Sector

SECTORS = set(get_args(Sector))


def test_every_country_has_its_line() -> None:
    assert list(country_codes()) == list(countries())


def test_codes_have_the_shape_of_their_scheme() -> None:
    for row in country_codes().values():
        assert re.fullmatch(r"([A-Z]{2})?", row.fips), row
        assert re.fullmatch(r"([0-9]{3})?", row.iso_number), row
        assert re.fullmatch(r"([1-9][0-9]{0,2})?", row.cow), row
        assert re.fullmatch(r"([A-Z]{3})?", row.cameo), row
        assert re.fullmatch(r"[A-Z]{3}", row.plover), row
        assert row.acled_region


def test_no_two_present_states_share_a_code() -> None:
    states = [c.iso3 for c in countries().values() if c.status == "state"]
    for scheme in ("fips", "iso_number", "cow", "plover"):
        codes = [getattr(country_codes()[iso], scheme) for iso in states]
        assert [c for c, n in Counter(codes).items() if c and n > 1] == [], scheme


@pytest.mark.parametrize(
    ("iso", "fips", "cow", "cameo", "plover"),
    [
        ("DEU", "GM", "255", "DEU", "DEU"),
        ("CHN", "CH", "710", "CHN", "CHN"),
        ("CHE", "SZ", "225", "CHE", "CHE"),
        ("UKR", "UP", "369", "UKR", "UKR"),
        ("RUS", "RS", "365", "RUS", "RUS"),
        ("SRB", "RI", "345", "SRB", "SRB"),
        ("XKX", "KV", "347", "", "KOS"),
        ("ROU", "RO", "360", "ROM", "ROU"),
        ("TLS", "TT", "860", "TMP", "TLS"),
        ("SSD", "OD", "626", "", "SSD"),
    ],
)
def test_schemes_that_are_easily_mixed_up(
    iso: str, fips: str, cow: str, cameo: str, plover: str
) -> None:
    row = country_codes()[iso]
    assert (row.fips, row.cow, row.cameo, row.plover) == (fips, cow, cameo, plover)


def test_every_cameo_code_has_a_name() -> None:
    assert set(cameo_labels()) == set(cameo_codes())


def test_sectors_are_ours() -> None:
    for table in (cameo_actor_types(), icews_sectors(), acled_actor_types()):
        assert set(table) <= SECTORS


def test_groups_are_bodies_that_we_know() -> None:
    known = {o.name for o in organisations()}
    assert set(cameo_groups()) <= known


def test_acled_has_six_types_and_25_sub_types() -> None:
    assert len({t.name for t in acled_types().values()}) == 6
    assert len(acled_types()) == 25
    for name, modes in acled_sub_types().items():
        assert set(modes) - {"none"} <= set(plover_types()[name].modes), name


@pytest.mark.parametrize(
    ("name", "kind", "sector", "slot"),
    [
        ("United Nations", "igo", "IGO", "UNO"),
        ("UN Security Council", "igo", "IGO", "UNO"),
        ("European Commission", "igo", "IGO", "EUR"),
        ("NATO", "igo", "IGO", "IGO"),
        ("Human Rights Watch", "organisation", "NGO", "NGO"),
        ("Unilever", "company", "BUS", ""),
    ],
)
def test_the_country_slot_of_bodies(name: str, kind: str, sector: str, slot: str) -> None:
    assert plover_slot(name, kind, sector) == slot
