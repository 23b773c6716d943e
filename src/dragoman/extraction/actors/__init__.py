"""Who acts: persons, governments, bodies, groups, and every mention of them.

`find_actors` reads a parsed article; `describe_phrase` answers for a bare phrase at a date, from
the codebooks alone, and `who` returns all they know of a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.actors.bare import describe_phrase
from dragoman.extraction.actors.description import Description
from dragoman.extraction.actors.who import Answer, Known, similar_names, who

if TYPE_CHECKING:
    from dragoman.extraction.cast import Cast
    from dragoman.extraction.passages import ParsedArticle

__all__ = [
    "Answer",
    "Description",
    "Known",
    "describe_phrase",
    "find_actors",
    "similar_names",
    "who",
]


def find_actors(parsed: ParsedArticle) -> Cast:
    """Return the actors of an article and every mention of them.

    Offices, memberships and metonyms are resolved at the article's date.
    """
    from dragoman.extraction.actors.description import Setting
    from dragoman.extraction.actors.finder import Finder

    published = parsed.article.published
    return Finder(parsed, Setting(day=published.day if published else None)).find()
