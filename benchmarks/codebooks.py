"""What all codebooks and the gazetteer cost: seconds of processor time, memory at its peak."""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

# In a process of its own, code imported: every codebook is read, the names of actors are indexed,
# a place is asked.
_LOAD = """
import resource, sys, time
from dragoman.codebooks.loader import data_files, load_table, load_toml
from dragoman.codebooks.located import locate
from dragoman.extraction.actors import describe_phrase
def peak():
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 2**20 if sys.platform == "darwin" else used / 2**10
before, start = peak(), time.process_time()
locate("Paris")
describe_phrase("the foreign minister of Kazakhstan", "2020-01-01")
for file in data_files():
    read = {".tsv": load_table, ".toml": load_toml}.get(file.name[file.name.rfind("."):])
    kept = read(file.name) if read else None
print(time.process_time() - start, peak() - before)
"""
SECONDS, MEGABYTES = 2.0, 250.0


class Load(NamedTuple):
    """Seconds and MiB that something takes, and what was asked."""

    what: str
    seconds: float
    megabytes: float

    def __str__(self) -> str:
        asked = f"(asked: at most {MEGABYTES:.0f} MB in {SECONDS:.0f} s)"
        return f"{self.what:44} {1:5d} {self.seconds:8.2f} {self.megabytes:6.0f} MB  {asked}"


def codebooks_loaded() -> list[Load]:
    """Load all codebooks and the gazetteer in a fresh process (the better of two runs)."""
    return [min((_load() for _ in range(2)), key=lambda load: load.seconds)]


def _load() -> Load:
    done = subprocess.run(  # noqa: S603 - fixed words
        [sys.executable, "-c", _LOAD], check=True, capture_output=True, text=True
    )
    seconds, megabytes = (float(part) for part in done.stdout.split())
    return Load("codebooks and gazetteer, loaded", seconds, megabytes)
