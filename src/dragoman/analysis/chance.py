"""How likely a difference between two counts is by chance alone."""

from __future__ import annotations

from math import exp, lgamma, log
from typing import Literal

_NEGLIGIBLE = 1e-18


def by_chance(before: int, after: int, share: float) -> float:
    """Return how likely so uneven a split is, if each event fell into "after" with ``share``.

    Exact and two-sided: twice the smaller tail of the binomial distribution, at most 1. It takes
    events for independent of each other; news comes in bursts, so that the truth is higher.

    Args:
        before: Events in the period before.
        after: Events in the period after.
        share: The share of "after" in the volume of both, between 0 and 1.
    """
    size = before + after
    if not size or not 0 < share < 1:
        return 1.0
    tails = (_tail(after, size, share, step) for step in (-1, 1))
    return min(1.0, 2 * min(tails))


def _tail(count: int, size: int, share: float, step: Literal[-1, 1]) -> float:
    """Return the probability of ``count`` and all that lies beyond it in one direction."""
    term = exp(
        lgamma(size + 1)
        - lgamma(count + 1)
        - lgamma(size - count + 1)
        + count * log(share)
        + (size - count) * log(1 - share)
    )
    odds, total = share / (1 - share), 0.0
    while 0 <= count <= size:
        total += term
        if step > 0:
            term *= (size - count) / (count + 1) * odds
        else:
            term *= count / (size - count + 1) / odds
        count += step
        if term < total * _NEGLIGIBLE:
            break
    return total
