"""`dragoman where`: which places bear a name, and who claims and holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FAILED, DocumentedCommand
from dragoman.cli.options import codebook_option, color_option, day_option, json_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.codebooks.located import Located


def _country(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from dragoman.codebooks.countries import countries

    code = value.upper()
    found = (c.iso3 for c in countries().values() if code in {c.iso3, c.iso2})
    iso3 = next(found, None)
    if iso3 is None:
        raise click.BadParameter(f"no country has the ISO code {value!r}", ctx, param)
    return iso3


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman where Kherson --on 2022-05-01",
        'dragoman where "Paris, Texas"',
        "dragoman where San José --country CRI",
        "dragoman where Shusha --on 2019 --json",
    ],
)
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@click.option(
    "--country", callback=_country, metavar="ISO", help="Only places of this country: UKR or UA."
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="Show at most N places.",
)
@day_option
@codebook_option
@json_option
@color_option
def where(
    name: tuple[str, ...],
    *,
    country: str | None,
    most: int,
    day: str | None,
    as_json: bool,
    no_color: bool,
) -> None:
    """Say which places bear a name, from the gazetteer alone, the most likely first.

    Each comes with its kind, division, country, coordinates (degrees), people and GeoNames id.
    Of contested territory it says who claims and who holds it, on the day given with --on or now.
    "Paris, Texas" asks for what lies in Texas. Exit code 1: no place bears the name.
    """
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.located import located_parts
    from dragoman.codebooks.located import locate, scripts_of, similar_places

    asked = " ".join(name)
    found = locate(asked, country=country, day=day)
    if as_json:
        for line in _json_lines(asked, day, found[:most]):
            click.echo(line)
    elif found:
        show_parts(console(no_color=no_color), located_parts(found, most))
    if not found:
        inside = f" in {country}" if country else ""
        click.echo(f"The gazetteer knows no {asked!r}{inside}.", err=True)
        scripts, near = scripts_of(asked), similar_places(asked)
        if len(scripts) > 1:
            click.echo(f"Hint: It mixes {' and '.join(scripts)} letters.", err=True)
        elif near:
            click.echo(f"Hint: Did you mean {', '.join(near)}?", err=True)
        click.get_current_context().exit(FAILED)


def _json_lines(asked: str, day: str | None, found: Iterable[Located]) -> Iterator[str]:
    import json

    from dragoman.text.safe import safe_json

    for entry, standing in found:
        fields = {"record": "place", "asked": asked, "on": day, **entry._asdict()}
        fields["standing"] = standing._asdict() if standing else None
        yield safe_json(json.dumps(fields, ensure_ascii=False))
