from __future__ import annotations

import io

import numpy as np
import pytest

from dragoman.reading.trees import Trees


def stump_file() -> io.BytesIO:
    """Two trees: +2 where a <= 1 else -2; then +1 everywhere."""
    file = io.BytesIO()
    np.savez_compressed(
        file,
        features=np.array(["a", "b"]),
        roots=np.array([0, 3]),
        feature=np.array([0, 0, 0, 0]),
        threshold=np.array([1.0, 0.0, 0.0, 0.0], dtype=np.float32),
        left=np.array([1, 1, 2, 3]),
        right=np.array([2, 1, 2, 3]),
        value=np.array([0.0, 2.0, -2.0, 1.0], dtype=np.float32),
        baseline=np.float32(0.5),
        depth=np.int32(1),
    )
    file.seek(0)
    return file


def test_scores_are_summed_over_trees() -> None:
    trees = Trees.load(stump_file(), ("a", "b"))
    found = trees.predict_proba(np.array([[1.0, 9.0], [1.5, 9.0]], dtype=np.float32))
    wanted = 1 / (1 + np.exp(-np.array([3.5, -0.5])))
    assert np.allclose(found, wanted)


def test_no_rows_give_no_probabilities() -> None:
    trees = Trees.load(stump_file(), ("a", "b"))
    assert trees.predict_proba(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


def test_other_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="knows 2 features"):
        Trees.load(stump_file(), ("b", "a"))
