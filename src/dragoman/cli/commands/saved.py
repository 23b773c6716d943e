"""`dragoman saved` and `dragoman new`: a query asked again, and what is new in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import DocumentedCommand, DocumentedGroup
from dragoman.cli.options import color_option, in_option, json_option

if TYPE_CHECKING:
    from dragoman.archive import ArchiveFile, News, SavedSearch


@click.group(
    cls=DocumentedGroup,
    examples=[
        "dragoman saved add grain 'grain (deal OR corridor)' --in talks.dragoman",
        "dragoman saved list --in talks.dragoman",
    ],
)
def saved() -> None:
    """Keep queries under a name; `dragoman new NAME` shows what is new in one."""


@saved.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman saved add grain 'grain (deal OR corridor)' --in talks.dragoman",
        "dragoman saved add rejected 'type:REJECT country:NOR' --from-now --in talks.dragoman",
    ],
)
@click.argument("name", metavar="NAME")
@click.argument("query", metavar="QUERY")
@in_option
@click.option("--from-now", is_flag=True, help="Take what answers today for seen.")
def add(name: str, query: str, *, file: Path, from_now: bool) -> None:
    """Save QUERY under NAME in the archive; QUERY is in the language of `dragoman search`.

    Exit code 1: the archive cannot be written. 2: NAME is taken, or QUERY cannot be answered.
    """
    from dragoman.errors import QueryError

    with _existing(file) as archive:
        try:
            made = archive.save_search(name, query, from_now=from_now)
        except QueryError as error:
            raise click.UsageError(str(error)) from error
    click.echo(f"Saved {made.name}: {_articles(made.new)} new.")


@saved.command(
    "list",
    cls=DocumentedCommand,
    examples=[
        "dragoman saved list --in talks.dragoman",
        "dragoman saved list --in talks.dragoman --json",
    ],
)
@in_option
@json_option
@color_option
def list_saved(file: Path, *, as_json: bool, no_color: bool) -> None:
    """List the saved searches by name, with how many articles are new in each."""
    from dragoman.archive import ArchiveFile

    with ArchiveFile(file, readonly=True) as archive:
        listed = archive.saved_searches()
    if as_json:
        import json
        from dataclasses import asdict

        from dragoman.text.safe import safe_json

        for one in listed:
            click.echo(safe_json(json.dumps(asdict(one), ensure_ascii=False)))
        return
    _show(listed, no_color=no_color)
    if not listed:
        click.echo("None is saved. Save one with: dragoman saved add NAME QUERY", err=True)


@saved.command(
    cls=DocumentedCommand,
    examples=["dragoman saved remove grain --in talks.dragoman"],
)
@click.argument("name", metavar="NAME")
@in_option
def remove(name: str, *, file: Path) -> None:
    """Forget a saved search and what was shown of it; the archive's articles stay.

    Exit code 2: there is none of this name.
    """
    from dragoman.errors import QueryError

    with _existing(file) as archive:
        try:
            archive.remove_search(name)
        except QueryError as error:
            raise click.UsageError(str(error)) from error
    click.echo(f"Removed {name}.")


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman new grain --in talks.dragoman",
        "dragoman new grain --in talks.dragoman --peek",
        "dragoman new grain --in talks.dragoman --csv > new.csv",
    ],
)
@click.argument("name", metavar="NAME")
@in_option
@click.option(
    "--most",
    type=click.IntRange(min=1, max=100_000),
    default=20,
    show_default=True,
    metavar="N",
    help="Show at most so many articles, the newest; the others stay new.",
)
@click.option("--peek", is_flag=True, help="Mark nothing as seen; the archive is only read.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print JSON Lines: the counts with facets, then one hit a line, each new or revised.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one row a piece of evidence.")
@color_option
def new(  # noqa: PLR0913 - one for each option
    name: str,
    *,
    file: Path,
    most: int,
    peek: bool,
    as_json: bool,
    as_csv: bool,
    no_color: bool,
) -> None:
    """Show what is new in a saved search since it was last shown: counts first, then the hits.

    A page that was there at the last look and has changed since is shown as revised. What was
    shown is marked as seen once all of it is written; --peek marks nothing.

    Exit code 1: the archive cannot be read or, without --peek, written. 2: there is no such search.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    from dragoman.archive import ArchiveFile
    from dragoman.errors import QueryError

    with ArchiveFile(file, readonly=True) if peek else _existing(file) as archive:
        try:
            news = archive.new(name, limit=most)
        except QueryError as error:
            raise click.UsageError(str(error)) from error
        _print(news, as_json=as_json, as_csv=as_csv, no_color=no_color)
        if not peek:
            archive.mark_seen(name, [hit.article_id for hit in news.found.hits])
    rest = news.found.articles - len(news.found.hits)
    if not news.found.articles:
        click.echo("Nothing is new.", err=True)
    elif rest:
        click.echo(f"{_articles(rest)} more: run the same command again, or use --most.", err=True)


def _existing(file: Path) -> ArchiveFile:
    """Open an archive for writing; a name that was mistyped makes no new one."""
    from dragoman.archive import ArchiveFile
    from dragoman.errors import ArchiveReadOnly

    try:
        return ArchiveFile(file, make=False)
    except ArchiveReadOnly as error:
        raise ArchiveReadOnly(
            "The archive can only be read here: nothing can be saved in it or marked as seen.",
            hint="Look with dragoman new NAME --peek, or copy the archive to where you may write.",
            source=error.source,
        ) from error


def _print(news: News, *, as_json: bool, as_csv: bool, no_color: bool) -> None:
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.searchlines import csv_lines, json_lines

    out = console(no_color=no_color)
    states = {
        hit.article_id: "revised" if hit.article_id in news.revised else "new"
        for hit in news.found.hits
    }
    if as_json or as_csv:
        lines = json_lines if as_json else csv_lines
        out.file.writelines(lines(news.found, states))
    else:
        from dragoman.cli.render.found import found_parts

        show_parts(out, found_parts(news.found, states))
    out.file.flush()  # an error here leaves everything new


def _show(listed: tuple[SavedSearch, ...], *, no_color: bool) -> None:
    from rich.text import Text

    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.layout import grid

    rows = [
        (
            Text(one.name, "name"),
            Text(f"{one.new:,} new"),
            Text(
                f"seen {one.seen_at[:16].replace('T', ' ')}" if one.seen_at else "never seen",
                "quiet",
            ),
            Text(one.query),
        )
        for one in listed
    ]
    if rows:
        show_parts(console(no_color=no_color), [grid(rows)])


def _articles(number: int) -> str:
    return f"{number:,} article{'' if number == 1 else 's'}"
