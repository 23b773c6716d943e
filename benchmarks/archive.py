"""Searching and counting a large archive: how long answers take, and how large the file is."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.large import COUNTRIES, Vocabulary, make, queries
from dragoman.archive import ArchiveFile

QUERIES, HITS = 200, 20
MOST_MEDIAN, MOST_P95 = 80.0, 300.0  # milliseconds
MOST_SIZE = 6.0  # times the text in UTF-8
PAIRS, MOST_DYAD = 40, 300.0  # pairs of states, milliseconds
_SEED = 20260301
_TRIES = 3  # the best of which is told: another process on the machine is no fault


class Figure(NamedTuple):
    """One figure beside what is asked."""

    what: str
    value: float
    unit: str
    asked: float | None = None

    def __str__(self) -> str:
        limit = "" if self.asked is None else f"  (asked: at most {self.asked:g} {self.unit})"
        return f"{self.what:44} {self.value:14,.1f} {self.unit}{limit}"


def archive_searched(articles: int, file: Path | None = None) -> list[Figure]:
    """Ask an archive of so many articles, which is made unless ``file`` is there already."""
    with _folder(file) as path:
        if not path.exists():
            make(path, articles, _SEED)
        with ArchiveFile(path, readonly=True) as archive:
            return [*_sizes(archive), *_searches(archive), *_numbers(archive)]


def _sizes(archive: ArchiveFile) -> Iterator[Figure]:
    found = archive.search("kind:event OR kind:quotation", limit=0)
    lengths = "SELECT sum(length(CAST(text AS BLOB))) FROM article"
    (text,) = archive._connection.execute(lengths).fetchone()  # noqa: SLF001
    yield Figure("articles", found.articles, "")
    yield Figure("events and quotations", (found.events or 0) + (found.quotations or 0), "")
    yield Figure("text of an article", text / max(found.articles, 1), "bytes")
    yield Figure("file against text", archive.path.stat().st_size / text, "times", MOST_SIZE)


def _searches(archive: ArchiveFile) -> Iterator[Figure]:
    rng = random.Random(_SEED)  # noqa: S311 - the vocabulary of the archive again
    words = Vocabulary(rng)
    times, found = [], []
    for query in queries(rng, words, QUERIES):
        start = time.perf_counter()
        found.append(archive.search(query, limit=HITS).articles)
        times.append((time.perf_counter() - start) * 1000)
    yield Figure("articles that a query finds, median", statistics.median(found), "")
    yield Figure("articles that a query finds, most", max(found), "")
    yield Figure(
        f"search, {HITS} hits with facets, median", statistics.median(times), "ms", MOST_MEDIAN
    )
    p95 = statistics.quantiles(times, n=20)[-1]
    yield Figure(f"search, {HITS} hits with facets, p95", p95, "ms", MOST_P95)


def _numbers(archive: ArchiveFile) -> Iterator[Figure]:
    rng = random.Random(_SEED)  # noqa: S311 - pairs, the frequent first
    pairs = [tuple(rng.sample(COUNTRIES[:4], 2)) for _ in range(PAIRS // 2)]
    pairs += [tuple(rng.sample(COUNTRIES, 2)) for _ in range(PAIRS // 2)]
    times, events = [], []
    for source, target in pairs:
        taken = []
        for _ in range(_TRIES):
            start = time.perf_counter()
            found = archive.dyad(source, target, every="month")
            taken.append((time.perf_counter() - start) * 1000)
        events.append(found.basis.events)
        times.append(min(taken))
    yield Figure("events of a dyad, most", max(events), "")
    yield Figure("dyad, ten years by month, median", statistics.median(times), "ms", MOST_DYAD)
    yield Figure(
        "dyad, ten years by month, p95", statistics.quantiles(times, n=20)[-1], "ms", MOST_DYAD
    )
    for what, ask in (
        ("counts of all events by month", lambda: archive.counts(every="month")),
        ("counts by type and month", lambda: archive.counts(by="type", every="month")),
        ("network of states", lambda: archive.network(most=HITS)),
    ):
        start = time.perf_counter()
        ask()
        yield Figure(what, (time.perf_counter() - start) * 1000, "ms")


@contextmanager
def _folder(file: Path | None) -> Iterator[Path]:
    if file is not None:
        yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, "large.dragoman")
