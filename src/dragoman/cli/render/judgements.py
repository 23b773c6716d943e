"""What people decided about records, for the eye and for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.render.layout import Heading, Line, Part, joined
from dragoman.cli.render.pieces import SHORT

if TYPE_CHECKING:
    from dragoman.archive import Judged
    from dragoman.records import Judgement

_DONE = {"accept": "accepted", "reject": "rejected", "edit": "edited"}
_STYLES = {"accept": "good", "reject": "bad", "edit": "edited"}
_LONGEST = 90  # of the words that are shown

COLUMNS = (
    "id", "verdict", "kind", "words", "edits", "by", "at", "note", "withdrawn_by", "withdrawn_at",
    "record_id", "stands_on", "article_id", "headline", "outlet",
)  # fmt: skip


def done(judgement: Judgement) -> Iterator[Part]:
    """Yield what was just decided, and how to undo it."""
    taken_back = judgement.withdrawn_at is not None
    head = Text("withdrawn" if taken_back else _DONE[judgement.verdict], "good")
    what = Text(f"{judgement.kind} {judgement.record_id[:SHORT]}", "id")
    yield Line(joined([head, what, _words(judgement), _edits(judgement)]))
    if not taken_back:
        undo = f"Undo: dragoman judge {judgement.id[:SHORT]} withdraw --by NAME --in FILE"
        yield Line(Text(undo, "quiet"))


def judgements_listed(found: Iterable[Judged]) -> Iterator[Part]:
    """Yield each judgement: what, on which words, and under it by whom, when and why."""
    listed = list(found)
    yield Heading("✓", "Judgements", len(listed))
    for one in listed:
        judgement = one.judgement
        verdict = Text(_DONE[judgement.verdict], _STYLES[judgement.verdict])
        head = joined([verdict, judgement.kind, _words(judgement), _edits(judgement)])
        yield Line(head, SHORT + 2, judgement.id[:SHORT])
        about = (
            f"by {judgement.by}",
            judgement.at[:16].replace("T", " ") + " UTC",
            judgement.note or "",
            _standing(one),
            one.headline or "",
        )
        yield Line(joined((words, "quiet") for words in about), SHORT + 2)


def cells(one: Judged) -> tuple[str, ...]:
    """Return the cells of `COLUMNS`."""
    judgement = one.judgement
    return (
        judgement.id,
        judgement.verdict,
        judgement.kind,
        judgement.words,
        _edits(judgement),
        judgement.by,
        judgement.at,
        judgement.note or "",
        judgement.withdrawn_by or "",
        judgement.withdrawn_at or "",
        judgement.record_id,
        one.stands_on or "",
        judgement.article_id,
        one.headline or "",
        one.outlet or "",
    )


def _words(judgement: Judgement) -> str:
    words = " ".join(judgement.words.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”"


def _edits(judgement: Judgement) -> str:
    return "; ".join(f"{edit.field}={edit.value}" for edit in judgement.edits)


def _standing(one: Judged) -> str:
    if one.judgement.withdrawn_at is not None:
        return f"withdrawn by {one.judgement.withdrawn_by}"
    if one.superseded:
        return "on an older revision"
    if one.stands_on is None:
        return "found no place: judge the record anew, or withdraw it"
    return f"on {one.stands_on[:SHORT]}"
