"""Reported clauses that the tree hides, found by the order of the words.

"Prices fell, the bank reported on Monday" and "told the paper she would stay" are plain to a
reader; the parser now and then hangs them together the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import reporting_words
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child, pieces
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = frozenset({".", "!", "?", ";", ":", "(", ")"})
_BREAKS = frozenset({",", "—", "–", "--", "-", ")"})
_PLACES = frozenset({"on", "in", "at", "during"})
_LED_IN = frozenset({"IN", "VBG", "VBN", "WRB", "RB"})  # "On Tuesday …, he said" opens a new clause
_TIMES = frozenset({"DATE", "TIME"})
_REACH = 80  # tokens of a sentence read to either side
_SHORT = 12  # tokens of an attribution after its verb


def parenthesis_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return what surrounds an attribution set off by commas: "A, the bank said, B"."""
    subject = child(verb, "nsubj")
    if subject is None or subject.tag_ == "WP" or subject.i > verb.i or verb.tag_ not in _FINITE:
        return ()
    doc = verb.doc
    comma = subject.left_edge.i - 1
    end = _end_of_attribution(verb)
    if comma < 1 or doc[comma].text != "," or verb.i - comma > _SHORT or end is None:
        return ()
    start, stop = _sentence_start(doc, comma), _sentence_end(doc, end)
    if any(scene.quoted(doc[i]) for i in range(start, stop)):
        return ()
    content = set(range(start, comma))
    if not _is_finite_in(doc, start, comma):
        content |= set(range(end, stop))  # the plan, he said, is dead
        if doc[end].text != "," or not _is_finite_in(doc, end, stop):
            return ()
    elif doc[start + (doc[start].tag_ == "CC")].tag_ in _LED_IN:
        return ()
    return tuple(pieces(scene, content, breaks={verb.i}))


def following_of(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Return a clause that begins right after a verb (or after whom it tells) by word order."""
    if verb.tag_ not in _FINITE and verb.tag_ not in {"VBN", "VBG", "VB"}:
        return ()
    doc = verb.doc
    after = [c for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "dative", "prep"}]
    starts = {verb.i + 1, *(c.right_edge.i + 1 for c in after)}
    if (posted := _posted_clause(scene, verb, after)) is not None:
        return posted
    for token in doc[verb.i + 1 : verb.i + 1 + _SHORT]:
        if token.is_punct or token.is_sent_start or scene.quoted(token):
            return ()
        if token.dep_ not in {"nsubj", "nsubjpass", "expl"} or token.left_edge.i not in starts:
            continue
        head = token.head
        if head.i <= verb.i or head.dep_ in {"relcl", "acl"} or not _is_finite(head):
            continue
        end = min(head.right_edge.i + 1, _sentence_end(doc, verb.i))
        return tuple(pieces(scene, set(range(token.left_edge.i, end)), breaks=set()))
    return ()


def _posted_clause(scene: Scene, verb: Token, after: list[Token]) -> tuple[Span, ...] | None:
    """Return the clause whose subject the parser hangs on a platform.

    "Announced on Twitter the board and the police were to meet" is read as "Twitter, the board".
    """
    doc = verb.doc
    for link in after:
        place = child(link, "pobj")
        if place is None or place.lower_ not in reporting_words().platforms:
            continue
        first = place.i + 1
        stop = min(_sentence_end(doc, place.i), first + _REACH)
        if place.right_edge.i == place.i or not _is_finite_in(doc, first, stop):
            continue
        if not doc[first].is_punct and not scene.quoted(doc[first]):
            return tuple(pieces(scene, set(range(first, stop)), breaks=set()))
    return None


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(
        c.tag_ in _FINITE and c.dep_ in {"aux", "auxpass"} for c in verb.children
    )


def _end_of_attribution(verb: Token) -> int | None:
    """Return the token after an attribution, or None if more than time and place follow its verb."""
    doc, last = verb.doc, verb.i
    for part in verb.children:
        if part.i < verb.i or part.is_punct or part.is_space:
            continue
        if part.i != last + 1 and part.left_edge.i != last + 1:
            break
        if not (part.tag_ == "RB" or part.lower_ in _PLACES or part.ent_type_ in _TIMES):
            return None
        last = part.right_edge.i
    end = last + 1
    stops = _BREAKS | _STOPS
    return end if end < len(doc) and end - verb.i <= _SHORT and doc[end].text in stops else None


def _sentence_start(doc: Doc, at: int) -> int:
    first = at
    while first > 0 and at - first < _REACH and doc[first - 1].text not in _STOPS:
        if doc[first].is_sent_start and doc[first - 1].is_space:
            break
        first -= 1
    return first


def _sentence_end(doc: Doc, at: int) -> int:
    last = at
    while last < len(doc) and last - at < _REACH and doc[last].text not in _STOPS:
        last += 1
    return last


def _is_finite_in(doc: Doc, start: int, end: int) -> bool:
    return any(doc[i].tag_ in _FINITE for i in range(start, end))
