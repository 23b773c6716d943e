"""Joins quoted stretches to the cues that report them, by where they stand.

"A," he said. "B." · He said: "A." · He said, "A," and left. · "A," he said, "B."
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.gaps import first_sentence, last_sentence, leads_with, runs_on
from dragoman.extraction.quotations.loose import loose_cue_after
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.terms import is_term, names_a_work
from dragoman.records import Span

# What may stand between the end of a stretch and its cue or speaker ("A," then he said).
_BETWEEN = frozenset({"ADV", "PUNCT", "SPACE", "INTJ", "PART", "DET"})
_GOES_ON = frozenset({"go", "continue", "proceed"})
_SAYS = frozenset({"say", "ask", "claim", "promise", "deny"})


@dataclass(slots=True)
class Draft:
    """One act of speech in the making: its cue and the stretches that belong to it.

    `spoken` says that its stretches are joined to the cue as speech, not merely inside a reported
    clause. `more` holds its content in other paragraphs; `label_name` the words of a label that
    name the speaker; `like` the cue of the speech whose speaker goes on.
    """

    scene: Scene
    cue: Cue | None
    stretches: list[int] = field(default_factory=list)
    content: tuple[Span, ...] = ()
    confidence: float = 1.0
    more: list[tuple[Scene, Span]] = field(default_factory=list)
    label_name: Span | None = None
    like: Cue | None = None
    like_scene: Scene | None = None
    spoken: bool = False

    def placed(self) -> list[tuple[Scene, Span]]:
        """Return all pieces of the content with the passage each stands in, in order."""
        here = [(self.scene, span) for span in self.content]
        return sorted([*here, *self.more], key=lambda pair: pair[1])


def attach(scene: Scene, cues: Sequence[Cue]) -> list[Draft]:
    """Return one draft for each cue that speaks and each stretch that stands alone."""
    gaps = _by_gap(scene, cues)
    drafts: dict[Span, Draft] = {}
    owner: dict[int, Draft] = {}
    for number in range(len(scene.stretches)):
        cue = _cue_for(scene, number, gaps)
        if cue is None:
            continue
        draft = drafts.setdefault(cue.span, Draft(scene, cue, spoken=True))
        draft.stretches.append(number)
        owner[number] = draft
    _join(scene, owner)
    return list(drafts.values())


def _by_gap(scene: Scene, cues: Sequence[Cue]) -> list[list[Cue]]:
    """Sort cues into the gaps before, between and after the stretches."""
    gaps: list[list[Cue]] = [[] for _ in range(len(scene.stretches) + 1)]
    for cue in cues:
        gaps[bisect_left(scene.opened, cue.span.start)].append(cue)
    return gaps


def _cue_for(scene: Scene, number: int, gaps: Sequence[Sequence[Cue]]) -> Cue | None:
    before = _before(scene, number, gaps[number])
    after = _after(scene, number, gaps[number + 1])
    if after is not None and _runs_into(scene, number, after):
        return after  # Rotaru denied one thing: "A," he said
    if before is not None and (leads_with(scene, number) == ":" or _touches(scene, number, before)):
        return before
    if before is not None and _is_closed(scene, number) and leads_with(scene, number) in {",", ":"}:
        return before  # asked, "A?" He said, "B."
    if after is None and before is None and not names_a_work(scene, number):
        after = _free(scene, loose_cue_after(scene, number), gaps[number + 1])
    return after or before


def _free(scene: Scene, cue: Cue | None, known: Sequence[Cue]) -> Cue | None:
    """Leave out a cue that reports words after it: on "Newsnight," Sandu said that it rained."""
    busy = {
        k.span
        for k in known
        if k.frame == "clause" and min(k.content) > k.span and not scene.stretches_in(k.content[0])
    }
    return None if cue is None or cue.span in busy else cue


def _runs_into(scene: Scene, number: int, cue: Cue) -> bool:
    """Whether a colon leads to a stretch whose own comma leads to the speaker after it."""
    last = scene.text[scene.stretches[number].inner.end - 1]
    return last == "," and bool(cue.speakers) and leads_with(scene, number) == ":"


def _is_closed(scene: Scene, number: int) -> bool:
    """Whether a stretch ends its sentence."""
    return scene.text[scene.stretches[number].inner.end - 1] in ".?!"


def _touches(scene: Scene, number: int, cue: Cue) -> bool:
    """Whether nothing but a comma parts a cue with a speaker of its own from the stretch."""
    gap = scene.gap_before(number)
    between = scene.words(Span(cue.span.end, gap.end)).strip()
    return between in {",", ""} and any(gap.contains(s.span) for s in cue.speakers)


def _after(scene: Scene, number: int, cues: Sequence[Cue]) -> Cue | None:
    """Return the cue that follows a stretch: "A," he said."""
    if not cues or not runs_on(scene, number) or names_a_work(scene, number):
        return None
    reach = first_sentence(scene, scene.gap_after(number))
    for cue in cues:
        if cue.span.end > reach.end or cue.kind == "noun":
            return None
        if _is_sign(scene, number, cue) or is_term(scene, number, cue):
            return None
        if _follows(scene, reach, cue) and not _reports_else(scene, number, cue):
            return cue if cue.speakers else _inverted(scene, number, cue)
    return None


def _is_sign(scene: Scene, number: int, cue: Cue) -> bool:
    """Whether a stretch in mid-sentence stands before a cue that leads to the next stretch.

    Signs that say "Out," the crowd chanted "Now": the crowd chants the second only.
    """
    if number + 1 == len(scene.stretches) or leads_with(scene, number) in {"", ",", ":", "."}:
        return False
    return _touches(scene, number + 1, cue) and not any(
        c.overlaps(scene.stretches[number].inner) for c in cue.content
    )


def _inverted(scene: Scene, number: int, cue: Cue) -> Cue:
    """Give a cue the speaker that the parser takes for its object: "A?" asked Sandu."""
    other = loose_cue_after(scene, number)
    return other if other is not None and other.span == cue.span else cue


def _follows(scene: Scene, reach: Span, cue: Cue) -> bool:
    near = [s for s in cue.speakers if s.span.start >= reach.start and s.span.end <= reach.end]
    start = min([cue.span.start, *(s.span.start for s in near)])
    if not near and (cue.speakers or start > reach.start + 3):
        return False
    between = scene.tokens_in(Span(reach.start, start))
    if any(t.pos_ not in _BETWEEN for t in between) or len(between) > 4:
        return False
    return not (near and _acts_first(cue))


def _reports_else(scene: Scene, number: int, cue: Cue) -> bool:
    """Whether a cue reports what follows it: "A" he said that it rained; not: "A," he said after …."""
    stretch = scene.stretches[number].inner
    if scene.text[stretch.end - 1] == "," and not leads_with(scene, number).isalnum():
        return any(
            scene.words(Span(cue.span.end, c.start)).split()[-1:] == ["that"] for c in cue.content
        )
    return any(c.start > cue.span.end and not scene.stretches_in(c) for c in cue.content)


def _acts_first(cue: Cue) -> bool:
    """Whether the speaker does something else before the cue: "A?" I had prepared a text to read."""
    verb = cue.token
    if verb is None or verb.tag_ != "VB" or verb.head.lemma_ in _GOES_ON:
        return False
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _before(scene: Scene, number: int, cues: Sequence[Cue]) -> Cue | None:
    """Return the cue that leads to a stretch: he said, "A."; he said that "A"."""
    if not cues:
        return None
    lead = last_sentence(scene, scene.gap_before(number))
    end = leads_with(scene, number)
    for cue in reversed(cues):
        if cue.span.start < lead.start:
            return None
        if end == ":":
            if _is_left_behind(scene, number, cue):
                continue
            return cue
        if cue.kind == "verb" and _leads(scene, cue, number, end):
            return cue
    return None


def _is_left_behind(scene: Scene, number: int, cue: Cue) -> bool:
    """Whether somebody acts between a cue without words and a colon: he began; I had to ask: "A"."""
    if cue.content or cue.token is None:
        return False
    gap = Span(cue.span.end, scene.stretches[number].outer.start)
    return any(
        t.dep_ == "nsubj" and t.head.i > cue.token.i and t.tag_ not in {"WP", "WDT"}
        for t in scene.tokens_in(gap)
    )


def _leads(scene: Scene, cue: Cue, number: int, end: str) -> bool:
    start = scene.stretches[number].outer.start
    if any(
        c.start < start and c.end > cue.span.end and not c.overlaps(Span(start, start + 2))
        for c in cue.content
        if c.start > cue.span.end and c.end <= start
    ):
        return False
    between = [t for t in scene.tokens_in(Span(cue.span.end, start)) if not t.is_space]
    if not between:
        return True
    if end == ",":
        if names_a_work(scene, number):
            return False
        if len(between) > 1 and (cue.entry is None or cue.entry.act not in _SAYS):
            return False  # "A," he said, blaming the banks, "B": blaming reports no B
        return not any(c.start > cue.span.end and c.start < start for c in cue.content)
    return len(between) == 1 and between[0].lower_ == "that"


def _another_clause(scene: Scene, gap: Span, cue: Cue) -> bool:
    """Whether somebody else acts after the cue: "A," he said, and his wife cut in. "B"."""
    verbs = {t.head.i: t.head for t in scene.tokens_in(gap) if t.dep_ == "nsubj"}
    return cue.token is not None and any(
        verb.i > cue.token.i and verb.dep_ == "conj" and verb.head == cue.token
        for verb in verbs.values()
    )


def _join(scene: Scene, owner: dict[int, Draft]) -> None:
    """Let a second stretch go on with the first: "A," he said. "B"."""
    for number in range(1, len(scene.stretches)):
        before, gap = owner.get(number - 1), scene.gap_before(number)
        if before is None and number > 1 and names_a_work(scene, number - 1):
            before = owner.get(number - 2)
            gap = Span(scene.gap_before(number - 1).start, gap.end)
        if number in owner or before is None or before.cue is None:
            continue
        if not gap.start <= before.cue.span.start < gap.end:
            continue
        end = leads_with(scene, number)
        only = first_sentence(scene, gap) == gap and not _another_clause(scene, gap, before.cue)
        if end in ".,:;–—-" and only:
            before.stretches.append(number)
            owner[number] = before
