"""What a sentence takes for granted: no word over it turns its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that pass on their tense and negation to what completes them ("is going to visit").
CARRIERS = frozenset({"go", "be", "have", "begin", "start", "continue", "do", "get", "come",
                      "help", "let", "make"})  # fmt: skip
# What a phrase of time or cause speaks of happened, whatever its verb says ("after the riots").
_CIRCUMSTANCES = frozenset({"after", "amid", "following", "despite", "since", "over", "during",
                            "because", "given"})  # fmt: skip


def presupposed_by(node: Token, trigger: Token, governor: Token | None) -> bool:
    """Whether the event at ``trigger`` is taken for granted by the word over ``node``.

    "refused to recognise the annexation", "efforts to prevent the evasion of sanctions": what is
    said of recognising and evading is not said of the annexation and the sanctions. Nor does a
    clause lend its status to one that only tells when or why ("will meet after he resigned").
    """
    above = node.head
    if node.pos_ in ("VERB", "AUX"):
        if node.dep_ == "advcl":
            return not is_infinitive(node)
        if node.dep_ == "acl" and node.tag_ == "VBN":
            return not is_content(node)
    if trigger.pos_ not in ("NOUN", "PROPN"):
        return False
    if node.dep_ == "prep" and node.lower_ in _CIRCUMSTANCES:
        return True
    if above == governor:
        return False
    if above.pos_ in ("VERB", "AUX"):
        lemma = above.lemma_.lower()
        return lemma not in event_words("grammar", "light") and lemma not in CARRIERS
    return (
        above.pos_ in ("NOUN", "PROPN")
        and node != trigger
        and not turns(above)
        and not _measures(above)
    )


def turns(noun: Token) -> bool:
    """Whether a noun turns what it governs ("claim", "plan", "refusal")."""
    lists = (
        "claim_nouns", "threaten_nouns", "plan_nouns", "hypothetical_nouns", "cancel_nouns",
        "refuse_nouns",
    )  # fmt: skip
    return any(noun.lemma_.lower() in event_words("status", name) for name in lists)


def is_content(clause: Token) -> bool:
    """Whether a clause on a noun says what the noun is about ("the claim that …")."""
    return any(c.dep_ == "mark" for c in clause.children)


def _measures(noun: Token) -> bool:
    quantity = noun.lemma_.lower() in event_words("grammar", "quantifying")
    return quantity or noun.ent_type_ in ("DATE", "TIME", "QUANTITY", "MONEY", "CARDINAL")


def is_closed(node: Token) -> bool:
    """Whether what stands over a relative clause says nothing of it.

    It does where the clause is the content of a noun, or an infinitive.
    """
    return node.dep_ == "relcl" and not is_infinitive(node) and not is_content(node)
