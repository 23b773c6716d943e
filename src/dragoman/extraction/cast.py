"""Who is in the article: its actors, and every mention of them, found by position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.records import Actor, Mention, Span


@dataclass(frozen=True, slots=True)
class Cast:
    """Actors and mentions of one article; mentions are kept in the order of the text."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)
    _of_actor: dict[str, list[Mention]] = field(init=False, repr=False, compare=False)
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _widest: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.mentions, key=lambda m: m.span))
        object.__setattr__(self, "mentions", ordered)
        object.__setattr__(self, "_by_id", {actor.id: actor for actor in self.actors})
        of_actor: dict[str, list[Mention]] = {}
        for mention in ordered:
            of_actor.setdefault(mention.actor_id, []).append(mention)
        object.__setattr__(self, "_of_actor", of_actor)
        object.__setattr__(self, "_starts", [m.span.start for m in ordered])
        object.__setattr__(self, "_widest", max((m.span.length for m in ordered), default=0))

    def actor(self, actor_id: str) -> Actor:
        """Return the actor with this id.

        Raises:
            KeyError: No actor of this article has it.
        """
        return self._by_id[actor_id]

    def actor_of(self, mention: Mention) -> Actor:
        """Return the actor that a mention names."""
        return self._by_id[mention.actor_id]

    def mentions_of(self, actor_id: str) -> Sequence[Mention]:
        """Return the mentions of an actor, in the order of the text."""
        return self._of_actor.get(actor_id, ())

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """Return the mentions that overlap ``span``, in the order of the text."""
        first = bisect_left(self._starts, span.start - self._widest)
        last = bisect_left(self._starts, span.end)
        return [m for m in self.mentions[first:last] if m.span.overlaps(span)]

    def mention_at(self, span: Span) -> Mention | None:
        """Return the mention whose *head* lies in ``span`` or, failing that, that fits it best."""
        near = self.mentions_in(span)
        if not near:
            return None
        return max(near, key=lambda m: (span.contains(m.head), _jaccard(m.span, span)))

    def with_mentions(self, more: Sequence[Mention]) -> Cast:
        """Return a cast with further mentions of the same actors."""
        return Cast(self.actors, (*self.mentions, *more))


def _jaccard(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start))
