"""Whether a speaker is the one whom somebody asks for by name, surname, office or role."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records.actor import Actor, Mention
from dragoman.records.quotation import Speaker
from dragoman.text.folding import key

_NAMING = frozenset({"name", "metonym", "collective", "demonym"})
_DESCRIBING = frozenset({"office", "noun"})

# Where the tail of a description begins: in "an adviser to the president" the adviser speaks.
_TAILS = frozenset(
    {"of", "for", "to", "in", "at", "on", "from", "by", "with", "close", "who", "whom", "which"}
)

Words = tuple[str, ...]


class Asked:
    """A speaker asked for: "Lavrov", "sergei lavrov", "foreign minister", "Kremlin".

    Case, diacritics and apostrophes do not matter. A name answers if it holds all the words asked
    for. A description ("Russian foreign minister") answers if the words stand in it side by side
    and its head is one of them: "president" does not find an adviser to the president.
    """

    def __init__(self, actors: Iterable[Actor], mentions: Iterable[Mention], wanted: str) -> None:
        self._wanted = key(wanted)
        self._actors = frozenset(self._answering(actors, mentions))

    def among(self, speakers: Iterable[Speaker]) -> bool:
        """Whether one of the speakers is meant."""
        return any(self._is(speaker) for speaker in speakers)

    def party(self, name: str, actor_id: str | None) -> bool:
        """Whether an actor or recipient of an event is meant."""
        return actor_id in self._actors or self.named(name) or self._describes(name)

    def named(self, name: str | None) -> bool:
        """Whether a name is that of the one who is meant."""
        return bool(name) and _names(key(name or ""), self._wanted)

    def _is(self, speaker: Speaker) -> bool:
        if speaker.actor_id in self._actors or self.named(speaker.name):
            return True
        words = (speaker.role, speaker.text if speaker.name is None else None)
        return any(self._describes(text) for text in words)

    def _describes(self, text: str | None) -> bool:
        # A comma ends the description: "a diplomat in Ankara, who asked not to be named".
        return bool(text) and _describes(key((text or "").partition(",")[0]), self._wanted)

    def _answering(self, actors: Iterable[Actor], mentions: Iterable[Mention]) -> Iterable[str]:
        for actor in actors:
            if self.named(actor.name) or (actor.office and self._describes(actor.office.title)):
                yield actor.id
        for mention in mentions:
            by_name = mention.kind in _NAMING and self.named(mention.text)
            if by_name or (mention.kind in _DESCRIBING and self._describes(mention.text)):
                yield mention.actor_id


def _names(name: Words, wanted: Words) -> bool:
    return bool(wanted) and set(wanted) <= set(name)


def _describes(description: Words, wanted: Words) -> bool:
    """Whether ``wanted`` stands in the description and covers its head word."""
    end = next((i for i, word in enumerate(description) if word in _TAILS), len(description))
    head, size = end - 1, len(wanted)
    starts = range(max(0, head - size + 1), head + 1)
    return size > 0 and any(description[i : i + size] == wanted for i in starts)
