"""What went wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from dragoman.cli.render.layout import Heading, Line, Part, joined
from dragoman.cli.render.symbols import SEVERITY
from dragoman.records import Problem


def problems(found: Iterable[Problem], *, sources: bool) -> Iterator[Part]:
    """Yield a heading and the problems; with ``sources`` each says to what it happened."""
    listed = list(found)
    yield Heading("!", "Problems", len(listed))
    for problem in listed:
        yield from problem_lines(problem, source=sources)


def problem_lines(problem: Problem, *, source: bool = True) -> Iterator[Part]:
    """Yield one problem: what happened to what, then the hint."""
    sign = SEVERITY[problem.severity]
    yield Line(
        joined(
            [
                Text(f"{sign.symbol} {sign.word}", sign.style) + Text(f" {problem.code}", "code"),
                (problem.source or "", "name") if source else "",
                problem.message,
            ]
        )
    )
    if problem.hint:
        yield Line(Text(problem.hint, "quiet"), 2)
