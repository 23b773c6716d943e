"""The chain that an article gives for all of itself: source lines, datelines, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.extraction.chains.media_names import classify_name, classify_source
from dragoman.extraction.chains.origins import origin_role
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import Block, Span
from dragoman.records.vocabulary import LinkRole
from dragoman.text.spans import trimmed


class Piece(NamedTuple):
    """One hand named in a source line or credit; offsets into the article."""

    name: str
    span: Span
    role: LinkRole


# White space is bounded: a search over a run of it would try every start with every length.
_DOWN = (
    r",?\s{0,3}(?:as )?(?:cited|quoted|reported|relayed|published|carried|translated) (?:by|in)"
    r"|,?\s{0,3}\bvia\b|,?\s{0,3}\bon\b|,?\s{0,3}\bin\b(?= [A-Z])"
)
_UP = r",?\s{0,3}(?:citing|quoting|with reference to|with a link to|referring to|in reference to)"
_AND = r"\s{0,3}[;/|]\s*|,?\s{1,3}and\s+|,\s+(?=[^\W\d_a-z][\w. -]*(?:,|$))"
_CONNECTOR = re.compile(f"(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<also>{_AND})")

# "KYIV, May 3 (Reuters) —", "NAIROBI, Kenya (AP) _": place in capitals, credit in brackets.
_DATELINE = re.compile(r"[^\W\d_a-z]{2}[^\n()]{0,60}\((?P<credit>[^()\n]{2,40})\)\s*(?:[-–—_]|--)")
# "ANKARA, May 15 - SV. The": the credit follows the dash.
_DASHED = re.compile(
    r"[^\W\d_a-z]{3,40}[^\n()–—.]{0,50}\s[-–—]\s(?P<credit>[^\W\d_a-z][\w ]{0,24}?)\.\s"
)
_BRACKETED = re.compile(r"\((?P<credit>[^()\n]{2,60})\)\s+(?=[^\W\d_a-z\"“])")
_SOURCE_NOTE = re.compile(
    r"\((?:source|via|with reporting by)s?:?\s+(?P<credit>[^()\n]{2,80})\)", re.IGNORECASE
)
_WITH_REPORTING = re.compile(
    r"^\W*(?:with (?:additional )?reporting (?:by|from)|with (?:material|input) from)"
    r"\s+(?P<credit>[^.\n]{2,60})",
    re.IGNORECASE,
)


def source_lines(parsed: ParsedArticle) -> list[Piece]:
    """Return the links of the lines labelled "Source:", the origin first."""
    pieces: list[Piece] = []
    for passage in parsed.passages:
        if passage.label and passage.label.kind == "source" and passage.label.reach == "line":
            pieces += read_source(parsed.article.text, passage.span)
    return pieces


def datelines(parsed: ParsedArticle) -> list[Piece]:
    """Return the agencies credited in the lead's dateline, in a byline, or under the text."""
    text = parsed.article.text
    pieces: list[Piece] = []
    body = [p for p in parsed.passages if p.block.kind in {"standfirst", "paragraph"}]
    for passage in body[:2]:
        for pattern in (_DATELINE, _DASHED, _BRACKETED):
            match = pattern.match(text, passage.span.start, passage.block.span.end)
            if match:
                pieces += _credit(
                    text, Span(*match.span("credit")), trusted=pattern is not _BRACKETED
                )
                break
    for passage in body[-3:]:
        match = _WITH_REPORTING.match(passage.span.of(text))
        if match:
            pieces += read_source(text, Span(*match.span("credit")).shift(passage.span.start))
    pieces += _bylines(text, parsed.article.blocks)
    return _once(pieces)


def source_notes(text: str, passage: Passage) -> list[Piece]:
    """Return the links of a note such as "(Source: Reuters)" inside a passage."""
    match = _SOURCE_NOTE.search(text, passage.span.start, passage.span.end)
    return read_source(text, Span(*match.span("credit"))) if match else []


def read_source(text: str, span: Span) -> list[Piece]:
    """Read "dpa, cited by Kurier" or "Danas, citing Beta": the origin first."""
    ordered: list[Piece] = []
    upstream = False
    for connector, part in _parts(text, span):
        if connector == "up":
            upstream = True
        elif connector == "down":
            upstream = False
        piece = piece_at(text, part)
        if piece is None:
            continue
        ordered.insert(0, piece) if upstream else ordered.append(piece)
    return ordered


def _parts(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    kind, start = "", span.start
    for match in _CONNECTOR.finditer(text, span.start, span.end):
        if match.lastgroup == "also" and not _both_media(
            text, Span(start, match.start()), span, match
        ):
            continue  # a comma inside a title: "Dan Stoica, Head of the Port"
        yield kind, Span(start, match.start())
        kind, start = match.lastgroup or "", match.end()
    yield kind, Span(start, span.end)


def _both_media(text: str, left: Span, whole: Span, match: re.Match[str]) -> bool:
    right = re.split(r"[,;/|]", text[match.end() : whole.end])[0].strip(" .")
    return (
        classify_source(left.of(text).strip(" .,")) is not None
        and classify_source(right) is not None
    )


def piece_at(text: str, span: Span) -> Piece | None:
    """Return the hand that a stretch of a credit names, or None if it holds no words."""
    words = span.of(text)
    lead = len(words) - len(words.lstrip(" ,;:"))
    tight = trimmed(
        text, Span(span.start + lead, span.start + max(lead, len(words.rstrip(" .,;:"))))
    )
    if not tight.length:
        return None
    name = tight.of(text)
    role = classify_source(name)
    return Piece(name, tight, role if role is not None else origin_role(name))


def _credit(text: str, span: Span, *, trusted: bool) -> list[Piece]:
    """A dateline's bracket may hold an agency we do not know; a loose bracket must be known."""
    found = []
    start = span.start
    for part in re.split(r"[/,]", span.of(text)):
        piece = piece_at(text, Span(start, start + len(part)))
        start += len(part) + 1
        if piece is None:
            continue
        if classify_source(piece.name) is not None:
            found.append(piece)
        elif trusted and piece.name[:1].isupper() and len(piece.name.split()) <= 3:
            found.append(piece._replace(role="agency"))
    return found


def _bylines(text: str, blocks: tuple[Block, ...]) -> list[Piece]:
    found = []
    for block in blocks:
        if block.kind != "byline":
            continue
        words = block.span.of(text)
        for match in re.finditer(r"[^,;|/&()]+", words):
            name = re.sub(
                r"^(?:by|with|and|from)\s+", "", match.group().strip(), flags=re.IGNORECASE
            )
            if name and classify_name(name) == "agency":
                at = block.span.start + words.find(name, match.start())
                found.append(Piece(name, Span(at, at + len(name)), "agency"))
    return found


def _once(pieces: list[Piece]) -> list[Piece]:
    return list({piece.name.casefold(): piece for piece in reversed(pieces)}.values())[::-1]
