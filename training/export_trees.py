"""Writes a fitted scikit-learn booster as the flat arrays that `dragoman.reading.trees` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dragoman.reading.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray


def export_trees(model: Any, features: Sequence[str], path: Path) -> Trees:
    """Write a binary ``HistGradientBoostingClassifier`` to ``path`` and read it back.

    Args:
        model: The fitted classifier; its training rows must hold no NaN.
        features: The names of the columns, in order.
        path: The ``.npz`` file to write.
    """
    trees = [predictors[0].nodes for predictors in model._predictors]  # noqa: SLF001  no public way to the nodes
    sizes = np.array([len(nodes) for nodes in trees])
    roots = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    nodes = np.concatenate(trees)
    offset = np.repeat(roots, sizes)
    own = np.arange(len(nodes))
    leaf = nodes["is_leaf"].astype(bool)
    np.savez_compressed(
        path,
        features=np.array(list(features)),
        roots=roots.astype(np.int32),
        feature=np.where(leaf, 0, nodes["feature_idx"]).astype(np.uint16),
        threshold=np.where(leaf, 0.0, nodes["num_threshold"]).astype(np.float32),
        left=np.where(leaf, own, nodes["left"] + offset).astype(np.int32),
        right=np.where(leaf, own, nodes["right"] + offset).astype(np.int32),
        value=np.where(leaf, nodes["value"], 0.0).astype(np.float32),
        baseline=np.float32(np.ravel(model._baseline_prediction)[0]),  # noqa: SLF001  as above
        depth=np.int32(nodes["depth"].max()),
    )
    with path.open("rb") as file:
        return Trees.load(file, features)


def largest_difference(model: Any, trees: Trees, rows: NDArray[np.float32]) -> float:
    """Return how far the exported model is from the original on ``rows`` (should be ~1e-6)."""
    return float(np.abs(model.predict_proba(rows)[:, 1] - trees.predict_proba(rows)).max())
