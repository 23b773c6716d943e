"""How soon ``dragoman --help`` answers, against a bare start of Python."""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.timing import Timing, against

RUNS = 5


def help_against_bare_python() -> list[Timing]:
    """Time ``dragoman --help`` and ``python -c pass`` (wall time, best of five)."""
    bare = _best([sys.executable, "-c", "pass"])
    ours = _best([sys.executable, "-m", "dragoman", "--help"])
    return against(("start, bare Python", bare), {"start, dragoman --help": ours}, 1)


def _best(command: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words
        times.append(time.perf_counter() - start)
    return min(times)
