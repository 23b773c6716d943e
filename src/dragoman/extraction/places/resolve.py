"""Chooses a place for every toponym of an article, all together.

A name's candidates start from what they weigh without a context (people, kind, capital). Then
what the text says counts: "Paris, Texas"; the countries and divisions named; nearness to the
other places of the article; the outlet's own country. One name means one place throughout an
article unless the text itself says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.codebooks.gazetteer import Gazetteer, gazetteer, name_key
from dragoman.extraction.places.toponyms import Toponym

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_MOST_CANDIDATES = 40
_MOST_WITNESSES = 100  # a list of a thousand towns must not take minutes
_ROUNDS = 3

# Weights in decimal logarithms of people, tuned on half of a news set (docs/explanation).
_NEAR = 1.6  # for each other place close by, falling with the distance, up to two
_NEAR_KM = 120.0
_SAME_DIVISION = 0.8
_SAME_COUNTRY = 0.9
_NAMED_CONTAINER = 2.0  # the division or country itself is named in the article
_HOME = 1.0  # the outlet's own country
_DIVISION = 3.0  # "New York Gov."
# An ambiguous place is a weaker witness for its neighbours than one that can be nothing else.
_CLEAR_LEAD = 1.5
_DOUBTFUL = 0.3

_RIVAL = 5.0  # what may bear a country's name: the state of Georgia, not the villages of Ohio
_FAR = 4.5  # a town of 30,000 in a country of which the article does not speak

_Key = tuple[str, tuple[int, ...]]


@dataclass(slots=True)
class _Group:
    """All mentions of one name that must mean the same place."""

    candidates: list[int]
    weights: list[float]
    division: bool = False
    witness: float = 0.0
    chosen: int | None = None


def resolve(toponyms: Sequence[Toponym], home: str | None = None) -> list[int | None]:
    """Return the gazetteer's number for each toponym, None where it has no candidate.

    Args:
        toponyms: The toponyms of one article, in the order of the text.
        home: ISO-3 code of the outlet's country, if known.
    """
    table = gazetteer()
    keys = [(name_key(toponym.named), toponym.within) for toponym in toponyms]
    groups = _groups(toponyms, keys, table)
    heard = [group for group in groups.values() if group.witness][:_MOST_WITNESSES]
    for _ in range(_ROUNDS):
        before = [group.chosen for group in groups.values()]
        for group in groups.values():
            if len(group.candidates) > 1:
                others = [
                    (other.chosen, other.witness)
                    for other in heard
                    if other is not group and other.chosen is not None
                ]
                group.chosen = _best(group, others, table, home)
        if before == [group.chosen for group in groups.values()]:
            break
    places = [(other.chosen, other) for other in heard if other.chosen is not None]
    at_home = {table.country(at) for at, _ in places if table.kind_of(at) == "country"} | {home}
    for group in groups.values():
        elsewhere = {table.country(at) for at, other in places if other is not group} | at_home
        if _far_fetched(group, elsewhere, table):
            group.chosen = None
    return [groups[key].chosen for key in keys]


def _far_fetched(group: _Group, elsewhere: set[str | None], table: Gazetteer) -> bool:
    """Whether a small place is all that bears the name, and nothing else speaks of its country."""
    if group.chosen is None or not elsewhere - {None}:
        return False
    weight = group.weights[group.candidates.index(group.chosen)]
    return weight < _FAR and table.country(group.chosen) not in elsewhere


def _groups(
    toponyms: Sequence[Toponym], keys: Sequence[_Key], table: Gazetteer
) -> dict[_Key, _Group]:
    """Join mentions of one name; where the text places one somewhere, it leads the others."""
    said: dict[str, tuple[int, ...]] = {}
    for toponym, (name, within) in zip(toponyms, keys, strict=True):
        if within and _inside(toponym, within, table):
            said.setdefault(name, within)
    groups: dict[_Key, _Group] = {}
    for toponym, key in zip(toponyms, keys, strict=True):
        if key not in groups:
            within = key[1] or said.get(key[0], ())
            listed = _inside(toponym, within, table) or _bearers(toponym, key[1], table)
            groups[key] = _group(listed)
        groups[key].division |= toponym.division
        if toponym.sure:  # "U.S." in a body's name too speaks for the country
            groups[key].witness = _trust(groups[key])
    return groups


def _bearers(
    toponym: Toponym, within: tuple[int, ...], table: Gazetteer
) -> Sequence[tuple[int, float]]:
    """Return the candidates; a country's name means no village, whatever is near.

    Nor does a country lie in a division: "Turkey, Texas" is a town that nobody here knows.
    """
    listed = toponym.candidates[:_MOST_CANDIDATES]
    if not listed or table.kind_of(listed[0][0]) != "country":
        return listed
    if any(table.kind_of(at) == "admin1" for at in within):
        return ()
    return [(at, weight) for at, weight in listed if weight >= _RIVAL]


def _group(listed: Sequence[tuple[int, float]]) -> _Group:
    group = _Group([at for at, _ in listed], [weight for _, weight in listed])
    group.chosen = group.candidates[0] if group.candidates else None
    return group


def _trust(group: _Group) -> float:
    if len(group.weights) < 2 or group.weights[0] - group.weights[1] >= _CLEAR_LEAD:
        return 1.0
    return _DOUBTFUL


def _inside(toponym: Toponym, within: tuple[int, ...], table: Gazetteer) -> list[tuple[int, float]]:
    """Return the candidates that lie where the text says."""
    return [
        (at, weight)
        for at, weight in toponym.candidates
        if any(table.contains(outer, at) and outer != at for outer in within)
    ][:_MOST_CANDIDATES]


def _best(
    group: _Group, others: Sequence[tuple[int, float]], table: Gazetteer, home: str | None
) -> int:
    import numpy as np

    mine = np.array(group.candidates)
    scene = _Scene(table, others)
    gains = np.array([scene.gain(at) for at in group.candidates])
    gains += _nearness(table, mine, others)
    gains += np.array([_HOME * (table.country(at) == home) for at in group.candidates])
    _share_with_own_town(group.candidates, gains, table)
    if group.division:
        gains += np.array([_DIVISION * table.is_wide(at) for at in group.candidates])
    return group.candidates[int(np.argmax(np.array(group.weights) + gains))]


def _share_with_own_town(
    candidates: Sequence[int], gains: npt.NDArray[np.float64], table: Gazetteer
) -> None:
    """Give a division or country what the context gives its town of the same name, and back.

    The middle of Quebec is far from the towns that an article names beside it; nearness must not
    decide between the province and the city. "Mexicans" speak for Mexico no less than for its city.
    """
    together: dict[str, list[int]] = defaultdict(list)
    for i, at in enumerate(candidates):
        if table.code(at):
            together[table.code(at)].append(i)
    for i, at in enumerate(candidates):
        if table.kind_of(at) == "country":
            inside = (j for j, other in enumerate(candidates) if table.contains(at, other))
            together[f"country {table.country(at)}"] = [i, *(j for j in inside if j != i)]
    for listed in together.values():
        if len(listed) > 1:
            gains[listed] = gains[listed].max()


class _Scene:
    """The countries and divisions of the article's other places, by how far each is trusted."""

    def __init__(self, table: Gazetteer, others: Iterable[tuple[int, float]]) -> None:
        self.table = table
        self.divisions: dict[str, float] = {}
        self.countries: dict[str, float] = {}
        self.named: dict[str, float] = {}
        self.shares: dict[str, float] = defaultdict(float)
        for at, trust in others:
            country, code = table.country(at), table.code(at)
            kind = table.kind_of(at)
            _raise(self.divisions, code, trust)
            _raise(self.countries, country, trust)
            self.shares[country or ""] += trust
            _raise(self.named, country if kind == "country" else None, trust)
            _raise(self.named, code if kind == "admin1" else None, trust)

    def gain(self, candidate: int) -> float:
        """Return what speaks for a candidate: its division, its country, either one named."""
        country, code = self.table.country(candidate) or "", self.table.code(candidate)
        kind = self.table.kind_of(candidate)
        gained = _SAME_DIVISION * self.divisions.get(code, 0.0) if code else 0.0
        if country in self.countries:
            share = self.shares[country] / sum(self.shares.values())
            gained += _SAME_COUNTRY * self.countries[country] * (0.5 + share)
        holders = (country if kind != "country" else "", code if kind != "admin1" else "")
        return gained + _NAMED_CONTAINER * max(self.named.get(h, 0.0) for h in holders)


def _raise(table: dict[str, float], key: str | None, trust: float) -> None:
    if key and trust > table.get(key, 0.0):
        table[key] = trust


def _nearness(
    table: Gazetteer, mine: npt.NDArray[np.int64], others: Iterable[tuple[int, float]]
) -> npt.NDArray[np.float64]:
    """Return for each candidate how many of the other towns lie near it, weighted, up to two."""
    import numpy as np

    towns = [(at, trust) for at, trust in others if table.is_small(at)]
    if not towns:
        return np.zeros(len(mine))
    theirs = np.array([at for at, _ in towns])
    latitude = np.radians(table.latitude[mine])[:, None], np.radians(table.latitude[theirs])[None]
    longitude = (
        np.radians(table.longitude[mine])[:, None],
        np.radians(table.longitude[theirs])[None],
    )
    chord = (
        np.sin((latitude[1] - latitude[0]) / 2) ** 2
        + np.cos(latitude[0]) * np.cos(latitude[1]) * np.sin((longitude[1] - longitude[0]) / 2) ** 2
    )
    km = 2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
    trust = np.array([trust for _, trust in towns])
    near: npt.NDArray[np.float64] = (np.exp(-km / _NEAR_KM) * trust[None]).sum(axis=1)
    return np.minimum(near, 2.0) * _NEAR
