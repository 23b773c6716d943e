"""What `dragoman code` does: codes the texts of a spreadsheet, row by row, and can go on later."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice, tee
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from dragoman.cli.output import console
from dragoman.cli.progress import progress
from dragoman.cli.sheets import Row, Sheet, open_text
from dragoman.errors import SheetError
from dragoman.export.cells import EVENT_COLUMNS, event_cells
from dragoman.extraction import extract_all
from dragoman.records import Article, Readout
from dragoman.text.isodates import parse_iso
from dragoman.text.safe import csv_line

if TYPE_CHECKING:
    from rich.console import Console

# Row number in the input (the first row under the head is 1), what the text was, what went wrong.
_OWN = ("row", "events", "problem")


class Task(NamedTuple):
    """What to code: the file, the columns with text and date, where to write, how to pick."""

    path: Path
    text: str
    date: str | None
    out: Path | None
    picked: Callable[[Readout], Readout]
    no_color: bool


class Coded(NamedTuple):
    """How it ended: rows coded now and before, events written, rows with a problem."""

    rows: int
    before: int
    events: int
    problems: int
    interrupted: bool = False


def run(task: Task) -> Coded:
    """Code the file; what is written stays written after Ctrl-C.

    Raises:
        SheetError: The file cannot be read, or a column is not in it.
    """
    out, err = console(no_color=task.no_color), console(no_color=task.no_color, err=True)
    with ExitStack() as stack:
        sheet = Sheet(task.path, stack.enter_context(open_text(task.path)))
        _check(sheet, task)
        total = sum(1 for _ in _rows_of(task.path))
        before = _rows_done(task.out) if task.out is not None else 0
        job = _Job(task, sheet, _writer(task, out, stack), before)
        if task.out is None or task.out.stat().st_size == 0:
            job.file.write(csv_line((*_OWN, *job.kept, *job.columns)))
        return _coded(job, err, total)


def _coded(job: _Job, err: Console, total: int) -> Coded:
    left = total - job.before
    bar = job.task.out is not None
    try:
        with progress(err, left, shown=bar) as advance:
            for lines in job.lines():
                job.file.writelines(lines)
                job.file.flush()
                advance()
    except KeyboardInterrupt:
        return job.done(interrupted=True)
    return job.done()


class _Job:
    def __init__(self, task: Task, sheet: Sheet, file: IO[str], before: int) -> None:
        self.task, self.sheet, self.file, self.before = task, sheet, file, before
        # An input column of the name of an output column keeps its cells under another name.
        self.kept = tuple(_renamed(name) for name in sheet.columns)
        self.columns = EVENT_COLUMNS
        self.rows = self.events = self.problems = 0

    def lines(self) -> Iterator[list[str]]:
        """Yield the output lines of each row that is not done yet, in order."""
        numbered = islice(enumerate(self.sheet.rows(), 1), self.before, None)
        rows, again = tee(numbered)
        readouts = extract_all(self._article(row) for _, row in rows)
        for (number, row), readout in zip(again, readouts, strict=True):
            found = self.task.picked(readout)
            problem = self._problem(row, readout)
            self.rows += 1
            self.events += len(found.events)
            self.problems += bool(problem)
            yield list(self._of_row(number, row, found, problem))

    def done(self, *, interrupted: bool = False) -> Coded:
        """Return what was done."""
        return Coded(self.rows, self.before, self.events, self.problems, interrupted)

    def _article(self, row: Row) -> Article:
        date = row.get(self.task.date or "", "").strip()
        text = row.get(self.task.text, "").encode("utf-8", "replace").decode("utf-8")
        return Article.from_text(text, published=date if date and parse_iso(date) else None)

    def _problem(self, row: Row, readout: Readout) -> str:
        date = row.get(self.task.date or "", "").strip()
        if date and parse_iso(date) is None:
            return f"{date!r} is no date (write 2023-11-01): times are not resolved"
        if not row.get(self.task.text, "").strip():
            return "no text"
        return "; ".join(problem.message for problem in readout.problems)

    def _of_row(self, number: int, row: Row, found: Readout, problem: str) -> Iterator[str]:
        own = (str(number), str(len(found.events)), problem)
        kept = tuple(row.get(name, "") for name in self.sheet.columns)
        if not found.events:
            yield csv_line((*own, *kept, *("" for _ in self.columns)))
        for event in found.events:
            cells = event_cells(found, event)
            yield csv_line((*own, *kept, *(cells[name] for name in self.columns)))


def _renamed(name: str) -> str:
    return f"input_{name}" if name in (*_OWN, *EVENT_COLUMNS) else name


def _check(sheet: Sheet, task: Task) -> None:
    for name in filter(None, (task.text, task.date)):
        if name not in sheet.columns:
            raise SheetError(
                f"There is no column {name!r}.",
                source=str(task.path),
                hint=f"Its columns are: {', '.join(sheet.columns)}.",
            )


def _rows_of(path: Path) -> Iterable[Row]:
    with open_text(path) as file:
        yield from Sheet(path, file).rows()


def _writer(task: Task, out: Console, stack: ExitStack) -> IO[str]:
    if task.out is None:
        return out.file
    try:
        return stack.enter_context(task.out.open("a", encoding="utf-8", newline=""))
    except OSError as error:
        raise SheetError(f"{error.strerror or error}.", source=str(task.out)) from error


def _rows_done(out: Path) -> int:
    """Return how many input rows an output has; the lines of a row cut short are taken away.

    Raises:
        SheetError: The file is there and was not written by this command.
    """
    if not out.exists() or out.stat().st_size == 0:
        return 0
    whole = out.read_bytes()
    complete = whole[: whole.rfind(b"\n") + 1]
    rows = list(csv.reader(complete.decode("utf-8", "replace").splitlines(keepends=True)))
    if not rows or tuple(rows[0][: len(_OWN)]) != _OWN:
        raise SheetError(
            "The file is there, and `dragoman code` did not write it.",
            source=str(out),
            hint="Name another file with --out.",
        )
    done, lines = _whole_rows(rows[1:])
    kept = "".join(csv_line(row) for row in (rows[0], *lines))
    if len(kept.encode("utf-8")) != len(whole):
        out.write_text(kept, encoding="utf-8", newline="")
    return done


def _whole_rows(rows: list[list[str]]) -> tuple[int, list[list[str]]]:
    """Return the number of the last row that has all its lines, and the lines up to it."""
    if not rows:
        return 0, []
    last, wanted = rows[-1][0], int(rows[-1][1] or 0)
    of_last = sum(1 for row in rows if row[0] == last)
    if of_last >= max(1, wanted):
        return int(last), rows
    return int(last) - 1, rows[: len(rows) - of_last]
