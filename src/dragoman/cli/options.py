"""Options that several commands share."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from dragoman.cli.layers import LAYERS, Layer, parse_layers

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.archive import AsOf

ARCHIVE_VARIABLE = "DRAGOMAN_ARCHIVE"
CODEBOOK_VARIABLE = "DRAGOMAN_CODEBOOK"


Command = TypeVar("Command", bound="Callable[..., Any]")


def _layers(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[Layer, ...]:
    if value is None:
        return LAYERS
    try:
        return parse_layers(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def only_option(command: Command) -> Command:
    """Add --only."""
    return click.option(
        "--only",
        callback=_layers,
        metavar="LAYERS",
        help=f"Show only these, parted by commas: {', '.join(LAYERS)}.",
    )(command)


def json_option(command: Command) -> Command:
    """Add --json."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON Lines, one record a line."
    )(command)


def color_option(command: Command) -> Command:
    """Add --no-color."""
    return click.option(
        "--no-color", is_flag=True, help="Print without colour (so does NO_COLOR=1)."
    )(command)


def archive_argument(command: Command) -> Command:
    """Add FILE, an archive that exists."""
    return click.argument(
        "file", type=click.Path(path_type=Path), envvar=ARCHIVE_VARIABLE, metavar="FILE"
    )(command)


def in_option(command: Command) -> Command:
    """Add --in, the archive that a command reads or corrects."""
    return click.option(
        "--in",
        "file",
        required=True,
        type=click.Path(path_type=Path),
        envvar=ARCHIVE_VARIABLE,
        show_envvar=True,
        metavar="FILE",
        help="The archive.",
    )(command)


def _published(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Check a date before any page is read: a wrong one is wrong usage."""
    from dragoman.text.isodates import parse_iso

    if value is not None and parse_iso(value) is None:
        raise click.BadParameter(
            f'{value!r} is no date; write it as "2023-11-01" or "2023-11-01T13:56+02:00".',
            ctx,
            param,
        )
    return value


def page_options(command: Command) -> Command:
    """Add --url and --published, what a saved page may not say of itself."""
    published = click.option(
        "--published",
        callback=_published,
        metavar="DATE",
        help='When it was published, where the page does not say: "2023-11-01", '
        '"2023-11-01T13:56+02:00" (one page only).',
    )
    url = click.option("--url", metavar="URL", help="Where the page was published (one page only).")
    return url(published(command))


def _taken(ctx: click.Context, param: click.Parameter, value: tuple[Path, ...]) -> None:  # noqa: ARG001
    if value:
        from dragoman.codebooks import use_codebooks

        use_codebooks(*value)


def codebook_option(command: Command) -> Command:
    """Add --codebook, which lets a user's own rows join the codebooks before the command runs."""
    return click.option(
        "--codebook",
        type=click.Path(path_type=Path),
        multiple=True,
        envvar=CODEBOOK_VARIABLE,
        expose_value=False,
        callback=_taken,
        metavar="FILE",
        help="Add the rows of this codebook of your own (TOML; may be given again).",
    )(command)


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from dragoman.codebooks.dates import is_date

    if value is not None and not is_date(value):
        raise click.BadParameter(
            f'{value!r} is no date; write "2015-03-01", "2015-03" or "2015".', ctx, param
        )
    return value


def day_option(command: Command) -> Command:
    """Add --on, the day that a question is about."""
    return click.option(
        "--on",
        "day",
        callback=_day,
        metavar="DATE",
        help="As of this day, month or year: 2015-03-01, 2015-03, 2015.",
    )(command)


def as_of_options(command: Command) -> Command:
    """Add --as-of and --clock; the command gets both as ``as_of``: a moment, or None for now."""

    @wraps(command)
    def with_moment(*args: Any, as_of: str | None, clock: str | None, **kwargs: Any) -> Any:
        return command(*args, as_of=_moment(as_of, clock), **kwargs)

    day = click.option(
        "--as-of",
        "as_of",
        metavar="DATE",
        help="Only what was known by the end of this day, month or year (2024-03-31, 2024-03, 2024), "
        "each page in its revision of then.",
    )
    clock = click.option(
        "--clock",
        type=click.Choice(["published", "added"]),
        help="What --as-of means: published by then, which is the default, or added to the archive.",
    )
    return day(clock(cast("Command", with_moment)))


def _moment(day: str | None, clock: str | None) -> AsOf | None:
    if day is None:
        if clock is not None:
            raise click.UsageError("--clock goes with --as-of.")
        return None
    from dragoman.archive.asof import as_of
    from dragoman.errors import QueryError

    try:
        return as_of(day, clock or "published")
    except QueryError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from error


def within_option(command: Command) -> Command:
    """Add --in, an archive of which PAGE names an article or record."""
    return click.option(
        "--in",
        "archive",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="An archive: PAGE is the id of an article or record in it; without PAGE, all articles.",
    )(command)


def ontology_option(command: Command) -> Command:
    """Add --ontology."""
    return click.option(
        "--ontology",
        type=click.Choice(["plover", "cameo"]),
        default="plover",
        show_default=True,
        help="What to name acts by: PLOVER types and modes, or CAMEO codes with Goldstein scores.",
    )(command)


def confidence_option(command: Command) -> Command:
    """Add --confidence."""
    return click.option(
        "--confidence",
        "least",
        type=click.FloatRange(0.0, 1.0),
        default=0.0,
        metavar="SHARE",
        help="Only events whose type and parties are so likely right, 0 to 1 (0.6: fewer and surer).",
    )(command)


def strict_option(command: Command) -> Command:
    """Add --strict."""
    return click.option(
        "--strict",
        is_flag=True,
        help="PLOVER's own conventions: a future meeting is AGREE, a promised harm THREATEN; what "
        "did not happen, has no actor, or only blocs for parties is left out.",
    )(command)


def country_list(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the ISO-3 codes of a list; one that no state has is wrong usage."""
    if value is None:
        return ()
    from dragoman.codebooks.countries import countries

    codes = tuple(code.strip().upper() for code in value.split(","))
    for code in codes:
        if code not in countries():
            raise click.BadParameter(
                f"{code!r} is no ISO-3 code of a state; write RUS, KAZ, FRA.", ctx, param
            )
    return codes


def check_pages(
    pages: tuple[str, ...],
    archive: Path | None,
    url: str | None,
    published: str | None,
    *,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Refuse options of a command on pages that exclude each other.

    Raises:
        click.UsageError: There is nothing to read, or two options do not go together.
    """
    if not pages and archive is None:
        raise click.UsageError("Name a page, or an archive with --in.")
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    if (url or published) and (archive is not None or len(pages) > 1):
        raise click.UsageError("--url and --published are for one page.")
