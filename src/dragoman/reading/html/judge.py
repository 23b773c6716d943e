"""Decides which segments of a page are the article's body: features, boosted trees, smoothing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.html.features import FEATURES, describe
from dragoman.reading.html.opinions import gather
from dragoman.reading.trees import Trees

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.segments import Cut

_THRESHOLD = 0.5


def judge(page: Page, cut: Cut) -> NDArray[np.bool_]:
    """Return for each segment whether it belongs to the article's running text.

    Returns:
        Shape (segments,).
    """
    rows = describe(cut, gather(page))
    probable: NDArray[np.bool_] = _model().predict_proba(rows) > _THRESHOLD
    return probable


@cache
def _model() -> Trees:
    with files("dragoman.reading.html").joinpath("body_blocks.npz").open("rb") as file:
        return Trees.load(file, FEATURES)
