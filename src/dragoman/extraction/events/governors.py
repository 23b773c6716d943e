"""Words that turn the status of the event they govern: "denied …", "plans for …", "unable to …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import is_infinitive, is_passive
from dragoman.extraction.clauses.tense import tense_of
from dragoman.extraction.events.presupposed import is_content, turns
from dragoman.extraction.events.turns import SPEECH_ACTS, Act, Turn, is_negated
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"xcomp", "ccomp", "oprd"})
_THINGS = frozenset({"dobj", "nsubjpass"})
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
    _Governor("deny", "denied", _CLAUSES | _THINGS),
    _Governor("cancel", "cancelled", _THINGS | {"attr"}),
    _Governor("interrupt", "cancelled", _THINGS),
    _Governor("fail", "negated", _THINGS | {"xcomp", "pcomp"}, frozenset({"to", "from"})),
    _Governor("prevent", "negated", frozenset({"pcomp", "xcomp"}), frozenset({"from"})),
    _Governor("decide", "negated", frozenset(), frozenset({"against"})),
    _Governor("threaten", "threatened", _CLAUSES | _THINGS, frozenset({"with", "of"})),
    _Governor("vow", "threatened", _CLAUSES | _THINGS),
    _Governor("schedule", "planned", _THINGS | {"xcomp"}, frozenset({"for", "to"})),
    _Governor("plan", "planned", frozenset({"xcomp", "ccomp"}), frozenset({"to", "on", "for"})),
    _Governor("hypothetical", "hypothetical", _CLAUSES | _THINGS, frozenset({"for", "to"})),
    _Governor("muse", "hypothetical", frozenset(), frozenset({"of", "about"})),
    _Governor("presuppose", "historical", _THINGS, frozenset({"with", "of", "to"})),
)
# Of these only an infinitive or a wish is turned: "told him to leave", not "said that he left".
_NOT_STATEMENTS = frozenset({"hypothetical", "plan", "vow", "threaten"})


def turns_from_above(node: Token, act: Act) -> Iterator[Turn]:
    """Yield the turns that the word over ``node`` gives to it."""
    above, relation = node.head, node.dep_
    if relation in ("pobj", "pcomp"):
        yield from _from_preposition(node, above)
    elif above.pos_ in ("NOUN", "PROPN"):
        yield from _from_noun(node, above, act)
    elif above.pos_ == "ADJ" and relation in ("xcomp", "ccomp", "prep"):
        yield from _from_adjective(above)
    elif above.pos_ in ("VERB", "AUX"):
        yield from _from_verb(node, above, act)


def _from_preposition(node: Token, preposition: Token) -> Iterator[Turn]:
    word = preposition.lower_
    if word in event_words("status", "without"):
        yield Turn("negated", word)
    elif node.dep_ == "pobj" and word == "pending":
        yield Turn("planned", word)
    elif node.dep_ == "pobj" and word == "of" and preposition.head.lower_ == "ahead":
        yield Turn("planned", "ahead of")
    elif word == "of" and preposition.head.lower_ == "short":
        yield Turn("negated", "short of")


def _from_verb(node: Token, above: Token, act: Act) -> Iterator[Turn]:
    lemma, relation = above.lemma_.lower(), node.dep_
    if relation == "advcl":
        done = tense_of(above) == "past"
        if is_infinitive(node) and act.material and lemma != "be" and not done:
            yield Turn("hypothetical", "to")  # an aim: "sends envoys to end the fighting"
        return
    if relation == "dobj" and lemma == "rule" and _has_particle(above, "out"):
        open_ = is_negated(above)
        yield Turn("hypothetical", "not rule out") if open_ else Turn("negated", "rule out")
        return
    yield from _from_hearsay(node, above)
    if lemma == "announce" and (act.harms or act.kind in ("CONCEDE", "SUPPORT")):
        return  # "announced the arrest of": the announcement tells that it happened
    yield from _governed(node, above, relation, act)


def _governed(node: Token, above: Token, relation: str, act: Act) -> Iterator[Turn]:
    lemma = above.lemma_.lower()
    for governor in _GOVERNORS:
        words = event_words("status", governor.words)
        if lemma in words and _fits(governor, node, above, relation, act):
            yield _softened(governor.status, lemma, act)
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
    if relation in _THINGS and not _takes_thing(governor, node, above, act):
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
        held = any(_has_particle(above, word) for word in _PARTICLES[lemma])
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


def _from_hearsay(node: Token, above: Token) -> Iterator[Turn]:
    """Yield what is only said: "is said to have fled", "unconfirmed reports say that"."""
    lemma = above.lemma_.lower()
    says = event_words("status", "say") | event_words("status", "doubt") | {"understand", "rumor"}
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in node.children)
    subjects = [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")]
    if lemma in says and is_passive(above):
        doubts = perfect or lemma in event_words("status", "doubt")
        impersonal = any(s.lower_ == "it" for s in subjects)
        if (node.dep_ == "xcomp" and doubts) or (node.dep_ == "ccomp" and impersonal):
            yield Turn("alleged", f"{above.lower_} …")
    doubted = event_words("status", "doubt_words")
    for subject in subjects:
        told = subject.lemma_.lower() in event_words("status", "claim_nouns")
        if told and any(c.lower_ in doubted for c in subject.children):
            yield Turn("alleged", "unconfirmed")


def _from_noun(node: Token, above: Token, act: Act) -> Iterator[Turn]:
    lemma = above.lemma_.lower()
    if node.dep_ == "prep" and node.lower_ not in ("of", "for", "to", "against", "on"):
        return
    if node.dep_ not in ("acl", "relcl", "prep", "xcomp", "ccomp", "compound"):
        return
    if node.dep_ == "acl" and node.tag_ == "VBN" and not is_content(node):
        return
    ordinal = any(c.ent_type_ == "ORDINAL" for c in above.children)
    if is_infinitive(node) and ordinal and not turns(above):
        return  # "the third premier to be impeached"
    if lemma in event_words("status", "claim_nouns"):
        denial = _denial_over(above)
        yield Turn("denied", denial) if denial else Turn("alleged", lemma)
        return
    if node.dep_ == "acl" and is_infinitive(node) and above.dep_ in _THINGS:
        # "ordered the contingent to leave": the parser hangs the infinitive on the object.
        yield from _governed(node, above.head, "xcomp", act)
    lists: tuple[tuple[str, EventStatus], ...] = (
        ("refuse_nouns", "negated"),
        ("cancel_nouns", "cancelled"),
        ("threaten_nouns", "threatened"),
        ("plan_nouns", "planned"),
        ("hypothetical_nouns", "hypothetical"),
        ("presuppose_nouns", "historical"),
    )
    for name, status in lists:
        if lemma in event_words("status", name):
            if status in ("planned", "hypothetical") and _is_turned_down(above):
                yield Turn("negated", above.head.lemma_)
            vowed = status == "planned" and act.material and lemma in event_words("status", "vow")
            yield _softened("threatened" if vowed else status, lemma, act)
            return


def _denial_over(noun: Token) -> str | None:
    """Return the verb over a claim that denies it ("rejected as untrue the claim that"), or None."""
    deny = event_words("status", "deny") | event_words("status", "deny_with_claim")
    node = noun
    while node.dep_ in ("dobj", "nsubjpass", "pobj", "prep", "conj", "attr") and node.head != node:
        node = node.head
        if node.pos_ == "VERB":
            return node.lemma_.lower() if node.lemma_.lower() in deny else None
    return None


def _is_turned_down(noun: Token) -> bool:
    """Whether an offer, a request or a plan is refused ("spurned the offer of")."""
    return noun.dep_ in _THINGS and noun.head.lemma_.lower() in event_words("status", "turn_down")


def _from_adjective(adjective: Token) -> Iterator[Turn]:
    word = adjective.lower_
    if word in event_words("status", "plan_adjectives"):
        yield Turn("planned", word)
    elif word in event_words("status", "able_adjectives"):
        yield Turn("hypothetical", word)
    elif word in event_words("status", "unwilling_adjectives"):
        yield Turn("negated", word)


def _has_particle(verb: Token, word: str) -> bool:
    return any(c.lower_ == word and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)


def _softened(status: EventStatus, cue: str, act: Act) -> Turn:
    """Only a harm can be threatened; what is vowed otherwise is planned."""
    return Turn("planned" if status == "threatened" and not act.harms else status, cue)
