"""What a user names (files, folders, globs, "-") as pages to read, in a stable order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dragoman.errors import PageError
from dragoman.reading.decode import MAX_BYTES
from dragoman.records import Problem

# In a folder only files with these endings are pages; a file that is named is always read.
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown"})

STDIN = "-"
EXAMPLE = "example:"


class Source(NamedTuple):
    """A page that can be read: its name for messages, and a way to get its bytes."""

    name: str
    load: Callable[[], bytes]


def expand(names: Iterable[str | os.PathLike[str]]) -> Iterator[Source | Problem]:
    """Yield the pages behind each name, each file once; a `Problem` where there is none.

    Args:
        names: Files, folders (searched through, links out of them not followed), glob patterns,
            "-" for standard input, "example:NAME" for a page that ships.
    """
    seen: set[str] = set()
    for name in names:
        for found in _expand_one(os.fspath(name)):
            if isinstance(found, Source):
                if found.name in seen:
                    continue
                seen.add(found.name)
            yield found


def _expand_one(name: str) -> Iterator[Source | Problem]:
    if name == STDIN:
        yield Source("standard input", lambda: _bounded(sys.stdin.buffer))
    elif name.startswith(EXAMPLE):
        yield Source(name, partial(_example, name))
    elif "\0" in name:
        yield _missing(name, "A file name cannot hold a NUL.", "Check the list of names.")
    elif name.startswith(("http://", "https://")) and not Path(name).exists():
        yield _missing(
            name,
            "Dragoman does not fetch pages in this version.",
            "Save the page and read the file, with --url for its address.",
        )
    elif Path(name).is_dir():
        yield from _folder(Path(name))
    elif Path(name).exists():
        yield _file(Path(name))
    elif glob.has_magic(name):
        yield from _pattern(name)
    else:
        yield _missing(name, "There is no such file.", "Check the name.")


def _file(path: Path) -> Source:
    return Source(str(path), partial(_load, path))


def _pattern(pattern: str) -> Iterator[Source | Problem]:
    paths = [Path(p) for p in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - absolute patterns
    files = [p for p in paths if p.is_file()]
    if not files:
        yield _missing(pattern, "No file matches this pattern.", "Check the pattern.")
    yield from map(_file, files)


def _folder(root: Path) -> Iterator[Source | Problem]:
    empty = True
    for path in _pages_under(root):
        empty = False
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            yield Problem(
                code="E_UNREADABLE",
                message="The link leads out of the folder and is not followed.",
                hint="Name the file itself to read it.",
                source=str(path),
                severity="note",
            )
        else:
            yield _file(path)
    if empty:
        endings = " ".join(sorted(PAGE_SUFFIXES))
        yield _missing(str(root), "The folder holds no page.", f"Pages end in {endings}.")


def _pages_under(root: Path) -> Iterator[Path]:
    # os.walk does not go into linked folders, so that no loop and no way out of the root arises.
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if path.suffix.lower() in PAGE_SUFFIXES and not name.startswith("."):
                yield path


def _load(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return _bounded(file)
    except OSError as error:
        raise PageError(
            "E_UNREADABLE",
            f"The file cannot be read: {error.strerror or error}.",
            hint="Check its rights.",
            source=str(path),
        ) from error


def _bounded(file: BinaryIO) -> bytes:
    """Read no further than `read_page` needs to refuse it: a device may never end."""
    return file.read(MAX_BYTES + 1)


def _example(name: str) -> bytes:
    from dragoman import examples

    wanted = name.removeprefix(EXAMPLE)
    if wanted not in examples.names():
        raise PageError(
            "E_NOT_FOUND",
            "No example has this name.",
            hint=f"There are: {', '.join(examples.names())}.",
            source=name,
        )
    return examples.load(wanted)


def _missing(source: str, message: str, hint: str) -> Problem:
    return Problem(code="E_NOT_FOUND", message=message, hint=hint, source=source)
