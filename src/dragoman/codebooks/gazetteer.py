"""Places by name: GeoNames' populated places and divisions, countries, regions, seas.

Data: GeoNames (geonames.org), CC BY 4.0, in ``gazetteer.npz`` (built by
``training/build_gazetteer.py``), and ``regions.tsv`` and ``countries.tsv``. The table is loaded
when it is first asked (0.4 s, about 40 MB); names are kept as 40-bit hashes of their key, so a
name that no place bears is taken for one once in a million.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from dragoman.codebooks.contested import Standing, contested
from dragoman.codebooks.countries import countries
from dragoman.codebooks.regions import Region, regions

if TYPE_CHECKING:
    import numpy.typing as npt

PlaceKind = Literal[
    "city", "admin1", "admin2", "country", "area", "region", "continent", "water", "site"
]
KINDS: tuple[PlaceKind, ...] = (
    "city", "admin1", "admin2", "country", "area", "region", "continent", "water", "site",
)  # fmt: skip

# Where no context decides, a place weighs the decimal logarithm of its people, and its kind shifts
# it: "Georgia" and "Mexico" are countries first; "New York", "Kyiv" and "Paris" cities before the
# divisions around them; a capital goes before its larger namesakes ("Washington").
_SHIFT = {
    "city": 0.0, "admin1": -0.8, "admin2": -1.5, "country": 1.0, "area": 0.2, "region": 0.2,
    "continent": 1.5, "water": 0.0, "site": -1.0,
}  # fmt: skip
_ACRONYM = 3  # letters
_REMEMBERED = 8192  # names looked up lately: the same ones come again in the next article
_OTHER_NAME, _KNOWN_BY_MANY_NAMES = 0.8, 300_000  # weight; people
_NOTABLE, _ANOTHERS_NAME = 5.0, 1.0  # weight of a name's owner; what its other bearers lose
_CAPITAL = 1.0
_COUNTRY_PEOPLE, _REGION_PEOPLE = 50_000_000, 5_000_000


class Entry(NamedTuple):
    """One place: degrees, ISO-3 country, GeoNames id where it has one.

    `population` is people (of a division: in its places of 500 people and more; None of what
    ``regions.tsv`` adds).
    """

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    population: int | None
    geonameid: int | None


def look_up(name: str) -> tuple[Entry, ...]:
    """Return the places that bear ``name``, the most likely without a context first.

    Case, accents, hyphens and full stops do not matter ("saint-denis", "St. Denis"); demonyms
    ("Kazakh") are not names.
    """
    table = gazetteer()
    return tuple(table.entry(at) for at in table.candidates(name))


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """Return the form under which a name is kept: folded, bare of accents and points."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(ch for ch in folded if not unicodedata.combining(ch))
    words = bare.translate(_SPACES).translate(_NOTHING).split()
    if len(words) > 1:
        words[0] = _SHORT_FOR.get(words[0], words[0])
    return " ".join(words)


_SPACES = str.maketrans(dict.fromkeys("-–‐./_", " "))
_NOTHING = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʹ"))
_SHORT_FOR = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def stored_hash(key: str) -> int:
    """Return the 40 bits under which a name's key is stored."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=5).digest())


class Gazetteer:
    """The loaded table. Places are numbered; the columns are arrays over all of them."""

    def __init__(self, columns: Mapping[str, npt.NDArray[Any]]) -> None:
        import numpy as np

        iso3 = {country.iso2: country.iso3 for country in countries().values() if country.iso2}
        self._iso3 = [iso3.get(str(code)) for code in columns["countries"]]
        self._codes = [str(code) for code in columns["codes"]]
        self._names: Sequence[str] = columns["names"].tobytes().decode().split("\n")
        self._hashes = np.cumsum(columns["hash_step"], dtype=np.uint64)
        self._bearers = columns["entry"]
        self._country = columns["country"]
        self._code = columns["code"]
        self._regions = regions()
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._ranked)
        self._stored = len(self._names)
        wide = [_weight(region) for region in self._regions]
        kinds = [KINDS.index(region.kind) for region in self._regions]
        latitude = np.array([region.latitude for region in self._regions], dtype=np.float32)
        longitude = np.array([region.longitude for region in self._regions], dtype=np.float32)
        self.latitude = np.concatenate([columns["latitude"] / np.float32(1000), latitude])
        self.longitude = np.concatenate([columns["longitude"] / np.float32(1000), longitude])
        self.population = np.concatenate([columns["population"], np.array(wide, dtype=np.uint32)])
        self.kind = np.concatenate([columns["kind"], np.array(kinds, dtype=np.uint8)])
        self.geonameid = columns["geonameid"]
        self._division_names = self._names_of_divisions()
        self._superseded = frozenset(r.geonameid for r in self._regions if r.geonameid)
        self._by_key, self._adjectives = self._region_names()
        self._first_words = frozenset(re.split("[ -]", word)[0] for word in self._adjectives)
        shifts = np.array([_SHIFT[kind] for kind in KINDS], dtype=np.float32)
        self.weight = np.log10(self.population + np.float32(1)) + shifts[self.kind]
        self.weight[self._capitals()] += _CAPITAL

    def candidates(self, name: str) -> list[int]:
        """Return the numbers of the places that bear ``name``, the weightiest first."""
        return [at for at, _ in self.ranked(name)]

    def ranked(self, name: str) -> tuple[tuple[int, float], ...]:
        """Return the places that bear ``name`` with what they weigh under it, best first.

        A smaller place weighs less under a name that is not its first: "Russia" is also a
        village in Ohio, "Washington" was Piqua's name.
        """
        return self._remembered(name)

    def _ranked(self, name: str) -> tuple[tuple[int, float], ...]:
        key = name_key(name)
        if not key:
            return ()
        wide, stored = self._by_key.get(key, []), self._stored_candidates(key)
        if len(key.replace(" ", "")) <= _ACRONYM and not _capitals_only(name):
            wide = []  # "Us" is no country, "US" is one
        weighed = {at: self._weight_as(at, key) for at in (*wide, *stored)}
        self._own_name_first(weighed, key)
        self._towns_first(weighed)
        return tuple(sorted(weighed.items(), key=lambda pair: -pair[1]))

    def _towns_first(self, weighed: dict[int, float]) -> None:
        """Put a town just above the division around it that bears its name ("Donetsk")."""
        towns = {self.code(at): w for at, w in weighed.items() if self.kind[at] == 0}
        for at, weight in weighed.items():
            town = towns.get(self.code(at))
            if town is not None and 0 < self.kind[at] <= 2 and at < self._stored:
                weighed[at] = min(weight, town - 0.01)

    def _own_name_first(self, weighed: dict[int, float], key: str) -> None:
        """Put a large city under the place whose first name this is: "White House", "Karaj".

        A town is left out that only was called so once: Temirtau is not Samarkand.
        """
        owners = {at for at in weighed if name_key(self._name(at)) == key}
        if not any(weighed[at] >= _NOTABLE for at in owners):
            return
        words = set(key.split())
        for at in [at for at in weighed if at not in owners and at < self._stored]:
            if self.population[at] >= _KNOWN_BY_MANY_NAMES:
                weighed[at] -= _ANOTHERS_NAME
            elif words.isdisjoint(name_key(self._names[at]).split()):
                del weighed[at]

    def _name(self, at: int) -> str:
        return self._names[at] if at < self._stored else self._regions[at - self._stored].name

    def _weight_as(self, at: int, key: str) -> float:
        weight = float(self.weight[at])
        if at >= self._stored or self.population[at] >= _KNOWN_BY_MANY_NAMES:
            return weight
        return weight if name_key(self._names[at]) == key else weight - _OTHER_NAME

    def _stored_candidates(self, key: str) -> list[int]:
        import numpy as np

        wanted = np.uint64(stored_hash(key))
        first = int(np.searchsorted(self._hashes, wanted, side="left"))
        last = int(np.searchsorted(self._hashes, wanted, side="right"))
        return [
            int(at)
            for at in self._bearers[first:last]
            if int(self.geonameid[at]) not in self._superseded
        ]

    def begins_adjective(self, word: str) -> bool:
        """Whether a demonym begins with ``word`` (its exact form)."""
        return word in self._first_words

    def bearers_of_adjective(self, word: str) -> list[int]:
        """Return the countries or regions of a demonym, by its exact form ("Kazakh", "Poles")."""
        return self._adjectives.get(word, [])

    def abbreviated(self, word: str) -> list[int]:
        """Return the regions that ``word`` abbreviates ("Mass.", "MA"), by its exact form."""
        return _abbreviations(self._stored).get(word, [])

    def first_names(self) -> Iterator[str]:
        """Yield the first name of every place."""
        yield from self._names
        yield from (region.name for region in self._regions)

    def abbreviations(self) -> Sequence[str]:
        """Return every abbreviation, as it is printed."""
        return tuple(_abbreviations(self._stored))

    def kind_of(self, at: int) -> PlaceKind:
        """Return what kind of place it is."""
        return KINDS[int(self.kind[at])]

    def is_wide(self, at: int) -> bool:
        """Whether a place holds others: a division, a country, a region."""
        return self.kind_of(at) not in {"city", "water", "site"}

    def is_small(self, at: int) -> bool:
        """Whether a place's point says where it is: a town or a second-level division."""
        return self.kind_of(at) in {"city", "admin2", "site"}

    def contains(self, outer: int, inner: int) -> bool:
        """Whether ``inner`` lies in the country or first-level division ``outer``.

        Wide regions ("the Middle East") have no border here: False.
        """
        kind = self.kind_of(outer)
        if kind == "country":
            return self.country(outer) == self.country(inner)
        return kind == "admin1" and bool(self.code(outer)) and self.code(outer) == self.code(inner)

    def country(self, at: int) -> str | None:
        """Return the ISO-3 code of a place's country."""
        if at >= self._stored:
            return self._regions[at - self._stored].country or None
        return self._iso3[int(self._country[at])]

    def code(self, at: int) -> str:
        """Return the code of a place's first-level division ("UA.12"), or an empty string."""
        if at >= self._stored:
            return self._regions[at - self._stored].code
        return self._codes[int(self._code[at])]

    def entry(self, at: int) -> Entry:
        """Return a place by its number."""
        latitude, longitude = float(self.latitude[at]), float(self.longitude[at])
        division = self._division_names.get(self.code(at))
        kind = self.kind_of(at)
        population: int | None = None
        if at >= self._stored:
            region = self._regions[at - self._stored]
            name, geonameid = region.name, region.geonameid
        else:
            name, geonameid = self._names[at], int(self.geonameid[at])
            population = int(self.population[at])
        return Entry(
            name, kind, round(latitude, 4), round(longitude, 4), self.country(at), division,
            population, geonameid,
        )  # fmt: skip

    def standing(self, at: int, day: str | None) -> Standing | None:
        """Return who claims and who holds a place on a day, None where it is not contested.

        A town's own fate goes before its region's. Without a day, what holds now.
        """
        name, country, code = self.entry(at).name, self.country(at), self.code(at)
        found = (territory.on(day) for territory in contested(name, country, code))
        return next((standing for standing in found if standing), None)

    def _capitals(self) -> list[int]:
        found = []
        for country in countries().values():
            for name in country.capitals[:1]:
                cities = [
                    at
                    for at in self._stored_candidates(name_key(name))
                    if self.kind[at] == 0 and self.country(at) == country.iso3
                ]
                found += sorted(cities, key=lambda at: -int(self.population[at]))[:1]
        return found

    def _names_of_divisions(self) -> dict[str, str]:
        import numpy as np

        first_level = np.flatnonzero(self.kind[: self._stored] == KINDS.index("admin1"))
        named = {self._codes[int(self._code[at])]: self._names[int(at)] for at in first_level}
        return named | {r.code: r.name for r in self._regions if r.code}

    def _region_names(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        by_key: dict[str, list[int]] = {}
        adjectives: dict[str, list[int]] = {}
        known = countries()
        parts = [r for r in self._regions if r.kind in {"admin1", "area"}]
        own = {name for part in parts for name in (part.name, *part.aliases)}
        own_words = {word for part in parts for word in part.adjectives}
        for at, region in enumerate(self._regions, self._stored):
            names, words = {region.name, *region.aliases}, list(region.adjectives)
            if region.kind == "country" and region.country in known:
                country = known[region.country]
                # "Wales" and "Welsh" are the part's, not the country's; "UK" is no demonym.
                names |= {country.name, *(a for a in country.aliases if a not in own)}
                listed = (*country.adjectives, *country.people)
                words += [w for w in listed if w not in own_words and w not in names]
            for key in {name_key(name) for name in names}:
                by_key.setdefault(key, []).append(at)
            for word in dict.fromkeys(words):
                adjectives.setdefault(word, []).append(at)
        return by_key, adjectives


def _capitals_only(name: str) -> bool:
    return name == name.upper()


def _weight(region: Region) -> int:
    return _COUNTRY_PEOPLE if region.kind == "country" else _REGION_PEOPLE


@cache
def _abbreviations(offset: int) -> Mapping[str, list[int]]:
    table: dict[str, list[int]] = {}
    for at, region in enumerate(regions(), offset):
        for short in region.abbreviations:
            for form in {short, short.rstrip(".")}:
                table.setdefault(form, []).append(at)
    return table


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, loading it at the first call."""
    import numpy as np

    packed = files("dragoman.codebooks").joinpath("data/gazetteer.npz").read_bytes()
    with np.load(io.BytesIO(packed), allow_pickle=False) as columns:
        return Gazetteer({name: columns[name] for name in columns.files})
