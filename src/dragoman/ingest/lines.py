"""Takes in readouts that another archive exported as JSON Lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.archive import ArchiveFile
from dragoman.errors import LinesError
from dragoman.records import Problem
from dragoman.records.lines import Kept, readouts_in


class Imported(NamedTuple):
    """What an import did: articles by what adding each did, problems of sources, and judgements.

    Judgements are counted where they are new, or were withdrawn since.
    """

    new: int = 0
    revised: int = 0
    unchanged: int = 0
    problems: int = 0
    judgements: int = 0


def import_lines(
    lines: Iterable[str | bytes] | Path,
    archive: ArchiveFile,
    *,
    source: str | None = None,
) -> Imported:
    """Keep the readouts of JSON Lines in an archive, one transaction an article.

    Articles that the archive has already are passed over, so that an import that was stopped goes
    on when it is started again. Records keep their ids, evidence and versions.

    Args:
        lines: The lines, as text or as bytes in UTF-8, or the file that holds them.
        archive: An archive that may be written.
        source: What to call the lines in messages.

    Raises:
        LinesError: A line is no record; what stands before it is kept.
        ArchiveError: The archive cannot be written.
    """
    if isinstance(lines, Path):
        return import_lines(_lines_of(lines), archive, source=source or str(lines))
    name = source or "lines"
    done: Counter[str] = Counter()
    for found in readouts_in(_decoded(lines, name), name):
        if isinstance(found, Problem):
            archive.note(found)
            done["problems"] += 1
        else:
            done.update(_kept(found, archive))
    return Imported(**done)


def _kept(found: Kept, archive: ArchiveFile) -> Counter[str]:
    status = archive.put(found.readout, judgements=found.judgements).status
    judged = len(found.judgements)
    if status == "unchanged" and judged:
        judged = archive.keep_judgements(found.judgements)
    return Counter({status: 1, "judgements": judged})


def _lines_of(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file, parted by line feeds alone: JSON may hold other separators."""
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        raise LinesError(f"{error.strerror or error}.", source=str(path)) from error


def _decoded(lines: Iterable[str | bytes], source: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if isinstance(line, str):
            yield line
            continue
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise LinesError(
                f"Line {number} is not UTF-8.",
                hint="Import what `dragoman export --format jsonl` wrote.",
                source=source,
            ) from error
