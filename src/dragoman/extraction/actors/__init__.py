"""Who acts: persons, governments, bodies, groups, and every mention of them.

`find_actors` reads a parsed article; `describe_phrase` answers for a bare phrase at a date, from
the codebooks alone (`dragoman who NAME`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.actors.bare import describe_phrase
from dragoman.extraction.actors.description import Description

if TYPE_CHECKING:
    from dragoman.extraction.cast import Cast
    from dragoman.extraction.passages import ParsedArticle

__all__ = ["Description", "describe_phrase", "find_actors"]


def find_actors(parsed: ParsedArticle) -> Cast:
    """Return the actors of an article and every mention of them.

    Offices, memberships and metonyms are resolved at the article's date.
    """
    from dragoman.extraction.actors.description import Setting
    from dragoman.extraction.actors.finder import Finder

    published = parsed.article.published
    return Finder(parsed, Setting(day=published.day if published else None)).find()
