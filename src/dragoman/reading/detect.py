"""What a source is, told by its content and never by its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.reading.datelines import parse_dateline
from dragoman.reading.saved.phrases import phrase_hits

if TYPE_CHECKING:
    from dragoman.records.vocabulary import PageFormat

_HEAD = 20_000  # characters looked at
_LINES = 400
_HTML_START = re.compile(
    r"\s{0,99}<(?:!doctype\s{1,9}html|\?xml|html|head|body|!--)", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:html|head|body|div|p|span|meta|article|section|title|h[1-6]|a|script|link|img|ul|li|br|table)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</[a-z][a-z0-9]{0,9}>|<br\s?/?>", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---\n(?:[\w-]{1,40}:[^\n]{0,500}\n){1,40}---\n")
_MARKS = (
    (2, re.compile(r"^#{1,6} \S", re.MULTILINE)),
    (2, re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?:|/|#|mailto:)[^()\s]{0,500}\)")),
    (2, re.compile(r"^(?:={3,}|-{3,})\s{0,9}$", re.MULTILINE)),
    (1, re.compile(r"(?<![*\w])\*\*[^*\n]{1,200}\*\*(?![*\w])")),
    (1, re.compile(r"^> \S", re.MULTILINE)),
    (1, re.compile(r"^[*+-] \S[^\n]{0,2000}\n[*+-] \S", re.MULTILINE)),
)
_MARKDOWN = 3  # points that make a text Markdown


def detect(text: str) -> PageFormat:
    """Return what ``text`` is.

    HTML has tags; Markdown has at least two kinds of its marks; a text with lines of page
    furniture, repeated lines or a date line of its own is a saved page; any other is plain text.
    """
    head = text[:_HEAD]
    if _is_html(head):
        return "html"
    if _is_markdown(head):
        return "markdown"
    return "saved_text" if _has_furniture(head) else "text"


def _is_html(head: str) -> bool:
    if _HTML_START.match(head):
        return True
    lines = [line for line in head.split("\n") if line.strip()]
    tagged = sum(_TAG.search(line) is not None for line in lines)
    # Saved pages keep a stray tag (a tracker's picture), articles print one: those are no HTML.
    return _CLOSING.search(head) is not None and tagged >= 0.3 * len(lines)


def _is_markdown(head: str) -> bool:
    if _FRONT_MATTER.match(head.lstrip()):
        return True
    return sum(points for points, mark in _MARKS if mark.search(head)) >= _MARKDOWN


def _has_furniture(head: str) -> bool:
    lines = [line.strip() for line in head.split("\n")[:_LINES]]
    lines = [line for line in lines if line]
    long = [line for line in lines if len(line) > 20]
    if len(set(long)) < len(long):
        return True
    return any(phrase_hits(line).whole for line in lines) or any(
        parse_dateline(line) is not None for line in lines[:40]
    )
