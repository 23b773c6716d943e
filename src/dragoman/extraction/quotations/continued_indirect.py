"""Indirect speech that goes on in the sentence after it: Russia, he added, … It would also … as well.

English marks it by backshift alone: after "said it had failed", a sentence whose only main verb is
"would" tells what the speaker expects, not what the writer knows. Each such sentence is a quotation
of its own with the speaker of the one before and less confidence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import child, pieces
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Rare: five in 740 articles, of which four went on with the speech before.
_CONFIDENCE = 0.6
_PAST = frozenset({"VBD", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WOULD = frozenset({"would", "’d", "'d"})
_ENDS = frozenset({".", "!", "?"})
_MAX = 4  # sentences that one act of speech may run on
_REACH = 120  # tokens of one sentence


def go_on(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts for the sentences in which indirect speech goes on."""
    taken: dict[int, list[Span]] = {}
    for draft in drafts:
        for scene, span in draft.placed():
            taken.setdefault(scene.number, []).append(span)
        if draft.cue is not None:
            taken.setdefault(draft.scene.number, []).append(draft.cue.span)
    found = []
    for draft in drafts:
        if _may_go_on(draft):
            found += list(_following(draft, taken[draft.scene.number]))
    return found


def _may_go_on(draft: Draft) -> bool:
    cue = draft.cue
    return (
        cue is not None
        and cue.kind == "verb"
        and cue.frame == "clause"
        and cue.token is not None
        and cue.token.tag_ in _PAST
        and bool(cue.speakers)
        and not draft.stretches
        and any(_is_backshifted(t) for s in draft.content for t in draft.scene.tokens_in(s))
    )


def _is_backshifted(token: Token) -> bool:
    return token.tag_ == "VBD" or token.lower_ in _WOULD


def _following(draft: Draft, taken: Sequence[Span]) -> Iterator[Draft]:
    scene, cue = draft.scene, draft.cue
    doc = scene.passage.doc
    last = max([s.end for s in draft.content] + ([cue.span.end] if cue else []))
    at = _sentence_end(scene, bisect_left(scene.starts, last))
    for _ in range(_MAX):
        start = at
        while start < len(doc) and doc[start].is_space:
            start += 1
        at = _sentence_end(scene, start)
        if not _goes_on(scene, start, at):
            return
        span = next(pieces(scene, set(range(start, at)), breaks=set()), None)
        if span is None or any(span.overlaps(t) for t in taken):
            return
        yield Draft(scene, None, [], (span,), _CONFIDENCE, like=draft.cue, like_scene=draft.scene)


def _sentence_end(scene: Scene, at: int) -> int:
    """Return the token after the full stop that ends the sentence at ``at``."""
    doc = scene.passage.doc
    end = at
    while end < len(doc) and end - at < _REACH:
        end += 1
        if doc[end - 1].text in _ENDS:
            break
    return end


def _goes_on(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence is in "would" alone and begins with its subject."""
    tokens = scene.passage.doc[start:end]
    if end - start < 4 or any(scene.quoted(t) for t in tokens):
        return False
    finite = [t for t in tokens if t.tag_ in _FINITE and not _is_subordinate(t)]
    return bool(finite) and all(t.lower_ in _WOULD for t in finite)


def _is_subordinate(token: Token) -> bool:
    """Whether a finite verb belongs to a clause inside the sentence."""
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in {"relcl", "advcl", "acl", "ccomp", "pcomp", "csubj"} and (
        child(verb, "mark") is not None or verb.dep_ != "ccomp"
    )
