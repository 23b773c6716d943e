"""A bar on stderr for long work, where somebody can see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def progress(
    err: Console, total: int, *, shown: bool = True, doing: str = "Reading"
) -> Iterator[Callable[[], None]]:
    """Show a bar; gives what is to be called after each of the ``total`` things.

    There is none for a single thing, off a terminal, or if not ``shown``.
    """
    if total < 2 or not err.is_terminal or not shown:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    bar = Progress(
        *columns, console=err, transient=True, redirect_stdout=False, redirect_stderr=False
    )
    with bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)
