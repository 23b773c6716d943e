"""Marked words that name a thing and that nobody says: titles of works and shows, terms, slogans on signs.

On “The Morning Hour,” Sandu said that … · In his book, “The Long Way,” Rotaru argued … · the
“super fund” supported by …: the attribution that follows reports something else.
"""

from __future__ import annotations

from dragoman.extraction.quotations.cues import Cue
from dragoman.extraction.quotations.gaps import leads_with
from dragoman.extraction.quotations.scene import Scene

_MAX_TITLE = 8  # words
_SMALL = 4  # letters: "of", "the", "with" may stand small in a title
_MAX_TERM = 3  # words: of the tuning articles' marked terms inside a sentence, nine in ten


def is_title(scene: Scene, number: int) -> bool:
    """Whether a stretch is written as titles are: every word of weight has a capital."""
    words = scene.words(scene.stretches[number].inner).split()
    named = all(w[:1].isupper() or not w[:1].islower() or len(w) <= _SMALL for w in words)
    return named and words[0][:1].isupper() and len(words) <= _MAX_TITLE


def names_a_work(scene: Scene, number: int) -> bool:
    """Whether a stretch is a title by its place too: after a noun or preposition of its sentence."""
    if not is_title(scene, number):
        return False
    lead = leads_with(scene, number)
    if lead.isalnum() or lead in {"’", "'"}:
        return True
    several = " " in scene.words(scene.stretches[number].inner)
    return lead == "," and several and _follows_noun(scene, number)


def is_term(scene: Scene, number: int, cue: Cue) -> bool:
    """Whether a short stretch inside a sentence is no part of what the cue after it reports."""
    words = scene.words(scene.stretches[number].inner).split()
    if len(words) > _MAX_TERM or not leads_with(scene, number).isalnum():
        return False
    return not any(c.overlaps(scene.stretches[number].inner) for c in cue.content)


def _follows_noun(scene: Scene, number: int) -> bool:
    """Whether the comma before a stretch stands after a thing: "in his new book, “…”"."""
    tokens = [t for t in scene.tokens_in(scene.gap_before(number)) if not t.is_space]
    return len(tokens) > 1 and tokens[-1].text == "," and tokens[-2].pos_ == "NOUN"
