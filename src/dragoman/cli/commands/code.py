"""`dragoman code`: codes the events of a spreadsheet of sentences or headlines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FAILED, INTERRUPTED, DocumentedCommand
from dragoman.cli.options import (
    codebook_option,
    color_option,
    confidence_option,
    strict_option,
)

if TYPE_CHECKING:
    from dragoman.cli.coding import Coded


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman code headlines.csv --text headline --date day > coded.csv",
        "dragoman code stories.csv --text body --date published --out coded.csv",
        "dragoman code sentences.jsonl --text sentence --strict --out coded.csv",
    ],
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--text", required=True, metavar="COLUMN", help="The column that has the text.")
@click.option(
    "--date",
    metavar="COLUMN",
    help='The column that has the day of publication ("2023-11-01"): "on Friday", "in October" '
    "and offices are resolved against it.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write here and show a bar. Run again after a stop, rows that are done are passed over.",
)
@strict_option
@confidence_option
@codebook_option
@color_option
def code(  # noqa: PLR0913 - one argument for each option, as click hands them over
    file: Path,
    *,
    text: str,
    date: str | None,
    out: Path | None,
    strict: bool,
    least: float,
    no_color: bool,
) -> None:
    """Code the texts of a spreadsheet: one row an event, beside your own columns.

    FILE is CSV, TSV (any separator) or JSON Lines. Each text is read as an article of its own, a
    sentence as well as a page. The output has the row's number, how many events it has, and what
    went wrong with it; then your columns; then type, modes, contexts, quad, score, CAMEO code,
    actors and recipients with codes, status, date, place, counts, and the words. A text without an
    event keeps one row.

    Exit code 1: some rows had a problem; 130: stopped by Ctrl-C.
    """
    from dragoman.cli.coding import Task, run
    from dragoman.cli.picked_events import WantedEvents

    done = run(
        Task(file, text, date, out, WantedEvents(strict=strict, least=least).picked, no_color)
    )
    click.echo(_ended(done, out), err=True)
    if done.interrupted:
        click.get_current_context().exit(INTERRUPTED)
    if done.problems:
        click.get_current_context().exit(FAILED)


def _ended(done: Coded, out: Path | None) -> str:
    before = f" ({done.before} were done before)" if done.before else ""
    text = f"{done.rows} rows coded{before}: {done.events} events"
    if done.problems:
        text += f", {done.problems} rows with a problem (column `problem`)"
    if done.interrupted:
        again = "run the same command again" if out else "with --out FILE a second run would"
        text += f". Stopped; to go on, {again}" if out else f". Stopped; {again} go on"
    return f"{text}."
