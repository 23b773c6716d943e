"""Quotations that run over paragraphs, and paragraphs of speech that repeat no cue."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.scene import Scene

# A paragraph of nothing but quoted words, right after a paragraph of the same speech.
_FULL = 0.9
CONTINUED_CONFIDENCE = 0.7


def follow_chains(scenes: Sequence[Scene], drafts: list[Draft]) -> set[tuple[int, int]]:
    """Give each draft the paragraphs that its marks continue; returns the stretches it owns.

    A stretch is known by (number of its scene, number in the scene).
    """
    owner = {(d.scene.number, n): d for d in drafts for n in d.stretches}
    by_chain: dict[int, Draft] = {}
    for (_, number), draft in owner.items():
        by_chain[draft.scene.stretches[number].chain] = draft
    for scene in scenes:
        for number, stretch in enumerate(scene.stretches):
            key = (scene.number, number)
            speech = by_chain.get(stretch.chain)
            if key not in owner and speech is not None and speech.scene is not scene:
                speech.more.append((scene, stretch.inner))
                owner[key] = speech
    return set(owner)


def carry_on(
    scenes: Sequence[Scene], drafts: list[Draft], owned: set[tuple[int, int]]
) -> list[Draft]:
    """Return drafts for paragraphs of pure quotation that follow one of a known speaker."""
    ends: dict[int, Draft] = {}
    for draft in drafts:
        if draft.stretches:
            for scene, _ in draft.placed():
                ends[scene.number] = draft
    more: list[Draft] = []
    for scene in scenes:
        free = [n for n in range(len(scene.stretches)) if (scene.number, n) not in owned]
        before = ends.get(scene.number - 1)
        if before is None or len(free) != len(scene.stretches) or not _is_all_speech(scene):
            continue
        draft = Draft(
            scene,
            None,
            free,
            tuple(scene.stretches[n].inner for n in free),
            confidence=CONTINUED_CONFIDENCE,
            like=before.like or before,
        )
        more.append(draft)
        ends[scene.number] = draft
    return more


def _is_all_speech(scene: Scene) -> bool:
    inside = sum(q.outer.length for q in scene.stretches)
    return inside >= _FULL * scene.passage.span.length
