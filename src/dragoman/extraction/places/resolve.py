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
_ROUNDS = 3

# Weights in decimal logarithms of people, tuned on half of a news set (see docs/explanation).
_NEAR = 1.6  # for each other place close by, falling with the distance, up to two
_NEAR_KM = 120.0
_SAME_DIVISION = 0.8
_SAME_COUNTRY = 0.9
_NAMED_CONTAINER = 2.0  # the division or country itself is named in the article
_HOME = 1.0  # the outlet's own country
_SAID = 8.0  # the text says where it lies


@dataclass(slots=True)
class _Group:
    """All mentions of one name that must mean the same place."""

    key: tuple[str, tuple[int, ...]]
    candidates: list[int]
    mentions: int
    said: tuple[int, ...]
    sure: bool
    chosen: int | None = None


def resolve(toponyms: Sequence[Toponym], home: str | None = None) -> list[int | None]:
    """Return the gazetteer's number for each toponym, None where it has no candidate.

    Args:
        toponyms: The toponyms of one article, in the order of the text.
        home: ISO-3 code of the outlet's country, if known.
    """
    table = gazetteer()
    groups = _groups(toponyms, table)
    for group in groups.values():
        if group.candidates:
            group.chosen = group.candidates[0]
    for _ in range(_ROUNDS):
        for group in groups.values():
            if len(group.candidates) > 1:
                group.chosen = _best(group, groups.values(), table, home)
    return [groups[_key(toponym, groups)].chosen for toponym in toponyms]


def _key(
    toponym: Toponym, groups: dict[tuple[str, tuple[int, ...]], _Group]
) -> tuple[str, tuple[int, ...]]:
    name = name_key(toponym.named)
    return (name, toponym.within) if (name, toponym.within) in groups else (name, ())


def _groups(
    toponyms: Sequence[Toponym], table: Gazetteer
) -> dict[tuple[str, tuple[int, ...]], _Group]:
    """Join mentions of one name; those that the text places somewhere lead the others."""
    said: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for toponym in toponyms:
        if toponym.within:
            said[name_key(toponym.named)].append(toponym.within)
    groups: dict[tuple[str, tuple[int, ...]], _Group] = {}
    for toponym in toponyms:
        name = name_key(toponym.named)
        within = toponym.within or (said[name][0] if said[name] else ())
        key = (name, toponym.within)
        if key not in groups:
            candidates = list(toponym.candidates[:_MOST_CANDIDATES])
            groups[key] = _Group(key, _inside(candidates, within, table), 0, within, sure=False)
        groups[key].mentions += 1
        groups[key].sure |= toponym.surely_named
    return groups


def _inside(candidates: list[int], within: tuple[int, ...], table: Gazetteer) -> list[int]:
    """Keep the candidates that lie where the text says, if there are any."""
    kept = [c for c in candidates if any(table.contains(w, c) and w != c for w in within)]
    return kept or candidates


def _best(group: _Group, groups: Iterable[_Group], table: Gazetteer, home: str | None) -> int:
    import numpy as np

    others = [g.chosen for g in groups if g is not group and g.sure and g.chosen is not None]
    mine = np.array(group.candidates)
    score = table.weight[mine].astype(np.float64)
    if others:
        theirs = np.array(others)
        score += _nearness(table, mine, theirs)
    for i, candidate in enumerate(group.candidates):
        score[i] += _context(table, candidate, others)
        if home is not None and table.country(candidate) == home:
            score[i] += _HOME
    return group.candidates[int(np.argmax(score))]


def _context(table: Gazetteer, candidate: int, others: Sequence[int]) -> float:
    country, code = table.country(candidate), table.code(candidate)
    gained = 0.0
    if code and any(table.code(o) == code for o in others):
        gained += _SAME_DIVISION
    if country and any(table.country(o) == country for o in others):
        share = sum(table.country(o) == country for o in others) / len(others)
        gained += _SAME_COUNTRY * (0.5 + share)
    if any(table.contains(o, candidate) and table.is_wide(o) and o != candidate for o in others):
        gained += _NAMED_CONTAINER
    return gained


def _nearness(
    table: Gazetteer, mine: npt.NDArray[np.int64], theirs: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Return for each candidate how many of the other places lie near it, weighted, up to two."""
    import numpy as np

    points = [np.radians(table.latitude[mine])[:, None], np.radians(table.longitude[mine])[:, None]]
    other = (
        np.radians(table.latitude[theirs])[None, :],
        np.radians(table.longitude[theirs])[None, :],
    )
    chord = (
        np.sin((other[0] - points[0]) / 2) ** 2
        + np.cos(points[0]) * np.cos(other[0]) * np.sin((other[1] - points[1]) / 2) ** 2
    )
    km = 2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
    towns = np.array([not table.is_wide(int(at)) or table.kind[at] == 2 for at in theirs])
    near = np.where(towns[None, :], np.exp(-km / _NEAR_KM), 0.0).sum(axis=1)
    capped: npt.NDArray[np.float64] = np.minimum(near, 2.0) * _NEAR
    return capped
