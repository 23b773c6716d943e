"""A bulk add that is killed at random points: is what it leaves whole, and can it be finished?

For each of the points: a process adds articles, some of them revisions of others, and gets SIGKILL
after a random part of the time that the whole add takes. Then the archive must open, `verify` must
find no fault, every article that was reported as kept must be there, and after the same add was run
again its export must be, to the byte, that of an archive that was never disturbed.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.archive import Figure
from benchmarks.large import Vocabulary, readouts
from dragoman.archive import ArchiveFile, verify
from dragoman.export import export_archive
from dragoman.records import Readout

KILLS, ARTICLES = 200, 60
_SEED = 20260301
_EVERY = 6
"""Each sixth article is a revision of the one before it."""


def archive_killed(kills: int = KILLS, articles: int = ARTICLES) -> Iterator[Figure]:
    """Kill a bulk add so often, and count what was not as it should be."""
    pages = _pages(articles)
    rng = random.Random(_SEED)  # noqa: S311 - where to kill is no secret
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = Path(folder, "undisturbed.dragoman")
        begun = time.perf_counter()
        _add(undisturbed, pages, None)
        duration = time.perf_counter() - begun
        wanted = _canonical(undisturbed)
        wrong, left = 0, []
        for number in range(kills):
            path = Path(folder, f"{number}.dragoman")
            kept, good = _one(path, pages, rng.uniform(0, duration), wanted)
            left.append(kept)
            wrong += not good
            for file in Path(folder).glob(f"{number}.dragoman*"):
                file.unlink()
    yield Figure("bulk adds killed", kills, "")
    yield Figure("articles kept when it was killed, least", min(left), "")
    yield Figure("articles kept when it was killed, most", max(left), "")
    yield Figure("not whole, or not finished to the byte", wrong, "", 0)


def _pages(articles: int) -> list[Readout]:
    words = Vocabulary(random.Random(_SEED))  # noqa: S311
    pages = list(readouts(random.Random(_SEED), words, articles))  # noqa: S311
    for at in range(_EVERY - 1, articles, _EVERY):
        article = pages[at].article.model_copy(update={"url": pages[at - 1].article.url})
        pages[at] = pages[at].model_copy(update={"article": article})
    return pages


def _add(path: Path, pages: Sequence[Readout], told: Connection | None) -> None:
    with ArchiveFile(path) as archive:
        for readout in pages:
            archive.put(readout)
            if told is not None:
                told.send(None)


def _one(path: Path, pages: Sequence[Readout], after: float, wanted: str) -> tuple[int, bool]:
    """Kill one add; return how many articles it reported, and whether all was as it should be."""
    context = multiprocessing.get_context("fork")
    mine, its = context.Pipe(duplex=False)
    process = context.Process(target=_add, args=(path, pages, its))
    process.start()
    its.close()
    time.sleep(after)
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    kept = _reported(mine)
    # Killed before its first step there is no file.
    good = _is_whole(path, kept) if path.exists() else kept == 0
    _add(path, pages, None)
    return kept, good and _is_whole(path, len(pages)) and _canonical(path) == wanted


def _reported(pipe: Connection) -> int:
    kept = 0
    try:
        while pipe.poll():
            pipe.recv()
            kept += 1
    except (EOFError, OSError):  # its end broke off in the middle of a word
        pass
    finally:
        pipe.close()
    return kept


def _is_whole(path: Path, at_least: int) -> bool:
    with ArchiveFile(path) as archive:  # also what was killed before the schema was there
        there = sum(1 for _ in archive.articles(superseded=True))
    return there >= at_least and not any(f.severity == "fault" for f in verify(path))


def _canonical(path: Path) -> str:
    digest = hashlib.sha256()

    class _Hashed:
        def write(self, words: str) -> int:
            digest.update(words.encode("utf-8", "surrogatepass"))
            return len(words)

        def flush(self) -> None:
            """Nothing waits."""

    with ArchiveFile(path, readonly=True) as archive:
        export_archive(archive, "jsonl", _Hashed())  # type: ignore[arg-type]  # all it is asked for
    return digest.hexdigest()
