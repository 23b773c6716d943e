"""What `dragoman events` and `dragoman positions` do once they know what is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from dragoman.cli.found import Where, found
from dragoman.cli.jsonlines import problem_line, readout_lines
from dragoman.cli.layers import Layer
from dragoman.cli.output import console, show_parts, show_problem
from dragoman.cli.render.header import title
from dragoman.cli.render.layout import Line, Part, joined
from dragoman.records import Problem, Readout

Form = Literal["text", "json", "csv"]


class Kind(NamedTuple):
    """How one sort of record is picked, printed and summed up."""

    layer: Layer
    picked: Callable[[Readout], Readout]
    csv_head: Callable[[], str]
    csv_lines: Callable[[Readout], Iterator[str]]
    parts: Callable[[Readout, bool], Iterable[Part]]
    label: Callable[[Readout], Iterable[str]]
    """What each record counts as in the last line ("CONSULT")."""


class Done(NamedTuple):
    """How it ended: pages that failed, records shown."""

    failed: int
    shown: int


def run(where: Where, kind: Kind, form: Form, *, no_color: bool) -> Done:
    """Find and print."""
    return _Run(kind, form, no_color=no_color).go(where)


class _Run:
    def __init__(self, kind: Kind, form: Form, *, no_color: bool) -> None:
        self.kind, self.form = kind, form
        self.out = console(no_color=no_color)
        self.err = console(no_color=no_color, err=True)
        self.labels: Counter[str] = Counter()
        self.pages = self.failed = 0

    def go(self, where: Where) -> Done:
        if self.form == "csv":
            self.out.file.write(self.kind.csv_head())
        for one in found(where, self.err, bar=not self.out.is_terminal):
            if isinstance(one, Problem):
                self._problem(one)
            else:
                self._print(self.kind.picked(one))
        if self.form == "text" and self.labels:
            show_parts(self.out, [self._summary()])
        return Done(self.failed, self.labels.total())

    def _problem(self, problem: Problem) -> None:
        self.failed += problem.severity == "error"
        if self.form == "json":
            self.out.file.write(problem_line(problem) + "\n")
        show_problem(self.err, problem)

    def _print(self, readout: Readout) -> None:
        for problem in readout.problems:
            if problem.severity == "error" or problem.code == "E_LANGUAGE":
                show_problem(self.err, problem)
        if not getattr(readout, self.kind.layer):
            return
        self.pages += 1
        self.labels.update(self.kind.label(readout))
        if self.form == "json":
            layers: tuple[Layer, ...] = ("article", self.kind.layer, "actors")
            self.out.file.writelines(f"{line}\n" for line in readout_lines(readout, layers))
        elif self.form == "csv":
            self.out.file.writelines(self.kind.csv_lines(readout))
        else:
            show_parts(self.out, title(readout))
            show_parts(self.out, self.kind.parts(readout, self.out.is_terminal))
        self.out.file.flush()

    def _summary(self) -> Line:
        number, layer = self.labels.total(), self.kind.layer
        name = layer if number != 1 else layer.removesuffix("s")
        on = f" on {self.pages} pages" if self.pages > 1 else ""
        kinds = ", ".join(f"{n} {label}" for label, n in self.labels.most_common())
        return Line(joined([(f"{number} {name}{on}", "name"), kinds]))
