"""Decides which segments of a page are the article's running text.

Cheap opinions first; a slow extractor is asked only where they leave the model unsure, and then the
judgements with and without it are averaged, since either may be misled.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dragoman.reading.html.features import FEATURES, QUICK_FEATURES, describe
from dragoman.reading.html.opinions import ask_trafilatura, gather
from dragoman.reading.trees import Trees

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dragoman.reading.html.dom import Page
    from dragoman.reading.html.features import Description
    from dragoman.reading.html.segments import Cut

    Floats = NDArray[np.float32]

THRESHOLD = 0.5
_UNSURE = 0.08
"""Expected share of wrong characters from which a second opinion is asked. By site, .02, .04, .08
and .15 ask it on 68, 40, 16 and 7 % of pages and give the same F1 (within .001)."""

_MOST_SEGMENTS = 5_000
"""Segments of a page that the slow extractor is shown; the longest of 311 pages has 593."""
_LONGEST_LINE = 150
_LINE_MALUS = 0.2


class Judgement(NamedTuple):
    """For each segment whether it is running text; `doubt` is the expected share of errors."""

    is_body: list[bool]
    doubt: float


def judge(page: Page, cut: Cut) -> Judgement:
    """Judge the segments of a page."""
    if not cut.segments:
        return Judgement([], 0.0)
    description = describe(cut, gather(page))
    chars = description.sizes.chars
    quick, thorough = _models()
    likely = quick.predict_proba(description.quick_rows())
    ask = len(cut.segments) <= _MOST_SEGMENTS and is_unsure(doubt(likely, chars))
    if ask and (text := ask_trafilatura(page)) is not None:
        likely = average(likely, thorough.predict_proba(description.rows(text)))
    likely = overrule(likely, description)
    return Judgement((likely > THRESHOLD).tolist(), doubt(likely, chars))


def doubt(likely: Floats, chars: NDArray[np.float64]) -> float:
    """Characters that are expected to be judged wrong, as a share of those expected in the body."""
    wrong = float((np.minimum(likely, 1 - likely) * chars).sum())
    return wrong / max(1.0, float((likely * chars).sum()))


def is_unsure(share: float) -> bool:
    """Whether a second opinion is worth its time."""
    return share > _UNSURE


def average(quick: Floats, thorough: Floats) -> Floats:
    """Join the judgements without and with the slow extractor."""
    return np.asarray((quick + thorough) / 2, dtype=np.float32)


def overrule(likely: Floats, description: Description) -> Floats:
    """Lower the likelihood of what is never, or seldom, running text.

    Readers' comments are prose in paragraphs and may be most of a page; the few training pages
    that have them teach the models too little (by site: F1 .963 → .969 on scrapinghub, no change
    on publishers_a). Lines that are all link, "Read more: …" first of all, lead elsewhere (+.001).
    """
    column = description.columns
    line = (column["link_share"] > 0.95) & (description.sizes.chars < _LONGEST_LINE)
    likely = np.where(line, likely - _LINE_MALUS, likely).astype(np.float32)
    leads_on = (column["says_related"] >= 2) & (column["link_share"] > 0.5)
    likely = np.where(leads_on, np.float32(0), likely)
    # An element that also holds the headline holds the article, whatever its name.
    comments = (column["in_comments"] + column["own_comments"] > 0) & (
        column["headline_levels"] > 0
    )
    rest = np.where(comments, np.float32(0), likely)
    return rest if (rest > THRESHOLD).any() else likely


@cache
def _models() -> tuple[Trees, Trees]:
    """The model that needs no slow extractor, and the one that heeds it."""
    folder = files("dragoman.reading.html")
    with folder.joinpath("body_quick.npz").open("rb") as file:
        quick = Trees.load(file, QUICK_FEATURES)
    with folder.joinpath("body_thorough.npz").open("rb") as file:
        return quick, Trees.load(file, FEATURES)
