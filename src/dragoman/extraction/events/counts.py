"""Numbers that the text gives for an event: dead, injured, detained, and the size of a crowd."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.extraction.events.hanging import lenders
from dragoman.extraction.passages import Passage
from dragoman.records import Count, Span
from dragoman.records.vocabulary import CountKind, EventType

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "dozens": 24, "score": 20,
    "scores": 40, "hundred": 100, "hundreds": 200, "thousand": 1000, "thousands": 2000, "million": 1_000_000,
}  # fmt: skip
_LOW = ("at least", "more than", "over", "as many as", "minimum of")
_HIGH = ("at most", "up to", "fewer than", "less than", "under", "no more than")
_ABOUT = (
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "an estimated",
    "estimated",
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_VERB_KINDS: dict[str, CountKind] = {
    "kill": "dead", "die": "dead", "slay": "dead", "murder": "dead", "massacre": "dead", "execute": "dead",
    "injure": "injured", "wound": "injured", "hurt": "injured",
    "arrest": "detained", "detain": "detained", "jail": "detained",
}  # fmt: skip
_ADJECTIVE_KINDS: dict[str, CountKind] = {
    "dead": "dead",
    "injured": "injured",
    "wounded": "injured",
}
_HUMAN_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "RETREAT"})


def event_counts(
    passage: Passage,
    trigger: Token,
    kind_of_event: EventType,
    governor: Token | None = None,
    told_with: Sequence[Token] = (),
) -> tuple[Count, ...]:
    """Return the counts that hang on an event's own words; none for types without people.

    "Rebels killed six in Gao and the army killed two in Kidal": six are of the one, two of the
    other.
    """
    if kind_of_event not in _HUMAN_TYPES:
        return ()
    found: dict[CountKind, Count] = {}
    for word in (*_own_words(trigger, governor), *_outcomes_of(told_with)):
        for kind, number in _numbers(word, kind_of_event):
            value = number_value(number)
            if value is not None and kind not in found:
                found[kind] = _count(passage, kind, number, value)
    return tuple(found[kind] for kind in sorted(found))


def _own_words(trigger: Token, governor: Token | None) -> Iterator[Token]:
    """Yield the trigger, what lends it its time and place, and the clauses that tell its outcome."""
    told = list(lenders(trigger, governor))
    above = told[-1].head
    if told[-1].dep_ == "nsubj" and above.lemma_.lower() in (*_VERB_KINDS, "leave"):
        told.append(above)  # "the attack killed three"
    yield from told
    yield from _outcomes_of(told)


def _outcomes_of(words: Iterable[Token]) -> Iterator[Token]:
    for word in words:
        yield from _outcomes(word)


def _outcomes(word: Token) -> Iterator[Token]:
    """Yield what a clause goes on to tell: "…, killing 12 and wounding 30", "that left 12 dead"."""
    for child in word.children:
        if child.dep_ in ("advcl", "conj", "relcl", "acl", "xcomp", "dep") and _shares_subject(
            child
        ):
            yield child
            yield from (c for c in child.children if c.lower_ in _ADJECTIVE_KINDS)
            yield from (c for c in child.children if c.dep_ == "conj" and _shares_subject(c))
        elif child.lower_ in _ADJECTIVE_KINDS:
            yield child
        elif word.lemma_ == "leave" and child.dep_ == "dobj":  # "left 12 dead and 30 injured"
            told = (child, *child.conjuncts)
            yield from (c for noun in told for c in noun.children if c.lower_ in _ADJECTIVE_KINDS)


def _shares_subject(verb: Token) -> bool:
    """Whether a clause has no other subject than the one before, or only its number ("30 hurt")."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    relative = verb.dep_ == "relcl" and all(s.tag_ in ("WDT", "WP") for s in subjects)
    hurt = _VERB_KINDS.get(verb.lemma_.lower()) in ("dead", "injured")
    numbered = hurt and all(any(True for _ in _of_noun(s)) for s in subjects)
    return relative or not subjects or (numbered and verb.tag_ == "VBN")


def _numbers(token: Token, kind_of_event: EventType) -> Iterator[tuple[CountKind, Token]]:
    kind = _VERB_KINDS.get(token.lemma_.lower())
    wants_detained = kind == "detained"
    if kind is not None and token.pos_ == "VERB" and wants_detained == (kind_of_event == "COERCE"):
        for child in token.children:
            if child.dep_ in ("nsubjpass", "dobj") or (child.dep_ == "nsubj" and _undergoes(token)):
                yield from ((kind, n) for n in _of_noun(child))
    if token.lower_ in _ADJECTIVE_KINDS and kind_of_event == "ASSAULT":
        yield from ((_ADJECTIVE_KINDS[token.lower_], n) for n in _of_dead(token))
    if kind_of_event == "PROTEST":
        for child in token.children:
            if child.dep_ == "nsubj":
                yield from (("size", n) for n in _of_noun(child))
            elif child.lower_ in ("of", "by") and token.pos_ == "NOUN":
                yield from (("size", n) for o in child.children for n in _of_noun(o))


def _undergoes(verb: Token) -> bool:
    """Whether the subject of a verb of harm is who is harmed ("six died", "30 wounded")."""
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.lemma_ == "die" or (verb.tag_ == "VBN" and not helped)


def _of_dead(adjective: Token) -> Iterator[Token]:
    """Yield the numbers of the dead: "12 dead", "left 12 people dead"."""
    yield from _of_noun(adjective)
    if adjective.dep_ in ("amod", "oprd", "acl"):
        yield from _of_noun(adjective.head)
    for child in adjective.children:
        if child.dep_ == "nsubj":
            yield from _of_noun(child)
    if adjective.head.lemma_ == "leave":
        for child in adjective.head.children:
            if child.dep_ == "dobj":
                yield from _of_noun(child)


def _of_noun(noun: Token) -> Iterator[Token]:
    if number_value(noun) is not None:
        yield noun
    yield from (
        c for c in noun.children if c.dep_ == "nummod" or (c.lower_ in _WORDS and c.i < noun.i)
    )


def number_value(token: Token) -> int | None:
    """Return the whole number that a token says ("1,200", "dozens": at least 24), or None."""
    word = token.lower_
    if word in _WORDS:
        return _WORDS[word] * _multiplier(token)
    match = _DIGITS.fullmatch(word)
    if match is None or len(word) > 12:
        return None
    return int(float(word.replace(",", "")) * _multiplier(token))


def _multiplier(token: Token) -> int:
    """Return 1000 for "20 thousand", where the bigger number is the head."""
    head = token.head
    follows = token.i + 1 < len(token.doc) and head.i == token.i + 1
    return (
        _WORDS[head.lower_]
        if follows and head.lower_ in ("hundred", "thousand", "million", "dozen")
        else 1
    )


def _count(passage: Passage, kind: CountKind, number: Token, value: int) -> Count:
    before = " ".join(t.lower_ for t in number.doc[max(0, number.i - 4) : number.i])
    before = before.removesuffix(" a")  # "at least a dozen"
    bound = "exact"
    if any(before.endswith(w) for w in _LOW) or number.lower_ in (
        "dozens",
        "scores",
        "hundreds",
        "thousands",
    ):
        bound = "at_least"
    elif any(before.endswith(w) for w in _HIGH):
        bound = "at_most"
    elif any(before.endswith(w) for w in _ABOUT):
        bound = "about"
    span = passage.of(number)
    return Count(kind=kind, value=value, bound=bound, span=Span(span.start, span.end))
