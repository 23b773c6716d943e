"""Where content ends: before another source, and before whoever speaks next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.scene import Scene
from dragoman.records import Span

_JOINS = frozenset({"and", "but", "while", "as"})


def trim_edges(scene: Scene, drafts: Sequence[Draft], cues: Iterable[Cue]) -> None:
    """Cut from each draft's content the frame of another source and the next act's speaker.

    "It will rain, Sandu said*, according to Lusa*"; "they “ran” *and Rotaru* said “…”".
    """
    tails = [_frame(cue) for cue in cues if cue.kind == "source"]
    tails += [tail for draft in drafts if (tail := _speaker_before(draft)) is not None]
    for draft in drafts:
        if draft.cue is not None:
            draft.content = _without(scene, draft, tails) or draft.content


def _frame(cue: Cue) -> Span:
    return Span(cue.span.start, max([cue.span.end, *(s.span.end for s in cue.speakers)]))


def _speaker_before(draft: Draft) -> Span | None:
    """Return the speaker right before a cue that leads to marks: "and *Rotaru* said “…”"."""
    cue = draft.cue
    if cue is None or cue.kind != "verb" or not draft.stretches or len(cue.speakers) != 1:
        return None
    named = cue.speakers[0].span
    follows = 0 <= cue.span.start - named.end <= 1 and min(draft.content).start > cue.span.end
    return named if follows else None


def _without(scene: Scene, draft: Draft, tails: Sequence[Span]) -> tuple[Span, ...]:
    kept = []
    for piece in draft.content:
        cut = [t for t in tails if piece.contains(t) and 0 <= piece.end - t.end <= 1]
        own = draft.cue is not None and any(t.overlaps(draft.cue.span) for t in cut)
        if not cut or own or scene.stretches_in(cut[0]):
            kept.append(piece)
            continue
        words = scene.words(Span(piece.start, cut[0].start)).rstrip(" ,")
        while words.rsplit(maxsplit=1)[-1:] and words.split()[-1].casefold() in _JOINS:
            words = words[: -len(words.split()[-1])].rstrip(" ,")
        if words:
            kept.append(Span(piece.start, piece.start + len(words)))
    return tuple(kept)
