"""What a notebook shows of flat records: the first of them, with the words they rest on marked."""

from __future__ import annotations

from typing import Any

from dragoman.archive.frames.records import EventRow, QuotationRow, Records
from dragoman.text.markup import escaped, marked, table
from dragoman.text.spans import Span

MOST = 20
"""Records that are shown."""
_HEADS = {
    "EventRow": (
        "published", "outlet", "type", "modes", "actors", "recipients", "status", "date", "place",
    ),
    "QuotationRow": ("published", "outlet", "speakers", "kind", "said_at"),
    "PositionRow": ("published", "outlet", "holders", "stance", "issue", "towards", "since"),
}  # fmt: skip


def records_html(records: Records[Any]) -> str:
    """Return a table of the first records."""
    heads = _HEADS[records.row.__name__]
    shown = f", the first {MOST} shown" if len(records) > MOST else ""
    rows = (
        (*(escaped(str(getattr(one, head) or "")) for head in heads), _words(one))
        for one in records[:MOST]
    )
    return table(f"{len(records):,} ({records.asked}){shown}", (*heads, "words"), rows)


def _words(one: Any) -> str:
    if isinstance(one, EventRow):
        start = one.trigger_start - one.evidence_start
        return marked(one.evidence, [Span(start, start + one.trigger_end - one.trigger_start)])
    return escaped(one.text if isinstance(one, QuotationRow) else one.evidence)
