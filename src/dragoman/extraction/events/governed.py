"""Verbs that turn the status of what they govern, and in which relation each must govern it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import is_infinitive
from dragoman.extraction.clauses.tense import tense_of
from dragoman.extraction.events.turns import SPEECH_ACTS, Act, Turn
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"xcomp", "ccomp", "oprd"})
THINGS = frozenset({"dobj", "nsubjpass"})
_MODALS_OF_WISH = frozenset({"should", "must", "may", "might", "could"})
# Verbs that drop or interrupt only with a particle ("called off", "struck from the list").
_PARTICLES = {"call": ("off",), "strike": ("from", "off", "down")}


class _Governor(NamedTuple):
    """Words that turn what they govern, and how they must govern it."""

    words: str
    status: EventStatus
    relations: frozenset[str]
    prepositions: frozenset[str] = frozenset()


# In order: the first that fits speaks.
_GOVERNORS = (
    _Governor("deny", "denied", _CLAUSES | THINGS),
    _Governor("cancel", "cancelled", THINGS | {"attr"}),
    _Governor("interrupt", "cancelled", THINGS),
    _Governor("fail", "negated", THINGS | {"xcomp", "pcomp"}, frozenset({"to", "from"})),
    _Governor("prevent", "negated", frozenset({"pcomp", "xcomp"}), frozenset({"from"})),
    _Governor("decide", "negated", frozenset(), frozenset({"against"})),
    _Governor("threaten", "threatened", _CLAUSES | THINGS, frozenset({"with", "of"})),
    _Governor("vow", "threatened", _CLAUSES | THINGS),
    _Governor("schedule", "planned", THINGS | {"xcomp"}, frozenset({"for", "to"})),
    _Governor("plan", "planned", frozenset({"xcomp", "ccomp"}), frozenset({"to", "on", "for"})),
    _Governor("hypothetical", "hypothetical", _CLAUSES | THINGS, frozenset({"for", "to"})),
    _Governor("muse", "hypothetical", frozenset(), frozenset({"of", "about"})),
    _Governor("presuppose", "historical", THINGS, frozenset({"with", "of", "to"})),
)
# Of these only an infinitive or a wish is turned: "told him to leave", not "said that he left".
_NOT_STATEMENTS = frozenset({"hypothetical", "plan", "vow", "threaten"})


def governed(node: Token, above: Token, relation: str, act: Act) -> Iterator[Turn]:
    """Yield the turn that the verb ``above`` gives to ``node``, which stands in a relation to it."""
    lemma = above.lemma_.lower()
    for governor in _GOVERNORS:
        words = event_words("status", governor.words)
        if lemma in words and _fits(governor, node, above, relation, act):
            yield softened(governor.status, lemma, act)
            return


def _fits(governor: _Governor, node: Token, above: Token, relation: str, act: Act) -> bool:
    """Whether a word governs an event in one of its relations, and means what it usually means."""
    if relation == "prep":
        if node.lower_ not in governor.prepositions:
            return False
    elif relation not in governor.relations:
        return False
    if relation == "ccomp" and not _asks(governor, node, above, act):
        return False
    if relation in THINGS and not _takes_thing(governor, node, above, act):
        return False
    return not act.harms or _means_it_of_harm(governor, above, act)


def _asks(governor: _Governor, node: Token, above: Token, act: Act) -> bool:
    """Whether a clause under a verb is what it asks or holds out, not what it states."""
    lemma = above.lemma_.lower()
    if lemma == "call":
        return is_infinitive(node)  # not "called the sentence unjust"
    if governor.words in _NOT_STATEMENTS and _is_statement(node, lemma):
        return governor.words == "threaten" and act.harms and _is_ahead(node)
    return True


def _takes_thing(governor: _Governor, node: Token, above: Token, act: Act) -> bool:
    """Whether a verb turns the event that its object names."""
    lemma = above.lemma_.lower()
    if lemma in _PARTICLES:
        held = any(has_particle(above, word) for word in _PARTICLES[lemma])
        return governor.words == "cancel" and held
    if _is_speech_act(node, act) and governor.words != "cancel":
        return False  # "declined the invitation": it was made
    return act.harms or governor.words not in ("threaten", "vow")


def _means_it_of_harm(governor: _Governor, above: Token, act: Act) -> bool:
    """Whether a verb turns a harm as it turns other acts."""
    lemma = above.lemma_.lower()
    if lemma == "set" or governor.words == "interrupt":
        return False  # "set the hall on fire"; "suspended the strike": it had begun
    if governor.words == "vow":
        return act.kind != "ACCUSE"
    # To try to storm a palace is an attack.
    tried = lemma in ("try", "attempt") and tense_of(above) == "past"
    return not (act.material and tried)


def _is_ahead(verb: Token) -> bool:
    ahead = event_words("status", "future") | {"would"}
    return any(c.dep_ == "aux" and c.lower_ in ahead for c in verb.children)


def _is_speech_act(noun: Token, act: Act) -> bool:
    lists = ("claim_nouns", "hypothetical_nouns", "plan_nouns", "threaten_nouns")
    named = any(noun.lemma_.lower() in event_words("status", name) for name in lists)
    return named and act.kind in SPEECH_ACTS


def _is_statement(node: Token, lemma: str) -> bool:
    """Whether a clause under a verb such as "tell" or "insist" states something."""
    if lemma not in event_words("status", "say"):
        return False
    modals = {c.lower_ for c in node.children if c.dep_ == "aux"}
    if is_infinitive(node):
        return node.i < node.head.i  # a headline: "Captives to be freed, premier tells press"
    return not modals & _MODALS_OF_WISH and (node.tag_ != "VB" or bool(modals))


def has_particle(verb: Token, word: str) -> bool:
    """Whether a verb has a particle, adverb or preposition of this form."""
    return any(c.lower_ == word and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)


def softened(status: EventStatus, cue: str, act: Act) -> Turn:
    """Only a harm can be threatened; what is vowed otherwise is planned."""
    return Turn("planned" if status == "threatened" and not act.harms else status, cue)
