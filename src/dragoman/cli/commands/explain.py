"""`dragoman explain`: why an event was coded so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import ARCHIVE_VARIABLE, codebook_option, color_option

if TYPE_CHECKING:
    from dragoman.records import Event, Readout


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman explain emt3rjqt example:treaty",
        "dragoman explain emt3rjqt page.html",
        "dragoman explain emt3rjqt --in talks.dragoman",
    ],
)
@click.argument("event_id", metavar="EVENT")
@click.argument("page", required=False, metavar="PAGE")
@click.option(
    "--in",
    "file",
    type=click.Path(path_type=Path),
    envvar=ARCHIVE_VARIABLE,
    show_envvar=True,
    metavar="FILE",
    help="The archive that holds the event; or name the PAGE.",
)
@codebook_option
@color_option
def explain(event_id: str, page: str | None, *, file: Path | None, no_color: bool) -> None:
    """Say why an event was coded so.

    EVENT is its id as other commands print it; the first six characters are enough. Printed are
    the rule of the lexicon that held and the roles it gives, the words that each actor,
    recipient, date, place, count and the status rest on, and the other rules of the same word
    with the condition that did not hold.
    """
    if page is None and file is None:
        raise click.UsageError("Name the page that tells the event, or an archive with --in.")
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.explained import explained
    from dragoman.extraction.explain import explain as look

    readout, event = _in_archive(event_id, file) if page is None else _on_page(event_id, page)
    out = console(no_color=no_color)
    found = look(readout.article, event)
    show_parts(out, explained(readout, found, underline=out.is_terminal))


def _in_archive(event_id: str, file: Path | None) -> tuple[Readout, Event]:
    from dragoman.archive import ArchiveFile

    assert file is not None
    with ArchiveFile(file, readonly=True) as archive:
        found = archive.find(event_id)
        readout = archive.readout(found.record_id)
    return readout, _event(readout, found.record_id)


def _on_page(event_id: str, page: str) -> tuple[Readout, Event]:
    from dragoman.cli.found import Where, found
    from dragoman.cli.output import console
    from dragoman.records import Readout

    for one in found(Where((page,)), console(no_color=True, err=True), bar=False):
        if isinstance(one, Readout):
            return one, _event(one, event_id)
        raise click.ClickException(f"{one.source}: {one.message}")
    raise click.ClickException(f"{page}: there is no page.")


def _event(readout: Readout, event_id: str) -> Event:
    found = [event for event in readout.events if event.id.startswith(event_id)]
    if len(found) == 1 and len(event_id) >= _SHORTEST:
        return found[0]
    what = (
        "no event" if not found else "more than one event" if len(found) > 1 else "too short an id"
    )
    listed = ", ".join(f"{event.id[:8]} {event.type}" for event in readout.events) or "none"
    raise click.UsageError(f"{event_id!r} is {what} of this page. Its events: {listed}.")


_SHORTEST = 6
