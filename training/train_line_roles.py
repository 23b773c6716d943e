r"""Trains the model that tells which lines of a saved page are running text.

    python -m training.train_line_roles GOLD.jsonl                    train on all, write the model
    python -m training.train_line_roles GOLD.jsonl --cross-validate   honest figures, write nothing

GOLD has {"id", "variant", "url", "page_text", "gold_lines", "unmatched_gold"} (line numbers of
``page_text.split("\n")``). All columns are non-lexical (shape, place, neighbours, counts of
furniture phrases), so that no words of the pages end up in the model. Folds never share a site:
the two variants of a page and all pages of a host stay together.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from dragoman.reading.html.metadata.address import site_of
from dragoman.reading.saved.features import feature_names, features
from dragoman.reading.saved.judge import THRESHOLD
from dragoman.reading.saved.lines import read_lines
from dragoman.text.normalise import normalise
from training.export_trees import export_trees, largest_difference

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = Path(__file__).parent.parent / "src/dragoman/reading/saved/running_text.npz"
MOST_UNMATCHED = 0.2  # share of gold text that was found in no line: such rows teach nothing
SEED = 7


class Sample(NamedTuple):
    """One saved page: its table, which lines are body, and where it comes from."""

    site: str
    variant: str
    rows: NDArray[np.float32]
    body: NDArray[np.bool_]


def read_samples(path: Path) -> list[Sample]:
    """Read the gold file and measure its lines."""
    samples = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["unmatched_gold"] > MOST_UNMATCHED:
                continue
            lines = read_lines(normalise(record["page_text"]).text)
            gold = set(record["gold_lines"])
            body = np.array([entry.number in gold for entry in lines])
            samples.append(Sample(site_of(record["url"]), record["variant"], features(lines), body))
    return samples


def fit(samples: list[Sample]) -> Any:
    """Fit the booster; a page counts by the root of its lines, so that menus do not rule.

    Few leaves and many rows a leaf, against learning single pages by heart. Other seeds, a sixth
    of the columns at each split, or the mean of three models moved the figures by less than .003.
    """
    rows = np.concatenate([sample.rows for sample in samples])
    body = np.concatenate([sample.body for sample in samples])
    weight = np.concatenate([np.full(len(s.body), len(s.body) ** -0.5) for s in samples])
    model = HistGradientBoostingClassifier(
        max_iter=250,
        learning_rate=0.06,
        max_leaf_nodes=15,
        min_samples_leaf=60,
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=SEED,
    )
    return model.fit(rows, body, sample_weight=weight / weight.mean())


def folds(samples: list[Sample], count: int) -> NDArray[np.int64]:
    """Return a fold for each sample; a site is in one fold only."""
    sites = sorted({sample.site for sample in samples})
    order = np.random.default_rng(SEED).permutation(len(sites))
    fold_of = {sites[place]: number % count for number, place in enumerate(order)}
    return np.array([fold_of[sample.site] for sample in samples])


def cross_validate(samples: list[Sample], count: int) -> None:
    """Print line precision, recall and F1 on sites that the model has not seen."""
    fold = folds(samples, count)
    found: list[NDArray[np.bool_]] = [np.zeros(0, dtype=bool)] * len(samples)
    for held in range(count):
        model = fit([s for s, f in zip(samples, fold, strict=True) if f != held])
        for place in np.flatnonzero(fold == held):
            found[place] = model.predict_proba(samples[place].rows)[:, 1] > THRESHOLD
    for variant in sorted({sample.variant for sample in samples}):
        pairs = [(s.body, f) for s, f in zip(samples, found, strict=True) if s.variant == variant]
        precision = float(np.mean([_share(gold & mine, mine, gold) for gold, mine in pairs]))
        recall = float(np.mean([_share(gold & mine, gold, mine) for gold, mine in pairs]))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{variant}: {len(pairs)} pages  P {precision:.3f}  R {recall:.3f}  F1 {f1:.4f}")


def _share(hits: NDArray[np.bool_], of: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    if not of.any():
        return float(not other.any())
    return float(hits.sum() / of.sum())


def main() -> None:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    samples = read_samples(options.gold)
    print(f"{len(samples)} pages, {sum(len(s.body) for s in samples)} lines")
    if options.cross_validate:
        cross_validate(samples, options.folds)
        return
    model = fit(samples)
    trees = export_trees(model, feature_names(), MODEL)
    rows = np.concatenate([sample.rows for sample in samples[:50]])
    print(f"wrote {MODEL}; largest difference {largest_difference(model, trees, rows):.1e}")


if __name__ == "__main__":
    main()
