"""Who speaks the words around a pronoun inside quotation marks: whom it does not stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.reporting import reporting_verbs
from dragoman.extraction.passages import Passage
from dragoman.records import Span
from dragoman.text.marks import Quoted

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ABOUT = frozenset({"of", "about", "on", "for"})
_REACH = 40  # tokens from the marks to a reporting verb: an attribution is no longer


class Around(NamedTuple):
    """The words beside a quoted stretch, by index: who speaks, and of whom."""

    speakers: frozenset[int]
    spoken_of: frozenset[int]


NOTHING = Around(frozenset(), frozenset())


def around(passage: Passage, stretch: Quoted) -> Around:
    """Return the subjects of the reporting verbs next to a stretch and whom they speak of."""
    speakers: set[int] = set()
    spoken_of: set[int] = set()
    for token in _outside(passage, stretch):
        if token.pos_ != "VERB" or token.lemma_.lower() not in reporting_verbs():
            continue
        for child in token.children:
            if child.dep_ in _SUBJECTS and not _inside(passage, child, stretch.outer):
                speakers.add(child.i)
            elif child.dep_ == "dobj":
                spoken_of.add(child.i)
            elif child.dep_ == "prep" and child.lower_ in _ABOUT:
                spoken_of.update(c.i for c in child.children if c.dep_ == "pobj")
    return Around(frozenset(speakers), frozenset(spoken_of))


def _outside(passage: Passage, stretch: Quoted) -> Iterator[Token]:
    doc = passage.doc
    place = _indices(passage, stretch.outer)
    if place is None:
        return
    first, last = place
    for i in range(first - 1, max(-1, first - _REACH), -1):
        yield doc[i]
        if doc[i].is_sent_start:
            break
    for i in range(last, min(len(doc), last + _REACH)):
        if i > last and doc[i].is_sent_start:
            break
        yield doc[i]


def _indices(passage: Passage, span: Span) -> tuple[int, int] | None:
    tokens = passage.tokens(span)
    return (tokens.start, tokens.end) if tokens is not None else None


def _inside(passage: Passage, token: Token, span: Span) -> bool:
    return span.contains(passage.of(token))


def stretch_at(quoted: Sequence[Quoted], offset: int, starts: Sequence[int]) -> int:
    """Return the number of the quoted stretch at an offset, or -1."""
    at = bisect_right(starts, offset) - 1
    return at if at >= 0 and offset < quoted[at].outer.end else -1
