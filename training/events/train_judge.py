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
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from training.events.articles import labelled, paragraphs, readings, verdicts
from training.events.candidates import Judged, judged
from training.events.settle import settled
from training.events.worksheets import natural, written

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = Path(__file__).parents[2] / "src/dragoman/extraction/events/judge.npz"
# Chosen by the log loss on whole articles and verdicts, of .05 to .3.
STRENGTH = 0.1
# The words of some hundred articles say too much about those articles.
WORDS = 0.4
# The same for what sentence and article speak of, whose vectors have the length one: log loss on
# whole articles .527 without, .511 with the sentence's alone, .500 with both.
SENTENCE, ARTICLE = 2.0, 3.0
# News as it comes is what the judge is for; sentences written for their words are the farthest.
WEIGHTS = {
    "article": 2.0,
    "verdict": 2.0,
    "natural": 1.0,
    "written": 0.6,
    "reading": 1.0,
    "paragraph": 1.0,
}
RAREST = 2  # candidates; a feature seen once teaches its sentence
FOLDS = 10
THRESHOLDS = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)


def candidates(gold: Path) -> list[Judged]:
    """Return the candidates of all that is labelled."""
    found: list[Judged] = []
    for name, sentences in (("natural", natural(gold)), ("written", written())):
        found += judged(sentences, settled(name), name)
    return [*found, *labelled(gold), *verdicts(gold), *readings(gold), *paragraphs()]


class Table:
    """Candidates as a matrix: a row each, a column a feature."""

    def __init__(self, rows: list[Judged]) -> None:
        self.rows = rows
        vectorizer = DictVectorizer(sort=True)
        x = vectorizer.fit_transform(dict.fromkeys(row.seen.names, 1) for row in rows)
        seen = np.asarray((x > 0).sum(axis=0)).ravel()
        kept = seen >= RAREST
        self.names = vectorizer.get_feature_names_out()[kept].astype(np.str_)
        self.scale = np.where(np.char.startswith(self.names, "word~"), WORDS, 1.0)
        sentence = np.stack([row.seen.sentence for row in rows]) * SENTENCE
        article = np.stack([row.seen.article for row in rows]) * ARTICLE
        parts = [x[:, kept].multiply(self.scale), csr_matrix(sentence), csr_matrix(article)]
        self.x = hstack(parts).tocsr()
        self.right = np.array([row.right for row in rows])
        self.source = np.array([row.source for row in rows])
        self.weights = np.array([WEIGHTS[row.source] for row in rows])

    def fitted(self, at: NDArray[np.int64]) -> LogisticRegression:
        """Return the model of the rows ``at``."""
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        return model.fit(self.x[at], self.right[at], sample_weight=self.weights[at])


def cross_validate(table: Table) -> None:
    """Print precision and recall by threshold, and whether the figure is a probability."""
    names = sorted({row.document for row in table.rows})
    number = {name: n for n, name in enumerate(np.random.default_rng(0).permutation(names))}
    groups = np.array([number[row.document] for row in table.rows])
    likely = np.zeros(len(table.rows))
    for train, test in GroupKFold(FOLDS).split(table.x, groups=groups):
        likely[test] = table.fitted(train).predict_proba(table.x[test])[:, 1]
    for source in WEIGHTS:
        _print(source, likely[table.source == source], table.right[table.source == source])


def _print(source: str, likely: NDArray[np.float64], right: NDArray[np.bool_]) -> None:
    loss = -np.log(np.where(right, likely, 1 - likely)).mean()
    print(f"{source}: {right.size} candidates, {right.mean():.3f} right, log loss {loss:.3f}")
    for threshold in THRESHOLDS:
        kept = likely >= threshold
        print(
            f"  from {threshold:.2f}: precision {right[kept].mean():.3f}"
            f"  recall {right[kept].sum() / right.sum():.3f}"
        )
    for low in np.arange(0.0, 1.0, 0.2):
        inside = (likely >= low) & (likely < low + 0.2)
        if inside.sum():
            print(
                f"  judged {low:.1f} to {low + 0.2:.1f}: {inside.sum():4d} candidates, "
                f"{right[inside].mean():.2f} right"
            )


def write(table: Table) -> None:
    """Fit on all rows and write the model."""
    model = table.fitted(np.arange(len(table.rows)))
    named, width = len(table.names), table.rows[0].seen.sentence.size
    weights = model.coef_[0]
    np.savez_compressed(
        MODEL,
        features=table.names,
        weights=(weights[:named] * table.scale).astype(np.float32),
        sentence=(weights[named : named + width] * SENTENCE).astype(np.float32),
        article=(weights[named + width :] * ARTICLE).astype(np.float32),
        intercept=np.float32(model.intercept_[0]),
    )
    print(f"{len(table.rows)} candidates, {named} names → {MODEL.stat().st_size:,} bytes")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    parser.add_argument("--cross-validate", action="store_true")
    args = parser.parse_args()
    table = Table(candidates(Path(args.gold)))
    if args.cross_validate:
        cross_validate(table)
    else:
        write(table)


if __name__ == "__main__":
    main()
