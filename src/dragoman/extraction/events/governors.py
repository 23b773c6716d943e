"""Words that turn the status of the event they govern: "denied …", "plans for …", "unable to …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import is_infinitive, is_passive
from dragoman.extraction.clauses.tense import tense_of
from dragoman.extraction.events.governed import THINGS, governed, has_particle, softened
from dragoman.extraction.events.presupposed import is_content, turns
from dragoman.extraction.events.turns import Act, Turn, is_negated
from dragoman.records.vocabulary import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    if relation == "dobj" and lemma == "rule" and has_particle(above, "out"):
        open_ = is_negated(above)
        yield Turn("hypothetical", "not rule out") if open_ else Turn("negated", "rule out")
        return
    yield from _from_hearsay(node, above)
    if lemma == "announce" and (act.harms or act.kind in ("CONCEDE", "SUPPORT")):
        return  # "announced the arrest of": the announcement tells that it happened
    yield from governed(node, above, relation, act)


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
    if node.dep_ == "acl" and is_infinitive(node) and above.dep_ in THINGS:
        # "ordered the contingent to leave": the parser hangs the infinitive on the object.
        yield from governed(node, above.head, "xcomp", act)
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
            yield softened("threatened" if vowed else status, lemma, act)
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
    return noun.dep_ in THINGS and noun.head.lemma_.lower() in event_words("status", "turn_down")


def _from_adjective(adjective: Token) -> Iterator[Turn]:
    word = adjective.lower_
    if word in event_words("status", "plan_adjectives"):
        yield Turn("planned", word)
    elif word in event_words("status", "able_adjectives"):
        yield Turn("hypothetical", word)
    elif word in event_words("status", "unwilling_adjectives"):
        yield Turn("negated", word)
