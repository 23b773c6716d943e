"""What a page declares about itself: ``<meta>`` elements and the JSON-LD object of its article.

Nothing here is believed yet: the deciders (headline, dates, bylines, …) weigh it against the
page that a reader sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.reading.html.dom import Page

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Reportage|Report|Review|Story)$")
_NOT_ARTICLE = frozenset({"JobPosting"})
_WRAPPERS = ("mainEntity", "mainEntityOfPage", "hasPart")
_SPACES = re.compile(r"\s+")
_MAX_DEPTH = 8
"""Levels of lists and objects that are opened; a hostile page nests thousands."""

_LONGEST = 5_000
"""Characters of a declaration that are read."""


@dataclass(frozen=True)
class Declared:
    """The declarations of one page.

    Attributes:
        metas: Contents of ``<meta>`` by lower-case name, property or itemprop, in page order.
        articles: JSON-LD objects whose type is an article's, the best one first.
        objects: All JSON-LD objects by ``@id``.
    """

    metas: Mapping[str, tuple[str, ...]]
    articles: tuple[Mapping[str, Any], ...]
    objects: Mapping[str, Mapping[str, Any]]

    def meta(self, *names: str) -> str | None:
        """Return the first non-empty content among these names, in the order given."""
        return next((found for name in names for found in self.metas.get(name, ())), None)

    def all_metas(self, *names: str) -> tuple[str, ...]:
        """Return all contents of these names, doubles left out."""
        return tuple(dict.fromkeys(c for name in names for c in self.metas.get(name, ())))

    def field(self, name: str) -> str | None:
        """Return the first text in field `name` of the page's article objects."""
        for article in self.articles:
            text = first_text(article.get(name))
            if text:
                return text
        return None

    @cached_property
    def article(self) -> Mapping[str, Any]:
        """The best JSON-LD article object, or an empty one."""
        return self.articles[0] if self.articles else {}

    def resolved(self, value: object) -> Mapping[str, Any] | None:
        """Return the object that `value` is or, through its ``@id``, points at."""
        if not isinstance(value, dict):
            return None
        identity = value.get("@id")
        target = self.objects.get(identity) if isinstance(identity, str) else None
        return {**target, **value} if target else value


def read_declared(page: Page) -> Declared:
    """Collect the declarations of `page`."""
    metas: dict[str, list[str]] = {}
    for element in page.tree.iter("meta"):
        content = clean(element.get("content"))
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (element.get(attribute) or "").lower().split():
                metas.setdefault(_short(name), []).append(content)
    return Declared(
        {name: tuple(contents) for name, contents in metas.items()},
        tuple(_articles(page)),
        {o["@id"]: o for o in reversed(page.jsonld) if _defines(o)},
    )


def clean(text: object) -> str:
    """Return `text` on one line, entities resolved; an empty string for anything but text."""
    if not isinstance(text, str):
        return ""
    return _SPACES.sub(" ", unescape(text[:_LONGEST]).replace("\xad", "")).strip()


def first_text(value: object, depth: int = 0) -> str:
    """Return the first text in a JSON-LD value: a string, a list, or an object's name."""
    if depth > _MAX_DEPTH:
        return ""
    if isinstance(value, list):
        return next((text for item in value[:50] if (text := first_text(item, depth + 1))), "")
    if isinstance(value, dict):
        return clean(value.get("name")) or clean(value.get("@value"))
    return clean(value)


def types_of(thing: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the types of a JSON-LD object without their vocabulary's address."""
    types = thing.get("@type")
    listed = types if isinstance(types, list) else [types]
    return tuple(re.split(r"[/#:]", t)[-1] for t in listed if isinstance(t, str))


def _short(name: str) -> str:
    """Turn RDFa names (``http://ogp.me/ns/article#author``) into the common ones."""
    if not name.startswith("http"):
        return name
    prefix = "article:" if "/article#" in name else "og:"
    return prefix + name.rpartition("#")[2]


def _defines(thing: Mapping[str, Any]) -> bool:
    return isinstance(thing.get("@id"), str) and len(thing) > 1


def _articles(page: Page) -> Iterator[Mapping[str, Any]]:
    """Yield article objects: those that claim this page's address, then the fullest."""
    found = [a for thing in page.jsonld for a in _within(thing, 0)]
    yield from sorted(found, key=lambda a: (not a.get("headline"), not a.get("datePublished")))


def _within(thing: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if not isinstance(thing, dict) or depth > _MAX_DEPTH:
        return
    if any(_ARTICLE_TYPE.search(t) and t not in _NOT_ARTICLE for t in types_of(thing)):
        yield thing
        return
    for key in _WRAPPERS:
        inner = thing.get(key)
        # A list under these keys is a collection of other pages, one object is the page itself.
        if isinstance(inner, dict):
            yield from _within(inner, depth + 1)
