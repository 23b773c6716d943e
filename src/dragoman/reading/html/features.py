"""Describes each segment of a page by numbers that say nothing about its subject.

`FEATURES` names the columns: what a segment is in itself, what holds it, what stands around it.
No word of a language is looked at, but for the furniture phrases of a codebook.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dragoman.codebooks.furniture import furniture_kinds, furniture_phrases
from dragoman.codebooks.html_hints import hint_names
from dragoman.reading.html.containers import AROUND, Containers, Sizes, floats, sums
from dragoman.reading.html.opinions import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dragoman.reading.html.opinions import Opinions
    from dragoman.reading.html.segments import Cut, Segment

    Column = NDArray[np.float32]

_TAGS = ("p", "li", "h1", "h2", "h3", "h4", "div", "blockquote", "td", "figcaption", "section")
_END = re.compile(r"[.!?…。！？।؟۔][\"'”’»)\]」』]{0,3}$")
_STOPS = re.compile(r"[.!?…。！？।؟۔,;、，،]")
_QUOTES = re.compile(r"[\"“”„«»「」]")
_DIGITS = re.compile(r"\d")

_OWN = (
    "log_length", "log_words", "link_share", "links", "strong_share", "ends_sentence", "ends_colon",
    "stops", "quotes", "digits", "capitals", "starts_small", "repeated", "wrapped",
    "quick", "thorough", "jsonld", "description", "headline", "picture",
)  # fmt: skip
_HELD = (
    "siblings", "sibling_mass", "holder_mass", "parent_mass", "parent_links", "grand_mass",
    "grand_links", "great_mass", "mass_before", "mass_after", "first_child",
    "depth", "main_levels", "in_main", "before_main", "after_main", "in_comments",
)  # fmt: skip
_KIN = ("kin", "kin_mass", "kin_links", "kin_length", "kin_quick", "kin_thorough")
_ORDER = ("since_headline", "position", "since_related", "quick_hull", "thorough_hull")
_NEAR = ("log_length", "link_share", "quick", "thorough", "ends_sentence", "kin_mass", "headline")
_WIDE = ("quick", "thorough", "link_share")
_PAGE = ("has_thorough", "has_jsonld", "segments", "page_words", "quick_words", "agreement")


def _columns() -> tuple[str, ...]:
    return (
        *_OWN,
        *(f"tag_{tag}" for tag in _TAGS),
        *(f"says_{kind}" for kind in furniture_kinds()),
        *(f"in_{tag}" for tag in AROUND),
        *(f"own_{hint}" for hint in hint_names()),
        *(f"holder_{hint}" for hint in hint_names()),
        *_HELD,
        *_KIN,
        *_ORDER,
        *(f"{name}{by:+d}" for name in _NEAR for by in (-2, -1, 1, 2)),
        *("same_kin_before", "same_kin_after"),
        *(f"{name}~{reach}" for name in _WIDE for reach in (4, 12)),
        *_PAGE,
    )


FEATURES: tuple[str, ...] = _columns()


def describe(cut: Cut, opinions: Opinions) -> NDArray[np.float32]:
    """Return one row for each segment, columns as in `FEATURES`.

    Returns:
        Shape (segments, features), finite.
    """
    segments = cut.segments
    if not segments:
        return np.zeros((0, len(FEATURES)), dtype=np.float32)
    said = [Said.of(segment.text) for segment in segments]
    sizes = Sizes.of(segments)
    containers = Containers(cut, sizes)
    kin = np.unique([_kin(segment) for segment in segments], return_inverse=True)[1]
    columns = _own(segments, said, opinions)
    columns |= _tags(segments)
    columns |= _phrases(said)
    columns |= containers.masses() | containers.places() | containers.around() | containers.hints()
    columns |= _relatives(kin, sizes, containers.total, columns)
    columns |= _order(segments, columns)
    columns |= _near(columns, kin, sizes)
    columns |= _page(said, opinions)
    return np.column_stack([columns[name] for name in FEATURES]).astype(np.float32)


def _own(segments: list[Segment], said: list[Said], opinions: Opinions) -> dict[str, Column]:
    times = Counter(segment.text for segment in segments)
    rows = np.empty((len(segments), len(_OWN)), dtype=np.float32)
    for row, (segment, words) in enumerate(zip(segments, said, strict=True)):
        text, size = segment.text, len(segment.text)
        rows[row] = (
            math.log(size), math.log1p(len(words.words)), segment.link_share,
            min(len(segment.links), 9), segment.strong / size, bool(_END.search(text[-6:])),
            text.endswith((":", "：")), len(_STOPS.findall(text)) / size,
            min(9, len(_QUOTES.findall(text))), len(_DIGITS.findall(text)) / size,
            sum(map(str.isupper, text[:300])) / min(size, 300), text[0].islower(),
            min(times[text], 5), segment.wrapper is not None,
            opinions.quick.share(words), opinions.thorough.share(words),
            opinions.jsonld.share(words), opinions.description.share(words),
            opinions.headline.share(words), opinions.pictures.share(words),
        )  # fmt: skip
    return dict(zip(_OWN, rows.T, strict=True))


def _tags(segments: list[Segment]) -> dict[str, Column]:
    tags = np.array([segment.holder.tag for segment in segments])
    return {f"tag_{tag}": (tags == tag).astype(np.float32) for tag in _TAGS}


def _phrases(said: list[Said]) -> dict[str, Column]:
    """3 where a furniture phrase is the whole segment, 2 where one begins it, 1 where it holds one.

    Inside a segment only phrases of two words and more count: "share" and "more" are in any text.
    """
    phrases = furniture_phrases()
    columns = {f"says_{kind}": np.zeros(len(said), dtype=np.float32) for kind in furniture_kinds()}
    for row, words in enumerate(word.words for word in said):
        for at in range(min(len(words), 60)):
            for length in range(1 if at == 0 else 2, min(4, len(words) - at) + 1):
                kinds = phrases.get(" ".join(words[at : at + length]))
                if kinds is None:
                    continue
                weight = 1.0 if at else 3.0 if length == len(words) else 2.0
                for kind in kinds:
                    column = columns[f"says_{kind}"]
                    column[row] = max(column[row], weight)
    return columns


def _kin(segment: Segment) -> str:
    """Segments of one kin are marked up alike: tags and classes of the holder and its parents."""
    names, holder = [], segment.holder
    for _ in range(3):
        names.append(f"{holder.tag}.{holder.element.get('class') or ''}"[:200])
        if holder.parent is None:
            break
        holder = holder.parent
    return " ".join(names)


def _relatives(
    kin: NDArray[np.int64], sizes: Sizes, total: float, columns: dict[str, Column]
) -> dict[str, Column]:
    chars, count = sums(kin, sizes.chars)[kin], sums(kin, np.ones(len(kin)))[kin]
    return floats(
        kin=np.log1p(count),
        kin_mass=sums(kin, sizes.prose)[kin] / total,
        kin_links=sums(kin, sizes.linked)[kin] / chars,
        kin_length=np.log1p(chars / count),
        kin_quick=sums(kin, columns["quick"] * sizes.chars)[kin] / chars,
        kin_thorough=sums(kin, columns["thorough"] * sizes.chars)[kin] / chars,
    )


def _order(segments: list[Segment], columns: dict[str, Column]) -> dict[str, Column]:
    count = len(segments)
    at = np.arange(count)
    long_enough = columns["log_length"] > math.log(15)
    titles = (
        np.flatnonzero(columns["tag_h1"]).tolist()
        or np.flatnonzero((columns["headline"] > 0.9) & long_enough).tolist()
    )
    related = np.maximum.accumulate(np.where(columns["says_related"] == 3.0, at, -60))
    return floats(
        since_headline=np.clip(at - (titles[0] if titles else 0), -30, 100),
        position=at / count,
        since_related=np.clip(at - related, 0, 60),
        quick_hull=_hull(columns["quick"], columns["log_length"]),
        thorough_hull=_hull(columns["thorough"], columns["log_length"]),
    )


def _hull(share: Column, log_length: Column) -> Column:
    """0 before the first long segment that an opinion holds whole, 1 up to the last, 2 after it."""
    rows = np.flatnonzero((share > 0.9) & (log_length > math.log(80)))
    place = np.zeros(len(share), dtype=np.float32)
    if len(rows):
        place[rows[0] :] = 1.0
        place[rows[-1] + 1 :] = 2.0
    return place


def _near(columns: dict[str, Column], kin: NDArray[np.int64], sizes: Sizes) -> dict[str, Column]:
    near: dict[str, Column] = {}
    size = len(kin)
    for name in _NEAR:
        padded = np.pad(columns[name], 2)
        for by in (-2, -1, 1, 2):
            near[f"{name}{by:+d}"] = padded[2 + by : 2 + by + size]
    for name in _WIDE:
        for reach in (4, 12):
            near[f"{name}~{reach}"] = window_mean(columns[name], sizes.chars, reach)
    same = np.array([a == b for a, b in pairwise(kin.tolist())], dtype=np.float32)
    near["same_kin_before"] = np.concatenate([np.zeros(1, dtype=np.float32), same])
    near["same_kin_after"] = np.concatenate([same, np.zeros(1, dtype=np.float32)])
    return near


def window_mean(values: Column, weights: NDArray[np.float64], reach: int) -> Column:
    """Return the weighted mean over the segments up to ``reach`` before and after each."""
    at = np.arange(len(values))
    total = np.concatenate([[0.0], np.cumsum(values * weights)])
    weight = np.concatenate([[0.0], np.cumsum(weights)])
    low, high = np.maximum(0, at - reach), np.minimum(len(values), at + reach + 1)
    mean = (total[high] - total[low]) / (weight[high] - weight[low])
    return np.asarray(mean, dtype=np.float32)


def _page(said: list[Said], opinions: Opinions) -> dict[str, Column]:
    shared = len(opinions.quick.grams & opinions.thorough.grams)
    either = len(opinions.quick.grams | opinions.thorough.grams)
    total = max(1, sum(len(words.words) for words in said))
    values = (
        opinions.thorough.words > 0, opinions.jsonld.words > 40, math.log(len(said)),
        math.log(total), opinions.quick.words / total, shared / either if either else 1.0,
    )  # fmt: skip
    return {
        name: np.full(len(said), value, dtype=np.float32)
        for name, value in zip(_PAGE, values, strict=True)
    }
