"""Where in its article an event stands: the sentence, its number, whether it is the lead."""

from __future__ import annotations

import hashlib
import re

from dragoman.codebooks.cameo import cameo_codes
from dragoman.records import Article, Block, Event
from dragoman.records.vocabulary import BODY_KINDS
from dragoman.text.spans import Span

# Sentences are counted as the formats do, not as a parser does: a full stop, question or
# exclamation mark, closing marks, white space, and a capital, digit or opening mark.
_END = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-ÞА-Я0-9])")
_LEAD = frozenset({"headline", "standfirst"})


def sentence_at(article: Article, span: Span) -> str:
    """Return the sentence that holds ``span``, with single spaces."""
    block = _block(article, span)
    bounds = block.span if block else Span(0, len(article.text))
    start, end = bounds
    for stop in _END.finditer(article.text, bounds.start, bounds.end):
        if stop.end() <= span.start:
            start = stop.end()
        elif stop.end() >= span.end:
            end = stop.end()
            break
    return " ".join(article.text[start:end].split())


def sentence_number(article: Article, span: Span) -> int:
    """Return the number of the sentence in the body that holds ``span``, from 1."""
    number = 1
    for block in article.blocks_of("standfirst", "paragraph", "list_item", "subhead"):
        if block.span.start > span.start:
            break
        stop = min(block.span.end, span.start)
        number += sum(1 for _ in _END.finditer(article.text, block.span.start, stop))
        number += block.span.end <= span.start
    return number


def in_lead(article: Article, span: Span) -> bool:
    """Whether ``span`` stands in the headline, the standfirst or the first paragraph."""
    block = _block(article, span)
    if block is None:
        return False
    first = next((b for b in article.blocks if b.kind in BODY_KINDS - _LEAD), None)
    return block.kind in _LEAD or block == first


def _block(article: Article, span: Span) -> Block | None:
    return next((b for b in article.blocks if b.span.start <= span.start < b.span.end), None)


def cameo_of(event: Event) -> str:
    """Return the event's CAMEO code; without one, the most general code of its type and mode."""
    codes = cameo_codes()
    if event.cameo is not None and event.cameo in codes:
        return event.cameo
    of_type = [code for code in codes.values() if code.type == event.type]
    fits = [code for code in of_type if code.mode == (event.modes[0] if event.modes else None)]
    return min((code.code for code in fits or of_type), key=lambda code: (len(code), code))


def stable_number(*parts: object) -> int:
    """Return a positive 63-bit number that follows from ``parts`` alone."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return (int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest()) >> 1) or 1
