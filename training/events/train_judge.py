"""Trains the judge: how likely a candidate is an event of its frame's type.

    python -m training.events.train_judge --gold DIR                    train on all, write the model
    python -m training.events.train_judge --gold DIR --cross-validate   honest figures, write nothing

Folds never share a document. Trained are only candidates of sentences that are ours or whose
texts may be annotated (CC BY); the model holds words of them as features, no text.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from training.events.candidates import Judged, judged
from training.events.settle import settled
from training.events.worksheets import natural, written

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = Path(__file__).parents[2] / "src/dragoman/extraction/events/judge.npz"
# Chosen by the log loss on natural sentences, of .1, .3 and 1.
STRENGTH = 0.3
# Log loss on natural sentences .551, against .556 with 1 and .555 with .3: the words of some
# hundred articles say too much about those articles.
WORDS = 0.5
RAREST = 2  # candidates; a feature seen once teaches its sentence
FOLDS = 10
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


def candidates(gold: Path) -> list[Judged]:
    """Return the candidates of all labelled sentences, natural and written."""
    found: list[Judged] = []
    for name, sentences in (("natural", natural(gold)), ("written", written())):
        found += judged(sentences, settled(name), natural=name == "natural")
    return found


class Table:
    """Candidates as a matrix: a row each, a column a feature."""

    def __init__(self, rows: list[Judged]) -> None:
        self.rows = rows
        self.vectorizer = DictVectorizer(sort=True)
        self.x = self.vectorizer.fit_transform(dict.fromkeys(row.features, 1) for row in rows)
        seen = np.asarray((self.x > 0).sum(axis=0)).ravel()
        self.kept = seen >= RAREST
        names = self.vectorizer.get_feature_names_out()[self.kept]
        self.names = names.astype(np.str_)
        self.scale = np.where(np.char.startswith(self.names, "word~"), WORDS, 1.0)
        self.x = self.x[:, self.kept].multiply(self.scale).tocsr()
        self.right = np.array([row.right for row in rows])
        self.natural = np.array([row.natural for row in rows])

    def fitted(self, at: NDArray[np.int64]) -> LogisticRegression:
        """Return the model of the rows ``at``."""
        model = LogisticRegression(C=STRENGTH, max_iter=2000)
        return model.fit(self.x[at], self.right[at])


def cross_validate(table: Table) -> None:
    """Print precision and recall by threshold, on natural and on written sentences."""
    groups = np.array([hash(row.document) for row in table.rows])
    likely = np.zeros(len(table.rows))
    for train, test in GroupKFold(FOLDS).split(table.x, groups=groups):
        likely[test] = table.fitted(train).predict_proba(table.x[test])[:, 1]
    for name, of in (("natural", table.natural), ("written", ~table.natural)):
        right = table.right[of]
        print(f"{name}: {of.sum()} candidates, {right.mean():.3f} right without the judge")
        for threshold in THRESHOLDS:
            kept = likely[of] >= threshold
            print(
                f"  from {threshold:.2f}: precision {right[kept].mean():.3f}"
                f"  recall {right[kept].sum() / right.sum():.3f}"
            )
        for low in np.arange(0.0, 1.0, 0.2):
            inside = (likely[of] >= low) & (likely[of] < low + 0.2)
            if inside.sum():
                print(
                    f"  judged {low:.1f}–{low + 0.2:.1f}: {inside.sum():4d} candidates, "
                    f"{right[inside].mean():.2f} right"
                )


def write(table: Table) -> None:
    """Fit on all rows and write the model."""
    model = table.fitted(np.arange(len(table.rows)))
    np.savez_compressed(
        MODEL,
        features=table.names,
        weights=(model.coef_[0] * table.scale).astype(np.float32),
        intercept=np.float32(model.intercept_[0]),
    )
    print(
        f"{len(table.rows)} candidates, {len(table.names)} features → {MODEL.stat().st_size:,} bytes"
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--cross-validate", action="store_true")
    args = parser.parse_args()
    table = Table(candidates(Path(args.gold)))
    cross_validate(table) if args.cross_validate else write(table)


if __name__ == "__main__":
    main()
