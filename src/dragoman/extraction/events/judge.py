"""How likely a candidate is an event of its frame's type: a linear model over named features.

The frame says what the words can tell; the judge says whether they tell it here. It was fitted by
``training/events/train_judge.py`` on sentences labelled by hand (card: docs/explanation/events.md),
and its weights can be read: ``judge().reasons(features)``.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dragoman.extraction.events.features import ALONE
from dragoman.extraction.events.topics import NO_TOPIC

if TYPE_CHECKING:
    from dragoman.extraction.events.features import Seen
    from dragoman.extraction.events.topics import Vector

_FILE = "judge.npz"

# A candidate whose type is less likely than this, by judge and encoder, is left out. Of 167 judged
# predictions the type was right in .67 from .5 on and .76 from .7 on, where a fifth of the right ones
# are lost. Who brings a sentence alone has chosen it: there what is found counts.
KEPT_FROM = 0.5
# How likely the judge alone must find it for the encoder to read it, which costs 4 ms. With this, and
# acts without a party left unread, 120 articles take 481 readings instead of the 663 from .25 on; 381
# events are kept instead of 389.
LOOKED_AT_FROM = 0.33
KEPT_ALONE = 0.05


class Judge(NamedTuple):
    """Weights by the features' names, and what each direction of the words' vectors weighs."""

    weights: Mapping[str, float]
    intercept: float
    sentence: Vector = NO_TOPIC
    article: Vector = NO_TOPIC

    def probability(self, seen: Seen) -> float:
        """Return how likely a candidate seen like this is an event, 0 to 1."""
        weights = self.weights
        score = self.intercept + sum(weights.get(name, 0.0) for name in seen.names)
        score += sum(self.by_topic(seen))
        return 1.0 / (1.0 + math.exp(-score))

    def by_topic(self, seen: Seen) -> tuple[float, float]:
        """Return what the sentence and the article weigh by what they speak of (log odds)."""
        return _along(self.sentence, seen.sentence), _along(self.article, seen.article)

    def reasons(self, seen: Seen, most: int = 6) -> tuple[tuple[str, float], ...]:
        """Return the features that weigh most, with their weights (log odds), heaviest first."""
        known = [(name, self.weights[name]) for name in seen.names if name in self.weights]
        topics = zip(("topic of sentence", "topic of article"), self.by_topic(seen), strict=True)
        known += [(name, round(weight, 3)) for name, weight in topics if weight]
        return tuple(sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))[:most])


def looked_at_from(seen: Seen) -> float:
    """Return how likely the judge must find a candidate for the encoder to read it."""
    return KEPT_ALONE if ALONE in seen.names else LOOKED_AT_FROM


def kept_from(seen: Seen) -> float:
    """Return how likely a candidate must be to be kept."""
    return KEPT_ALONE if ALONE in seen.names else KEPT_FROM


def _along(weights: Vector, topic: Vector) -> float:
    """Return what a topic weighs; one of another language model's vectors weighs nothing."""
    return float(weights @ topic) if weights.shape == topic.shape else 0.0


@cache
def judge() -> Judge:
    """Return the model that ships."""
    data = (files("dragoman.extraction.events") / _FILE).read_bytes()
    with np.load(io.BytesIO(data)) as kept:
        names, values = kept["features"].tolist(), kept["weights"].tolist()
        return Judge(
            dict(zip(names, values, strict=True)),
            float(kept["intercept"]),
            kept["sentence"],
            kept["article"],
        )
