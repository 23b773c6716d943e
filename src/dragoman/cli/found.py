"""The readouts that a command is about: pages read now, or articles that an archive keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.archive import ArchiveFile
from dragoman.cli.progress import progress
from dragoman.cli.reading import read_with
from dragoman.ingest import expand, outcomes
from dragoman.records import Problem, Readout

if TYPE_CHECKING:
    from rich.console import Console

_SQLITE = b"SQLite format 3\0"


class Where(NamedTuple):
    """Where to look.

    Without ``archive``, ``names`` are pages and archives; with it, ids in that archive (none: all
    that it holds). ``url`` and ``published`` are what one page may not say of itself.
    """

    names: tuple[str, ...]
    archive: Path | None = None
    url: str | None = None
    published: str | None = None


def found(where: Where, err: Console, *, bar: bool) -> Iterator[Readout | Problem]:
    """Yield what there is, archives first; a page that cannot be read is a problem.

    Args:
        where: Where to look.
        err: Where a bar is drawn.
        bar: Whether it may be: what is printed to the same terminal would cut through it.
    """
    if where.archive is not None:
        yield from _kept(where.archive, where.names)
        return
    archives = [name for name in where.names if _is_archive(name)]
    for name in archives:
        yield from _kept(Path(name), ())
    yield from _read([n for n in where.names if n not in archives], where, err, bar=bar)


def _read(
    names: Sequence[str], where: Where, err: Console, *, bar: bool
) -> Iterator[Readout | Problem]:
    sources = list(expand(names))
    read = partial(read_with, url=where.url, published=where.published)
    with progress(err, len(sources), shown=bar) as advance:
        for outcome in outcomes(sources, on_error="skip", read=read):
            advance()
            if outcome.problem is not None:
                yield outcome.problem
            elif outcome.readout is not None:
                yield outcome.readout


def _kept(archive: Path, ids: Sequence[str]) -> Iterator[Readout]:
    with ArchiveFile(archive, readonly=True) as opened:
        yield from map(opened.readout, ids) if ids else opened.readouts()


def _is_archive(name: str) -> bool:
    """Whether a name is that of an SQLite file; one that is no archive is refused when it is opened."""
    try:
        with Path(name).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):  # a folder, a pattern, no such file, a NUL in the name
        return False
