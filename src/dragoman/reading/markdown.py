"""Markdown → `Article`: marks are taken off before the text exists; lines are kept one to one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.reading.datelines import parse_dateline
from dragoman.reading.html.metadata.address import clean_link
from dragoman.reading.inline import without_marks
from dragoman.reading.language import guess_language
from dragoman.reading.saved.blocks import joined_lines, line_blocks
from dragoman.reading.saved.bylines import opened_byline
from dragoman.reading.saved.lines import read_lines
from dragoman.records import Article, Image, Instant, Link, Problem, Span, article_id
from dragoman.records.vocabulary import BODY_KINDS
from dragoman.text.isodates import parse_iso

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.lines import Line
    from dragoman.records.vocabulary import BlockKind

_HEADING = re.compile(r"\s{0,3}(?P<level>#{1,6})\s+(?P<words>[^\n]*)")
_QUOTE = re.compile(r"(?:\s{0,3}>)+ ?")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,}|(?:[*_-]\s{0,3}){3,})\s*")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_REFERENCE = re.compile(r"\s{0,3}\[[^\[\]]{1,100}\]:\s+\S")
_FIELD = re.compile(r"(?P<key>[\w-]{1,40}):\s*(?P<value>[^\n]*)")
_CAPTION = re.compile(r"\s*[*_]{1,2}[^*_].*[*_]{1,2}\s*")


@dataclass
class _Draft:
    """The text under way: plain lines, what the marks said of each, links and pictures."""

    lines: list[str] = field(default_factory=list)
    said: dict[int, BlockKind] = field(default_factory=dict)
    links: list[tuple[Span, str]] = field(default_factory=list)
    pictures: list[tuple[Span, str]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def add(self, words: str, kind: BlockKind | None = None) -> None:
        """Add one line; ``kind`` is what its marks said, None for ordinary text."""
        plain = without_marks(words)
        self.links += [(span.shift(self.size), url) for span, url in plain.links]
        self.pictures += [(span.shift(self.size), url) for span, url in plain.pictures]
        if plain.pictures and plain.text.strip() == "".join(
            span.of(plain.text) for span, _ in plain.pictures
        ):
            kind = "alternative_text"
        if kind is not None:
            self.said[len(self.lines)] = kind
        self.lines.append(plain.text)
        self.size += len(plain.text) + 1


def read_markdown(
    text: str,
    url: str | None,
    raw_sha256: str,
    *,
    problems: tuple[Problem, ...] = (),
) -> Article:
    """Read Markdown: headings, lists, quotes, pictures, links, emphasis and front matter.

    Args:
        text: The source, decoded and normalised.
        url: Where it was published, if known.
        raw_sha256: Digest of its bytes, in hex.
        problems: What was found before.
    """
    draft = _drafted(text.split("\n"))
    plain = "\n".join(draft.lines)
    lines = read_lines(plain)
    roles = [_role(line, draft) for line in lines]
    headline = next((p for p, role in enumerate(roles) if role == "headline"), None)
    published, byline = _head(lines, roles, headline)
    printed = None if headline is None else lines[headline].text
    body = "\n".join(
        line.text for line, role in zip(lines, roles, strict=True) if role in BODY_KINDS
    )
    address = clean_link(draft.fields.get("url") or draft.fields.get("canonical_url"), url) or url
    return Article(
        id=article_id(raw_sha256, address),
        url=address,
        outlet=draft.fields.get("outlet") or draft.fields.get("publisher"),
        headline=draft.fields.get("title") or printed,
        byline=byline or tuple(filter(None, [draft.fields.get("author")])),
        published=published or _declared_date(draft.fields.get("date")),
        language=guess_language(body),
        text=plain,
        blocks=joined_lines(lines, line_blocks(plain, lines, roles)),
        images=tuple(_images(plain, lines, roles, draft, address)),
        links=tuple(
            Link(url=target, span=span)
            for span, href in draft.links
            if (target := clean_link(href, address)) is not None
        ),
        format="markdown",
        raw_sha256=raw_sha256,
        problems=problems,
    )


def _drafted(source: list[str]) -> _Draft:
    draft = _Draft()
    at = _front_matter(source, draft)
    fenced = False
    for place in range(at, len(source)):
        line = source[place]
        if _FENCE.match(line):
            fenced = not fenced
            draft.add("")
        elif fenced:
            draft.add(line.replace("\\", ""), "furniture")
        elif _REFERENCE.match(line) or _is_rule(source, place):
            draft.add("")
        else:
            _add_text(draft, source, place)
    return draft


def _front_matter(source: list[str], draft: _Draft) -> int:
    """Read "title: …" between two lines of "---" at the top; return the first line after it."""
    if source[0].strip() != "---" or "---" not in (line.strip() for line in source[1:60]):
        return 0
    end = next(place for place in range(1, 60) if source[place].strip() == "---")
    for line in source[: end + 1]:
        match = _FIELD.match(line)
        if match is not None:
            draft.fields[match["key"].lower()] = match["value"].strip().strip("\"'")
        draft.add("" if match is None else line.replace("\\", ""), "furniture")
    return end + 1


def _is_rule(source: list[str], place: int) -> bool:
    return bool(source[place].strip()) and _UNDERLINE.fullmatch(source[place]) is not None


def _add_text(draft: _Draft, source: list[str], place: int) -> None:
    line = source[place]
    heading = _HEADING.fullmatch(line)
    below = source[place + 1] if place + 1 < len(source) else ""
    underlined = bool(line.strip()) and re.fullmatch(r"\s{0,3}(?:=+|-{2,})\s*", below) is not None
    if heading is not None or underlined:
        words = heading["words"].rstrip("# ") if heading is not None else line
        first = "headline" not in draft.said.values() and "paragraph" not in draft.said.values()
        draft.add(words, "headline" if first else "subhead")
        return
    after_picture = draft.said.get(len(draft.lines) - 1) == "alternative_text"
    if after_picture and _CAPTION.fullmatch(line):
        draft.add(line, "caption")
        return
    draft.add(_QUOTE.sub("", line, count=1), "paragraph" if line.strip() else None)


def _role(line: Line, draft: _Draft) -> BlockKind:
    said = draft.said.get(line.number, "paragraph")
    return "list_item" if said == "paragraph" and line.mark else said


def _head(
    lines: Sequence[Line], roles: list[BlockKind], headline: int | None
) -> tuple[Instant | None, tuple[str, ...]]:
    """Find date line and byline in the four lines under the headline; mark them in ``roles``."""
    published: Instant | None = None
    names: tuple[str, ...] = ()
    top = 0 if headline is None else headline + 1
    for place in range(top, min(top + 4, len(lines))):
        if roles[place] != "paragraph":
            continue
        date = parse_dateline(lines[place].text)
        opened = opened_byline(lines, place)
        if opened is not None and not names:
            roles[place], names = "byline", opened[1]
        if date is not None and published is None:
            roles[place] = "dateline"
            span = date.span.shift(lines[place].span.start) if date.span else None
            published = date.model_copy(update={"span": span})
    return published, names


def _declared_date(written: str | None) -> Instant | None:
    parsed = parse_iso(written or "")
    if parsed is None:
        return parse_dateline(written or "")
    return Instant(value=parsed.value, precision=parsed.precision, zone=parsed.zone)


def _images(
    text: str, lines: Sequence[Line], roles: Sequence[BlockKind], draft: _Draft, base: str | None
) -> list[Image]:
    """Return the pictures, with the caption on the line below where there is one."""
    found = []
    captions = {
        line.number: line for line, role in zip(lines, roles, strict=True) if role == "caption"
    }
    for span, src in draft.pictures:
        below = captions.get(text.count("\n", 0, span.start) + 1)
        image = Image(
            url=clean_link(src, base),
            alternative_text=span.of(text) or None,
            caption=None if below is None else below.text,
            caption_span=None if below is None else below.span,
        )
        found.append(image)
    return found
