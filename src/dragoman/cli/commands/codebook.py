"""`dragoman codebook`: the vocabulary that ships, and a user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from dragoman.cli.group import FAILED, DocumentedCommand, DocumentedGroup
from dragoman.cli.options import codebook_option


@click.group(
    cls=DocumentedGroup,
    examples=[
        "dragoman codebook list",
        "dragoman codebook add my.toml people name='Aziza Karimova' country=UZB",
        "dragoman codebook check my.toml",
        "dragoman codebook export offices > offices.tsv",
    ],
)
def codebook() -> None:
    """See the codebooks, and add people, offices, bodies or words of your own.

    A codebook of your own is one TOML file. --codebook FILE, or DRAGOMAN_CODEBOOK, adds its rows to
    those that ship; a row with the same key as one that ships takes its place.
    """


@codebook.command(
    "list",
    cls=DocumentedCommand,
    examples=["dragoman codebook list", "dragoman codebook list offices"],
)
@click.argument("table", required=False)
def list_codebooks(table: str | None) -> None:
    """List the codebooks that can be added to, or the columns of one."""
    from dragoman.codebooks.loader import head_of, load_table
    from dragoman.codebooks.own import KEYS
    from dragoman.codebooks.own_file import columns_of

    if table is not None:
        for column in columns_of(table):
            click.echo(f"{column}{'  (key)' if column in KEYS[table] else ''}")
        return
    for name in KEYS:
        version = head_of(f"{name}.tsv").version
        click.echo(f"{name:16} {len(load_table(f'{name}.tsv')):6,} rows  version {version}")


@codebook.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman codebook check my.toml",
        "DRAGOMAN_CODEBOOK=my.toml dragoman codebook check",
    ],
)
@click.argument("file", type=click.Path(path_type=Path), required=False, envvar="DRAGOMAN_CODEBOOK")
def check(file: Path | None) -> None:
    """Check a codebook of your own, or those that ship.

    Dates must be sane, keys unique, countries ISO-3, sectors and kinds PLOVER's, conditions of the event
    lexicon readable. Each fault is a line. Exit code 1: there are some.
    """
    from dragoman.codebooks.own_file import check as faults_of
    from dragoman.codebooks.validate import all_problems

    faults = faults_of(file) if file else all_problems()
    for fault in faults:
        click.echo(fault)
    click.echo(f"{file or 'The codebooks that ship'}: {len(faults) or 'no'} faults.", err=True)
    if faults:
        click.get_current_context().exit(FAILED)


@codebook.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman codebook add my.toml people name='Aziza Karimova' country=UZB aliases='A. Karimova'",
        "dragoman codebook add my.toml outlets name='Aral Daily' kind=outlet country=UZB",
    ],
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("table")
@click.argument("cells", nargs=-1, required=True, metavar="COLUMN=VALUE…")
def add(file: Path, table: str, cells: tuple[str, ...]) -> None:
    """Add a row to a codebook of your own; the file is made if there is none.

    TABLE is one that `dragoman codebook list` shows. Several names of one thing are parted by "|".
    A row with a fault is not added: the faults are printed, and the exit code is 1.
    """
    from dragoman.codebooks.own_file import add_row, columns_of

    columns = columns_of(table)
    faults = add_row(file, table, dict(_cell(cell, columns) for cell in cells))
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        click.echo("Nothing was added.", err=True)
        click.get_current_context().exit(FAILED)
    click.echo(f"Added to {table} in {file}.", err=True)


@codebook.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman codebook export offices > offices.tsv",
        "dragoman codebook export people --format json --codebook my.toml",
    ],
)
@click.argument("table")
@click.option(
    "--format", "form", type=click.Choice(["tsv", "csv", "json"]), default="tsv", show_default=True,
    help="Tabs or commas between cells, or one JSON object a line.",
)  # fmt: skip
@codebook_option
def export(table: str, *, form: Literal["tsv", "csv", "json"]) -> None:
    """Print all rows of a codebook, with those of --codebook."""
    import json

    from dragoman.codebooks.loader import load_table
    from dragoman.codebooks.own_file import columns_of
    from dragoman.text.safe import csv_line

    columns = columns_of(table)
    rows = load_table(f"{table}.tsv")
    if form == "json":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    for cells in (columns, *(tuple(row.values()) for row in rows)):
        click.echo("\t".join(cells) if form == "tsv" else csv_line(cells), nl=form == "tsv")


def _cell(written: str, columns: tuple[str, ...]) -> tuple[str, str]:
    column, equals, value = written.partition("=")
    if not equals or column not in columns:
        raise click.BadParameter(
            f"{written!r} is not COLUMN=VALUE; the columns are: {', '.join(columns)}.",
            param_hint="COLUMN=VALUE",
        )
    return column, value
