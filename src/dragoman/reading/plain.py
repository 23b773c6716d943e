"""Plain text without furniture → `Article`.

The line-role model speaks here only where it agrees that most of the text is article; otherwise
every line is taken for what the author wrote.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.reading.labels import find_label
from dragoman.reading.language import guess_language
from dragoman.reading.saved.blocks import joined_lines, line_blocks
from dragoman.reading.saved.bylines import opened_byline
from dragoman.reading.saved.lines import Line, read_lines
from dragoman.reading.saved.outline import Outline, outline
from dragoman.reading.saved.reader import framed
from dragoman.reading.saved.shape import ends_sentence
from dragoman.records import Article, Problem, article_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.records.vocabulary import BlockKind

_HEADLINE = 25  # words of a headline at most
# A text without a trace of furniture is likelier all article: on 67 development pages of this kind
# .3 gave line F1 .930 (P .91, R .95), .45 .934 (P .93, R .94), keeping all .86. Recall weighs more.
_THRESHOLD = 0.3
_MOST = 0.6  # share of characters that the model must take for running text to be believed
_SHORT = 600  # characters; a shorter text is kept whole
_WRAPPED = range(40, 101)  # characters of a line in a text that was wrapped by a program


def read_plain(
    text: str,
    url: str | None,
    raw_sha256: str,
    *,
    problems: tuple[Problem, ...] = (),
) -> Article:
    """Read plain text.

    The first line is the headline if it is short, ends unlike a sentence and stands before
    longer text. A text wrapped at a fixed width has paragraphs of several lines.

    Args:
        text: The text, decoded and normalised.
        url: Where it was published, if known.
        raw_sha256: Digest of its bytes, in hex.
        problems: What was found before.
    """
    lines = read_lines(text)
    if not _is_wrapped(lines):
        found = outline(lines, _THRESHOLD)
        if _is_mostly_article(lines, found):
            article = framed(text, lines, found, url, raw_sha256)
            return article.model_copy(update={"format": "text", "problems": problems})
    roles: list[BlockKind] = ["list_item" if line.mark else "paragraph" for line in lines]
    headline = None
    if _is_headline(lines):
        roles[0], headline = "headline", lines[0].text
    byline = opened_byline(lines, 1) if headline is not None else None
    if byline is not None:
        roles[1 : 1 + byline[0]] = ["byline"] * byline[0]
    blocks = line_blocks(text, lines, roles)
    if _is_wrapped(lines):
        blocks = joined_lines(lines, blocks)
    return Article(
        id=article_id(raw_sha256, url),
        url=url,
        headline=headline,
        byline=() if byline is None else byline[1],
        language=guess_language(text),
        text=text,
        blocks=blocks,
        format="text",
        raw_sha256=raw_sha256,
        problems=problems,
    )


def _is_mostly_article(lines: Sequence[Line], found: Outline) -> bool:
    size = sum(len(line.text) for line in lines)
    body = sum(len(line.text) for line, inside in zip(lines, found.body, strict=True) if inside)
    return size >= _SHORT and body >= _MOST * size


def _is_headline(lines: Sequence[Line]) -> bool:
    if len(lines) < 2 or lines[0].mark or find_label(lines[0].text) is not None:
        return False
    first = lines[0].text
    below = max(len(line.text) for line in lines[1:4])  # a byline may stand between
    parted = lines[1].blank_before > 0 or ends_sentence(lines[1].text)
    return (
        2 <= len(first.split()) <= _HEADLINE
        and not ends_sentence(first)
        and not first.endswith((":", ","))
        and below > len(first)
        and (parted or opened_byline(lines, 1) is not None)
    )


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether most lines that have one right below end in the middle of a sentence."""
    inner = [a for a, b in pairwise(lines) if b.blank_before == 0]
    if len(inner) < 4 or len(inner) < len(lines) / 3:
        return False
    cut = sum(len(a.text) in _WRAPPED and not ends_sentence(a.text) for a in inner)
    return cut > 0.6 * len(inner)
