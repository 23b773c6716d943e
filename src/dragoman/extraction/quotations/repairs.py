"""Repairs of what the parser gets wrong around speech: whose subject, and where a clause ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking, named_by, phrase_head
from dragoman.extraction.quotations.trees import child
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAX_CLIMB = 5
_SKIPPED = frozenset({"ADV", "AUX", "PUNCT", "SPACE", "PART"})


def share_subjects(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Free speech from the clause before it: he noted that it rained, and added, "Enough".

    The parser hangs "added" on "rained". Marks or "that" right after it show that the speaker of
    "noted" goes on; a subject of its own shows another speaker. Either way the first clause ends
    before "and".
    """
    by_token = {d.cue.token.i: d for d in drafts if d.cue is not None and d.cue.token is not None}
    for draft in drafts:
        cue, upper = draft.cue, _holder(draft, by_token)
        if upper is None or upper.cue is None or cue is None or cue.token is None:
            continue
        if child(cue.token, "nsubj") is None:
            draft.cue = replace(cue, speakers=upper.cue.speakers)
        upper.content = _until(scene, upper.content, cue.token)


def _holder(draft: Draft, by_token: dict[int, Draft]) -> Draft | None:
    """Return the draft whose clause wrongly takes in another act of speech, or None."""
    token = draft.cue.token if draft.cue else None
    if token is None or not _starts_anew(draft, token):
        return None
    clause = token.head
    if token.dep_ == "conj" and clause.dep_ == "ccomp":
        clause = clause.head
    elif (token.dep_ == "conj" and child(token, "nsubj") is not None) or (
        token.tag_ == "VBG" and token.i and _after_comma(token)
    ):
        for _ in range(_MAX_CLIMB):  # "shot it down, blaming “human error”": the speakers blame
            if clause.i in by_token or clause == clause.head:
                break
            clause = clause.head
    else:
        return None
    upper = by_token.get(clause.i)
    if upper is None or upper is draft or upper.spoken or clause.i > token.i:
        return None
    return upper


def _after_comma(verb: Token) -> bool:
    before = verb.nbor(-1)
    if before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    return before.text == ","


def _starts_anew(draft: Draft, verb: Token) -> bool:
    """Whether a verb joined to a reported clause reports on its own."""
    if draft.stretches:
        return True
    if draft.cue is None or draft.cue.entry is None or draft.cue.entry.act != "say":
        return False
    clause = child(verb, "ccomp")
    marked = clause is not None and child(clause, "mark") is not None
    return marked or child(verb, "nsubj") is not None


def _until(scene: Scene, content: tuple[Span, ...], verb: Token) -> tuple[Span, ...]:
    """Cut content off before the conjunction that leads to a verb."""
    first = verb
    while first.i and first.nbor(-1).pos_ in {"CCONJ", "PUNCT", "ADV"}:
        first = first.nbor(-1)
    end = scene.starts[first.i]
    kept = []
    for span in content:
        words = scene.words(Span(span.start, min(span.end, end))).rstrip(" ,;")
        if words:
            kept.append(Span(span.start, span.start + len(words)))
    return tuple(kept) or content


def find_missing_speakers(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Name the speaker where the tree has none: by word order, or as the speech before."""
    before: Draft | None = None
    for draft in drafts:
        cue = draft.cue
        if cue is not None and cue.kind == "verb" and cue.token is not None and not cue.speakers:
            draft.cue = replace(cue, speakers=_nearby(scene, cue, before))
        if draft.cue is not None and draft.cue.speakers:
            before = draft


def _nearby(scene: Scene, cue: Cue, before: Draft | None) -> tuple[Speaking, ...]:
    token = cue.token
    if token is None or child(token, "nsubjpass", "auxpass") is not None or token.tag_ == "VBN":
        return ()
    if token.tag_ == "VBG" and before is not None and before.cue is not None:
        if token.is_sent_start or (token.i and token.nbor(-1).text == ","):
            return before.cue.speakers  # Adding: "…"; "…," he said, going on to ask
        return ()
    if token.tag_ not in {"VBD", "VBZ", "VBP"}:
        return ()
    doc = scene.passage.doc
    at = token.i - 1
    while at >= 0 and doc[at].pos_ in _SKIPPED and not doc[at].text.endswith((".", ":", ";")):
        at -= 1
    if at < 0 or scene.quoted(doc[at]) or doc[at].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return ()
    return (named_by(scene, phrase_head(doc[at]), token),)
