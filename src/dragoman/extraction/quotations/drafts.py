"""From cues and stretches to drafts: what each act of speech says, direct, mixed or indirect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extraction.quotations.attach import Draft, attach
from dragoman.extraction.quotations.colons import colon_cues, label_draft
from dragoman.extraction.quotations.cues import Cue, find_cues
from dragoman.extraction.quotations.edges import trim_edges
from dragoman.extraction.quotations.gaps import last_sentence, leads_with
from dragoman.extraction.quotations.repairs import find_missing_speakers, share_subjects
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.signatures import signature_after
from dragoman.records import Span

# Words of a clause in front of its cue: "At the same time, he said, “…”" has four.
_OPENING = 5


def draft_passage(scene: Scene) -> list[Draft]:
    """Return the acts of speech of one passage, in the order of the text."""
    cues = list(find_cues(scene))
    drafts = attach(scene, cues)
    taken = {draft.cue.span for draft in drafts if draft.cue}
    for draft in drafts:
        draft.content = _with_lead_in(scene, draft)
    owned = {n for draft in drafts for n in draft.stretches}
    for cue in cues:
        if cue.span in taken or not cue.content:
            continue
        content = _whole_stretches(scene, cue.content)
        touched = [n for span in content for n in scene.stretches_in(span)]
        if (
            touched
            and set(touched) <= owned
            and (_only_quoted(scene, content) or not _takes_clause(cue))
        ):
            continue  # the words belong to another cue
        drafts.append(Draft(scene, cue, touched, content))
    drafts += _without_verb(scene, drafts)
    drafts.sort(key=lambda d: min(d.content))
    share_subjects(scene, drafts)
    find_missing_speakers(scene, drafts)
    trim_edges(scene, drafts, cues)
    return drafts


def _takes_clause(cue: Cue) -> bool:
    """Whether a cue reports clauses; verbs that only colour marked words need marks of their own."""
    return cue.entry is None or bool(cue.entry.frames & {"clause", "predicate", "as"})


def _without_verb(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts for words that a label or a colon reports."""
    taken = {n for d in drafts for n in d.stretches}
    free = [n for n in range(len(scene.stretches)) if n not in taken]
    label = label_draft(scene, free)
    if label is not None:
        return [label]
    signed = [
        Draft(scene, cue, [n], (scene.stretches[n].inner,), confidence=0.9, spoken=True)
        for n in free
        if (cue := signature_after(scene, n)) is not None
    ]
    taken |= {d.stretches[0] for d in signed}
    return signed + colon_cues(scene, [n for n in free if n not in taken])


def _with_lead_in(scene: Scene, draft: Draft) -> tuple[Span, ...]:
    """The stretches of a draft, with the unquoted words that belong to the same clause.

    Clinton "has the experience," he said: content begins at Clinton.
    """
    spans = [scene.stretches[n].inner for n in draft.stretches]
    cue = draft.cue
    if cue is None:
        return tuple(spans)
    first = draft.stretches[0]
    lead = leads_with(scene, first)
    if lead and lead not in ",:;–—-(.!?" and spans[0].start < cue.span.start:
        outside = [c for c in cue.content if c.start < spans[0].start and c.end <= cue.span.start]
        if outside:
            start = max(outside[0].start, last_sentence(scene, scene.gap_before(first)).start)
            spans[0] = Span(min(start, spans[0].start), spans[0].end)
    if leads_with(scene, draft.stretches[-1]) not in {",", ":"}:
        spans = _with_clause(cue, spans)
    if (opening := _opening_words(scene, first, cue)) is not None:
        spans.insert(0, opening)
    fronted = [c for c in cue.content if c.end <= cue.span.start and c.end < spans[0].start]
    if fronted and cue.span.end <= spans[0].start and scene.words(fronted[-1]) in {"what", "which"}:
        spans.insert(0, fronted[-1])
    return _whole_stretches(scene, spans)


def _opening_words(scene: Scene, number: int, cue: Cue) -> Span | None:
    """Return the words of the reported clause in front of its cue: But, he said, "it is late"."""
    stretch = scene.stretches[number]
    if leads_with(scene, number) != "," or not scene.text[stretch.inner.start].islower():
        return None
    lead = last_sentence(scene, scene.gap_before(number))
    if not lead.start <= cue.span.start < lead.end:
        return None
    named = [s.span.start for s in cue.speakers if s.span.start >= lead.start]
    before = scene.words(Span(lead.start, min([cue.span.start, *named]))).rstrip()
    words = before.rstrip(",").strip()
    if not before.endswith(",") or not 0 < len(words.split()) <= _OPENING:
        return None
    start = lead.start + len(before) - len(before.lstrip())
    return Span(start, start + len(words))


def _with_clause(cue: Cue, spans: list[Span]) -> list[Span]:
    """Add the unquoted words of the reported clause that stand right beside its marks."""
    last = spans[-1]
    for clause in cue.content:
        if clause.start <= cue.span.end or clause.start > last.end:
            continue
        if clause.end > last.end:
            return [*spans[:-1], Span(min(last.start, clause.start), clause.end)]
        if clause.start < last.start < clause.end:
            return [*spans[:-1], Span(clause.start, last.end)]
    return spans


def _whole_stretches(scene: Scene, content: Iterable[Span]) -> tuple[Span, ...]:
    """Widen content so that a stretch it cuts into is taken whole."""
    widened: list[Span] = []
    for span in content:
        start, end = span
        for number in scene.stretches_in(span):
            inner = scene.stretches[number].inner
            start, end = min(start, inner.start), max(end, inner.end)
        if widened and start <= widened[-1].end:
            widened[-1] = Span(widened[-1].start, max(end, widened[-1].end))
        else:
            widened.append(Span(start, end))
    return tuple(widened)


def _only_quoted(scene: Scene, content: Sequence[Span]) -> bool:
    return all(scene.quoted(t) or t.is_punct for span in content for t in scene.tokens_in(span))
