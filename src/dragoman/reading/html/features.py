"""Describes each segment of a page by numbers that say nothing about its subject.

`FEATURES` names the columns: what a segment is in itself, what holds it, what stands around it.
No word of a language is looked at, but for the furniture phrases of a codebook.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dragoman.codebooks.furniture import furniture_kinds
from dragoman.codebooks.html_hints import hint_names
from dragoman.reading.html.containers import AROUND, Containers, Sizes, floats, sums
from dragoman.reading.html.opinions import Opinion, Said
from dragoman.reading.html.wording import OWN, TAGS, phrases, tags, wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dragoman.reading.html.opinions import Opinions
    from dragoman.reading.html.segments import Cut, Segment

    Column = NDArray[np.float32]

_HELD = (
    "siblings", "sibling_mass", "holder_mass", "parent_mass", "parent_links", "grand_mass",
    "grand_links", "great_mass", "mass_before", "mass_after", "first_child",
    "depth", "main_levels", "in_main", "before_main", "after_main", "headline_levels", "in_comments",
)  # fmt: skip
_KIN = ("kin", "kin_mass", "kin_links", "kin_length", "same_kin_before", "same_kin_after")
_ORDER = ("since_headline", "position", "since_related")
_NEAR = ("log_length", "link_share", "ends_sentence", "kin_mass", "headline")
_PAGE = ("has_jsonld", "segments", "page_words", "quick_words")
_EXTRACTORS = ("quick", "thorough")
_STEPS = (-2, -1, 1, 2)
_REACHES = (4, 12)


def _columns() -> tuple[str, ...]:
    return (
        *OWN,
        *(f"tag_{tag}" for tag in TAGS),
        *(f"says_{kind}" for kind in furniture_kinds()),
        "phrase_share",
        *(f"in_{tag}" for tag in AROUND),
        *(f"own_{hint}" for hint in hint_names()),
        *(f"holder_{hint}" for hint in hint_names()),
        *_HELD,
        *_KIN,
        *_ORDER,
        *(f"{name}{by:+d}" for name in _NEAR for by in _STEPS),
        *(f"link_share~{reach}" for reach in _REACHES),
        *_PAGE,
        *("jsonld_kin", "jsonld_hull"),
        "thorough",
        *(f"{name}{by:+d}" for name in _EXTRACTORS for by in _STEPS),
        *(f"{name}~{reach}" for name in _EXTRACTORS for reach in _REACHES),
        *(f"{name}_{what}" for name in _EXTRACTORS for what in ("kin", "hull")),
        *("thorough_words", "agreement"),
    )


FEATURES: tuple[str, ...] = _columns()
QUICK_FEATURES = tuple(name for name in FEATURES if not name.startswith(("thorough", "agreement")))
"""The columns that need no slow extractor."""


@dataclass(frozen=True, slots=True)
class Description:
    """The segments of a page, described; a slow extractor's opinion can be added later."""

    said: list[Said]
    sizes: Sizes
    kin: NDArray[np.int64]
    quick: Opinion
    columns: dict[str, Column]

    def quick_rows(self) -> NDArray[np.float32]:
        """Return one row for each segment, columns as in `QUICK_FEATURES`, finite."""
        return np.column_stack([self.columns[name] for name in QUICK_FEATURES])

    def rows(self, thorough: str) -> NDArray[np.float32]:
        """Return one row for each segment, columns as in `FEATURES`, finite.

        Args:
            thorough: The output of a slow extractor.
        """
        opinion = Opinion.of(thorough)
        share = np.array([opinion.share(words) for words in self.said], dtype=np.float32)
        total = max(1, sum(len(words.words) for words in self.said))
        either = len(self.quick.grams | opinion.grams)
        page = {
            "thorough_words": opinion.words / total,
            "agreement": len(self.quick.grams & opinion.grams) / max(1, either),
        }
        columns = self.columns | {"thorough": share} | _constant(len(self.said), page)
        columns |= _extractor("thorough", share, self.kin, self.sizes)
        return np.column_stack([columns[name] for name in FEATURES]).astype(np.float32)


def describe(cut: Cut, opinions: Opinions) -> Description:
    """Describe the segments of a page that has at least one."""
    segments = cut.segments
    said = [Said.of(segment.text) for segment in segments]
    sizes = Sizes.of(segments)
    containers = Containers(cut, sizes)
    kin = np.unique([_kin(segment) for segment in segments], return_inverse=True)[1]
    columns = wording(segments, said, opinions) | tags(segments) | phrases(said)
    title = _title(columns)
    columns |= containers.masses() | containers.places(title)
    columns |= containers.around() | containers.hints()
    columns |= _relatives(kin, sizes, containers.total)
    columns |= _order(columns, title)
    columns |= _near(_NEAR, columns) | _wide("link_share", columns["link_share"], sizes)
    columns |= _extractor("quick", columns["quick"], kin, sizes)
    columns |= _extractor("jsonld", columns["jsonld"], kin, sizes)
    words = max(1, sum(len(words.words) for words in said))
    page = {
        "has_jsonld": opinions.jsonld.words > 40,
        "segments": math.log(len(said)),
        "page_words": math.log(words),
        "quick_words": opinions.quick.words / words,
    }
    columns |= _constant(len(said), page)
    return Description(said, sizes, kin, opinions.quick, columns)


def window_mean(values: Column, weights: NDArray[np.float64], reach: int) -> Column:
    """Return the weighted mean over the segments up to ``reach`` before and after each."""
    at = np.arange(len(values))
    total = np.concatenate([[0.0], np.cumsum(values * weights)])
    weight = np.concatenate([[0.0], np.cumsum(weights)])
    low, high = np.maximum(0, at - reach), np.minimum(len(values), at + reach + 1)
    mean = (total[high] - total[low]) / (weight[high] - weight[low])
    return np.asarray(mean, dtype=np.float32)


def _kin(segment: Segment) -> str:
    """Segments of one kin are marked up alike: tags and classes of the holder and its parents."""
    names, holder = [], segment.holder
    for _ in range(3):
        names.append(f"{holder.tag}.{holder.element.get('class') or ''}"[:200])
        if holder.parent is None:
            break
        holder = holder.parent
    return " ".join(names)


def _relatives(kin: NDArray[np.int64], sizes: Sizes, total: float) -> dict[str, Column]:
    chars, count = sums(kin, sizes.chars)[kin], sums(kin, np.ones(len(kin)))[kin]
    same = np.array([a == b for a, b in pairwise(kin.tolist())], dtype=bool)
    return floats(
        kin=np.log1p(count),
        kin_mass=sums(kin, sizes.prose)[kin] / total,
        kin_links=sums(kin, sizes.linked)[kin] / chars,
        kin_length=np.log1p(chars / count),
        same_kin_before=np.concatenate([[False], same]),
        same_kin_after=np.concatenate([same, [False]]),
    )


def _title(columns: dict[str, Column]) -> int:
    """The row that prints the headline: the first ``<h1>``, else words of a declared title."""
    printed = (columns["headline"] > 0.9) & (columns["log_length"] > math.log(15))
    for found in (np.flatnonzero(columns["tag_h1"]), np.flatnonzero(printed)):
        if len(found):
            return int(found[0])
    return 0


def _order(columns: dict[str, Column], title: int) -> dict[str, Column]:
    count = len(columns["log_length"])
    at = np.arange(count)
    related = np.maximum.accumulate(np.where(columns["says_related"] == 3.0, at, -60))
    return floats(
        since_headline=np.clip(at - title, -30, 100),
        position=at / count,
        since_related=np.clip(at - related, 0, 60),
    )


def _extractor(name: str, share: Column, kin: NDArray[np.int64], sizes: Sizes) -> dict[str, Column]:
    """What an extractor says of the segments around."""
    alike = sums(kin, share * sizes.chars)[kin] / sums(kin, sizes.chars)[kin]
    return (
        _near((name,), {name: share})
        | _wide(name, share, sizes)
        | {f"{name}_kin": alike.astype(np.float32), f"{name}_hull": _hull(share, sizes)}
    )


def _hull(share: Column, sizes: Sizes) -> Column:
    """0 before the first long segment that an opinion holds whole, 1 up to the last, 2 after it."""
    rows = np.flatnonzero((share > 0.9) & (sizes.chars > 80))
    place = np.zeros(len(share), dtype=np.float32)
    if len(rows):
        place[rows[0] :] = 1.0
        place[rows[-1] + 1 :] = 2.0
    return place


def _near(names: tuple[str, ...], columns: dict[str, Column]) -> dict[str, Column]:
    near: dict[str, Column] = {}
    for name in names:
        padded = np.pad(columns[name], 2)
        for by in _STEPS:
            near[f"{name}{by:+d}"] = padded[2 + by : len(padded) - 2 + by]
    return near


def _wide(name: str, column: Column, sizes: Sizes) -> dict[str, Column]:
    return {f"{name}~{reach}": window_mean(column, sizes.chars, reach) for reach in _REACHES}


def _constant(count: int, values: dict[str, float]) -> dict[str, Column]:
    return {name: np.full(count, value, dtype=np.float32) for name, value in values.items()}
