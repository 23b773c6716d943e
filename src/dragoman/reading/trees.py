"""Evaluates gradient-boosted trees with numpy alone: what the small reading models are made of.

A model file (``.npz``) holds all nodes of all trees in flat arrays: which feature a node looks
at, the threshold, where to go, and the value of a leaf. ``training/export_trees.py`` writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

_ROWS_AT_ONCE = 2048  # bounds memory: rows x trees indices live at the same time


@dataclass(frozen=True, slots=True)
class Trees:
    """A binary classifier: the sum of one leaf a tree, through the logistic function.

    Leaves point at themselves, so that every row walks the same number of steps.
    """

    features: tuple[str, ...]
    roots: Ints
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    baseline: float
    depth: int

    @classmethod
    def load(cls, file: IO[bytes], features: Sequence[str]) -> Trees:
        """Read a model file.

        Args:
            file: The open ``.npz`` file.
            features: The names of the columns that the caller will give, in order.

        Raises:
            ValueError: The model was trained on other columns.
        """
        with np.load(file, allow_pickle=False) as stored:
            names = tuple(str(name) for name in stored["features"])
            if names != tuple(features):
                raise ValueError(
                    f"the model knows {len(names)} features, not these {len(features)}"
                )
            return cls(
                features=names,
                roots=stored["roots"].astype(np.int32),
                feature=stored["feature"].astype(np.int32),
                threshold=stored["threshold"],
                left=stored["left"].astype(np.int32),
                right=stored["right"].astype(np.int32),
                value=stored["value"],
                baseline=float(stored["baseline"]),
                depth=int(stored["depth"]),
            )

    def predict_proba(self, rows: Floats) -> Floats:
        """Return the probability of the positive class for each row.

        Args:
            rows: Shape (rows, features), without NaN.

        Returns:
            Shape (rows,), in [0, 1].
        """
        parts = [
            self._scores(rows[at : at + _ROWS_AT_ONCE]) for at in range(0, len(rows), _ROWS_AT_ONCE)
        ]
        scores = np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)
        return (1.0 / (1.0 + np.exp(-scores))).astype(np.float32)

    def _scores(self, rows: Floats) -> Floats:
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        line = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[line, self.feature[node]] <= self.threshold[node]
            node = np.where(goes_left, self.left[node], self.right[node])
        total: Floats = self.value[node].sum(axis=1, dtype=np.float32) + np.float32(self.baseline)
        return total
