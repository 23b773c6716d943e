"""Revisions of pages: what was changed in words and in records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.render.layout import Gap, Line, Part, joined
from dragoman.cli.render.pieces import SHORT
from dragoman.cli.render.record_changes import change_parts, told
from dragoman.text.safe import csv_line, safe_json

if TYPE_CHECKING:
    from dragoman.archive import Revision, WordChange

_COLUMNS = (
    "url", "outlet", "headline", "revision", "article_id", "supersedes", "published", "modified",
    "added_at", "what", "where", "left", "before", "after", "right", "fields",
)  # fmt: skip


def revision_parts(one: Revision, *, full: bool) -> Iterator[Part]:
    """Yield a revision: the page, how much was changed, and with ``full`` every change."""
    amount = f"{one.removed} words out, {one.added} in"
    records = f"{len(one.records)} records differ" if one.records else ""
    when = f"added {one.added_at[:16].replace('T', ' ')} UTC"
    number = f"revision {one.revision}"
    head = Text(one.headline or "(no headline)", "name")
    yield Line(head, SHORT + 2, one.article_id[:SHORT])
    about = (one.outlet or "", number, when, amount, records, one.url)
    yield Line(joined((words, "quiet") for words in about), SHORT + 2)
    if full:
        for change in one.words:
            yield Line(_changed(change), 2)
        yield from change_parts(one.records)
        yield Gap()


def json_line(one: Revision) -> str:
    """Return the line of a revision."""
    row = {
        **{name: value for name, value in one._asdict().items() if name != "records"},
        "words": [change._asdict() for change in one.words],
        "records": [
            {
                "kind": change.kind,
                "how": change.how,
                "fields": change.fields,
                "before": change.before.model_dump(mode="json") if change.before else None,
                "after": change.after.model_dump(mode="json") if change.after else None,
            }
            for change in one.records
        ],
    }
    return safe_json(json.dumps(row, ensure_ascii=False)) + "\n"


def csv_lines(one: Revision, *, head: bool) -> Iterator[str]:
    """Yield a row for each change of a revision, after the names of the columns."""
    if head:
        yield csv_line(_COLUMNS)
    own = (
        one.url, one.outlet or "", one.headline or "", str(one.revision), one.article_id,
        one.supersedes, one.published or "", one.modified or "", one.added_at,
    )  # fmt: skip
    for change in one.words:
        words = (change.left, change.before, change.after, change.right, "")
        yield csv_line((*own, "words", change.where or "", *words))
    for record in one.records:
        before = told(record.before) if record.before else ""
        after = told(record.after) if record.after else ""
        fields = " ".join(record.fields)
        yield csv_line((*own, f"{record.kind} {record.how}", "", "", before, after, "", fields))


def _changed(change: WordChange) -> Text:
    line = Text()
    line.append(f"{change.where or 'text'}: ".replace("_", " "), "code")
    pieces = (
        (change.left, "quiet"),
        (f"[-{change.before}-]" if change.before else "", "bad"),
        (f"{{+{change.after}+}}" if change.after else "", "good"),
        (change.right, "quiet"),
    )
    line.append_text(joined(((" ".join(words.split()), style) for words, style in pieces), " "))
    return line
