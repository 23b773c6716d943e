"""What others say the article is: extractors, the page's JSON-LD, its description and headline.

Each opinion is a text; a segment is judged by how much of it stands in that text.
"""

from __future__ import annotations

import html
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.reading.html.dom import Page

WORD = re.compile(r"\w+")
_KEPT_ATTRIBUTES = frozenset({"class", "id", "itemprop", "role", "href", "style", "type"})
_MOST_CHARS = 3_000_000
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Opinion:
    """A text as its word trigrams, and its lines for segments shorter than that."""

    grams: frozenset[tuple[str, ...]]
    lines: frozenset[str]
    words: int

    @classmethod
    def of(cls, text: str) -> Opinion:
        """Index ``text``."""
        lines = [WORD.findall(line.casefold()) for line in text.split("\n")]
        grams = frozenset(gram for line in lines for gram in _grams(line))
        short = frozenset(" ".join(line) for line in lines if line)
        return cls(grams, short, sum(map(len, lines)))

    def share(self, said: Said) -> float:
        """Return which share of a segment's words this text holds, in [0, 1]."""
        if not said.grams:
            return float(said.line in self.lines)
        return len(said.grams & self.grams) / len(said.grams)


@dataclass(frozen=True, slots=True)
class Said:
    """A segment's words, case-folded, as `Opinion` compares them."""

    words: tuple[str, ...]
    line: str
    grams: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, text: str) -> Said:
        """Index one segment's text."""
        words = tuple(WORD.findall(text.casefold()))
        return cls(words, " ".join(words), frozenset(_grams(words)))


def _grams(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)


@dataclass(frozen=True, slots=True)
class Opinions:
    """All opinions on one page. A missing one is an empty text."""

    quick: Opinion
    jsonld: Opinion
    description: Opinion
    headline: Opinion
    pictures: Opinion


def gather(page: Page) -> Opinions:
    """Return the opinions that cost little (3 ms a page)."""
    return Opinions(
        quick=Opinion.of(_resiliparse(page.html)),
        jsonld=Opinion.of(_jsonld_texts(page, "articleBody")),
        description=Opinion.of(_description(page)),
        headline=Opinion.of(_headline(page)),
        pictures=Opinion.of("\n".join(str(alt) for alt in page.tree.xpath("//img/@alt"))),
    )


def ask_trafilatura(page: Page) -> str | None:
    """Return what trafilatura takes for the article (28 ms a page), or None if it is not asked.

    Very large pages are not shown to it: its cost is not linear in them. It gets a copy of the
    tree without the attributes that cost it time (200,000 attributes: over 40 s) or make it write
    without end (``colspan="1000000000"``).
    """
    if len(page.html) > _MOST_CHARS:
        return None
    tree = deepcopy(page.tree)
    for element in tree.iter():
        for name in set(element.attrib) - _KEPT_ATTRIBUTES:
            del element.attrib[name]
    import trafilatura  # 0.2 s: only where it is needed

    try:
        text = trafilatura.extract(
            tree, include_comments=False, favor_precision=True, with_metadata=False
        )
    except Exception:  # noqa: BLE001  another's code on any page: its failure is no opinion
        return None
    return str(text or "")


def _resiliparse(source: str) -> str:
    try:
        tree = HTMLTree.parse(source)
        text: str = extract_plain_text(tree, main_content=True, alt_texts=False, links=False)
    except (RuntimeError, ValueError, TypeError):  # its binding raises these on broken trees
        return ""
    return text


def _jsonld_texts(page: Page, key: str) -> str:
    texts = [value for item in page.jsonld if isinstance(value := item.get(key), str)]
    return "\n".join(html.unescape(_TAG.sub("\n", text)) for text in texts)


def _description(page: Page) -> str:
    metas = page.tree.xpath(
        "//meta[@name='description' or @property='og:description'"
        " or @name='twitter:description']/@content"
    )
    return "\n".join([*map(str, metas), _jsonld_texts(page, "description")])


def _headline(page: Page) -> str:
    metas = page.tree.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    titles = page.tree.xpath("//title[1]/text()")
    return "\n".join([*map(str, metas), *map(str, titles), _jsonld_texts(page, "headline")])
