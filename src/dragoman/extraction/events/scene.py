"""What the stages before found in the article, and what it says of two parties being one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.codebooks.countries import country_name
from dragoman.extraction.cast import Cast
from dragoman.extraction.events.topics import Vector, article_topic
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.speech import Speech
from dragoman.records import Actor, Party, Place, TimeRef

# Sectors of public life; civilians, firms, schools and those of no known sector are private.
_PUBLIC = frozenset(
    {
        "GOV", "LEG", "JUD", "MIL", "REB", "UAF", "COP", "IGO", "PTY", "OPP", "SPY", "PRM", "PRE",
        "NGO", "REF", "ELI", "JRN",
    }
)  # fmt: skip
_PUBLIC_KINDS = frozenset({"state", "government", "igo", "armed_group", "collective"})
_POLITIES = frozenset({"state", "government", "place_only"})


@dataclass(frozen=True, slots=True)
class Scene:
    """The article and the records of the stages before this one; `topic`: what it speaks of."""

    parsed: ParsedArticle
    cast: Cast
    times: Sequence[TimeRef]
    places: Sequence[Place]
    speech: Speech
    topic: Vector = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        topic = article_topic(passage.doc for passage in self.parsed.passages)
        object.__setattr__(self, "topic", topic)

    def actor(self, party: Party) -> Actor | None:
        """Return the actor that a party names, or None."""
        return self.cast.actor(party.actor_id) if party.actor_id is not None else None

    def polity(self, party: Party) -> str | None:
        """Return the ISO-3 code of the one state that a party is, or its government; else None."""
        actor = self.actor(party)
        if actor is None or actor.kind not in _POLITIES or len(actor.countries) != 1:
            return None
        return actor.countries[0]

    def is_public(self, party: Party) -> bool:
        """Whether a party takes part in public life: a state, an office, a body, an armed group."""
        actor = self.actor(party)
        return actor is not None and (actor.sector in _PUBLIC or actor.kind in _PUBLIC_KINDS)

    def host(self, party: Party) -> Party:
        """Name a city that is a party by its state ("visited Berlin": Germany received him)."""
        actor = self.actor(party)
        if actor is None or actor.kind != "place_only":
            return party
        states = {p.country for p in self.places if p.span.overlaps(party.span) and p.country}
        if len(states) != 1:
            return party
        return party.model_copy(update={"name": country_name(states.pop())})

    def same(self, one: Party, other: Party) -> bool:
        """Whether two parties are the same words, the same actor, or a state and its government."""
        if one.span.overlaps(other.span):
            return True
        if one.actor_id is not None and one.actor_id == other.actor_id:
            return True
        polity = self.polity(one)
        if polity is not None and polity == self.polity(other):
            return True
        return (one.name or one.text).casefold() == (other.name or other.text).casefold()

    def is_bloc(self, party: Party) -> bool:
        """Whether a party is a regional construct that PLOVER does not code ("the West")."""
        return bool(_BLOC.fullmatch(party.name or party.text))


_BLOC = re.compile(
    r"(?:the )?(?:(?:collective )?west(?:ern)?|western (?:\w+)|arab (?:world|countries|states)|"
    r"muslim world|global (?:south|north)|international community|free world)",
    re.IGNORECASE,
)
