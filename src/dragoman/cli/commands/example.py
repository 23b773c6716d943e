"""`dragoman example`: pages that ship with Dragoman."""

from __future__ import annotations

import click

from dragoman.cli.group import DocumentedCommand


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman example --list",
        "dragoman example NAME > page.html",
        "dragoman read example:NAME",
    ],
)
@click.argument("name", required=False)
@click.option("--list", "list_names", is_flag=True, help="List the names.")
def example(name: str | None, *, list_names: bool) -> None:
    """Print a page that ships, to try things on.

    It is printed as it is. Without a name the names are listed. `dragoman read example:NAME` reads one.
    """
    from dragoman import examples

    names = examples.names()
    if list_names or name is None:
        for known in names:
            click.echo(known)
        return
    if name not in names:
        raise click.BadParameter(
            f"No example is called {name!r}. There are: {', '.join(names)}.", param_hint="NAME"
        )
    click.echo(examples.load(name), nl=False)
