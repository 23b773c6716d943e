"""The page as it was read: text that never changes again, and what each part of it is."""

from __future__ import annotations

import hashlib

from pydantic import Field

from dragoman.errors import PageError
from dragoman.records.base import Record, article_id
from dragoman.records.problem import Problem
from dragoman.records.vocabulary import BODY_KINDS, BlockKind, DatePrecision, PageFormat
from dragoman.text.spans import Span, trimmed


class Instant(Record):
    """A point in time as a page prints it.

    `value` is ISO 8601 without a zone, as long as `precision` reaches ("2023-11-01T13:56" for a
    minute). `zone` is an offset ("+02:00"), "UTC", or null where the page does not say.
    """

    value: str
    precision: DatePrecision
    zone: str | None = None
    span: Span | None = Field(default=None, description="Where the text prints it, if it does.")

    @property
    def day(self) -> str:
        """The calendar day, "2023-11-01" (or the month or year, where that is all we know)."""
        return self.value[:10]

    def __str__(self) -> str:
        return f"{self.value.replace('T', ' ')} ({self.zone or 'zone unknown'})"


class Block(Record):
    """One part of the page and what it is."""

    kind: BlockKind
    span: Span
    lang: str | None = Field(
        default=None, description="ISO 639-1, where it differs from the page's."
    )


class Image(Record):
    """A picture's words. Spans are null where the words stand only in the page's metadata."""

    url: str | None = None
    caption: str | None = None
    caption_span: Span | None = None
    credit: str | None = None
    credit_span: Span | None = None
    alternative_text: str | None = None


class Link(Record):
    """A link inside the body: where its words stand, and where it leads (http or https only)."""

    url: str
    span: Span


class Article(Record):
    """One page as read. ``article.text[start:end]`` is the truth for every span.

    Offsets are Unicode code points, end exclusive. `blocks` are in order of their spans and do
    not overlap; text between blocks is white space.
    """

    id: str = Field(description="Hash of the raw bytes and the canonical URL.")
    url: str | None = Field(default=None, description="Canonical URL, if known.")
    outlet: str | None = Field(
        default=None, description="Who publishes the page, as it says itself."
    )
    headline: str | None = Field(default=None, description="Without the site's suffix.")
    standfirst: str | None = Field(default=None, description="The summary under the headline.")
    byline: tuple[str, ...] = Field(default=(), description="Authors, one name each, as printed.")
    published: Instant | None = None
    modified: Instant | None = None
    language: str | None = Field(default=None, description="ISO 639-1 code, null if unsure.")
    section: str | None = None
    text: str = Field(description="What every span points into; it never changes.")
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    format: PageFormat = "text"
    raw_sha256: str = Field(description="Of the bytes as they came.")
    revision: int = Field(default=1, ge=1, description="Counts versions of one URL in an archive.")
    problems: tuple[Problem, ...] = ()
    made_by: str = ""

    @classmethod
    def from_text(
        cls,
        text: str,
        published: str | Instant | None = None,
        headline: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Make an article of plain text, changing nothing in it.

        One paragraph block per non-blank line, no furniture. The headline is metadata here: it
        is not put into the text.

        Args:
            text: The text, kept character for character.
            published: ISO date or date-time ("2023-11-01", "2023-11-01T13:56+02:00"), "YYYYMMDD",
                an `Instant`, or None.
            headline: The headline, if known.
            outlet: The publisher, if known.
            url: Where it was published, if known.

        Raises:
            PageError: E_ENCODING if the text holds a lone surrogate; E_DATE if `published` is no
                date.
        """
        if any("\ud800" <= ch <= "\udfff" for ch in text):
            raise PageError(
                "E_ENCODING",
                "The text holds a lone surrogate (half of a character).",
                hint="Decode the bytes with errors='replace' first.",
                source=url,
            )
        raw = hashlib.sha256(text.encode()).hexdigest()
        return cls(
            id=article_id(raw, url),
            url=url,
            outlet=outlet,
            headline=headline,
            published=_instant(published, url),
            language=None,
            text=text,
            blocks=_line_blocks(text),
            raw_sha256=raw,
        )

    def words(self, span: Span) -> str:
        """Return the exact words at ``span``."""
        return self.text[span[0] : span[1]]

    @property
    def body(self) -> str:
        """Standfirst, paragraphs, list items and subheads, parted by blank lines."""
        return "\n\n".join(self.words(b.span) for b in self.blocks if b.kind in BODY_KINDS)

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Return the blocks of these kinds, in the order of the text."""
        return tuple(b for b in self.blocks if b.kind in kinds)


def _line_blocks(text: str) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.split("\n"):
        span = trimmed(text, Span(start, start + len(line)))
        if span.length:
            blocks.append(Block(kind="paragraph", span=span))
        start += len(line) + 1
    return tuple(blocks)


def _instant(value: str | Instant | None, source: str | None) -> Instant | None:
    if value is None or isinstance(value, Instant):
        return value
    from dragoman.text.isodates import parse_iso

    parsed = parse_iso(value)
    if parsed is None:
        raise PageError(
            "E_DATE",
            f"{value!r} is no date.",
            hint='Write it as "2023-11-01" or "2023-11-01T13:56+02:00".',
            source=source,
        )
    return Instant(value=parsed.value, precision=parsed.precision, zone=parsed.zone)
