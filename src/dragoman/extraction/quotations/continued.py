"""Quotations that run over paragraphs: marks opened again, a colon before, pure speech after."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.colons import cue_of_colon
from dragoman.extraction.quotations.gaps import first_sentence
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.signatures import signature_line

# A paragraph of pure speech after an attributed one goes on with it: right in 19 of 20 cases
# of the tuning articles.
_CONTINUED = 0.95
Key = tuple[int, int]
"""A stretch, known by the number of its passage and its number there."""


class Continuation:
    """Finds the acts of speech that no single passage holds; works on the drafts in place."""

    def __init__(self, scenes: Sequence[Scene], drafts: list[Draft]) -> None:
        self._scenes = scenes
        self.drafts = drafts
        self._owner: dict[Key, Draft] = {
            (d.scene.number, n): d for d in drafts for n in d.stretches
        }

    def run(self) -> list[Draft]:
        """Return all drafts, those that continue joined to those that begin."""
        self._led_by_colon()
        self._signed_below()
        self._follow_chains()
        self._carry_on()
        return self.drafts

    def _led_by_colon(self) -> None:
        """Give a paragraph of speech the cue in front of it: "Cruz continued:" and a new line."""
        for before, scene in pairwise(self._scenes):
            if not scene.stretches or (scene.number, 0) in self._owner:
                continue
            opens = scene.stretches[0].outer.start == scene.passage.span.start
            if not opens or scene.words(scene.gap_before(0)).strip():
                continue
            cue = cue_of_colon(before)
            if cue is None:
                continue
            self.drafts = [
                d for d in self.drafts if d.stretches or d.cue is None or d.cue.span != cue.span
            ]
            draft = Draft(before, cue, [], (), 0.9, [(scene, scene.stretches[0].inner)])
            self._owner[scene.number, 0] = draft
            self.drafts.append(draft)

    def _signed_below(self) -> None:
        """Give a paragraph of pure speech the name that signs it on the next line."""
        for scene, after in pairwise(self._scenes):
            if (scene.number, 0) in self._owner or not _is_all_speech(scene):
                continue
            cue = signature_line(after)
            if cue is None:
                continue
            draft = Draft(after, cue, confidence=0.9)
            self._give(draft, scene, range(len(scene.stretches)))
            self.drafts.append(draft)

    def _follow_chains(self) -> None:
        """Give each draft the paragraphs that its marks continue."""
        by_chain = {
            self._scenes[where].stretches[number].chain: draft
            for (where, number), draft in self._owner.items()
        }
        for scene in self._scenes:
            for number, stretch in enumerate(scene.stretches):
                draft = by_chain.get(stretch.chain)
                if (scene.number, number) not in self._owner and draft is not None:
                    self._give(draft, scene, [number])

    def _carry_on(self) -> None:
        """Join a paragraph of pure speech to the attributed speech right before it."""
        for before, scene in pairwise(self._scenes):
            if not _is_all_speech(scene):
                continue
            numbers = range(len(scene.stretches))
            last = (before.number, len(before.stretches) - 1)
            draft = self._owner.get(last)
            if draft is None or any((scene.number, n) in self._owner for n in numbers):
                continue
            if _ends_with(before, draft):
                draft.confidence *= _CONTINUED
                self._give(draft, scene, list(numbers))

    def _give(self, draft: Draft, scene: Scene, numbers: Sequence[int]) -> None:
        for number in numbers:
            draft.more.append((scene, scene.stretches[number].inner))
            self._owner[scene.number, number] = draft


def _is_all_speech(scene: Scene) -> bool:
    """Whether nothing with letters stands outside the marks."""
    gaps = [scene.gap_before(n) for n in range(len(scene.stretches))]
    gaps += [scene.gap_after(len(gaps) - 1)] if gaps else []
    return bool(gaps) and not any(ch.isalnum() for gap in gaps for ch in scene.words(gap))


def _ends_with(scene: Scene, draft: Draft) -> bool:
    """Whether a passage ends with a draft's words or with the sentence of its cue."""
    gap = scene.gap_after(len(scene.stretches) - 1)
    if not any(ch.isalnum() for ch in scene.words(gap)):
        return True
    cue = draft.cue
    return cue is not None and cue.span.start >= gap.start and first_sentence(scene, gap) == gap
