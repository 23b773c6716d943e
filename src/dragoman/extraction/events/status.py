"""What the words say of an event's reality: happened, planned, denied, merely alleged.

Climbs from the trigger to the root of its sentence. Each word above may turn the event's status
("denied having detained", "talks on a possible visit"); the strongest turn wins. Then the rest of
the sentence is heard: it may deny what was claimed, or drop what was planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.claims import Claim, according_to, claim_above, claim_beside
from dragoman.extraction.clauses.grammar import coordinated_verb, is_infinitive
from dragoman.extraction.events.answers import denied_by_answer, dropped_after, set_apart
from dragoman.extraction.events.governors import turns_from_above
from dragoman.extraction.events.presupposed import CARRIERS, is_closed, presupposed_by
from dragoman.extraction.events.turns import SPEECH_ACTS, Act, Turn, is_conditional, turns_of
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

# From strongest to weakest; the strongest that the words give is the event's.
_RANK: tuple[EventStatus, ...] = (
    "historical", "denied", "cancelled", "negated", "threatened", "hypothetical", "planned",
    "alleged", "actual",
)  # fmt: skip
_MAX_CLIMB = 14
_WISHES = frozenset({"want", "hope", "talk", "think", "wish"})
_CORE = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})


class Reading(NamedTuple):
    """An event's status, the words that gave it, and who asserts the event if not the reporter.

    `refused` tells that the actor says it will not do it; `presupposed`, that the event is taken
    for granted by the word over it, so that no claim in the sentence is about it.
    """

    status: EventStatus
    cue: str | None
    claim: Claim | None
    refused: bool
    presupposed: bool


def read_status(trigger: Token, governor: Token | None, act: Act) -> Reading:
    """Return the status that the sentence gives to the event at ``trigger``.

    Args:
        trigger: The verb or noun that tells the event.
        governor: The light verb of a noun ("launched" in "launched an attack"), if any.
        act: What kind of act it is: a harm that its actor announces is a threat.
    """
    turns: list[Turn] = []
    claim: Claim | None = None
    turning, closed = True, False
    for node in _path(trigger):
        if (
            node in (trigger, governor)
            or _continues(node, trigger)
            or (turning and _bears(node, trigger))
        ):
            turns += turns_of(node, act)
        elif turning and _is_supposed(node, trigger):
            turns.append(Turn("hypothetical", "if"))
        if claim is None:
            claim = claim_beside(node)
            if claim is not None and claim.doubted:
                turns.append(Turn("alleged", "claim"))
        if node.head == node or is_closed(node) or set_apart(node):
            closed = is_closed(node)
            break
        if act.harms and act.material and _is_or_else(node) and not _is_particular(trigger):
            turns.append(Turn("threatened", "or"))
        if turning:
            turns += turns_from_above(node, act)
            turning = not presupposed_by(node, trigger, governor)
        if claim is None:
            claim = claim_above(node)
            if claim is not None and claim.doubted and (turning or act.material):
                turns.append(Turn("alleged", "claim"))
    claim = claim or according_to(trigger)
    if turning and _is_asked(trigger):
        turns.append(Turn("hypothetical", "?"))
    best = _strongest(_without_wished_negation(turns, trigger))
    if turning or (claim is not None and claim.doubted):
        best = _heard_out(best, trigger, claim, act)
    return Reading(
        best.status, best.cue, claim, any(t.refusal for t in turns), closed or not turning
    )


def _strongest(turns: list[Turn]) -> Turn:
    return min(turns, key=lambda t: _RANK.index(t.status), default=Turn("actual", None))


def _without_wished_negation(turns: list[Turn], trigger: Token) -> list[Turn]:
    """Leave out a negation that is itself wished or supposed ("urged them not to", "unless")."""
    supposed = any(t.status == "hypothetical" and t.cue != "would" for t in turns)
    inside = is_infinitive(trigger) or is_conditional(trigger)
    if not (supposed and inside):
        return turns
    return [t for t in turns if t.status != "negated" or t.cue != "not"]


def _heard_out(best: Turn, trigger: Token, claim: Claim | None, act: Act) -> Turn:
    """Return the turn after the rest of the sentence: a denial, a plan dropped."""
    told = best.status in ("alleged", "actual") or best.cue == "?"
    if act.kind not in SPEECH_ACTS and told:
        cue = denied_by_answer(trigger, claimed=claim is not None or best.status == "alleged")
        if cue is not None:
            return Turn("denied", cue)
    if best.status == "planned" or best.cue in _WISHES:
        cue = dropped_after(trigger)
        if cue is not None:
            return Turn("cancelled", cue)
    return best


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
    if node == trigger.head and trigger.dep_ == "advcl" and is_infinitive(trigger):
        return True  # an aim: "will fly to Juba to meet …"
    inside = trigger.dep_ in ("xcomp", "ccomp") and node == trigger.head
    return inside and node.lemma_ in CARRIERS


def _bears(node: Token, trigger: Token) -> bool:
    """Whether a verb's tense and negation are those of its noun ("may face trial").

    Not if the noun is a particular act that the verb only speaks of, or takes up.
    """
    if trigger.pos_ not in ("NOUN", "PROPN") or node != trigger.head or trigger.dep_ not in _CORE:
        return False
    lemma = node.lemma_.lower()
    if trigger.dep_ == "nsubj" and lemma in event_words("status", "occur"):
        return True
    if _is_particular(trigger):
        return False
    bears = event_words("status", "bear")
    return lemma in bears or (node.pos_ == "AUX" and trigger.dep_ == "attr")


def _is_particular(noun: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)


def _is_supposed(node: Token, trigger: Token) -> bool:
    """Whether a condition over the trigger supposes it too ("if parliament votes to expel")."""
    if node.pos_ not in ("VERB", "AUX") or not is_conditional(node):
        return False
    return trigger.pos_ not in ("NOUN", "PROPN") or not _is_particular(trigger)


def _is_or_else(node: Token) -> bool:
    """Whether a clause is what follows if another is not obeyed ("leave or be driven out")."""
    above = node.head
    if node.dep_ != "conj" or above.tag_ != "VB" or node.tag_ not in ("VB", "VBN"):
        return False
    return any(c.dep_ == "cc" and c.lower_ == "or" for c in above.children)


def _is_asked(trigger: Token) -> bool:
    """Whether the trigger stands in the main clause of a question."""
    last = next((t for t in reversed(list(trigger.sent)) if not t.is_quote), None)
    if last is None or last.text != "?":
        return False
    node = trigger
    while node.dep_ in ("dobj", "nsubj", "nsubjpass", "xcomp", "conj", "ccomp", "attr", "prep"):
        node = node.head
    return node.dep_ == "ROOT" and not (
        trigger.pos_ == "NOUN" and any(c.dep_ in ("poss", "det") for c in trigger.children)
    )
