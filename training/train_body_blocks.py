"""Trains the models that tell running text from the rest of an HTML page, and measures them.

    python -m training.train_body_blocks --gold DIR          measure by site, then write both models
    python -m training.train_body_blocks --gold DIR --measure-only

DIR (or DRAGOMAN_GOLD) holds ``pages/*/gold.jsonl`` with the true text of each page. Labels: a
segment is running text if most of its word 4-grams stand in the true text. Two
models are fitted: one with and one without the slow extractor's opinion, since the reader asks it
only when in doubt. They see lengths, places and markup, no words. Figures are cross-validated by
site: of the segments alone, and of ``read_page`` whole (captions, bylines, rules) with the models of
the fold in place of the shipped ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import statistics
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock
from urllib.parse import urlsplit

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from dragoman.errors import PageError
from dragoman.reading import read_page
from dragoman.reading.html.dom import parse_page
from dragoman.reading.html.features import FEATURES, QUICK_FEATURES, describe
from dragoman.reading.html.judge import average, doubt, is_unsure
from dragoman.reading.html.opinions import ask_trafilatura, gather
from dragoman.reading.html.segments import cut_segments
from training.export_trees import export_trees, largest_difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FOLDER = Path(__file__).parents[1] / "src/dragoman/reading/html"
MODELS = {"quick": QUICK_FEATURES, "thorough": FEATURES}
SETS = ("scrapinghub", "publishers_a")
FOLDS = 5
WORD = re.compile(r"\w+")
PARAMETERS: dict[str, Any] = {
    "max_iter": 150, "learning_rate": 0.08, "max_leaf_nodes": 15, "min_samples_leaf": 20,
    "l2_regularization": 5.0, "max_features": 0.3, "random_state": 0, "early_stopping": False,
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """One page: its segments' texts, described without and with the slow extractor, and labels."""

    group: str
    source: str
    raw: bytes
    url: str | None
    gold: str
    texts: list[str]
    quick: Floats
    thorough: Floats
    labels: NDArray[np.float64]


def examples(folder: Path) -> Iterator[Example]:
    """Yield the pages of the development sets that have any text."""
    for name in SETS:
        lines = (folder / "pages" / name / "gold.jsonl").read_text(encoding="utf-8").splitlines()
        for record in map(json.loads, lines):
            raw = gzip.decompress((folder / "pages" / name / record["html_path"]).read_bytes())
            page = parse_page(raw.decode("utf-8", "replace"), record["url"])
            cut = cut_segments(page)
            if not cut.segments:
                continue
            description = describe(cut, gather(page))
            texts = [segment.text for segment in cut.segments]
            yield Example(
                group=record.get("publisher") or urlsplit(record["url"]).netloc,
                source=name,
                raw=raw,
                url=record["url"],
                gold=record["text"],
                texts=texts,
                quick=description.quick_rows(),
                thorough=description.rows(ask_trafilatura(page) or ""),
                labels=labels(texts, record["text"]),
            )


def labels(texts: list[str], gold: str) -> NDArray[np.float64]:
    """Return for each segment which share of it stands in the true text, in [0, 1]."""
    true = WORD.findall(gold)
    known = {tuple(true[i : i + 4]) for i in range(len(true) - 3)}
    lines = {" ".join(WORD.findall(line)) for line in gold.split("\n")}
    found = []
    for text in texts:
        words = WORD.findall(text)
        grams = [tuple(words[i : i + 4]) for i in range(len(words) - 3)]
        if not words:
            found.append(0.0)
        elif len(words) < 8 and " ".join(words) in lines:
            found.append(1.0)
        else:
            found.append(sum(gram in known for gram in grams) / max(1, len(grams)))
    return np.array(found)


def weights(example: Example) -> NDArray[np.float64]:
    """Weigh segments by length, so that each page weighs the same; unclear labels weigh little.

    Segments that nobody takes for text (links and scraps outside both extractors' output) are 70 %
    of all: a fifth of them is kept, with five times the weight.
    """
    size = np.minimum([len(text) for text in example.texts], 1500) ** 0.6
    share = size / size.sum() * 50 * np.maximum(0.1, np.abs(2 * example.labels - 1))
    column = {name: example.thorough[:, FEATURES.index(name)] for name in _EASY}
    outside = (column["quick"] == 0) & (column["thorough"] == 0) & (example.labels < 0.05)
    easy = outside & ((column["link_share"] > 0.8) | (column["log_length"] < np.log(12)))
    kept = np.random.default_rng(0).random(len(size)) < 0.2
    return np.where(easy, np.where(kept, share * 5, 0.0), share)


_EASY = ("quick", "thorough", "link_share", "log_length")


def fit(pages: list[Example], mode: str) -> HistGradientBoostingClassifier:
    """Fit the booster for one mode, "quick" or "thorough"."""
    weight = np.concatenate([weights(page) for page in pages])
    kept = weight > 0
    truth = np.concatenate([page.labels for page in pages])[kept] > 0.5
    model = HistGradientBoostingClassifier(**PARAMETERS)
    rows = np.concatenate([getattr(page, mode) for page in pages])[kept]
    return model.fit(rows, truth, sample_weight=weight[kept])


def cross_validate(pages: list[Example]) -> None:
    """Print shingle precision, recall and F1 of each set, by site, and how often the slow one ran."""
    groups = sorted({page.group for page in pages})
    np.random.default_rng(0).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    scores: dict[str, list[tuple[float, float]]] = {
        f"{name}, {what}": [] for name in SETS for what in ("segments", "read_page")
    }
    asked = 0
    for number in range(FOLDS):
        seen = [page for page in pages if fold[page.group] != number]
        quick, thorough = (fit(seen, mode) for mode in MODELS)
        held_out = [page for page in pages if fold[page.group] == number]
        for page, body in zip(held_out, read_whole(held_out, quick, thorough), strict=True):
            scores[f"{page.source}, read_page"].append(overlap(page.gold, body))
        for page in held_out:
            chars = np.array([float(len(text)) for text in page.texts])
            likely = quick.predict_proba(page.quick)[:, 1]
            if is_unsure(doubt(likely, chars)):
                asked += 1
                likely = average(likely, thorough.predict_proba(page.thorough)[:, 1])
            body = " \n ".join(t for t, p in zip(page.texts, likely, strict=True) if p > 0.5)
            scores[f"{page.source}, segments"].append(overlap(page.gold, body))
    for name, found in scores.items():
        precision, recall = (statistics.mean(values) for values in zip(*found, strict=True))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name}: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")
    print(f"slow extractor asked on {asked / len(pages):.0%} of pages")


def read_whole(
    pages: list[Example],
    quick: HistGradientBoostingClassifier,
    thorough: HistGradientBoostingClassifier,
) -> Iterator[str]:
    """Yield what `dragoman.read_page` takes for the body, with these models in place of its own."""
    with tempfile.TemporaryDirectory() as folder:
        fitted = {"quick": quick, "thorough": thorough}
        trees = tuple(
            export_trees(fitted[mode], columns, Path(folder) / f"{mode}.npz")
            for mode, columns in MODELS.items()
        )
        with mock.patch("dragoman.reading.html.judge._models", return_value=trees):
            for page in pages:
                try:
                    yield read_page(page.raw, url=page.url).body
                except PageError:
                    yield ""


def overlap(gold: str, body: str) -> tuple[float, float]:
    """Return precision and recall over multisets of word 4-grams."""
    true, said = (
        Counter(zip(*(words[i:] for i in range(4)), strict=False))
        for words in (WORD.findall(gold), WORD.findall(body))
    )
    both = sum((true & said).values())
    return (both / said.total() if said else 0.0), both / max(1, true.total())


def main() -> None:
    """Measure, then fit on all pages and write the model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--measure-only", action="store_true")
    parser.add_argument("--write-only", action="store_true")
    asked = parser.parse_args()
    if asked.gold is None:
        parser.error("name the folder of the development sets: --gold DIR or DRAGOMAN_GOLD")
    pages = list(examples(asked.gold))
    if not asked.write_only:
        cross_validate(pages)
    if not asked.measure_only:
        for mode, columns in MODELS.items():
            model, path = fit(pages, mode), FOLDER / f"body_{mode}.npz"
            trees = export_trees(model, columns, path)
            off = largest_difference(model, trees, getattr(pages[0], mode))
            print(f"{path.name}: {path.stat().st_size:,} bytes, off by {off:.1e}")


if __name__ == "__main__":
    main()
