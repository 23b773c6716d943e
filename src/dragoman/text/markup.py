"""Words and evidence as HTML for notebooks: what a page says is text there and never mark-up.

Colours are translucent and the rest is inherited, so that it can be read on light and dark; what is
marked is underlined too, and is a ``mark`` to who does not see it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from dragoman.text.safe import visible
from dragoman.text.spans import Span

_MARK = (
    "background:rgba(255,193,7,.3);color:inherit;text-decoration:underline;"
    "text-decoration-thickness:2px;text-underline-offset:2px"
)
_CELL = "text-align:left;vertical-align:top;padding:.2em .8em .2em 0;white-space:normal"
_AROUND = 160
"""Characters of a paragraph that are shown on each side of what is marked."""


def escaped(words: str) -> str:
    """Return words as HTML that shows them, and in which nothing acts."""
    return html.escape(visible(words), quote=True)


def marked(text: str, spans: Iterable[Span], within: Span | None = None) -> str:
    """Return a stretch of text as HTML with spans marked; those that overlap are one.

    Args:
        text: All of the text.
        spans: What to mark.
        within: Which stretch to show; by default all.
    """
    start, end = within or Span(0, len(text))
    pieces, at = [], start
    for span in sorted(spans):
        first, last = max(span.start, at), min(span.end, end)
        if first >= last:
            continue
        pieces += [
            escaped(text[at:first]),
            f'<mark style="{_MARK}">{escaped(text[first:last])}</mark>',
        ]
        at = last
    return "".join([*pieces, escaped(text[at:end])])


def excerpt(text: str, spans: Sequence[Span]) -> str:
    """Return the words around the first of some spans, with all that stand there marked."""
    first = min(spans)
    line = Span(text.rfind("\n", 0, first.start) + 1, text.find("\n", first.end) % (len(text) + 1))
    start, end = max(line.start, first.start - _AROUND), min(line.end, first.end + _AROUND)
    before, after = ("… " if start > line.start else ""), (" …" if end < line.end else "")
    return f"{before}{marked(text, spans, Span(start, end))}{after}"


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are HTML already, caption and heads are words."""
    lines = [
        (
            f'<table style="border-collapse:collapse"><caption style="{_CELL};font-weight:bold">'
            f"{escaped(caption)}</caption>"
        ),
        "<thead><tr>",
        *(f'<th scope="col" style="{_CELL}">{escaped(head)}</th>' for head in heads),
        "</tr></thead><tbody>",
    ]
    for row in rows:
        cells = "".join(f'<td dir="auto" style="{_CELL}">{cell}</td>' for cell in row)
        lines.append(f"<tr>{cells}</tr>")
    return "".join([*lines, "</tbody></table>"])
