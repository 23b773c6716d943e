"""Inline marks of Markdown taken off one line: links, pictures, emphasis, escapes."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from dragoman.text.normalise import normalise
from dragoman.text.spans import Span

_MARK = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+.!<>~|-])"
    r"|(?P<picture>!\[(?P<alt>[^\[\]]{0,500})\]\((?P<src>(?:[^()\s]|\([^()\s]{0,200}\)){0,1000})(?:\s\"[^\"]{0,300}\")?\))"
    r"|(?P<link>\[(?P<words>[^\[\]]{1,500})\](?:\((?P<url>(?:[^()\s]|\([^()\s]{0,200}\)){0,1000})(?:\s\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,100}\]))"
    r"|<(?P<auto>https?://[^<>\s]{1,1000})>"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>]{0,500})?/?>)"
    r"|(?P<entity>&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,12});)"
    r"|(?P<stars>\*\*\*?|(?<![\w*])\*(?=\S)|(?<=\S)\*(?!\w)|~~|`{1,3})"
    r"|(?P<lines>(?<![\w_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w_]))"
)


class Plain(NamedTuple):
    """A line without marks; links by the span of their words, pictures by that of their text."""

    text: str
    links: tuple[tuple[Span, str], ...]
    pictures: tuple[tuple[Span, str], ...]


def without_marks(line: str) -> Plain:
    """Take the inline marks off a line; its words stay."""
    out: list[str] = []
    links: list[tuple[Span, str]] = []
    pictures: list[tuple[Span, str]] = []
    size = at = 0

    def put(words: str) -> Span:
        nonlocal size
        out.append(words)
        size += len(words)
        return Span(size - len(words), size)

    for match in _MARK.finditer(line):
        put(line[at : match.start()])
        at = match.end()
        if match["escape"]:
            put(match["escape"][1])
        elif match["picture"]:
            pictures.append((put(match["alt"].strip()), match["src"]))
        elif match["link"]:
            span = put(without_marks(match["words"]).text)
            if match["url"] and span.length:
                links.append((span, match["url"]))
        elif match["auto"]:
            links.append((put(match["auto"]), match["auto"]))
        elif match["entity"]:
            put(normalise(unescape(match["entity"])).text.replace("\n", " "))
    put(line[at:])
    return Plain("".join(out), tuple(links), tuple(pictures))
