"""Who did what to whom; and standing positions."""

from __future__ import annotations

from pydantic import Field

from dragoman.records.base import EvidenceRecord, Record
from dragoman.records.vocabulary import CountKind, EventStatus, EventType
from dragoman.text.spans import Span


class Party(Record):
    """One actor or recipient: the words, and the actor they stand for."""

    text: str
    span: Span
    name: str | None = None
    actor_id: str | None = None


class Count(Record):
    """A number that the text gives for an event ("at least a dozen": 12, low bound)."""

    kind: CountKind
    value: int
    bound: str = Field(default="exact", description='"exact", "at_least", "at_most", "about".')
    span: Span


class Event(EvidenceRecord):
    """One PLOVER event, told once or many times in the article.

    `type` is the PLOVER type of the act itself; `project.py` in `dragoman.extraction.events` has
    the two public projections to PLOVER's own conventions.
    """

    type: EventType = Field(description="PLOVER type of the act itself, whatever its status.")
    modes: tuple[str, ...] = Field(default=(), description="PLOVER modes: how.")
    contexts: tuple[str, ...] = Field(default=(), description="PLOVER contexts: why.")
    cameo: str | None = Field(default=None, description="CAMEO code, two to four digits.")
    quad: int = Field(ge=1, le=4, description="1, 2 cooperation, 3, 4 conflict; odd are verbal.")
    score: float = Field(ge=-10, le=10, description="PLOVER's scale, -10 (conflict) to +10.")
    actors: tuple[Party, ...] = Field(default=(), description="Who; all parties if reciprocal.")
    recipients: tuple[Party, ...] = Field(default=(), description="To whom.")
    reciprocal: bool = Field(default=False, description="Done with one another: a meeting, talks.")
    trigger: Span = Field(description="The word that tells the act.")
    trigger_text: str
    mentions: tuple[Span, ...] = Field(default=(), description="Further places that tell it.")
    date: str | None = Field(default=None, description="TIMEX value: '2023-11-01', '2023-10'.")
    date_span: Span | None = None
    place_id: str | None = None
    place: str | None = None
    counts: tuple[Count, ...] = ()
    status: EventStatus = "actual"
    background: bool = Field(default=False, description="Told as background, not as news.")
    claimed_by: str | None = Field(
        default=None, description="Whose word it is, if not the reporter's."
    )
    strict: EventType | None = Field(
        default=None, description="Type under PLOVER's own conventions; null: not coded there."
    )
    why: str = Field(description="The rule or model that decided, in words.")
    chain_id: str | None = None

    def _repr_html_(self) -> str:
        from dragoman.records.display import event_html

        return event_html(self)


class Position(EvidenceRecord):
    """A standing stance that news reports between events."""

    holders: tuple[Party, ...]
    issue: str
    issue_span: Span
    stance: str = Field(description="'does not recognise', 'strategic partner', as coded.")
    stance_span: Span
    towards: tuple[Party, ...] = ()
    since: str | None = None
