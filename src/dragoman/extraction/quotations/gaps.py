"""What stands between quoted stretches: where its sentences end, and how it leads to a mark."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.extraction.quotations.scene import Scene
from dragoman.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_STOPS = (".", "!", "?", "…")
_RUNNING = frozenset(",?!—–-…")


def boundaries(tokens: Sequence[Token]) -> list[int]:
    """Return the offsets (in the passage) at which a sentence begins inside ``tokens``.

    The parser's own sentence starts count only after a full stop: around quotation marks it
    splits at random.
    """
    starts = []
    for before, token in pairwise(tokens):
        if token.is_sent_start and before.text.endswith(_STOPS) and not token.is_punct:
            starts.append(token.idx)
    return starts


def first_sentence(scene: Scene, gap: Span) -> Span:
    """Return the part of a gap that belongs to the sentence of the stretch before it."""
    tokens = scene.tokens_in(gap)
    ends = boundaries(tokens)
    if not ends:
        return gap
    return Span(gap.start, scene.passage.span.start + ends[0])


def last_sentence(scene: Scene, gap: Span) -> Span:
    """Return the part of a gap that leads to the stretch after it."""
    tokens = scene.tokens_in(gap)
    if tokens and tokens[-1].text.endswith(_STOPS):
        return Span(gap.end, gap.end)
    starts = boundaries(tokens)
    if not starts:
        return gap
    return Span(scene.passage.span.start + starts[-1], gap.end)


def runs_on(scene: Scene, number: int) -> bool:
    """Whether the sentence goes on after a stretch: "A," he said; "A" – he said; "A?" he asked."""
    stretch = scene.stretches[number]
    last = scene.text[stretch.inner.end - 1]
    after = scene.words(scene.gap_after(number)).lstrip()
    if not after:
        return False
    if last in _RUNNING or after[0] in ",–—-":
        return True
    return after[0].islower() or last not in _STOPS


def leads_with(scene: Scene, number: int) -> str:
    """Return the last visible character before a stretch, or an empty string."""
    before = scene.words(scene.gap_before(number)).rstrip()
    return before[-1] if before else ""
