"""`dragoman recode`: what an archive holds, extracted again by the present version."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import FAILED, INTERRUPTED, DocumentedCommand
from dragoman.cli.options import archive_argument, codebook_option, color_option


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman recode talks.dragoman --dry-run",
        "dragoman recode talks.dragoman",
        "dragoman recode talks.dragoman --all --json > changes.jsonl",
    ],
)
@archive_argument
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also what the present version, model and codebooks have made.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would change.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, one article a line.")
@codebook_option
@color_option
def recode(file: Path, *, everything: bool, dry_run: bool, as_json: bool, no_color: bool) -> None:
    """Extract the records of an archive anew and say what changed.

    Only articles that another version, language model or codebook has made. A page whose bytes were
    kept (`dragoman read --keep-pages`) is read anew, of others the kept text is used. Each article is
    one transaction; Ctrl-C stops, and the same command goes on where it stopped. Judgements stay;
    those that find no record in their place are listed.

    Exit code 1: some articles failed and stay as they were.
    """
    from dragoman.cli.recoding import run

    done = run(file, everything=everything, dry_run=dry_run, as_json=as_json, no_color=no_color)
    if done.interrupted:
        click.get_current_context().exit(INTERRUPTED)
    if done.failed:
        click.get_current_context().exit(FAILED)
