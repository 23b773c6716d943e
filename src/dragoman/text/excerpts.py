"""Straight marks that frame an excerpt whose own quotations stand in curly marks.

"Many agencies set a block quotation as paragraphs that open with a straight mark, and keep the
curly marks of the text that they excerpt: “We held,” she says there. In such a paragraph the
curly pairs are the quotations; the frame is not one more level of speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.text.markroles import Mark
from dragoman.text.spans import Span

_STRAIGHT, _LEFT, _RIGHT = '"', "“", "”"


def without_frame(marks: Sequence[Mark], paragraph: Span) -> list[Mark]:
    """Return a paragraph's marks without the straight ones that only frame an excerpt.

    A frame opens at the paragraph's first character, closes with its last one or not at all, and
    holds a pair of curly marks; a straight mark in between belongs to real speech.
    """
    straight = [m for m in marks if m.kind == _STRAIGHT]
    if not straight or straight[0].span.start != paragraph.start or len(straight) > 2:
        return list(marks)
    if len(straight) == 2 and straight[1].span.end != paragraph.end:
        return list(marks)
    left = next((m for m in marks if m.kind == _LEFT), None)
    right = next((m for m in marks if m.kind == _RIGHT), None)
    if left is None or right is None or right.span.start < left.span.start:
        return list(marks)
    return [m for m in marks if m.kind != _STRAIGHT]
