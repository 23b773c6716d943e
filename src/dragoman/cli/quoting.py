"""What `dragoman quotes` does once it knows what is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from dragoman.archive import ArchiveFile
from dragoman.cli.csvlines import head_line, quotation_lines
from dragoman.cli.jsonlines import problem_line, readout_lines
from dragoman.cli.layers import Layer
from dragoman.cli.output import console, show_parts, show_problem
from dragoman.cli.picked import Wanted
from dragoman.cli.progress import progress
from dragoman.cli.reading import read_with
from dragoman.cli.render.quotes import Totals, page, summary
from dragoman.ingest import expand, outcomes
from dragoman.records import Problem, Readout

Form = Literal["text", "json", "csv"]

_LAYERS: tuple[Layer, ...] = ("article", "quotations", "nonstatements", "chains")
_SQLITE = b"SQLite format 3\0"


class Asked(NamedTuple):
    """Where to look, what for, and how to print it.

    Without ``archive``, ``names`` are pages and archives; with it, ids in that archive (none: all
    that it holds).
    """

    names: tuple[str, ...]
    archive: Path | None
    url: str | None
    published: str | None
    wanted: Wanted
    form: Form
    no_color: bool


class Done(NamedTuple):
    """How it ended: pages that failed, quotations and refusals shown."""

    failed: int
    shown: int


def run(asked: Asked) -> Done:
    """Find and print."""
    return _Run(asked).go()


class _Run:
    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.out = console(no_color=asked.no_color)
        self.err = console(no_color=asked.no_color, err=True)
        self.totals = Totals()
        self.failed = 0

    def go(self) -> Done:
        if self.asked.form == "csv":
            self.out.file.write(head_line())
        for found in self._found():
            if isinstance(found, Problem):
                self._problem(found)
            else:
                self._print(self.asked.wanted.picked(found))
        if self.asked.form == "text" and self.totals.pages:
            show_parts(self.out, summary(self.totals))
        return Done(self.failed, self.totals.kinds.total() + self.totals.refusals)

    def _found(self) -> Iterator[Readout | Problem]:
        if self.asked.archive is not None:
            yield from _kept(self.asked.archive, self.asked.names)
            return
        archives = [name for name in self.asked.names if _is_archive(name)]
        for name in archives:
            yield from _kept(Path(name), ())
        yield from self._read([name for name in self.asked.names if name not in archives])

    def _read(self, names: Sequence[str]) -> Iterator[Readout | Problem]:
        sources = list(expand(names))
        read = partial(read_with, url=self.asked.url, published=self.asked.published)
        shown = not self.out.is_terminal  # what is printed would cut through the bar
        with progress(self.err, len(sources), shown=shown) as advance:
            for outcome in outcomes(sources, on_error="skip", read=read):
                advance()
                if outcome.problem is not None:
                    yield outcome.problem
                elif outcome.readout is not None:
                    yield outcome.readout

    def _problem(self, problem: Problem) -> None:
        self.failed += problem.severity == "error"
        if self.asked.form == "json":
            self.out.file.write(problem_line(problem) + "\n")
        show_problem(self.err, problem)

    def _print(self, readout: Readout) -> None:
        if not (readout.quotations or readout.nonstatements or self.asked.wanted.is_everything):
            return
        self.totals.add(readout)
        for problem in readout.problems:
            if problem.severity == "error" or problem.code == "E_LANGUAGE":
                show_problem(self.err, problem)
        if self.asked.form == "json":
            self.out.file.writelines(f"{line}\n" for line in readout_lines(readout, _LAYERS))
        elif self.asked.form == "csv":
            self.out.file.writelines(quotation_lines(readout))
        else:
            show_parts(self.out, page(readout, underline=self.out.is_terminal))
        self.out.file.flush()


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
