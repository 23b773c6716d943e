"""Class names that tell which part of a page an element is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.loader import load_toml


class PageParts(NamedTuple):
    """Patterns of the codebook ``page-parts``, to be searched in class names.

    Attributes:
        aside: What is no part of the article; "has-sidebar" says the opposite.
        standfirst: What prints the standfirst.
        author: What prints authors; searched in one word of a class name.
        not_author: What spoils such a word ("author-image").
        person_link: Addresses of pages about an outlet's own people; searched in links.
    """

    aside: re.Pattern[str]
    standfirst: re.Pattern[str]
    author: re.Pattern[str]
    not_author: re.Pattern[str]
    person_link: re.Pattern[str]


@cache
def page_parts() -> PageParts:
    """Return the patterns."""
    words = {
        name: "|".join(parts) for name, parts in load_toml("page_parts.toml")["classes"].items()
    }
    begin, end = r"(?:^|[\s_-])", r"(?:$|[\s_-])"
    unless_has = r"(?:^|(?<!has)(?<!with)(?<!no)[\s_-])"
    patterns = (
        rf"{unless_has}(?:{words['aside']}){end}",
        rf"{begin}(?:{words['standfirst']}){end}",
        words["author"],
        words["not_author"],
        rf"/(?:[a-z]{{2}}/)?(?:{words['person_folders']})/[^/?#]+",
    )
    return PageParts(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))
