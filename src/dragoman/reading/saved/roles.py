"""One role for each non-blank line of a saved page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.labels import find_label
from dragoman.reading.saved.phrases import phrase_hits
from dragoman.reading.saved.pictures import picture_lines
from dragoman.reading.saved.shape import ends_sentence, is_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.lines import Line
    from dragoman.reading.saved.outline import Outline
    from dragoman.records.vocabulary import BlockKind

_SUBHEAD = 14  # words of a subhead at most
_CUT = 12  # words of a last line that was cut; menus and notices at the end are shorter
_ANNOUNCED = 12  # lines below the running text that a label may still announce


def line_roles(lines: Sequence[Line], found: Outline) -> list[BlockKind]:
    """Return the role of each line; what is nothing else is furniture."""
    roles: list[BlockKind] = ["furniture"] * len(lines)
    for place, line in enumerate(lines):
        if found.body[place]:
            roles[place] = "list_item" if line.mark else "paragraph"
        elif found.start <= place < found.after and _is_labelled(line):
            roles[place] = "paragraph"
    _mark_announced(lines, found, roles)
    _mark_cut_end(lines, roles)
    for place, kind in picture_lines(lines, found).items():
        roles[place] = kind
    for place in found.datelines:
        roles[place] = "dateline"
    for place in found.bylines:
        roles[place] = "byline"
    if found.headline is not None:
        roles[found.headline] = "headline"
    _mark_standfirst(lines, found, roles)
    _mark_subheads(lines, roles)
    return roles


def _is_labelled(line: Line) -> bool:
    """Whether a line begins with a label of the article ("Details:"), not with its list mark."""
    return not line.mark and find_label(line.text) is not None


def _mark_announced(lines: Sequence[Line], found: Outline, roles: list[BlockKind]) -> None:
    """A label alone on its line ("Background:") announces the sentences or the list below it."""
    announced = False
    for place in range(found.start, min(found.after + _ANNOUNCED, len(lines))):
        line = lines[place]
        label = None if line.mark else find_label(line.text)
        if label is not None and label.span.end == len(line.text):
            announced = place < found.after + 2
            roles[place] = "paragraph" if announced else roles[place]
        elif announced and _is_told(line):
            roles[place] = "list_item" if line.mark else "paragraph"
        else:
            announced = False


def _is_told(line: Line) -> bool:
    """Whether a line says something: a sentence, or a list item that ends like one."""
    told = is_sentence(line.text) or (line.mark != "" and ends_sentence(line.text))
    return told and not phrase_hits(line.text).starts


def _mark_cut_end(lines: Sequence[Line], roles: list[BlockKind]) -> None:
    """A long last line that breaks off right under a paragraph is that article's, cut."""
    if len(lines) < 2 or roles[-1] != "furniture" or roles[-2] != "paragraph":
        return
    last = lines[-1]
    long = len(last.text.split()) >= _CUT and last.text[-1].isalnum()
    if long and not last.mark and not phrase_hits(last.text).starts:
        roles[-1] = "paragraph"


def _mark_standfirst(lines: Sequence[Line], found: Outline, roles: list[BlockKind]) -> None:
    """Running text between the headline and its date line or byline is the standfirst."""
    if found.headline is None:
        return
    below = [p for p in (*found.datelines, *found.bylines) if p > found.headline]
    for place in range(found.headline + 1, min(below, default=0)):
        if roles[place] == "paragraph" and find_label(lines[place].text) is None:
            roles[place] = "standfirst"


def _mark_subheads(lines: Sequence[Line], roles: list[BlockKind]) -> None:
    for place in range(len(lines) - 1):
        if roles[place] != "paragraph" or roles[place + 1] not in {"paragraph", "list_item"}:
            continue
        line, below = lines[place], lines[place + 1]
        short = len(line.text.split()) <= _SUBHEAD and len(line.text) < len(below.text)
        if short and not ends_sentence(line.text) and find_label(line.text) is None:
            roles[place] = "subhead"
