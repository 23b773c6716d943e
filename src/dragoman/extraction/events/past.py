"""Whether an event is history, or lies ahead: by its date, its words, the clause it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dragoman.codebooks.event_words import event_words
from dragoman.extraction.clauses.tense import tense_of
from dragoman.extraction.events.when import months_before
from dragoman.extraction.passages import Passage
from dragoman.records import Instant, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Token

# More than twelve months before the article is history (PLOVER's auxiliary mode, design.md).
_HISTORICAL_MONTHS = 12
_AGES = frozenset({"years", "decades", "centuries", "decade", "century"})
_MAX_CLIMB = 10
_SUBORDINATE = frozenset({"advcl", "xcomp", "pcomp", "conj", "pobj", "prep", "dobj", "nsubj",
                          "nsubjpass", "attr", "ccomp"})  # fmt: skip
_YEAR = re.compile(r"\d{4}")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SINCE_WITHIN = 3  # heads between a date and the "since" that governs it


def is_long_past(
    trigger: Token,
    time: TimeRef | None,
    passage: Passage,
    times: Sequence[TimeRef],
    published: Instant | None,
) -> bool:
    """Whether an event lies more than a year before the article, by its date or its words."""
    if _is_old(time, published):
        return not opens_span(trigger, time, passage)
    if _told_as_past(trigger):
        return True
    # A date of its own with a year says more than those of the clauses over it.
    dated = time is not None and _YEAR.search(time.text) is not None
    return not dated and any(
        _is_old(other, published) and not opens_span(trigger, other, passage)
        for other in _inherited(trigger, passage, times)
    )


def _is_old(time: TimeRef | None, published: Instant | None) -> bool:
    age = months_before(time.value if time else None, published)
    return age is not None and age > _HISTORICAL_MONTHS


def _told_as_past(trigger: Token) -> bool:
    """Whether words put an event in the past: "decades ago", "once threatened", "in the past"."""
    near = {t.lower_ for t in trigger.subtree}
    if "ago" in near and near & _AGES:
        return True
    if _years_after(trigger):
        return True
    above = trigger.head
    if trigger.dep_ == "xcomp" and above != trigger and _told_as_past(above):
        return True
    for child in trigger.children:
        if child.dep_ == "advmod" and child.lower_ in event_words("status", "past_words"):
            at_once = child.i > 0 and child.nbor(-1).lower_ == "at"
            return trigger.tag_ in ("VBD", "VBN") and child.i < trigger.i and not at_once
        if child.lower_ == "in" and any(
            g.lower_ == "past" and not _has_numeral(g) for g in child.children
        ):
            return True
    return False


def _years_after(trigger: Token) -> bool:
    """Whether what is told happens years after the event ("ten years after the accords")."""
    after = trigger.head if trigger.dep_ == "pobj" else None
    if after is None or after.lower_ != "after":
        return False
    spans = [c for c in after.children if c.dep_ in ("npadvmod", "nmod")] + [after.head]
    return any(t.lower_ in _AGES for t in spans)


def _has_numeral(noun: Token) -> bool:
    """Whether "the past" has its measure ("the past six weeks")."""
    return any(c.pos_ in ("NUM", "ADJ", "NOUN") for c in noun.children)


def opens_span(trigger: Token, time: TimeRef | None, passage: Passage) -> bool:
    """Whether a date only opens a span that reaches up to now ("has backed Chad since 2009")."""
    tokens = passage.tokens(time.span) if time is not None else None
    if tokens is None or not len(tokens) or tokens[0].i == 0:
        return False
    node = tokens.root
    for _ in range(_SINCE_WITHIN):
        node = node.head
        if node.lower_ == "since":
            return trigger not in node.subtree
    return False


def _inherited(trigger: Token, passage: Passage, times: Sequence[TimeRef]) -> Iterator[TimeRef]:
    """Yield the dates of the clauses over a trigger that has none, and those deep inside its own.

    "Was set up in 2003 after a coalition ousted …": ousting is no younger than setting up. "Was
    convicted of plotting to … in 2007": the date hangs on the inner verb, and is the outer one's.
    """
    sentence = passage.of(trigger.sent)
    dated = [t for t in times if t.value and sentence.contains(t.span)]
    if not dated:
        return
    above = set(_clauses_over(trigger))
    for time in dated:
        tokens = passage.tokens(time.span)
        if tokens is None or not len(tokens):
            continue
        finite = _finite_over(tokens.root)
        if finite is not None and (finite == trigger or finite in above):
            yield time


def _clauses_over(trigger: Token) -> Iterator[Token]:
    """Yield the verbs over a trigger, as long as each clause hangs on the next as its part."""
    node = trigger
    for _ in range(_MAX_CLIMB):
        if node.head == node or node.dep_ not in _SUBORDINATE:
            return
        node = node.head
        if node.pos_ in ("VERB", "AUX") and node.tag_ in ("VBD", "VBN"):
            yield node


def _finite_over(token: Token) -> Token | None:
    """Return the nearest past verb over a date, through infinitives and gerunds only."""
    node = token
    for _ in range(_MAX_CLIMB):
        node = node.head
        if node.tag_ == "VBN" and any(c.lower_ == "having" for c in node.children):
            return None  # "accused them of having fled in 1994": only the flight is old
        if node.pos_ in ("VERB", "AUX") and _is_finite(node):
            return node if tense_of(node) == "past" else None
        if node.head == node:
            return None
    return None


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP") or verb.dep_ in ("relcl", "ROOT"):
        return True
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in verb.children)
    return verb.tag_ == "VBN" and (helped or verb.dep_ == "acl")


def lies_ahead(
    trigger: Token, time: TimeRef | None, passage: Passage, published: Instant | None
) -> bool:
    """Whether an event told in the present has a date after the article's ("meets on Friday")."""
    if time is None or published is None or not _is_after(time.value or "", published.value):
        return False
    if time.text.lower().startswith(("earlier", "last")) or opens_span(trigger, time, passage):
        return False
    root = trigger.sent.root
    if trigger.pos_ in ("VERB", "AUX") and trigger.tag_ != "VBG":
        return tense_of(trigger) in ("present", "future")
    return root.pos_ not in ("VERB", "AUX") or tense_of(root) in ("present", "future")


def _is_after(value: str, published: str) -> bool:
    """Whether a date, or the first day of a month or year, is later than another."""
    day = value.split("T", maxsplit=1)[0]
    if "W" in day:
        return _week_after(day, published)
    return day[:4].isdigit() and day[: len(published)] > published[: len(day)]


def _week_after(week: str, published: str) -> bool:
    try:
        monday = date.fromisocalendar(int(week[:4]), int(week[6:8]), 1)
    except ValueError:
        return False
    return monday.isoformat() > published[:10]
