"""Frames that give a source without a verb: "according to X", "in the words of X", "in X's view"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.reporting import reporting_words
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking, owner_of, source_of
from dragoman.extraction.quotations.trees import child, pieces, subtree
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLIMBED = frozenset({"advcl", "ccomp"})
_VERBS = frozenset({"VERB", "AUX"})
_NEAR_PERSONS = frozenset({"my", "our", "your"})  # "in my view": the writer's own
_MAX_CLIMB = 4
_STARTS = frozenset({":", ";", "("})


class Sourced(NamedTuple):
    """A frame that gives a source: its words, who it is, and what is reported."""

    span: Span
    token: Token
    speakers: tuple[Speaking, ...]
    content: tuple[Span, ...]


def sourced_at(scene: Scene, token: Token) -> Sourced | None:
    """Return the frame whose key word is ``token`` ("according", "words"), or None."""
    if token.lower_ == "according" and child(token, "prep") is not None:
        to = child(token, "prep") or token
        return _sourced(scene, token, scene.span(token, to), token, source_of(scene, token))
    if token.pos_ != "NOUN" or token.head.dep_ != "prep":
        return None
    if f"{token.head.lower_} {token.lemma_.lower()}" not in reporting_words().frames:
        return None
    owner = child(token, "poss")
    of = child(token, "prep")
    if owner is not None and owner.lower_ not in _NEAR_PERSONS:
        span = scene.span(token.head, token)
    elif of is not None and of.lower_ == "of" and child(token, "det") is not None:
        span = scene.span(token.head, of)
    else:
        return None
    return _sourced(scene, token.head, span, token, owner_of(scene, token))


def _sourced(
    scene: Scene, frame: Token, span: Span, key: Token, speakers: tuple[Speaking, ...]
) -> Sourced | None:
    if not speakers:
        return None
    top = _reported(frame)
    content: tuple[Span, ...] = ()
    if top != frame:
        content = _content(scene, frame, top)
    if (cut := _swallowed_subject(scene, key, top)) is not None:
        content = tuple(pieces(scene, {i for i in subtree(top) if i > cut}, breaks=set()))
        end = scene.starts[cut]
        speakers = tuple(
            s._replace(span=Span(s.span.start, min(s.span.end, end)))
            for s in speakers
            if s.span.start < end
        )
    return Sourced(span, key, speakers, content)


def _reported(frame: Token) -> Token:
    """Return the head of all that a frame reports.

    At the end of a sentence the parser hangs the frame on the last clause; what is reported is
    the sentence: "A fell while B rose, according to X"; "they say that A fell, according to X".
    """
    top = frame.head
    for _ in range(_MAX_CLIMB):
        joined = top.dep_ == "conj" and top.head.pos_ in _VERBS
        if top.i > frame.i or not (joined or (top.dep_ in _CLIMBED and top.head.pos_ in _VERBS)):
            break
        if top.head.i > frame.i:
            break
        top = top.head
    return top


def _content(scene: Scene, frame: Token, top: Token) -> tuple[Span, ...]:
    """Return the clause of ``top`` without the frame, inside the brackets or colon it stands in.

    Words in marks right behind the frame are all it reports: in her words, "a gift to thieves".
    """
    own = subtree(frame)
    if (quoted := _marks_behind(scene, max(own))) is not None:
        return (quoted,)
    kept = subtree(top, without=[frame])
    if top.i < frame.i:  # what follows the source belongs to it: "…, according to X, citing Y"
        kept = {i for i in kept if i < frame.i}
        doc = scene.passage.doc
        first = frame.i
        while first > 0 and first - 1 in kept | own and doc[first - 1].text not in _STARTS:
            first -= 1
        if first - 1 in kept and doc[first - 1].text != ";":
            kept = {i for i in kept if i >= first}
    return tuple(pieces(scene, kept, breaks=own))


def _marks_behind(scene: Scene, last: int) -> Span | None:
    """Return the stretch that opens right after a frame, or None."""
    end = scene.starts[last] + len(scene.passage.doc[last].text)
    number = bisect_left(scene.opened, end)
    if number == len(scene.stretches):
        return None
    stretch = scene.stretches[number]
    return (
        stretch.inner if scene.words(Span(end, stretch.outer.start)).strip() in {"", ","} else None
    )


def _swallowed_subject(scene: Scene, key: Token, top: Token) -> int | None:
    """Return the comma after which the subject begins that the parser hung on the source.

    "According to the poll, most voters …": a verb without a subject shows the mistake.
    """
    if key.i > top.i or child(top, *_SUBJECTS) is not None:
        return None
    doc = scene.passage.doc
    return next((i for i in range(key.i, top.i) if doc[i].text == ","), None)
