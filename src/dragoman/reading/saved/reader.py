"""A page saved as text → `Article`: all its lines are kept, each with its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.language import guess_language
from dragoman.reading.saved.blocks import images, line_blocks
from dragoman.reading.saved.lines import read_lines
from dragoman.reading.saved.outlets import printed_outlet
from dragoman.reading.saved.outline import outline
from dragoman.reading.saved.problems import page_problems
from dragoman.reading.saved.roles import line_roles
from dragoman.records import Article, article_id
from dragoman.records.vocabulary import BODY_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.saved.lines import Line
    from dragoman.reading.saved.outline import Outline
    from dragoman.records import Problem


def read_saved(
    text: str,
    url: str | None,
    raw_sha256: str,
    *,
    source: str | None = None,
    problems: tuple[Problem, ...] = (),
) -> Article:
    """Read a page saved as text.

    Args:
        text: The page, decoded and normalised; the article's text is this text, unchanged.
        url: Where it was published, if known.
        raw_sha256: Digest of its bytes, in hex.
        source: Its file or URL, for messages.
        problems: What was found before.
    """
    lines = read_lines(text)
    article = framed(text, lines, outline(lines), url, raw_sha256)
    found = page_problems(article, source)
    return article.model_copy(update={"problems": (*problems, *found)})


def framed(
    text: str,
    lines: Sequence[Line],
    found: Outline,
    url: str | None,
    raw_sha256: str,
) -> Article:
    """Make the article of a page whose outline is known; problems are left to the caller."""
    roles = line_roles(lines, found)
    body = "\n".join(
        line.text for line, role in zip(lines, roles, strict=True) if role in BODY_KINDS
    )
    standfirst = [
        line.text for line, role in zip(lines, roles, strict=True) if role == "standfirst"
    ]
    return Article(
        id=article_id(raw_sha256, url),
        url=url,
        outlet=printed_outlet(lines, roles, url),
        headline=None if found.headline is None else lines[found.headline].text,
        standfirst=" ".join(standfirst) or None,
        byline=found.names,
        published=found.published,
        language=guess_language(body),
        text=text,
        blocks=line_blocks(text, lines, roles),
        images=images(text, lines, roles),
        format="saved_text",
        raw_sha256=raw_sha256,
    )
