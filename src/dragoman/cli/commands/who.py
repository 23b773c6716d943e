"""`dragoman who`: what the codebooks know of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FAILED, DocumentedCommand
from dragoman.cli.options import codebook_option, color_option, day_option, json_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.extraction.actors import Answer


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman who Medvedev --on 2015-03-01",
        'dragoman who "foreign minister of Kazakhstan" --on 2019',
        'dragoman who "the Baltic states" --json',
        "dragoman who Karimova --codebook my.toml",
    ],
)
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@day_option
@codebook_option
@json_option
@color_option
def who(name: tuple[str, ...], *, day: str | None, as_json: bool, no_color: bool) -> None:
    """Say who bears a name or holds an office, from the codebooks alone.

    Shows how the words are read as a party on the day, and every line of the codebooks that bears
    the name: offices with their dates, members of a bloc on the day, what a place stands for.
    Facts that are not certain are marked unverified. Exit code 1: the name is not known.
    """
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.known import answer_parts
    from dragoman.extraction.actors import similar_names
    from dragoman.extraction.actors import who as ask

    asked = " ".join(name)
    answer = ask(asked, day)
    if as_json:
        for line in _json_lines(answer):
            click.echo(line)
    elif answer:
        show_parts(console(no_color=no_color), answer_parts(answer))
    if not answer:
        near = similar_names(asked)
        click.echo(f"The codebooks know no {asked!r}.", err=True)
        hint = (
            f"Did you mean {', '.join(near)}?" if near else "Add it: dragoman codebook add --help"
        )
        click.echo(f"Hint: {hint}", err=True)
        click.get_current_context().exit(FAILED)


def _json_lines(answer: Answer) -> Iterator[str]:
    import json
    from dataclasses import asdict

    from dragoman.text.safe import safe_json

    def line(record: str, fields: dict[str, object]) -> str:
        return safe_json(json.dumps({"record": record, **fields}, ensure_ascii=False))

    if answer.reading is not None:
        reading = asdict(answer.reading)
        office = answer.reading.office
        reading["office"] = office.model_dump(mode="json") if office else None
        yield line("reading", {"asked": answer.name, "on": answer.day, **reading})
    for term in answer.holders:
        yield line("holder", {**term._asdict(), "title": term.written})
    for known in answer.known:
        terms = [{**term._asdict(), "title": term.written} for term in known.terms]
        fields = known.line._asdict()
        if known.sort == "organisation":
            fields["members"] = [member._asdict() for member in fields["members"]]
        yield line(known.sort, {**fields, **({"offices": terms} if terms else {})})
