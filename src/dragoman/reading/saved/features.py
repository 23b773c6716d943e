"""The columns of the line-role model, for all lines of one page at once."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.saved import context as around
from dragoman.reading.saved.lines import Line, read_lines
from dragoman.reading.saved.shape import shape, shape_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.context import Floats


_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_SEEN_IN_NEIGHBOURS = (
    "words", "lower", "ends_sentence", "bullet", "indent", "blank_before", "caps", "stops",
    "commas", "phrase_any", "sentence", "bracket_end", "ends_colon",
)  # fmt: skip
_WINDOWS = ((4, 4), (12, 12), (6, 0), (0, 6), (25, 0), (0, 25))
_SEEN_IN_WINDOWS = ("words", "sentence", "bullet", "phrase_any", "lower", "you")
_PENALTIES = (2.0, 6.0, 20.0)  # what a line that is no sentence costs the running text
_STOPPERS = ("related", "comments", "tags", "share", "subscribe", "copyright", "follow")


class Page:
    """One page's lines and their columns, under way."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.shape = np.array([shape(line) for line in lines], dtype=np.float32)
        self.at = {name: i for i, name in enumerate(shape_names())}
        self.columns: dict[str, Floats] = {}
        self.stretches: list[tuple[int, int]] = []

    def own(self, name: str) -> Floats:
        """Return a column of the lines' own shape."""
        return self.shape[:, self.at[name]]


def features(lines: Sequence[Line]) -> Floats:
    """Return the table of a page with at least one line, shape (lines, columns)."""
    page = _measured(lines)
    return np.column_stack([page.shape, *page.columns.values()]).astype(np.float32)


@cache
def feature_names() -> tuple[str, ...]:
    """Return the names of the columns, in order."""
    return (*shape_names(), *_measured(read_lines("A line.")).columns)


def _measured(lines: Sequence[Line]) -> Page:
    page = Page(lines)
    _add_neighbours(page)
    _add_places(page)
    _add_runs(page)
    _add_stretches(page)
    _add_vocabulary(page)
    _add_stoppers(page)
    return page


def _add_neighbours(page: Page) -> None:
    for name in _SEEN_IN_NEIGHBOURS:
        for by in _NEIGHBOURS:
            page.columns[f"{name}{by:+d}"] = around.shifted(page.own(name), by)
    for name in _SEEN_IN_WINDOWS:
        for before, after in _WINDOWS:
            seen = around.window_mean(page.own(name), before, after)
            page.columns[f"{name}_mean-{before}+{after}"] = seen


def _add_places(page: Page) -> None:
    count = len(page.lines)
    at = np.arange(count)
    size = np.expm1(page.own("chars"))
    sentence = page.own("sentence") > 0
    kept = np.where(sentence, size, 0.0)
    page.columns |= {
        "place": (at / count).astype(np.float32),
        "from_top": np.log1p(at).astype(np.float32),
        "from_end": np.log1p(count - 1 - at).astype(np.float32),
        "chars_before": (np.cumsum(size) / size.sum()).astype(np.float32),
        "running_before": ((np.cumsum(kept) - kept) / max(kept.sum(), 1)).astype(np.float32),
        "since_sentence": around.since(_earlier(sentence)),
        "until_sentence": around.until(_later(sentence)),
        "page_lines": np.full(count, np.log1p(count), dtype=np.float32),
        "page_sentences": np.full(count, np.log1p(sentence.sum()), dtype=np.float32),
        "page_share": np.full(count, sentence.mean(), dtype=np.float32),
        "page_running": np.full(count, kept.sum() / size.sum(), dtype=np.float32),
        "page_blank": np.full(count, page.own("blank_before").mean(), dtype=np.float32),
        "since_clock": around.since(_earlier(page.own("clock") + page.own("year") > 0)),
    }


def _earlier(marked: around.Bools) -> around.Bools:
    return np.concatenate([[False], marked[:-1]])


def _later(marked: around.Bools) -> around.Bools:
    return np.concatenate([marked[1:], [False]])


def _add_runs(page: Page) -> None:
    words = page.own("words")
    marks = page.own("bullet") + 2 * page.own("number")
    kinds = {
        "list": (marks * 100 + page.own("indent")).astype(np.int64),
        "group": np.cumsum(page.own("blank_before") > 0),
        "short": (words < np.log1p(8)).astype(np.int64),
    }
    for name, keys in kinds.items():
        number, place, size = around.runs(keys)
        page.columns |= {
            f"{name}_place": np.minimum(place, around.FAR).astype(np.float32),
            f"{name}_size": np.log1p(size).astype(np.float32),
            f"{name}_longest": around.run_maximum(number, words),
            f"{name}_sentences": around.run_maximum(number, page.own("sentence")),
        }
    _, place, _ = around.runs(kinds["list"])
    head = np.maximum(np.arange(len(place)) - place - 1, 0)  # the line above the run
    page.columns["announced"] = page.own("ends_colon")[head] * (marks > 0)
    running = np.where(page.own("sentence") > 0, np.expm1(page.own("chars")), 0.0)
    by_style = Counter[int]()
    for key, size in zip(kinds["list"].tolist(), running.tolist(), strict=True):
        by_style[key] += size
    total = max(float(running.sum()), 1.0)
    share = [by_style[key] / total for key in kinds["list"].tolist()]
    page.columns["style_share"] = np.array(share, dtype=np.float32)


def _add_stretches(page: Page) -> None:
    words = np.minimum(np.expm1(page.own("words")), 60.0)
    at = np.arange(len(page.lines))
    for penalty in _PENALTIES:
        gain = np.where(page.own("sentence") > 0, words, -penalty).astype(np.float32)
        start, end = around.richest_stretch(gain)
        page.stretches.append((start, end))
        page.columns |= {
            f"stretch{penalty:g}_inside": ((at >= start) & (at < end)).astype(np.float32),
            f"stretch{penalty:g}_start": around.signed_log(at - start),
            f"stretch{penalty:g}_end": around.signed_log(at - end + 1),
        }


def _add_vocabulary(page: Page) -> None:
    """Who says the same: repeated lines, lines like their neighbours, like the running text."""
    keys = [line.key for line in page.lines]
    seen = Counter(keys)
    words = [frozenset(w for w in key.split() if len(w) > 3 or w >= "\u3000") for key in keys]
    start, end = page.stretches[1]
    counts = Counter(w for bag in words[start:end] for w in bag)
    inside = [start <= i < end for i in range(len(keys))]
    known = [
        sum(counts[w] > here for w in bag) / len(bag) if bag else 0.0
        for bag, here in zip(words, inside, strict=True)
    ]
    top = frozenset(w for w, n in counts.most_common(12) if n > 2)
    head = _headline_guess(page, words, known, start)
    at = np.arange(len(keys))
    page.columns |= {
        "repeated": np.log1p([seen[key] for key in keys]).astype(np.float32),
        "like_above": _likeness(words, -1),
        "like_below": _likeness(words, 1),
        "known_words": np.array(known, dtype=np.float32),
        "known_above": around.shifted(np.array(known, dtype=np.float32), -1),
        "known_below": around.shifted(np.array(known, dtype=np.float32), 1),
        "known_around": around.window_mean(np.array(known, dtype=np.float32), 3, 3),
        "top_words": np.array([len(bag & top) for bag in words], dtype=np.float32),
        "like_headline": np.array(
            [len(bag & words[head]) / max(len(bag | words[head]), 1) for bag in words],
            dtype=np.float32,
        ),
        "from_headline": around.signed_log(at - head),
    }


def _likeness(words: Sequence[frozenset[str]], by: int) -> Floats:
    """Share of a line's words that its neighbour has too."""
    shared = np.zeros(len(words), dtype=np.float32)
    for i, bag in enumerate(words):
        if bag and 0 <= i + by < len(words):
            shared[i] = len(bag & words[i + by]) / len(bag)
    return shared


def _headline_guess(
    page: Page, words: Sequence[frozenset[str]], known: Sequence[float], start: int
) -> int:
    """Return the line above the running text that shares most words with it."""
    best, best_score = 0, -1.0
    for i in range(max(0, start - 40), min(start + 2, len(words))):
        line = page.lines[i]
        if not 3 <= len(words[i]) <= 20 or line.mark:
            continue
        score = known[i] * min(len(words[i]), 8) / 8 - 0.005 * (start - i)
        if score > best_score:
            best, best_score = i, score
    return best


def _add_stoppers(page: Page) -> None:
    for kind in _STOPPERS:
        whole = page.own(f"phrase_{kind}") >= 2
        page.columns[f"since_{kind}"] = around.since(whole)
        page.columns[f"until_{kind}"] = around.until(whole)
    start, _ = page.stretches[1]
    ends = (page.own("phrase_related") == 3) | (page.own("phrase_comments") == 3)
    ends[:start] = False
    page.columns["stops_above"] = np.minimum(np.cumsum(ends), 10).astype(np.float32)
