"""How likely a candidate is an event of its frame's type: a linear model over named features.

The frame says what the words can tell; the judge says whether they tell it here. It was fitted by
``training/events/train_judge.py`` on sentences labelled by hand (card: docs/explanation/events.md),
and its weights can be read: ``judge().reasons(features)``.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

_FILE = "judge.npz"

# A candidate less likely than this is left out. Chosen on the labels by cross-validation: see
# docs/quality.md ("the judge").
KEPT_FROM = 0.2


class Judge(NamedTuple):
    """Weights by the features' names."""

    weights: Mapping[str, float]
    intercept: float

    def probability(self, features: Iterable[str]) -> float:
        """Return how likely a candidate with these features is an event, 0 to 1."""
        weights = self.weights
        score = self.intercept + sum(weights.get(name, 0.0) for name in features)
        return 1.0 / (1.0 + math.exp(-score))

    def reasons(self, features: Iterable[str], most: int = 6) -> tuple[tuple[str, float], ...]:
        """Return the features that weigh most, with their weights (log odds), heaviest first."""
        known = ((name, self.weights[name]) for name in features if name in self.weights)
        return tuple(sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))[:most])


@cache
def judge() -> Judge:
    """Return the model that ships."""
    data = (files("dragoman.extraction.events") / _FILE).read_bytes()
    with np.load(io.BytesIO(data)) as kept:
        names, values = kept["features"].tolist(), kept["weights"].tolist()
        return Judge(dict(zip(names, values, strict=True)), float(kept["intercept"]))
