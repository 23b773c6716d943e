"""Turns line roles into blocks with spans: labels, marks and credits stand in blocks of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.credits import find_credit
from dragoman.reading.labels import find_label
from dragoman.records import Block, Image, Span
from dragoman.text.spans import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.saved.lines import Line
    from dragoman.records.vocabulary import BlockKind


def line_blocks(text: str, lines: Sequence[Line], roles: Sequence[BlockKind]) -> tuple[Block, ...]:
    """Return the blocks of all lines, in order; together they cover all that is not blank."""
    return tuple(
        block
        for line, role in zip(lines, roles, strict=True)
        for block in _blocks(text, line, role)
    )


def _blocks(text: str, line: Line, role: BlockKind) -> Iterator[Block]:
    if line.mark:  # "•" and "3." are no words of the item
        start = text.rfind(line.mark, 0, line.span.start)
        yield Block(kind="furniture", span=Span(start, start + len(line.mark)))
    pieces = [(role, line.span)]
    if role in {"paragraph", "list_item"}:
        pieces = _without_label(line, role)
    elif role == "caption":
        pieces = _without_credit(line)
    for kind, span in pieces:
        tight = trimmed(text, span)
        if tight.length:
            yield Block(kind=kind, span=tight)


def _without_label(line: Line, role: BlockKind) -> list[tuple[BlockKind, Span]]:
    label = find_label(line.text)
    if label is None:
        return [(role, line.span)]
    cut = line.span.start + label.span.end
    return [("label", Span(line.span.start, cut)), (role, Span(cut, line.span.end))]


def _without_credit(line: Line) -> list[tuple[BlockKind, Span]]:
    credit = find_credit(line.text)
    if credit is None:
        return [("caption", line.span)]
    part = credit.part.shift(line.span.start)
    return [
        ("caption", Span(line.span.start, part.start)),
        ("credit", part),
        ("caption", Span(part.end, line.span.end)),
    ]


def joined_lines(lines: Sequence[Line], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Join paragraph blocks of lines that follow each other without a blank line.

    For texts whose paragraphs are wrapped over several lines.
    """
    fresh = {line.span.start for line in lines if line.blank_before > 0 or line.mark}
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        goes_on = block.kind == "paragraph" and block.span.start not in fresh
        if last is not None and goes_on and last.kind in {"paragraph", "list_item"}:
            span = Span(last.span.start, block.span.end)
            joined[-1] = last.model_copy(update={"span": span})
        else:
            joined.append(block)
    return tuple(joined)


def images(text: str, lines: Sequence[Line], roles: Sequence[BlockKind]) -> tuple[Image, ...]:
    """Return the pictures whose words are printed: alternative text, caption, credit in a row."""
    found: list[Image] = []
    fields: dict[str, object] = {}
    last = -2
    for place, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role not in {"alternative_text", "caption", "credit"}:
            continue
        mine = _fields(text, line, role)
        if place != last + 1 or any(key in fields for key in mine):
            found += _image(fields)
            fields = {}
        fields |= mine
        last = place
    found += _image(fields)
    return tuple(found)


def _image(fields: dict[str, object]) -> list[Image]:
    """Make an image of the fields gathered so far; a lone alternative text tells of a picture too."""
    return [Image.model_validate(fields)] if fields else []


def _fields(text: str, line: Line, role: BlockKind) -> dict[str, object]:
    if role == "alternative_text":
        return {"alternative_text": line.text}
    fields: dict[str, object] = {}
    credit = find_credit(line.text)
    caption = line.span
    if credit is not None:
        name = credit.name.shift(line.span.start)
        fields |= {"credit": name.of(text), "credit_span": name}
        caption = Span(line.span.start, line.span.start + credit.part.start)
    elif role == "credit":
        fields |= {"credit": line.text, "credit_span": line.span}
    caption = trimmed(text, caption)
    if role == "caption" and caption.length:
        words = caption.of(text)
        caption = Span(caption.start, caption.start + len(words.rstrip(" |–—-•/")))
        fields |= {"caption": caption.of(text), "caption_span": caption}
    return fields
