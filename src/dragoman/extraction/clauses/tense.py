"""Whether what hangs on a word lies behind or ahead: the tense of the verb that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.codebooks.time_words import tense_words

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future", "unclear"]

_MAX_CLIMB = 12  # heads; a longer way up says nothing about the time any more


def tense_at(token: Token) -> Tense:
    """Return the tense of the nearest verb above ``token``.

    An infinitive looks where the word above it looks ("agreed to meet Friday" ahead); under a past
    verb that does not look ahead it is "unclear" ("was forced to resign Friday", "told them to
    appear on 10 May"). "Payable", "scheduled", "until" look ahead. A sentence without a verb is
    "unclear".
    """
    words = tense_words()
    node, below_infinitive = token, False
    for _ in range(_MAX_CLIMB):
        head = node.head
        if head.i == node.i and node.i != token.i:
            return "unclear"
        if head.lower_ == "according":
            return "past"  # "according to a report on Monday": the report is out
        if head.lower_ in words.words and (
            head.tag_ != "VBD"
            or below_infinitive
            or (head.lower_ in words.plans and token.i > head.i)
        ):
            return "future"
        if head.pos_ in {"VERB", "AUX"}:
            tense = tense_of(head)
            if tense == "present" and below_infinitive and head.lemma_ == "be":
                return "future"  # "is to be sentenced in June"
            if tense == "past" and below_infinitive:
                return "unclear"
            if tense != "infinitive":
                return tense
            below_infinitive = True
        if head.i == node.i:
            return "unclear"
        node = head
    return "unclear"


def tense_of(verb: Token) -> Tense | Literal["infinitive"]:
    """Return the tense of a verb with its auxiliaries; a participle alone has that above it."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(_looks_ahead(verb, child) for child in helpers):
        return "future"
    if any(child.tag_ == "TO" for child in helpers):
        return "infinitive"
    tags = {verb.tag_, *(child.tag_ for child in helpers)}
    if "VBD" in tags:
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past"
    if any(child.lower_ in {"has", "have", "'ve", "’ve"} for child in helpers):
        return "past"
    if verb.tag_ == "VBG" and not helpers and verb.head.i != verb.i:
        return tense_of(verb.head) if verb.head.pos_ in {"VERB", "AUX"} else "unclear"
    if verb.tag_ == "VBP" and verb.lemma_ and verb.lemma_ != verb.lower_:
        return "past"  # "tore" taken for a present
    return "present"


def _looks_ahead(verb: Token, helper: Token) -> bool:
    words = tense_words()
    modal = helper.lower_ in words.auxiliaries or (
        helper.lower_ in words.reported and helper.tag_ == "MD" and _reported(verb)
    )
    return modal and not _perfect(verb, helper)


def _reported(verb: Token) -> bool:
    """Whether a verb's clause is what somebody said in the past: "said that they would meet"."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}


def _perfect(verb: Token, modal: Token) -> bool:
    """Whether a modal looks back: "may have left Friday"."""
    return any(child.lower_ == "have" and child.i > modal.i for child in verb.children)
