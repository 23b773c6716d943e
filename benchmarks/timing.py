"""One timed thing, and its ratio to the yardstick of its group."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple


class Timing(NamedTuple):
    """How long `number` things took, in seconds; `ratio` of the rate to the yardstick's rate."""

    what: str
    number: int
    seconds: float
    ratio: float

    @property
    def rate(self) -> float:
        """Things a second."""
        return self.number / self.seconds

    def __str__(self) -> str:
        return f"{self.what:44} {self.number:5d} {self.seconds:8.2f} {self.rate:8.1f} {self.ratio:7.2f}"


def timed(run: Callable[[], object]) -> float:
    """Return how many seconds of processor time ``run`` took."""
    start = time.process_time()
    run()
    return time.process_time() - start


def against(yardstick: tuple[str, float], others: dict[str, float], count: int) -> list[Timing]:
    """Return the timings of a group: the yardstick first, its ratio 1."""
    name, base = yardstick
    timings = [Timing(name, count, base, 1.0)]
    return timings + [Timing(what, count, took, base / took) for what, took in others.items()]
