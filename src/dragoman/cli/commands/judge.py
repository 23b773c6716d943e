"""`dragoman judge`: what a person decides about a record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from dragoman.cli.group import DocumentedCommand
from dragoman.cli.options import color_option, in_option

if TYPE_CHECKING:
    from dragoman.archive import ArchiveFile
    from dragoman.records import Judgement

Deed = Literal["accept", "reject", "edit", "withdraw"]


def _edits(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    edits = []
    for written in value:
        field, sign, rest = written.partition("=")
        if not sign or not field.strip():
            raise click.BadParameter(f"{written[:40]!r} is no FIELD=VALUE.", ctx, param)
        edits.append((field, rest))
    return tuple(edits)


@click.command(
    cls=DocumentedCommand,
    examples=[
        "dragoman judge e3kq7v reject --by 'Mia Sand' --in talks.dragoman",
        "dragoman judge e3kq7v edit status=planned type=AGREE --by 'Mia Sand' --in talks.dragoman",
        "dragoman judge q2ultu edit speakers='Anna Holm' --by MS --note 'see the video' --in talks.dragoman",
        "dragoman judge e3kq7v withdraw --by 'Mia Sand' --in talks.dragoman",
    ],
)
@click.argument("record_id", metavar="ID")
@click.argument("deed", type=click.Choice(["accept", "reject", "edit", "withdraw"]))
@click.argument("edits", nargs=-1, metavar="[FIELD=VALUE…]", callback=_edits)
@click.option(
    "--by",
    required=True,
    envvar="DRAGOMAN_BY",
    show_envvar=True,
    metavar="NAME",
    help="Who decides so.",
)
@click.option("--note", metavar="WORDS", help="Why.")
@in_option
@click.option("--json", "as_json", is_flag=True, help="Print the judgement as a JSON line.")
@color_option
def judge(  # noqa: PLR0913 - one argument for each option, as click hands them over
    record_id: str,
    *,
    deed: Deed,
    edits: tuple[tuple[str, str], ...],
    by: str,
    note: str | None,
    file: Path,
    as_json: bool,
    no_color: bool,
) -> None:
    """Accept, reject or edit a record; withdraw takes the latest judgement on it back.

    ID is that of a quotation, refusal, event, position, actor, place, time or chain, as other
    commands print it; its first six characters are enough. What was extracted is kept beside the
    judgement: rejected records are left out and edited fields replaced wherever the archive is
    read, searched, counted or exported, also after the page was coded anew.

    An empty VALUE empties a field. Several parties or speakers are parted by semicolons: each is
    an actor of the article or stands in its text. docs/reference/judgements.md lists the fields.

    Exit code 1: there is no such record or field, or the field cannot have that value.
    """
    from dragoman.archive import ArchiveFile
    from dragoman.cli.output import console, show_parts
    from dragoman.cli.render.judgements import done
    from dragoman.records.lines import record_line

    with ArchiveFile(file, make=False) as archive:
        judgement = _done(archive, record_id, deed, by, edits, note)
    out = console(no_color=no_color)
    if as_json:
        out.file.write(record_line("judgement", judgement.article_id, judgement) + "\n")
    else:
        show_parts(out, done(judgement))


def _done(
    archive: ArchiveFile,
    record_id: str,
    deed: Deed,
    by: str,
    edits: tuple[tuple[str, str], ...],
    note: str | None,
) -> Judgement:
    if deed != "withdraw":
        return archive.judge(record_id, deed, by=by, edits=edits, note=note)
    if edits or note:
        raise click.UsageError("withdraw takes no FIELD=VALUE and no --note.")
    return archive.withdraw(record_id, by=by)
