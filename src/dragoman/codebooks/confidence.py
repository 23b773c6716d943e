"""How often a speaker resolved on given grounds is right: ``speaker_confidence.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Literal

from dragoman.codebooks.kept import kept
from dragoman.codebooks.loader import load_toml
from dragoman.records.vocabulary import SpeakerBasis

Curve = tuple[tuple[float, float], ...]
PronounGroup = Literal["person", "person_in_marks", "other"]
"""He and she; the same inside quotation marks; it and they."""


@kept()
def speaker_curves() -> Mapping[SpeakerBasis, Curve]:
    """Return for each basis its points (raw score, probability), rising in both."""
    return _curves("basis")


@kept()
def pronoun_curves() -> Mapping[PronounGroup, Curve]:
    """Return for each group of pronouns its points (raw score, probability), rising in both."""
    return _curves("pronouns")


def speaker_probability(basis: SpeakerBasis, raw: float) -> float:
    """Return the probability that a speaker is right, by its basis and raw score (0 to 1)."""
    return _probability(speaker_curves()[basis], raw)


def pronoun_probability(group: PronounGroup, raw: float) -> float:
    """Return the probability that a pronoun's antecedent is right, by its raw score (0 to 1)."""
    return _probability(pronoun_curves()[group], raw)


def _curves(table: str) -> Mapping[Any, Curve]:
    rows = load_toml("speaker_confidence.toml")[table]
    return {name: tuple((raw, right) for raw, right in points) for name, points in rows.items()}


def _probability(curve: Curve, raw: float) -> float:
    for (low, right_low), (high, right_high) in pairwise(curve):
        if raw <= high:
            share = max(0.0, raw - low) / (high - low)
            return round(right_low + share * (right_high - right_low), 3)
    return curve[-1][1]
