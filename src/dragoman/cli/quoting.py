"""What `dragoman quotes` does once it knows what is wanted."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dragoman.cli.csvlines import head_line, quotation_lines
from dragoman.cli.found import Where, found
from dragoman.cli.jsonlines import problem_line, readout_lines
from dragoman.cli.layers import Layer
from dragoman.cli.output import console, show_parts, show_problem
from dragoman.cli.picked import Wanted
from dragoman.cli.render.quotes import Totals, page, summary
from dragoman.records import Problem, Readout

Form = Literal["text", "json", "csv"]

_LAYERS: tuple[Layer, ...] = ("article", "quotations", "nonstatements", "chains")


class Asked(NamedTuple):
    """Where to look, what for, and how to print it."""

    where: Where
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
        for one in found(self.asked.where, self.err, bar=not self.out.is_terminal):
            if isinstance(one, Problem):
                self._problem(one)
            else:
                self._print(self.asked.wanted.picked(one))
        if self.asked.form == "text" and self.totals.pages:
            show_parts(self.out, summary(self.totals))
        return Done(self.failed, self.totals.kinds.total() + self.totals.refusals)

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
