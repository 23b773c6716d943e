"""How an act was done, where its frame does not say: by the means that its own clause names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.events.frames import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

# The mode, and the list of event_words.toml with the means that tell it; the first that fits.
_MEANS = (
    ("drone", "drones"),
    ("aerial", "from_the_air"),
    ("suicide-attack", "suicide"),
    ("explosives", "explosives"),
    ("firearms", "firearms"),
    ("primitive", "blades"),
)
_BY = frozenset({"by", "with", "in", "from", "using", "via"})
_MANY = 3  # parties from which a meeting is of many sides


def modes_of(candidate: Candidate) -> tuple[str, ...]:
    """Return the mode of the frame, else the one that the means or the number of parties tell."""
    if candidate.frame.mode:
        return (candidate.frame.mode,)
    if candidate.frame.type == "CONSULT" and candidate.mutual and len(candidate.actors) >= _MANY:
        return ("multilateral",)
    if candidate.frame.type != "ASSAULT":
        return ()
    means = {t.lemma_.lower() for t in _means(candidate.trigger)}
    told = (mode for mode, name in _MEANS if means & event_words("modes", name))
    return tuple(told)[:1]


def _means(trigger: Token) -> Iterator[Token]:
    """Yield the nouns by which an act was done ("killed in an airstrike", "a knife attack")."""
    for child in trigger.children:
        if child.dep_ in ("compound", "nsubj"):
            yield from _named(child)
        elif child.lower_ in _BY:
            for noun in child.children:
                yield from _named(noun)


def _named(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod"))
