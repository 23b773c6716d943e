"""Tells which lines of a saved page are running text, with what probability."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.saved.features import feature_names, features
from dragoman.reading.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.context import Floats
    from dragoman.reading.saved.lines import Line

# Best for both variants of the development pages, cross-validated by site; between .4 and .55
# the figures move by less than .003.
THRESHOLD = 0.4


def running_text(lines: Sequence[Line]) -> Floats:
    """Return for each line the probability that it is running text, shape (lines,)."""
    if not lines:
        return np.zeros(0, dtype=np.float32)
    return _model().predict_proba(features(lines))


@cache
def _model() -> Trees:
    file = files("dragoman.reading.saved").joinpath("running_text.npz")
    with file.open("rb") as stored:
        return Trees.load(stored, feature_names())
