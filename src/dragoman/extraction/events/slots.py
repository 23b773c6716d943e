"""What fills the roles of a frame: the parties in its slots, and which of them are the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dragoman.codebooks.plover_lexicon import Frame
from dragoman.records import Party

# What is asked or demonstrated for is not of whom.
_NOT_FOR = frozenset({"REQUEST", "PROTEST"})
# Prepositions that lead to where something is.
BESIDE = frozenset({"in", "at", "near", "outside", "across", "through", "along"})
# Acts of speech, which are said to somebody and somewhere.
SAID = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})


class Slots(Protocol):
    """What can fill the slots of a frame."""

    def fill(self, slot: str, *, acting: bool = False) -> tuple[Party, ...]:
        """Return the parties in one slot; `acting`: they must be able to act."""

    def elsewhere(self, frame: Frame, *, alone: bool = False) -> tuple[Party, ...]:
        """Return a recipient that stands outside the frame's own slots, as a last resort.

        Args:
            frame: What the word tells.
            alone: Whether it would be the only party: then a likely place or thing is one too.
        """


def first_filled(
    slots: Slots, names: tuple[str, ...], *, acting: bool = False
) -> tuple[Party, ...]:
    """Return the parties of the first slot that has any."""
    for name in names:
        found = slots.fill(name, acting=acting)
        if found:
            return found
    return ()


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties, each once."""
    kept: list[Party] = []
    for party in parties:
        if not any(same_party(party, other) for other in kept):
            kept.append(party)
    return tuple(kept)


def without(parties: Iterable[Party], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties that are none of the others, each once."""
    return tuple(p for p in distinct(parties) if not any(same_party(p, o) for o in others))


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are the same words or the same actor."""
    if one.span.overlaps(other.span):
        return True
    if one.actor_id is not None and other.actor_id is not None:
        return one.actor_id == other.actor_id
    return (one.name or one.text).casefold() == (other.name or other.text).casefold()


def is_aside(preposition: str, frame: Frame) -> bool:
    """Whether a phrase says where it was done or what for: "sued in a court", "asked for a visa"."""
    if preposition == "for":
        return frame.type in _NOT_FOR
    return preposition in BESIDE and frame.type != "ASSAULT"
