"""What the rest of a sentence says to an event: "…, which Kyiv denies", "… but called it off"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKES_UP = frozenset({"it", "this", "that", "these", "them", "which", "so", "any", "all", "ever"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "ccomp", "xcomp"})
_APPEARS_IN = frozenset({"amod", "compound", "nmod", "poss"})
_DENIALS = frozenset({"denial", "rebuttal", "disclaimer"})
_CONTRASTS = frozenset({"but", "until", "when", "before", "only", "though", "however", "then"})


def denied_by_answer(trigger: Token, *, claimed: bool) -> str | None:
    """Return the word by which another clause denies the event, or None.

    Args:
        trigger: The word that tells the event.
        claimed: Whether somebody claims the event: then the denial may also come first.
    """
    above = set(_over(trigger))
    for token in trigger.sent:
        after = token.i > trigger.i
        if not (after or claimed) or token == trigger or not _is_elsewhere(token, trigger):
            continue
        if token not in above and _denies(token, claimed=claimed):
            return token.lower_
        if after and _says_no(token):
            return token.lower_
        if claimed and token.dep_ not in _APPEARS_IN and _is_denial_word(token):
            return token.lower_
        if claimed and after and token not in above and _blames_back(token):
            return token.lower_
    return _phrase_after(trigger, "denial_phrases")


def _over(trigger: Token) -> Iterator[Token]:
    """Yield the words over a trigger within its own main clause."""
    node = trigger
    while node.head != node and not set_apart(node):
        node = node.head
        yield node


def set_apart(node: Token) -> bool:
    """Whether a semicolon parts a clause from the word that the parser hangs it on."""
    if node.pos_ not in ("VERB", "AUX"):
        return False
    low, high = sorted((node.i, node.head.i))
    return any(t.text == ";" for t in node.doc[low:high])


def _blames_back(token: Token) -> bool:
    """Whether the accused answers with a charge of its own ("…; the army blames the rebels")."""
    blames = token.lemma_.lower() == "blame" and token.pos_ == "VERB"
    return blames and any(t.text == ";" for t in token.doc[token.sent.start : token.i])


def _is_elsewhere(token: Token, trigger: Token) -> bool:
    """Whether a comma or the like parts a word from the trigger, or a clause does."""
    low, high = sorted((token.i, trigger.i))
    between = token.doc[low:high]
    parts = (",", ";", ":", "–", "—", "-", "--", "?", ".", "”", '"')
    return any(t.text in parts or t.lower_ in ("but", "and", "though") for t in between)


def _denies(token: Token, *, claimed: bool) -> bool:
    """Whether a verb denies what was said: "denies it", "rejected the charge", "which he denied"."""
    lemma = token.lemma_.lower()
    deny = event_words("status", "deny")
    if token.pos_ != "VERB" or lemma not in deny | event_words("status", "deny_with_claim"):
        return False
    objects = [c for c in token.children if c.dep_ in _OBJECTS]
    if any(o.tag_ == "WDT" for o in objects):
        on_claim = token.head.lemma_.lower() in event_words("status", "claim_nouns")
        return on_claim or (claimed and any(o.lower_ == "which" for o in objects))
    if any(c.dep_ in ("acl", "ccomp") for o in objects for c in o.children):
        return False  # "denied a report that …" answers that report
    if not objects:
        claim = token.head.lemma_.lower() in event_words("status", "claim_nouns")
        return lemma in deny or (token.dep_ == "relcl" and claim)
    takes_up = event_words("status", "claim_nouns") | event_words("status", "denied_things")
    return any(
        o.lower_ in _TAKES_UP
        or o.lemma_.lower() in takes_up
        or (lemma in deny and any(c.lower_ in _TAKES_UP for c in o.children))
        for o in objects
    )


def _says_no(token: Token) -> bool:
    """Whether "calls that slander", "says is nonsense" answers."""
    if not _is_denial_word(token) or token.dep_ in _APPEARS_IN:
        return False
    head = token.head
    if any(c.lemma_.lower() in _DENIALS for c in head.children if c.dep_ == "nsubj"):
        return False  # "its denials were untrue"
    return head.lemma_.lower() in event_words("status", "label") or head.pos_ == "AUX"


def _is_denial_word(token: Token) -> bool:
    return token.lower_ in event_words("status", "denial_words")


def dropped_after(trigger: Token) -> str | None:
    """Return the word by which a later clause drops what was planned, or None."""
    above = set(trigger.ancestors)
    for token in _later(trigger):
        lemma = token.lemma_.lower()
        if token.pos_ != "VERB" or is_infinitive(token) or _is_unreal(token):
            continue
        if token in above and token.dep_ != "ROOT":
            continue
        if lemma in event_words("status", "drop") and _takes_up_plan(token, above):
            return token.lower_
    phrase = _phrase_after(trigger, "drop_phrases")
    return phrase or _thwarted(trigger)


def _takes_up_plan(verb: Token, above: set[Token]) -> bool:
    """Whether a verb such as "shelved" or "was called off" has the plan for its object."""
    if verb.lemma_.lower() == "call" and not any(c.lower_ == "off" for c in verb.children):
        return False
    passive = verb.tag_ == "VBN"
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    things += [c for c in verb.children if passive and c.dep_ == "nsubj"]
    takes_up = event_words("status", "planned_things")
    return any(
        t in above or t.lower_ in _TAKES_UP or t.lemma_.lower() in takes_up for t in things
    ) or (not things and any(c.dep_ == "auxpass" for c in verb.children))


def _is_unreal(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("will", "may", "could") for c in verb.children)


def _thwarted(trigger: Token) -> str | None:
    """Return the contrast that follows a plan of the past perfect ("had been due to … when")."""
    if not any(_was_planned(token) for token in (trigger, *trigger.ancestors)):
        return None
    return next((t.lower_ for t in _later(trigger) if t.lower_ in _CONTRASTS), None)


def _was_planned(token: Token) -> bool:
    """Whether "had planned", "had been due", "was all set" opens a plan that came to nothing."""
    plans = event_words("status", "plan") | event_words("status", "plan_adjectives")
    wishes = {"want", "hope", "mean", "wish", "think", "talk"}
    if token.lemma_.lower() not in plans | wishes and token.lower_ not in plans:
        return False
    verbs = (token, token.head) if token.pos_ == "ADJ" or token.tag_ == "VBN" else (token,)
    return any(
        c.dep_ in ("aux", "auxpass") and c.lower_ == "had" for v in verbs for c in v.children
    ) or any(v.lower_ in ("was", "were") for v in (*verbs[1:], *token.children))


def _later(trigger: Token) -> Iterator[Token]:
    yield from trigger.doc[trigger.i + 1 : trigger.sent.end]


def _phrase_after(trigger: Token, name: str) -> str | None:
    """Return a phrase of a list ("know_nothing") that stands after the trigger, or None."""
    words = " ".join(t.lemma_.lower() for t in _later(trigger))
    padded = f" {words} "
    phrases = (p.replace("_", " ") for p in sorted(event_words("status", name)))
    return next((p for p in phrases if f" {p} " in padded), None)
