"""What the commands that count share: which archive, which events, how to show the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.cli.options import as_of_options, color_option, confidence_option, in_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.analysis import Timeline
    from dragoman.archive import ArchiveFile
    from dragoman.archive.asof import AsOf
    from dragoman.archive.numbers.records import Basis, Rows
    from dragoman.archive.numbers.wanted import Only
    from dragoman.cli.render.layout import Part

Command = TypeVar("Command", bound="Callable[..., Any]")

EVERY = ("day", "week", "month", "year")
"""Spelled out here so that `--help` loads nothing; a test holds them to the archive's own."""


@dataclass(frozen=True)
class Asked:
    """What every counting command was asked for."""

    query: str | None
    file: Path
    since: str | None
    until: str | None
    status: str | None
    background: bool
    least: float
    each_report: bool
    as_of: AsOf | None
    as_json: bool
    as_csv: bool
    chart: Path | None
    no_color: bool

    def only(self) -> Only:
        """Return what narrows the count."""
        return {
            "since": self.since,
            "until": self.until,
            "status": self.status,
            "background": self.background,
            "confidence": self.least,
            "each_report": self.each_report,
            "as_of": self.as_of,
        }

    @contextmanager
    def archive(self) -> Iterator[ArchiveFile]:
        """Open the archive; a question that cannot be answered is wrong usage."""
        from dragoman.archive import ArchiveFile
        from dragoman.errors import QueryError

        try:
            with ArchiveFile(self.file, readonly=True) as archive:
                yield archive
        except QueryError as error:
            raise click.UsageError(str(error)) from error

    def show(
        self,
        numbers: Rows[Any] | Timeline,
        parts: Iterable[Part],
        lines: Callable[[], tuple[Iterable[str], Iterable[str]]],
    ) -> None:
        """Print numbers for people or programs, and draw the chart.

        Args:
            numbers: What is drawn.
            parts: What people read.
            lines: Gives JSON Lines and CSV, without the basis.
        """
        from dragoman.cli.numberlines import basis_line, basis_of
        from dragoman.cli.output import console, show_parts

        basis = basis_of(numbers)
        out = console(no_color=self.no_color)
        if self.as_json:
            out.file.write(basis_line(basis))
            out.file.writelines(lines()[0])
            out.file.flush()
        elif self.as_csv:
            out.file.writelines(lines()[1])
            out.file.flush()
            _say(basis)
        else:
            show_parts(out, parts)
        if self.chart is not None:
            from dragoman.analysis import chart_of, write_chart

            write_chart(chart_of(numbers), self.chart)
            click.echo(f"Chart written to {self.chart}.", err=True)
        if not basis.events:
            click.echo("Nothing was found.", err=True)


def _say(basis: Basis) -> None:
    from dragoman.cli.render.basis import basis_sentences
    from dragoman.text.safe import visible

    for line in basis_sentences(basis):
        click.echo(visible(line), err=True)


def _chart_path(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Check the ending before anything is counted."""
    if value is not None and not value.name.endswith((".png", ".svg", ".vl.json")):
        raise click.BadParameter("A chart ends in .png, .svg or .vl.json.", ctx, param)
    return value


_FIELDS = tuple(Asked.__dataclass_fields__)

_OPTIONS = (
    in_option,
    click.option(
        "--since", metavar="DATE", help="From this day, month or year on: 2026-03-01, 2026-03, 2026.",
    ),
    click.option(
        "--until", metavar="DATE", help="Until this day, month or year, which is part of it.",
    ),
    click.option(
        "--status", metavar="LIST",
        help="Events of these statuses, parted by commas, or any.  [default: actual]",
    ),
    click.option(
        "--background", is_flag=True, help="Also what articles tell only as background.",
    ),
    confidence_option,
    click.option(
        "--each-report", is_flag=True,
        help="Count each article's telling of an event; else what several tell counts once.",
    ),
    as_of_options,
    click.option(
        "--chart", type=click.Path(path_type=Path, dir_okay=False), callback=_chart_path,
        metavar="FILE",
        help="Draw it, too: .vl.json (Vega-Lite), .svg or .png (need the extra dragoman[charts]).",
    ),
    click.option("--json", "as_json", is_flag=True, help="Print JSON Lines: the basis, then a row each."),
    click.option("--csv", "as_csv", is_flag=True, help="Print CSV; the basis goes to stderr."),
    color_option,
)  # fmt: skip


def counting(command: Command) -> Command:
    """Add the options that all counting commands have, and QUERY; hand them over as one `Asked`."""

    @wraps(command)
    def run(**given: Any) -> None:
        shared = {name: given.pop(name) for name in _FIELDS}
        if shared["as_json"] and shared["as_csv"]:
            raise click.UsageError("--json and --csv exclude each other.")
        command(Asked(**shared), **given)

    wrapped: Any = run
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    added: Command = wrapped
    return added


def query_argument(command: Command) -> Command:
    """Add QUERY, which may be left out."""
    return click.argument("query", required=False, metavar="[QUERY]")(command)


def every_option(default: str | None) -> Callable[[Command], Command]:
    """Return the option --every."""
    return click.option(
        "--every",
        type=click.Choice(EVERY),
        default=default,
        show_default=default is not None,
        help="How long each point of the series is.",
    )
