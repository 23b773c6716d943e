"""Finds a label at the start of a line and says what it marks."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dragoman.codebooks.labels import LabelKind, label_patterns
from dragoman.text.spans import Span


class Label(NamedTuple):
    """A label at the head of a line, offsets into that line.

    `name` is the person in "Quote from Macron:", else None. `reach` says whether the label
    speaks for its own line only or for all that follows until the next label.
    """

    kind: LabelKind
    span: Span
    name: Span | None
    reach: Literal["line", "section"]


def find_label(line: str) -> Label | None:
    """Return the label at the start of ``line`` (leading white space allowed), or None."""
    lead = len(line) - len(line.lstrip())
    for entry in label_patterns():
        match = entry.pattern.match(line, lead)
        if match is None:
            continue
        name = None
        if "name" in entry.pattern.groupindex:
            name = Span(*match.span("name"))
        return Label(entry.kind, Span(lead, match.end()), name, entry.reach)
    return None
