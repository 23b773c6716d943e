"""Where a command writes: one console for what was asked, stderr for everything else."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from dragoman.cli.layers import LAYERS, Layer

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.cli.render.layout import Part
    from dragoman.records import Problem, Readout


def console(*, no_color: bool = False, err: bool = False) -> Console:
    """Return a console on stdout or stderr that prints texts as they are."""
    from rich.console import Console

    from dragoman.cli.render.layout import THEME

    return Console(
        file=sys.stderr if err else sys.stdout,
        no_color=no_color or None,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
    )


def show_parts(to: Console, parts: Iterable[Part]) -> None:
    """Print parts of a rendering."""
    from dragoman.cli.render.layout import print_parts

    print_parts(to, parts)


def show_readout(
    to: Console,
    readout: Readout,
    *,
    as_json: bool,
    only: Collection[Layer] = LAYERS,
    wanted: str | None = None,
) -> None:
    """Print a readout for people or, as JSON Lines, for programs."""
    if as_json:
        from dragoman.cli.jsonlines import readout_lines

        for line in readout_lines(readout, only):
            to.file.write(line + "\n")
        to.file.flush()
        return
    from dragoman.cli.render.readout import readout_parts

    show_parts(to, readout_parts(readout, only=only, wanted=wanted, underline=to.is_terminal))


def show_problem(to: Console, problem: Problem) -> None:
    """Print one problem with its hint."""
    from dragoman.cli.render.problems import problem_lines

    show_parts(to, problem_lines(problem))
