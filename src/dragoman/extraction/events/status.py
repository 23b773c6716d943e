"""What the words say of an event's reality: happened, planned, denied, merely alleged.

Climbs from the trigger to the root of its sentence. Each word above may turn the event's status
("denied having detained", "talks on a possible visit"); the strongest turn wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extraction.clauses.claims import Claim, according_to, claim_above, claim_beside
from dragoman.extraction.clauses.grammar import coordinated_verb
from dragoman.extraction.events.turns import Act, Turn, presupposed_by, turns_from_above, turns_of
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

# From strongest to weakest; the strongest that the words give is the event's.
_RANK: tuple[EventStatus, ...] = (
    "historical", "denied", "cancelled", "negated", "threatened", "hypothetical", "planned",
    "alleged", "actual",
)  # fmt: skip
_MAX_CLIMB = 14
_CARRIERS = frozenset({"go", "be", "have", "begin", "start", "continue", "do", "get", "come"})


class Reading(NamedTuple):
    """An event's status, the words that gave it, and who asserts the event if not the reporter.

    `refused` tells that the actor says it will not do it.
    """

    status: EventStatus
    cue: str | None
    claimant: Token | None
    refused: bool


def read_status(trigger: Token, governor: Token | None, act: Act) -> Reading:
    """Return the status that the sentence gives to the event at ``trigger``.

    Args:
        trigger: The verb or noun that tells the event.
        governor: The light verb of a noun ("launched" in "launched an attack"), if any.
        act: What kind of act it is: a harm that its actor announces is a threat.
    """
    turns: list[Turn] = []
    claim: Claim | None = None
    turning = True
    for node in _path(trigger):
        if node in (trigger, governor) or _continues(node, trigger):
            turns += turns_of(node, act)
        claim = claim or claim_beside(node)
        if node.head == node or node.dep_ == "relcl":
            break  # what stands over a relative clause says nothing of it
        if turning:
            turns += turns_from_above(node, act)
            turning = not presupposed_by(node, trigger, governor)
        claim = claim or claim_above(node)
    claim = claim or according_to(trigger)
    if claim is not None and claim.doubted:
        turns.append(Turn("alleged", "claim"))
    best = min(turns, key=lambda t: _RANK.index(t.status), default=None)
    if best is None:
        best = Turn("actual", None)
    refused = any(t.refusal for t in turns)
    return Reading(best.status, best.cue, claim.claimant if claim else None, refused)


def _path(trigger: Token) -> Iterator[Token]:
    node = trigger
    for _ in range(_MAX_CLIMB):
        yield node
        if node.head == node:
            return
        node = node.head


def _continues(node: Token, trigger: Token) -> bool:
    """Whether ``node`` carries the trigger's tense and negation ("is going to visit")."""
    if coordinated_verb(trigger, node):
        return True
    return node == trigger.head and trigger.dep_ == "xcomp" and node.lemma_ in _CARRIERS
