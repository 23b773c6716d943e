"""`dragoman schema`: what a line of --json may hold."""

from __future__ import annotations

import click

from dragoman.cli.group import DocumentedCommand


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman schema > dragoman.schema.json",
    ],
)
def schema() -> None:
    """Print the JSON Schema of what --json prints.

    Each line of `dragoman read --json` and `dragoman show --json` is valid against it.
    """
    import json

    from dragoman.cli.jsonlines import line_schema

    click.echo(json.dumps(line_schema(), indent=2, ensure_ascii=False))
