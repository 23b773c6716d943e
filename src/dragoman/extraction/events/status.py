"""What the words say of an event's reality: happened, planned, denied, merely alleged …

Climbs from the trigger to the root of its sentence. Each word above may turn the event's status
("denied having detained", "talks on a possible visit"); the strongest turn wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.events.grammar import is_infinitive, pobjs, verb_arguments
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

# From strongest to weakest; the strongest that the words give is the event's.
_RANK: tuple[EventStatus, ...] = (
    "historical", "denied", "cancelled", "negated", "threatened", "hypothetical", "alleged", "planned", "actual",
)  # fmt: skip
_POSSIBLE = frozenset({"may", "might", "could", "should", "must", "can", "ought"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
_COMPLEMENTS = frozenset(
    {
        "xcomp",
        "ccomp",
        "pcomp",
        "dobj",
        "pobj",
        "acl",
        "nsubjpass",
        "csubj",
        "relcl",
        "conj",
        "oprd",
        "attr",
        "acomp",
        "prep",
        "nsubj",
    }
)
_MAX_CLIMB = 14


class Reading(NamedTuple):
    """An event's status, the words that gave it, and who asserts the event if not the reporter."""

    status: EventStatus
    cue: str | None
    claimant: Token | None


class _Turn(NamedTuple):
    status: EventStatus
    cue: str


def read_status(trigger: Token, governor: Token | None, *, conflict: bool) -> Reading:
    """Return the status that the sentence gives to the event at ``trigger``.

    Args:
        trigger: The verb or noun that tells the event.
        governor: The light verb of a noun ("launched" in "launched an attack"), if any.
        conflict: Whether the event harms; a harm that its actor announces is a threat.
    """
    turns: list[_Turn] = []
    claimant: Token | None = None
    doubted = False
    for node in _path(trigger):
        own = node in (trigger, governor) or _continues(node, trigger)
        turns += _local_turns(node, own=own, conflict=conflict)
        above = node.head
        if above == node:
            break
        turns += _turns_from_above(node, above, conflict=conflict)
        if claimant is None:
            claimant, doubted = _claimant_above(node, above)
    if claimant is None:
        claimant = _according_to(trigger)
    if doubted:
        turns.append(_Turn("alleged", "claim"))
    best = min(turns, key=lambda t: _RANK.index(t.status), default=None)
    status: EventStatus = best.status if best else "actual"
    return Reading(status, best.cue if best else None, claimant)


def _path(trigger: Token) -> Iterator[Token]:
    node = trigger
    for _ in range(_MAX_CLIMB):
        yield node
        if node.head == node:
            return
        node = node.head


def _continues(node: Token, trigger: Token) -> bool:
    """Whether ``node`` governs the trigger through infinitives only ("is going to visit")."""
    return (
        node.lemma_ in ("go", "be", "have", "begin", "start", "continue", "do", "want")
        and node == trigger.head
    )


def _local_turns(node: Token, *, own: bool, conflict: bool) -> Iterator[_Turn]:
    if node.pos_ in ("NOUN", "PROPN"):
        yield from _noun_turns(node, own=own)
        return
    if node.pos_ not in ("VERB", "AUX"):
        return
    words = {
        c.lower_: c
        for c in node.children
        if c.dep_ in ("aux", "neg", "advmod", "mark", "det", "npadvmod")
    }
    if own and _is_negated(node):
        yield _Turn("negated", "not")
    condition = next(
        (w for w in words if w in _CONDITIONS and words[w].dep_ in ("mark", "aux")), None
    )
    if condition in ("if", "unless", "whether"):
        yield _Turn("hypothetical", condition)
    if own or node.dep_ in ("ROOT", "ccomp", "conj"):
        yield from _modal_turns(node, words, conflict=conflict) if own else ()
    if own:
        for word in words:
            if word in event_words("status", "doubt_words"):
                yield _Turn("alleged", word)
            elif word in event_words("status", "hypothetical_words"):
                yield _Turn("hypothetical", word)
            elif word in ("never", "hardly", "barely"):
                yield _Turn("negated", word)


def _modal_turns(node: Token, words: dict[str, Token], *, conflict: bool) -> Iterator[_Turn]:
    conditional = any(
        c.dep_ == "advcl"
        and any(g.dep_ == "mark" and g.lower_ in ("if", "unless") for g in c.children)
        for c in node.children
    )
    aux = {w for w, t in words.items() if t.dep_ == "aux"}
    if aux & _POSSIBLE:
        yield _Turn("hypothetical", min(aux & _POSSIBLE))
    if aux & {"would", "'d", "’d"}:
        if (
            "have" in aux
            or node.head.lemma_.lower()
            not in event_words("status", "say") | event_words("status", "plan")
            or node.dep_ == "ROOT"
        ):
            yield _Turn("hypothetical", "would")
        else:
            yield _Turn("threatened" if conflict and conditional else "planned", "would")
    if aux & _FUTURE:
        if conditional:
            yield _Turn("threatened" if conflict else "hypothetical", "will … if")
        else:
            yield _Turn("planned", "will")
    if is_infinitive(node):
        if node.head.lemma_ in ("be", "go") and node.dep_ == "xcomp":
            yield _Turn("planned", f"{node.head.lower_} to")
        elif (
            node.dep_ in ("acl", "xcomp", "ROOT")
            and node.head.pos_ in ("NOUN", "PROPN")
            and node.head.dep_ in ("ROOT", "nsubj")
        ):
            yield _Turn("planned", "to")
    if node.tag_ == "VBG" and any(
        c.lemma_ == "be" and c.tag_ in ("VBP", "VBZ") for c in node.children if c.dep_ == "aux"
    ):
        if any(t.lower_ in ("tomorrow", "next", "later") for t in node.subtree):
            yield _Turn("planned", "next")


def _noun_turns(node: Token, *, own: bool) -> Iterator[_Turn]:
    modifiers = [
        c for c in node.children if c.dep_ in ("amod", "det", "compound", "nmod", "advmod")
    ]
    for child in modifiers:
        word = child.lower_
        if not own:
            continue
        if word == "no":
            yield _Turn("negated", word)
        elif word in event_words("status", "doubt_words"):
            yield _Turn("alleged", word)
        elif word in event_words("status", "cancel_words"):
            yield _Turn("cancelled", word)
        elif word in event_words("status", "plan_words"):
            yield _Turn("planned", word)
        elif word in event_words("status", "hypothetical_words") or word == "any":
            yield _Turn("hypothetical", word)


def _is_negated(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("not", "n't", "never", "neither", "nor"):
            following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            if following not in ("only", "just", "merely"):
                return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            if child.lower_ in ("none", "nobody", "neither") or any(
                g.lower_ == "no" and g.dep_ == "det" for g in child.children
            ):
                return True
    return False


def _turns_from_above(node: Token, above: Token, *, conflict: bool) -> Iterator[_Turn]:
    dep = node.dep_
    if dep == "pobj" or dep == "pcomp":
        if above.lower_ in ("without", "despite_no"):
            yield _Turn("negated", above.lower_)
        return
    lemma = above.lemma_.lower()
    if above.pos_ in ("NOUN", "PROPN"):
        yield from _turns_from_noun(node, above, conflict=conflict)
        return
    if above.pos_ in ("ADJ",) and dep in ("xcomp", "ccomp"):
        if lemma in (
            "willing",
            "ready",
            "prepared",
            "set",
            "due",
            "scheduled",
            "likely",
            "expected",
            "poised",
            "bound",
        ):
            yield _Turn("planned", lemma)
        elif lemma in ("unwilling", "reluctant", "unable"):
            yield _Turn("negated", lemma)
        return
    if above.pos_ not in ("VERB", "AUX") or dep not in _COMPLEMENTS:
        return
    clause = dep in ("xcomp", "ccomp", "oprd") or (dep == "prep")
    thing = dep in ("dobj", "nsubjpass", "prep") or (
        dep == "nsubj" and lemma in ("fail", "collapse")
    )
    if lemma in event_words("status", "deny") and (clause or thing):
        yield _Turn("denied", lemma)
    elif lemma in event_words("status", "cancel") and dep in ("dobj", "nsubjpass"):
        yield _Turn("cancelled", lemma)
    elif lemma in event_words("status", "fail") and (
        dep in ("xcomp", "dobj", "nsubjpass") or _by_preposition(node, ("to", "from"))
    ):
        yield _Turn("negated", lemma)
    elif lemma in event_words("status", "threaten") and clause:
        yield _Turn("threatened" if conflict else "planned", lemma)
    elif lemma in event_words("status", "plan") and (
        dep == "xcomp"
        or (
            dep in ("dobj", "nsubjpass")
            and lemma
            in ("plan", "schedule", "announce", "order", "promise", "pledge", "set", "prepare")
        )
        or _by_preposition(node, ("to", "on", "for"))
    ):
        yield _Turn("planned", lemma)
    elif lemma in event_words("status", "hypothetical") and (
        dep in ("xcomp", "ccomp", "dobj", "nsubjpass")
        or _by_preposition(node, ("for", "to", "about", "of", "on", "with", "against", "into"))
    ):
        yield _Turn("hypothetical", lemma)
    elif lemma == "rule" and dep == "dobj":
        yield _Turn("hypothetical", "rule out")


def _by_preposition(node: Token, wanted: tuple[str, ...]) -> bool:
    return node.dep_ == "prep" and node.lower_ in wanted


def _turns_from_noun(node: Token, above: Token, *, conflict: bool) -> Iterator[_Turn]:
    lemma = above.lemma_.lower()
    if node.dep_ not in ("acl", "prep", "xcomp", "ccomp", "relcl", "compound", "poss"):
        return
    if node.dep_ in ("relcl", "poss") or (node.dep_ == "acl" and node.tag_ == "VBN"):
        return
    if node.dep_ == "prep" and node.lower_ not in ("of", "for", "to", "against", "on"):
        return
    if lemma in event_words("status", "claim_nouns"):
        denied = above.head.lemma_.lower() in event_words("status", "deny") | event_words(
            "status", "deny_with_claim"
        )
        yield _Turn("denied", above.head.lower_) if denied else _Turn("alleged", lemma)
    elif lemma in event_words("status", "threaten_nouns"):
        yield _Turn("threatened" if conflict else "hypothetical", lemma)
    elif lemma in event_words("status", "plan_nouns"):
        yield _Turn("planned", lemma)
    elif lemma in event_words("status", "hypothetical_nouns"):
        yield _Turn("hypothetical", lemma)


def _claimant_above(node: Token, above: Token) -> tuple[Token | None, bool]:
    """Return who asserts the clause at ``node``, and whether the reporter doubts it."""
    if above.pos_ not in ("VERB", "AUX"):
        return None, False
    lemma = above.lemma_.lower()
    if node.dep_ in ("ccomp", "parataxis", "advcl") and lemma in event_words("status", "say"):
        return next(iter(verb_arguments(above).subjects), None), lemma in event_words(
            "status", "doubt"
        )
    for child in node.children if node.dep_ == "ROOT" else ():
        if child.dep_ in ("parataxis", "ccomp") and child.lemma_.lower() in event_words(
            "status", "say"
        ):
            return next(
                iter(verb_arguments(child).subjects), None
            ), child.lemma_.lower() in event_words("status", "doubt")
    if (
        node.dep_ == "prep"
        and node.lower_ in ("of", "for")
        and lemma in event_words("status", "accuse")
    ):
        return next(iter(verb_arguments(above).subjects), None), True
    return None, False


def _according_to(trigger: Token) -> Token | None:
    for token in trigger.sent:
        if token.lower_ == "according":
            for child in token.children:
                if child.lower_ == "to":
                    return next(pobjs(child), None)
    return None
