"""Words that turn an event's status: its own negation and modals, and the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import heads_a_headline, is_infinitive
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"xcomp", "ccomp", "oprd"})
_THINGS = frozenset({"dobj", "nsubjpass"})


class Act(NamedTuple):
    """What kind of act an event is: whether it harms, and whether it is more than words."""

    harms: bool
    material: bool


class Turn(NamedTuple):
    """A status that a word gives, and the word; `refusal`: "will not"."""

    status: EventStatus
    cue: str | None
    refusal: bool = False


class _Governor(NamedTuple):
    """Words that turn what they govern, and how they must govern it."""

    words: str
    status: EventStatus
    relations: frozenset[str]
    prepositions: frozenset[str] = frozenset()


# In order: the first that fits speaks.
_GOVERNORS = (
    _Governor("deny", "denied", _CLAUSES | _THINGS),
    _Governor("cancel", "cancelled", _THINGS),
    _Governor("fail", "negated", _THINGS | {"xcomp", "pcomp"}, frozenset({"to", "from"})),
    _Governor("threaten", "threatened", _CLAUSES, frozenset({"with"})),
    _Governor("schedule", "planned", _THINGS | {"xcomp"}, frozenset({"for", "to"})),
    _Governor("plan", "planned", frozenset({"xcomp"}), frozenset({"to", "on", "for"})),
    _Governor("hypothetical", "hypothetical", _CLAUSES | _THINGS, frozenset({"for", "to"})),
    _Governor("presuppose", "historical", _THINGS, frozenset({"with", "of", "to"})),
)


def presupposed_by(node: Token, trigger: Token, governor: Token | None) -> bool:
    """Whether the event at ``trigger`` is taken for granted by the word over ``node``.

    "refused to recognise the annexation", "efforts to prevent the evasion of sanctions": what is
    said of recognising and evading is not said of the annexation and the sanctions.
    """
    above = node.head
    if trigger.pos_ not in ("NOUN", "PROPN") or above == governor:
        return False
    if above.pos_ == "VERB":
        return above.lemma_.lower() not in event_words("grammar", "light")
    return above.pos_ in ("NOUN", "PROPN") and node != trigger and not _turns(above)


def _turns(noun: Token) -> bool:
    lists = ("claim_nouns", "threaten_nouns", "plan_nouns", "hypothetical_nouns")
    return any(noun.lemma_.lower() in event_words("status", name) for name in lists)


def turns_of(node: Token, act: Act) -> Iterator[Turn]:
    """Yield the turns that the event's own word carries: "no", "will", "alleged", "planned"."""
    if node.pos_ in ("NOUN", "PROPN"):
        yield from _of_noun(node)
    elif node.pos_ in ("VERB", "AUX"):
        yield from _of_verb(node, act)


def turns_from_above(node: Token, act: Act) -> Iterator[Turn]:
    """Yield the turns that the word over ``node`` gives to it."""
    above, relation = node.head, node.dep_
    if relation in ("pobj", "pcomp"):
        if above.lower_ in event_words("status", "without"):
            yield Turn("negated", above.lower_)
    elif above.pos_ in ("NOUN", "PROPN"):
        yield from _from_noun(node, above, act)
    elif above.pos_ == "ADJ" and relation in ("xcomp", "ccomp", "prep"):
        yield from _from_adjective(above)
    elif above.pos_ in ("VERB", "AUX"):
        yield from _from_verb(node, above, act)


def _of_noun(noun: Token) -> Iterator[Turn]:
    for child in noun.children:
        if child.dep_ not in ("amod", "det", "compound", "nmod", "advmod"):
            continue
        word = child.lower_
        if word == "no":
            yield Turn("negated", word)
        elif word in event_words("status", "doubt_words"):
            yield Turn("alleged", word)
        elif word in event_words("status", "cancel_words"):
            yield Turn("cancelled", word)
        elif word in event_words("status", "plan_words"):
            yield Turn("planned", word)
        elif word in event_words("status", "hypothetical_words"):
            yield Turn("hypothetical", word)


def _of_verb(verb: Token, act: Act) -> Iterator[Turn]:
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "advmod", "mark", "auxpass")}
    if _is_negated(verb):
        refuses = bool(words & event_words("status", "future") or words & {"would"})
        yield Turn("negated", "not", refuses)
    if words & event_words("status", "conditions"):
        yield Turn("hypothetical", "if")
    if words & event_words("status", "doubt_words"):
        yield Turn("alleged", min(words & event_words("status", "doubt_words")))
    if words & event_words("status", "hypothetical_words"):
        yield Turn("hypothetical", min(words & event_words("status", "hypothetical_words")))
    yield from _of_modals(verb, act)
    if is_infinitive(verb):
        yield from _of_infinitive(verb)
    now = any(c.dep_ == "aux" and c.tag_ in ("VBP", "VBZ") for c in verb.children)
    if verb.tag_ == "VBG" and now and _in_future(verb):
        yield Turn("planned", "next")


def _of_modals(verb: Token, act: Act) -> Iterator[Turn]:
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    conditional = _has_condition(verb)
    if modals & event_words("status", "possible"):
        yield Turn("hypothetical", min(modals & event_words("status", "possible")))
    if modals & {"would", "'d", "’d"}:
        reported = verb.dep_ in ("ccomp", "conj", "advcl") and "have" not in modals
        if not reported:
            yield Turn("hypothetical", "would")
        elif conditional:
            yield Turn("threatened" if act.harms else "hypothetical", "would … if")
        else:
            yield Turn("planned", "would")
    if modals & event_words("status", "future"):
        if conditional:
            yield Turn("threatened" if act.harms else "hypothetical", "will … if")
        else:
            yield Turn("planned", "will")


def _of_infinitive(verb: Token) -> Iterator[Turn]:
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in ("be", "go"):
        yield Turn("planned", f"{above.lower_} to")
    elif heads_a_headline(verb) or (above.pos_ in ("NOUN", "PROPN") and above.dep_ == "nsubj"):
        yield Turn("planned", "to")


def _has_condition(verb: Token) -> bool:
    """Whether a clause with "if" or "unless" hangs on ``verb``."""
    return any(
        child.dep_ == "advcl"
        and any(c.lower_ in event_words("status", "conditions") for c in child.children)
        for child in verb.children
    )


def _in_future(verb: Token) -> bool:
    return any(t.lower_ in ("tomorrow", "next", "later") for t in verb.subtree)


def _is_negated(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in event_words("status", "negators"):
            following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            if following not in ("only", "just", "merely"):
                return True
        none = child.lower_ in ("none", "nobody") or any(g.lower_ == "no" for g in child.children)
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and none:
            return True
    return False


def _from_verb(node: Token, above: Token, act: Act) -> Iterator[Turn]:
    lemma, relation = above.lemma_.lower(), node.dep_
    if relation == "advcl":
        if is_infinitive(node) and act.material:
            yield Turn("hypothetical", "to")  # an aim: "sent envoys to end the fighting"
        return
    if relation == "dobj" and lemma == "rule":
        yield Turn("hypothetical", "rule out")
    subjects = [c for c in above.children if c.dep_ == "nsubj"]
    doubted = event_words("status", "doubt_words")
    if any(g.lower_ in doubted for s in subjects for g in s.children):
        yield Turn("alleged", "unconfirmed")
    if lemma == "announce" and act.harms:
        return  # "announced the arrest of": the announcement tells that it happened
    for governor in _GOVERNORS:
        fits = relation in governor.relations or (
            relation == "prep" and node.lower_ in governor.prepositions
        )
        if fits and lemma in event_words("status", governor.words):
            yield _softened(governor.status, lemma, act)
            return


def _from_noun(node: Token, above: Token, act: Act) -> Iterator[Turn]:
    lemma = above.lemma_.lower()
    if node.dep_ == "prep" and node.lower_ not in ("of", "for", "to", "against", "on"):
        return
    if node.dep_ not in ("acl", "prep", "xcomp", "ccomp", "compound"):
        return
    if node.dep_ == "acl" and node.tag_ == "VBN":
        return
    if lemma in event_words("status", "claim_nouns"):
        verb = above.head.lemma_.lower()
        deny = event_words("status", "deny") | event_words("status", "deny_with_claim")
        yield Turn("denied", verb) if verb in deny else Turn("alleged", lemma)
    elif lemma in event_words("status", "threaten_nouns"):
        yield _softened("threatened", lemma, act)
    elif lemma in event_words("status", "plan_nouns"):
        yield Turn("planned", lemma)
    elif lemma in event_words("status", "hypothetical_nouns"):
        yield Turn("hypothetical", lemma)
    elif lemma in event_words("status", "presuppose_nouns"):
        yield Turn("historical", lemma)


def _from_adjective(adjective: Token) -> Iterator[Turn]:
    word = adjective.lower_
    if word in event_words("status", "plan_adjectives"):
        yield Turn("planned", word)
    elif word in event_words("status", "able_adjectives"):
        yield Turn("hypothetical", word)
    elif word in event_words("status", "unwilling_adjectives"):
        yield Turn("negated", word)


def _softened(status: EventStatus, cue: str, act: Act) -> Turn:
    """Only a harm can be threatened; what is vowed otherwise is planned."""
    return Turn("planned" if status == "threatened" and not act.harms else status, cue)
