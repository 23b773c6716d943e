"""Quotations that run over paragraphs: marks opened again, a colon before, pure speech after."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.colons import cue_of_colon
from dragoman.extraction.quotations.cues import Cue, find_cues
from dragoman.extraction.quotations.gaps import first_sentence, leads_with
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.signatures import signature_line
from dragoman.extraction.quotations.speakers import speakers_of
from dragoman.extraction.quotations.transcripts import is_direction, transcript
from dragoman.records import Span

# A paragraph of pure speech after an attributed one goes on with it: right in 19 of 20 cases
# of the tuning articles.
_CONTINUED = 0.95
# The same after words quoted in passing, as a quotation of its own.
_SAME_SPEAKER = 0.6
_SENTENCE = 4  # words: shorter "sentences" in marks are titles and cries
Key = tuple[int, int]
"""A stretch, known by the number of its passage and its number there."""


class Continuation:
    """Finds the acts of speech that no single passage holds; works on the drafts in place."""

    def __init__(self, scenes: Sequence[Scene], drafts: list[Draft]) -> None:
        self._scenes = scenes
        self.drafts = drafts
        ordered = sorted(drafts, key=lambda d: d.spoken)  # speech owns what clauses only hold
        self._owner: dict[Key, Draft] = {
            (d.scene.number, n): d for d in ordered for n in d.stretches
        }

    def run(self) -> list[Draft]:
        """Return all drafts, those that continue joined to those that begin."""
        self._take_turns()
        self._led_by_colon()
        self._signed_below()
        self._follow_chains()
        self._carry_on()
        self._stand_alone()
        return self.drafts

    def _take_turns(self) -> None:
        """Put the turns of a transcript in the place of what its lines gave one by one."""
        for turn in transcript(self._scenes):
            owned = [self._owner.get((turn.scene.number, n)) for n in turn.stretches]
            if any(d is not None and d.spoken for d in owned):
                continue
            for scene, _ in turn.placed():
                self._owner.update({(scene.number, n): turn for n in range(len(scene.stretches))})
            self.drafts.append(turn)

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
            draft = Draft(
                before, cue, [], (), 0.9, [(scene, scene.stretches[0].inner)], spoken=True
            )
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
            draft = Draft(after, cue, confidence=0.9, spoken=True)
            self._give(draft, scene, range(len(scene.stretches)))
            self.drafts.append(draft)

    def _follow_chains(self) -> None:
        """Give each paragraph that opens its marks again to the draft that the chain last spoke for.

        A new speaker's line inside the same marks (a transcript set as one quotation) takes over.
        """
        placed = [(s, n, q.chain) for s in self._scenes for n, q in enumerate(s.stretches)]
        speaking: dict[int, Draft | None] = {}
        for scene, number, chain in reversed(placed):  # a cue behind the whole speaks for its start
            speaking[chain] = self._owner.get((scene.number, number)) or speaking.get(chain)
        for scene, number, chain in placed:
            draft = self._owner.get((scene.number, number))
            if draft is not None:
                speaking[chain] = draft
            elif (goes_on := speaking[chain]) and not is_direction(scene):
                self._give(goes_on, scene, [number])

    def _carry_on(self) -> None:
        """Give a paragraph of pure speech to the speaker of the speech right before it.

        It goes on with a quotation of whole sentences ("one cue, one quotation"); after words
        that were only quoted in passing it is a quotation of its own.
        """
        last = _last_drafts(self.drafts)
        for before, scene in pairwise(self._scenes):
            numbers = range(len(scene.stretches))
            owned = any((scene.number, n) in self._owner for n in numbers)
            draft = last.get(before.number)
            if draft is None or owned or not _is_all_speech(scene) or is_direction(scene):
                continue
            if scene.stretches[0].single:  # a subhead in the manner of many desks
                continue
            if not _marked_alike(before, scene):  # a straight mark that frames an excerpt
                continue
            if draft.spoken and _says_sentences(draft) and _ends_with(before, draft):
                draft.confidence *= _CONTINUED
                self._give(draft, scene, list(numbers))
            elif _ends_with(before, draft):
                draft = self._alike(draft, scene, numbers)
            else:
                continue
            last[scene.number] = draft

    def _stand_alone(self) -> None:
        """Give a quoted sentence that has no cue to whoever acts or speaks right before it."""
        last = _last_drafts([d for d in self.drafts if d.spoken])
        speaker: Draft | None = None
        for scene in self._scenes:
            for number in range(len(scene.stretches)):
                if (scene.number, number) in self._owner:
                    speaker = self._owner[scene.number, number]
                elif _is_sentence(scene, number) and (near := _nearest(scene, number, speaker)):
                    self._alike(near, scene, [number])
            if scene.number in last:
                speaker = last[scene.number]
            elif not scene.stretches:
                speaker = None  # a paragraph without speech: the next speaker is anyone's guess

    def _alike(self, before: Draft, scene: Scene, numbers: Sequence[int]) -> Draft:
        draft = Draft(
            scene,
            None,
            confidence=_SAME_SPEAKER,
            like=before.cue or before.like,
            like_scene=before.like_scene or before.scene,
            spoken=True,
        )
        self._give(draft, scene, numbers)
        self.drafts.append(draft)
        return draft

    def _give(self, draft: Draft, scene: Scene, numbers: Sequence[int]) -> None:
        for number in numbers:
            draft.more.append((scene, scene.stretches[number].inner))
            self._owner[scene.number, number] = draft


def _is_all_speech(scene: Scene) -> bool:
    """Whether nothing with letters stands outside the marks."""
    gaps = [scene.gap_before(n) for n in range(len(scene.stretches))]
    gaps += [scene.gap_after(len(gaps) - 1)] if gaps else []
    return bool(gaps) and not any(ch.isalnum() for gap in gaps for ch in scene.words(gap))


def _marked_alike(before: Scene, scene: Scene) -> bool:
    """Whether an unclosed paragraph opens with the kind of mark that the one before uses."""
    first = scene.stretches[0]
    marks = {scene.text[q.outer.start] for q in before.stretches}
    return first.closed or scene.text[first.outer.start] in marks


def _nearest(scene: Scene, number: int, otherwise: Draft | None) -> Draft | None:
    """Return a draft whose speaker is the last one named in the words before a stretch."""
    gap = scene.gap_before(number)
    cues = [c for c in find_cues(scene) if gap.contains(c.span) and c.speakers]
    if cues:
        return Draft(scene, cues[-1])
    tokens = scene.tokens_in(gap)
    subject = next(
        (t for t in reversed(tokens) if t.dep_ == "nsubj" and t.head.pos_ == "VERB"), None
    )
    if subject is not None and (speakers := speakers_of(scene, subject.head)):
        return Draft(scene, Cue("noun", gap, None, None, speakers, ()))
    return otherwise


def _is_sentence(scene: Scene, number: int) -> bool:
    """Whether a stretch is a sentence of its own: capital, full stop, nothing joined to it."""
    stretch = scene.stretches[number]
    words = scene.words(stretch.inner)
    lead = leads_with(scene, number)
    return (
        not stretch.single
        and words[:1].isupper()
        and words[-1:] in {".", "?", "!"}
        and lead in {"", ".", "?", "!", ")", "”", '"'}
        and len(words.split()) >= _SENTENCE
    )


def _last_drafts(drafts: Sequence[Draft]) -> dict[int, Draft]:
    """Return for each passage the draft whose words or cue stand last in it.

    A cue that names nobody ("when asked which") says nothing of who goes on.
    """
    last: dict[int, tuple[int, Draft]] = {}
    for draft in drafts:
        if draft.cue is not None and not draft.cue.speakers and draft.label_name is None:
            continue
        for scene, span in [*draft.placed(), *((draft.scene, d) for d in _cue_spans(draft))]:
            if span.end > last.get(scene.number, (-1, draft))[0]:
                last[scene.number] = (span.end, draft)
    return {number: draft for number, (_, draft) in last.items()}


def _cue_spans(draft: Draft) -> list[Span]:
    return [draft.cue.span] if draft.cue is not None else []


def _says_sentences(draft: Draft) -> bool:
    """Whether a draft quotes whole sentences: one of its pieces begins with a capital."""
    return any(scene.words(span).lstrip("[(“‘\"'")[:1].isupper() for scene, span in draft.placed())


def _ends_with(scene: Scene, draft: Draft) -> bool:
    """Whether a passage ends with a draft's words or with the sentence of its cue."""
    if not scene.stretches:
        return False
    gap = scene.gap_after(len(scene.stretches) - 1)
    if not any(ch.isalnum() for ch in scene.words(gap)):
        return True
    cue = draft.cue
    return cue is not None and cue.span.start >= gap.start and first_sentence(scene, gap) == gap
