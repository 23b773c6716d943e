"""`dragoman read`: pages go in, readouts come out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from dragoman.cli.group import FAILED, INTERRUPTED, DocumentedCommand
from dragoman.cli.options import (
    codebook_option,
    color_option,
    json_option,
    only_option,
    page_options,
)

if TYPE_CHECKING:
    from dragoman.cli.layers import Layer
    from dragoman.ingest import OnError

Show = Literal["full", "line", "none"]


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman read page.html",
        "dragoman read example:NAME --only quotes",
        "curl -s https://news.example/a | dragoman read - --url https://news.example/a",
        "dragoman read pages/ --into talks.dragoman",
        "dragoman read 'pages/2024-*.html' --json | jq 'select(.record == \"event\")'",
    ],
)
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@json_option
@click.option(
    "--into",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Also keep the readouts in this archive; it is made if there is none.",
)
@click.option(
    "--keep-pages",
    is_flag=True,
    help="With --into, also keep the pages' bytes, packed, so that `dragoman recode` can read them "
    "anew; without, it starts from their text.",
)
@page_options
@only_option
@click.option(
    "--show",
    type=click.Choice(["full", "line", "none"]),
    help="How much to print of each page. By default everything; one line a page when several "
    "are kept with --into.",
)
@codebook_option
@color_option
@click.option(
    "--on-error",
    type=click.Choice(["record", "skip", "raise"]),
    default="record",
    show_default=True,
    help="A page that cannot be read: note it in the archive and go on, go on, or stop.",
)
def read(  # noqa: PLR0913 - one argument for each option, as click hands them over
    pages: tuple[str, ...],
    *,
    as_json: bool,
    into: Path | None,
    keep_pages: bool,
    url: str | None,
    published: str | None,
    only: tuple[Layer, ...],
    show: Show | None,
    no_color: bool,
    on_error: OnError,
) -> None:
    """Read pages and print what was said and done in them.

    PAGE is a file, a folder, a pattern in quotes, "-" for standard input, or example:NAME. HTML,
    pages saved as text, Markdown and plain text are told apart by what is in them.

    A page whose bytes the archive has already is passed over. Ctrl-C stops; the same command
    goes on where it stopped. Exit code 1: some pages could not be read.
    """
    from dragoman.cli.reading import Job, Options, run
    from dragoman.ingest import expand

    sources = list(expand(pages))
    if keep_pages and into is None:
        raise click.UsageError("--keep-pages keeps them in an archive: name one with --into.")
    if len(sources) > 1 and (url or published):
        raise click.UsageError("--url and --published are for one page.")
    several_kept = len(sources) > 1 and into is not None and not as_json
    options = Options(
        as_json=as_json,
        url=url,
        published=published,
        only=only,
        show=show or ("line" if several_kept else "full"),
        no_color=no_color,
        on_error=on_error,
        keep_pages=keep_pages,
    )
    done = run(Job(sources, into), options)
    if done.interrupted:
        click.get_current_context().exit(INTERRUPTED)
    if done.counts.failed:
        click.get_current_context().exit(FAILED)
