"""What stands around a line: neighbours, windows, runs, and the stretch where running text is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

FAR = 60  # lines; anything farther counts as this far


def shifted(column: Floats, by: int, fill: float = -1.0) -> Floats:
    """Return the column as seen by the line ``by`` places further down (negative: further up)."""
    out = np.full_like(column, fill)
    if by > 0:
        out[:-by] = column[by:]
    elif by < 0:
        out[-by:] = column[:by]
    else:
        out[:] = column
    return out


def window_mean(column: Floats, before: int, after: int) -> Floats:
    """Return the mean over the lines from ``before`` above to ``after`` below, this one left out.

    Zero where the window is empty.
    """
    sums = np.concatenate([[0.0], np.cumsum(column, dtype=np.float64)])
    at = np.arange(len(column))
    low, high = np.maximum(at - before, 0), np.minimum(at + after + 1, len(column))
    total = sums[high] - sums[low] - column
    mean: Floats = (total / np.maximum(high - low - 1, 1)).astype(np.float32)
    return mean


def since(marked: Bools) -> Floats:
    """Return how many lines ago the last marked line stood (0: it is this one; at most FAR)."""
    at = np.arange(len(marked))
    last = np.maximum.accumulate(np.where(marked, at, -FAR))
    return np.minimum(at - last, FAR).astype(np.float32)


def until(marked: Bools) -> Floats:
    """Return how many lines away the next marked line stands (at most FAR)."""
    return since(marked[::-1])[::-1]


def runs(keys: Ints) -> tuple[Ints, Ints, Ints]:
    """Return for each line the number of its run of equal keys, its place in it, the run's size."""
    starts = np.concatenate([[True], keys[1:] != keys[:-1]])
    number = np.cumsum(starts) - 1
    size = np.bincount(number)
    first = np.flatnonzero(starts)
    return number, np.arange(len(keys)) - first[number], size[number]


def run_maximum(number: Ints, column: Floats) -> Floats:
    """Return the largest value of the column in each line's run."""
    first = np.flatnonzero(np.concatenate([[True], number[1:] != number[:-1]]))
    return np.maximum.reduceat(column, first)[number]


def richest_stretch(gain: Floats) -> tuple[int, int]:
    """Return the stretch [start, end) of lines with the greatest summed gain."""
    best, best_sum, start, total = (0, 0), 0.0, 0, 0.0
    for at, value in enumerate(gain.tolist()):
        if total <= 0:
            start, total = at, 0.0
        total += value
        if total > best_sum:
            best, best_sum = (start, at + 1), total
    return best


def signed_log(distance: Ints) -> Floats:
    """Return log(1 + |distance|) with the sign of the distance."""
    return (np.sign(distance) * np.log1p(np.abs(distance))).astype(np.float32)
