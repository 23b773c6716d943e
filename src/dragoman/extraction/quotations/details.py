"""What the words around a cue add: to whom, where and when something was said, and its edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import reporting_words
from dragoman.extraction.clauses.grammar import is_passive
from dragoman.extraction.clauses.tense import tense_of
from dragoman.extraction.quotations.cues import Cue, is_negated
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child, subtree
from dragoman.records import Span, TimeRef
from dragoman.records.vocabulary import CueTense, Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADDRESSED = frozenset(
    {"tell", "inform", "ask", "assure", "remind", "warn", "notify", "reassure", "advise", "urge"}
)
_SPEAKING = frozenset({"speak", "talk", "write", "appear", "post", "testify"})
_VENUE_WORDS = frozenset({"in", "at", "during", "on", "via", "through", "from", "to"})
_ELISION = re.compile(r"\[ ?(?:\.{3,4}|…) ?\]|\( ?(?:\.{3,4}|…) ?\)|\.{3,4}|…|\. \. \.(?: \.)?")
_INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]")


def voice_of(cue: Cue) -> Voice | None:
    """Return whether a verb tells who speaks as its subject ("said") or not ("was told")."""
    if cue.token is None or cue.kind != "verb":
        return None
    return "passive" if is_passive(cue.token) else "active"


def is_cue_negated(cue: Cue) -> bool:
    """Whether the act of speech is told as not done: "did not deny that …"."""
    return cue.token is not None and cue.kind == "verb" and is_negated(cue.token)


def cue_tense(cue: Cue) -> CueTense | None:
    """Return when a verb puts the speaking; None for an infinitive and for what is only possible."""
    if cue.token is None or cue.kind != "verb":
        return None
    match tense_of(cue.token):
        case "infinitive" | "unclear":
            return None
        case "present" if any(c.tag_ == "MD" for c in cue.token.children):
            return None
        case tense:
            return tense


def addressee_of(scene: Scene, cue: Cue, content: Sequence[Span]) -> Span | None:
    """Return to whom something was said: "told parliament", "said to reporters"."""
    if cue.token is None or cue.kind != "verb":
        return None
    for token in cue.token.children:
        target: Token | None = None
        if token.dep_ in {"dobj", "dative", "iobj"} and cue.token.lemma_ in _ADDRESSED:
            target = token if token.lower_ != "to" else child(token, "pobj")
        elif token.dep_ in {"prep", "dative"} and token.lower_ == "to":
            target = child(token, "pobj")
        if target is not None and not scene.quoted(target) and not _is_forum(target):
            span = scene.span(target.left_edge, target.right_edge)
            taken = [*content, *(s.span for s in cue.speakers)]
            if not any(span.overlaps(t) for t in taken):
                return span
    return None


def venue_of(scene: Scene, cue: Cue, content: Sequence[Span]) -> Span | None:
    """Return where something was said: "in an interview with Le Monde", "on Telegram"."""
    if cue.token is None:
        return None
    for token in _around(cue):
        place = child(token, "pobj") if token.dep_ == "prep" else None
        if token.dep_ == "dobj" and token.head.lemma_ in _ADDRESSED and _is_forum(token):
            span = scene.span(token.left_edge, token.right_edge)
        elif place is not None and token.lower_ in _VENUE_WORDS and _is_forum(place):
            span = scene.span(token, token.right_edge)
        else:
            continue
        if not any(span.overlaps(c) for c in content):
            return span
    return None


def _around(cue: Cue) -> Iterator[Token]:
    """Yield the words that hang on the cue, and on "speaking" beside it or its subject."""
    if cue.token is None:
        return
    yield from cue.token.children
    for holder in (cue.token, *(s.head for s in cue.speakers)):
        for clause in holder.children:
            if clause.dep_ in {"acl", "advcl"} and clause.lemma_ in _SPEAKING:
                yield from clause.children


def _is_forum(token: Token) -> bool:
    words = reporting_words()
    return (
        token.lemma_.lower() in words.forums
        or token.lower_ in words.forums
        or token.lower_ in words.platforms
        or (token.pos_ == "PROPN" and token.left_edge.lower_ in words.platforms)
    )


def said_at(
    scene: Scene, cue: Cue, content: Sequence[Span], times: Iterable[TimeRef]
) -> str | None:
    """Return the TIMEX value of the time that hangs on the cue ("said on Wednesday"), or None."""
    if cue.token is None:
        return None
    below = subtree(cue.token)
    best: tuple[int, str] | None = None
    for time in times:
        if time.value is None or time.type not in {"DATE", "TIME"}:
            continue
        if any(time.span.overlaps(c) for c in content):
            continue
        tokens = scene.tokens_in(time.span)
        if not tokens or tokens[0].i not in below or _in_other_clause(tokens[0], cue.token):
            continue
        distance = abs(time.span.start - cue.span.start)
        if best is None or distance < best[0]:
            best = (distance, time.value)
    return best[1] if best else None


def _in_other_clause(token: Token, cue: Token) -> bool:
    """Whether a verb stands between a word and the cue it hangs under."""
    node = token
    while node not in (cue, node.head):
        node = node.head
        if node != cue and node.pos_ in {"VERB", "AUX"}:
            return True
    return False


def elisions_in(text: str, content: Iterable[Span]) -> tuple[Span, ...]:
    """Return the places where words were left out: "...", "…", "[...]"."""
    return tuple(
        Span(*m.span()) for span in content for m in _ELISION.finditer(text, span.start, span.end)
    )


def insertions_in(text: str, content: Iterable[Span]) -> tuple[Span, ...]:
    """Return the words an editor put in brackets: "[the president]"."""
    return tuple(
        Span(*m.span())
        for span in content
        for m in _INSERTION.finditer(text, span.start, span.end)
        if _ELISION.fullmatch(m[0]) is None
    )
