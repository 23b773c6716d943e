"""What a word can turn an event's status to, and the turns that the event's own word carries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.grammar import heads_a_headline, is_infinitive
from dragoman.records.vocabulary import EventStatus, EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_WOULD = frozenset({"would", "'d", "’d"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Types that are done by speaking: what somebody claims is not the speech act but its content.
SPEECH_ACTS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE"})
_SAID = frozenset({"ccomp", "conj", "advcl"})


class Act(NamedTuple):
    """What kind of act an event is: whether it harms, and whether it is more than words."""

    kind: EventType
    harms: bool
    material: bool


class Turn(NamedTuple):
    """A status that a word gives, and the word; `refusal`: "will not"."""

    status: EventStatus
    cue: str | None
    refusal: bool = False


def turns_of(node: Token, act: Act) -> Iterator[Turn]:
    """Yield the turns that the event's own word carries: "no", "will", "alleged", "planned"."""
    if node.pos_ in ("NOUN", "PROPN"):
        yield from _of_noun(node)
    elif node.pos_ in ("VERB", "AUX"):
        yield from _of_verb(node, act)


def is_conditional(verb: Token) -> bool:
    """Whether "if", "unless" or an inversion ("should Chad leave") makes a clause a condition."""
    marked = event_words("status", "conditions")
    if any(c.lower_ in marked and c.dep_ in ("mark", "advmod", "preconj") for c in verb.children):
        return True
    return _is_inverted(verb)


def _is_inverted(verb: Token) -> bool:
    """Whether "should" or "had" stands before the subject of a clause that hangs on another."""
    if verb.dep_ != "advcl":
        return False
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    return subject is not None and any(
        c.dep_ == "aux" and c.lower_ in ("should", "had", "were") and c.i < subject.i
        for c in verb.children
    )


def _of_noun(noun: Token) -> Iterator[Turn]:
    lists: tuple[tuple[str, EventStatus], ...] = (
        ("doubt_words", "alleged"),
        ("cancel_words", "cancelled"),
        ("fail_words", "negated"),
        ("plan_words", "planned"),
        ("hypothetical_words", "hypothetical"),
    )
    for child in noun.children:
        if child.dep_ not in ("amod", "det", "compound", "nmod", "advmod"):
            continue
        word = child.lower_
        if word == "no":
            yield Turn("negated", word)
        for name, status in lists:
            if word in event_words("status", name):
                yield Turn(status, word)
                break


def _of_verb(verb: Token, act: Act) -> Iterator[Turn]:
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "advmod", "mark", "auxpass")}
    if is_negated(verb):
        refuses = bool(words & event_words("status", "future") or words & {"would"})
        yield Turn("negated", "not", refuses)
    if is_conditional(verb):
        yield Turn("hypothetical", "if")
    if words & event_words("status", "doubt_words"):
        yield Turn("alleged", min(words & event_words("status", "doubt_words")))
    if words & event_words("status", "hypothetical_words"):
        yield Turn("hypothetical", min(words & event_words("status", "hypothetical_words")))
    yield from _of_modals(verb, act)
    if is_infinitive(verb):
        yield from _of_infinitive(verb, act)
    if _is_awaited(verb):
        yield Turn("planned", "when")
    if _is_order(verb):
        yield Turn("hypothetical", "imperative")
    now = any(c.dep_ == "aux" and c.tag_ in ("VBP", "VBZ") for c in verb.children)
    if verb.tag_ == "VBG" and now and _in_future(verb):
        yield Turn("planned", "next")


def _of_modals(verb: Token, act: Act) -> Iterator[Turn]:
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modals & event_words("status", "possible"):
        yield Turn("hypothetical", min(modals & event_words("status", "possible")))
    if modals & _WOULD:
        reported = verb.dep_ in _SAID and "have" not in modals
        yield _ahead(verb, act, "would") if reported else Turn("hypothetical", "would")
    if modals & event_words("status", "future"):
        yield _ahead(verb, act, "will")


def _ahead(verb: Token, act: Act, cue: str) -> Turn:
    """What lies ahead is planned; under a condition a harm is threatened, all else possible."""
    if not _has_condition(verb):
        return Turn("planned", cue)
    return Turn("threatened" if act.harms else "hypothetical", f"{cue} … if")


def _of_infinitive(verb: Token, act: Act) -> Iterator[Turn]:
    above = verb.head
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    if verb.dep_ == "xcomp" and above.lemma_ in ("be", "go"):
        dropped = perfect and above.lower_ in ("was", "were")
        yield Turn("cancelled", "was to have") if dropped else _ahead(verb, act, f"{above} to")
    elif verb.dep_ == "xcomp" and above.lemma_ == "have":
        if any(c.lower_ == "yet" for c in (*above.children, *verb.children)):
            yield Turn("negated", "yet to")
    elif _is_headlines_future(verb):
        yield Turn("planned", "to")


def _is_headlines_future(verb: Token) -> bool:
    """Whether an infinitive is a headline's future ("Captives to be freed, king says")."""
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_.lower() in event_words("status", "say"):
        return any(c.dep_ in _SUBJECTS for c in verb.children)
    on_subject = above.pos_ in ("NOUN", "PROPN") and above.dep_ == "nsubj"
    return heads_a_headline(verb) or (on_subject and not _has_verb(above))


def _has_verb(subject: Token) -> bool:
    """Whether a subject has a finite verb: then an infinitive on it is no headline's future."""
    return subject.head.tag_ in ("VBD", "VBZ") and subject.head.i > subject.i


def _is_awaited(verb: Token) -> bool:
    """Whether a present-tense clause of time hangs on what is still to come ("until they meet")."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBP", "VBZ"):
        return False
    times = event_words("status", "awaited")
    timed = any(c.lower_ in times and c.dep_ in ("mark", "advmod") for c in verb.children)
    modal = any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.head.children if c.dep_ == "aux")
    return timed and modal


def _is_order(verb: Token) -> bool:
    """Whether a verb stands bare, as a command ("Leave the island")."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp"):
        return False
    bare = not any(c.dep_ in (*_SUBJECTS, "aux", "auxpass") for c in verb.children)
    return bare and any(c.dep_ in ("dobj", "prt", "prep", "ccomp", "xcomp") for c in verb.children)


def _has_condition(verb: Token) -> bool:
    """Whether a condition hangs on ``verb``: a clause, or "any ship that", "whoever"."""
    holders = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    if any(c.dep_ == "advcl" and is_conditional(c) for v in holders for c in v.children):
        return True
    for token in verb.subtree:
        if token.lower_ in ("whoever", "whichever", "anyone", "anybody", "otherwise"):
            return True
        if token.lower_ == "which" and token.head.lower_ == "after":
            return True  # "48 hours, after which it will …"
        if token.lower_ == "any" and any(c.dep_ == "relcl" for c in token.head.children):
            return True
    return False


def _in_future(verb: Token) -> bool:
    return any(t.lower_ in ("tomorrow", "next", "later") for t in verb.subtree)


def is_negated(verb: Token) -> bool:
    """Whether "not", "never", "no …" or "nothing" negates a verb."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in event_words("status", "negators"):
            following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            if following not in ("only", "just", "merely"):
                return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and _is_nothing(child):
            return True
        if child.dep_ == "prep" and any(c.lower_ == "nothing" for c in child.children):
            return True
        if child.lower_ == "for" and any(c.lower_ == "no" for o in child.children for c in o.lefts):
            return True  # "asks for no presents"
    return False


def _is_nothing(noun: Token) -> bool:
    if noun.lower_ in event_words("status", "none"):
        return True
    first = noun.left_edge
    return any(c.lower_ == "no" for c in noun.children) or first.lower_ in ("not", "neither")
