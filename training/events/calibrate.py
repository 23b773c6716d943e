"""Weighs what judge and encoder say by how often they are right in texts that neither learned from.

    python -m training.events.calibrate --gold DIR

Prints the weights of ``dragoman/extraction/events/trust.py``, and by tenfold cross-validation over
documents what they are worth. Types: verdicts on predictions of other corpora. Parties: the key and
the readings of such corpora. Only numbers go in, no word of the texts.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

import dragoman as dg
from dragoman.extraction.events import stage, trust
from dragoman.extraction.events.encoder import Reading, encoder
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.judge import judge
from dragoman.extraction.passages import Passage
from training.events import articles, keyed
from training.events.role_rows import LEARNED, of_candidates

_UNLEARNED = ("judged_others", "judged_second", "judged_third", "judged_fourth")
_FOLDS = 10


class Weighed(NamedTuple):
    """What is told of one record, and whether it was right."""

    document: str
    told: tuple[float, ...]
    right: bool


def types(gold: Path) -> Iterator[Weighed]:
    """Yield log odds by judge and encoder of each verdict on a type."""
    with patch.object(articles, "VERDICTS", [f"{name}.jsonl" for name in _UNLEARNED]):
        found = list(articles.verdicts(gold))
    for one in found:
        judged = judge().probability(one.seen)
        for act in of_candidates([one]):
            event = encoder().read(act.words, act.told[0], act.type).event
            yield Weighed(one.document, (float(np.log(judged / (1 - judged))), event), one.right)


def parties(gold: Path) -> Iterator[Weighed]:
    """Yield the support of the parties of each event of the keys that is found."""
    noted: list[tuple[dg.Span, str, str, trust.Support]] = []
    original = trust.support

    def support(candidate: Candidate, reading: Reading, passage: Passage) -> trust.Support:
        found = original(candidate, reading, passage)
        noted.append((passage.of(candidate.trigger), candidate.frame.type, passage.text, found))
        return found

    with patch.object(stage, "support", support):
        for key in (keyed.KEY, keyed.READINGS):
            for row, ours, readout in keyed.compared(gold, key):
                if row["corpus"] not in LEARNED:
                    told = _of(ours, row, noted)
                    if told is not None:
                        right = keyed.right(row, ours, readout)
                        yield Weighed(row["id"], tuple(map(trust.log, told)), right)


def _of(
    ours: dg.Event, row: dict[str, Any], noted: list[tuple[dg.Span, str, str, trust.Support]]
) -> trust.Support | None:
    for span, kind, text, found in noted:
        if kind == ours.type and span.overlaps(ours.trigger) and text in row["text"]:
            return found
    return None


def _report(name: str, rows: list[Weighed]) -> None:
    x = np.array([row.told for row in rows])
    right = np.array([row.right for row in rows])
    documents = np.array([hash(row.document) for row in rows])
    model = LogisticRegression(C=10.0)
    likely = cross_val_predict(
        model, x, right, groups=documents, cv=GroupKFold(_FOLDS), method="predict_proba"
    )[:, 1]
    model.fit(x, right)
    weights = ", ".join(f"{weight:.2f}" for weight in model.coef_[0])
    print(f"{name}: {len(rows)} records, {right.mean():.3f} right; weights {weights}; "
          f"intercept {model.intercept_[0]:.2f}; AUC {roc_auc_score(right, likely):.3f}")  # fmt: skip
    for column in range(x.shape[1]):
        print(f"  number {column + 1} alone: AUC {roc_auc_score(right, x[:, column]):.3f}")
    order = np.argsort(-likely)
    for share in (0.5, 0.7, 0.85):
        best = order[: int(len(order) * share)]
        print(f"  the best {share:.2f}: {right[best].mean():.3f} right")
    for low in np.arange(0.0, 1.0, 0.2):
        inside = (likely >= low) & (likely < low + 0.2)
        if inside.any():
            print(
                f"  {low:.1f} to {low + 0.2:.1f}: {inside.sum()}, {right[inside].mean():.2f} right"
            )


def main() -> None:
    """Print the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("DRAGOMAN_GOLD"))
    gold = Path(parser.parse_args().gold)
    _report("types", list(types(gold)))
    _report("parties", list(parties(gold)))


if __name__ == "__main__":
    main()
