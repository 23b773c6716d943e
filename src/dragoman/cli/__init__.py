"""Row 13: the command line. Each command imports what it needs when it runs."""

from __future__ import annotations

import click

from dragoman.cli.commands.backup import backup
from dragoman.cli.commands.changes import changes
from dragoman.cli.commands.code import code
from dragoman.cli.commands.codebook import codebook
from dragoman.cli.commands.counts import counts
from dragoman.cli.commands.dyad import dyad
from dragoman.cli.commands.events import events
from dragoman.cli.commands.example import example
from dragoman.cli.commands.explain import explain
from dragoman.cli.commands.export import export
from dragoman.cli.commands.import_ import import_
from dragoman.cli.commands.judge import judge
from dragoman.cli.commands.judgements import judgements
from dragoman.cli.commands.listing import list_articles
from dragoman.cli.commands.model import model
from dragoman.cli.commands.network import network
from dragoman.cli.commands.positions import positions
from dragoman.cli.commands.problems import problems
from dragoman.cli.commands.quotes import quotes
from dragoman.cli.commands.read import read
from dragoman.cli.commands.recode import recode
from dragoman.cli.commands.revisions import revisions
from dragoman.cli.commands.saved import new, saved
from dragoman.cli.commands.schema import schema
from dragoman.cli.commands.search import search
from dragoman.cli.commands.show import show
from dragoman.cli.commands.timeline import timeline
from dragoman.cli.commands.verify import verify
from dragoman.cli.commands.where import where
from dragoman.cli.commands.who import who
from dragoman.cli.group import Commands


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from dragoman.version import own_version

        click.echo(f"dragoman {own_version()}")
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    examples=[
        "dragoman example --list            pages that ship with Dragoman",
        "dragoman read example:NAME         read one of them",
        "dragoman read page.html            read your own",
        "dragoman read pages/ --into talks.dragoman",
    ],
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Read news: who said and did what to whom, when, where, and on whose word."""


for command in (
    read,
    quotes,
    events,
    positions,
    explain,
    code,
    search,
    saved,
    new,
    counts,
    dyad,
    network,
    changes,
    timeline,
    show,
    list_articles,
    problems,
    judge,
    judgements,
    revisions,
    recode,
    verify,
    backup,
    export,
    import_,
    who,
    where,
    codebook,
    example,
    schema,
    model,
):
    main.add_command(command)
