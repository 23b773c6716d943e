"""How often a speaker resolved on given grounds is right: ``speaker_confidence.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_toml

Basis = Literal["name", "office", "surname", "pair", "pronoun", "described", "words"]
"""A name; an office whose holder is known; a bare surname; "the two leaders"; a pronoun; a
description without a name ("officials"); words that are no actor of the article."""
Curve = tuple[tuple[float, float], ...]


@kept()
def speaker_curves() -> Mapping[Basis, Curve]:
    """Return for each basis its points (raw score, probability), rising in both."""
    table = load_toml("speaker_confidence.toml")["basis"]
    return {basis: tuple((raw, right) for raw, right in points) for basis, points in table.items()}


def speaker_probability(basis: Basis, raw: float) -> float:
    """Return the probability that a speaker is right, by its basis and raw score (0 to 1)."""
    curve = speaker_curves()[basis]
    for (low, right_low), (high, right_high) in pairwise(curve):
        if raw <= high:
            share = max(0.0, raw - low) / (high - low)
            return round(right_low + share * (right_high - right_low), 3)
    return curve[-1][1]
