"""The stage: stances of every clause, gated by who holds them, put into records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.extraction.cast import Cast
from dragoman.extraction.clauses.grammar import phrases_of, verb_arguments
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.extraction.positions.draft import FIRST_PERSON, Draft, claim_of
from dragoman.extraction.positions.drafts import drafts_of
from dragoman.records import Party, Position, Span, record_id
from dragoman.text.spans import envelope

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINCE = re.compile(r"since (?:[\w’'-]+ ){0,6}?((?:1[5-9]|20)\d\d)\b")
_MAX_ISSUE = 30  # tokens; a longer phrase is cut at its head's own words


def find_positions(parsed: ParsedArticle, cast: Cast) -> tuple[Position, ...]:
    """Return the standing stances that the article reports, in the order of its text.

    Args:
        parsed: The article and the parses of its passages.
        cast: Actors and mentions, pronouns included; a holder must be a state, a body, an
            office-holder or an armed group.
    """
    found: dict[tuple[object, ...], Position] = {}
    for passage in parsed.passages:
        if passage.block.kind != "caption":
            for position in _of_passage(parsed, passage, cast):
                key = (tuple(h.name for h in position.holders), position.stance, position.issue)
                found.setdefault(key, position)
    return tuple(found.values())


def _of_passage(parsed: ParsedArticle, passage: Passage, cast: Cast) -> Iterator[Position]:
    parties = Parties(passage, cast)
    # Of nouns those beside a name ("Ghana, a close ally of Nigeria") tell stances too.
    for i in sorted((*passage.where("POS", "VERB", "AUX"), *passage.where("DEP", "appos"))):
        for draft in drafts_of(passage.doc[i]):
            position = _record(parsed, passage, draft, parties)
            if position is not None:
                yield position


def _record(
    parsed: ParsedArticle, passage: Passage, draft: Draft, parties: Parties
) -> Position | None:
    heads = [
        h for h in map(_speaker, draft.holders) if parties.is_official(h) or parties.is_armed(h)
    ]
    issue = _phrase(passage, draft.issue)
    named = (p for head in heads for p in parties.named(head))
    # "Chad and Niger are allies": the second is the first one's issue, not a holder too.
    holders = tuple(p for p in named if not p.span.overlaps(issue))
    if not holders:
        return None
    stance = envelope(_stance_span(passage, word) for word in draft.words)
    text = parsed.article.text
    towards = _towards(draft.issue, parties)
    return Position(
        id=record_id(parsed.article.id, "position", stance),
        evidence=(envelope((stance, issue, *_inside(passage, draft, holders))),),
        confidence=0.7,
        made_by=parsed.made_by,
        holders=holders,
        issue=issue.of(text),
        issue_span=issue,
        stance=_coded(draft),
        stance_span=stance,
        towards=tuple(p for p in towards if not any(_same(p, h) for h in holders)),
        since=_since(draft),
    )


def _speaker(holder: Token) -> Token:
    """Return who says "we" where a clause beside tells it, else the holder itself."""
    if holder.lower_ not in FIRST_PERSON:
        return holder
    claim = claim_of(holder.head)
    return claim.claimant if claim is not None and claim.claimant is not None else holder


def _towards(issue: Token, parties: Parties) -> tuple[Party, ...]:
    """Return the parties that the issue names, or names inside ("the import of Chadian goods")."""
    if parties.is_own(issue) or parties.group(issue) == "people":
        return ()  # "its citizens", "girls" are whom it is about, not whom it is held towards
    if issue.pos_ in ("VERB", "AUX"):  # "insists that Fiji pay", "denies backing the rebels"
        around = verb_arguments(issue)
        heads = (*(around.subjects if issue.dep_ != "xcomp" else ()), *around.objects)
        named = (tuple(parties.named(h)) for h in heads if h.pos_ != "PRON")
        return next((found for found in named if found), ())
    direct = tuple(parties.named(issue)) or parties.inside(issue)
    return direct or next(
        (found for _, inner in phrases_of(issue) if (found := parties.inside(inner))), ()
    )


def _same(party: Party, holder: Party) -> bool:
    return party.span.overlaps(holder.span) or party.name == holder.name


def _coded(draft: Draft) -> str:
    """Return the stance in words: lemmas, with "not" where the clause denies it."""
    last = draft.words[-1]
    lemma = last.lemma_.lower()
    if last.pos_ in ("NOUN", "PROPN"):
        modifiers = [
            c.lower_ for c in last.children if c.dep_ in ("amod", "compound") and c.i < last.i
        ]
        said = " ".join((*modifiers, lemma))
    elif (
        last.pos_ == "ADJ"
        or last.dep_ == "acomp"
        or any(c.dep_ == "auxpass" for c in last.children)
    ):
        said = last.lower_
    elif draft.words[0].pos_ == "ADJ":
        said = f"{draft.words[0].lower_} to {lemma}"
    else:
        said = lemma
    return f"not {said}" if draft.negated else said


def _phrase(passage: Passage, head: Token) -> Span:
    """Return the span of the phrase under ``head`` (with what is coordinated to it)."""
    first, last = head.left_edge, head.right_edge
    if last.i - first.i > _MAX_ISSUE:
        last = head
    while last.is_punct and last.i > head.i:
        last = last.nbor(-1)
    return Span(passage.of(first).start, passage.of(last).end)


def _stance_span(passage: Passage, word: Token) -> Span:
    modifiers = [c for c in word.children if c.dep_ in ("amod", "compound", "neg") and c.i < word.i]
    return envelope(passage.of(t) for t in (*modifiers, word))


def _inside(passage: Passage, draft: Draft, holders: tuple[Party, ...]) -> Iterator[Span]:
    sentence = passage.of(draft.issue.sent)
    return (h.span for h in holders if sentence.contains(h.span))


def _since(draft: Draft) -> str | None:
    """Return the year since when the stance is held: of a "since" of its own clause."""
    clause = _clause(draft.words[0])
    for token in draft.words[0].sent:
        if token.lower_ == "since" and token.dep_ == "prep" and _clause(token.head) == clause:
            match = _SINCE.match(token.doc[token.i : token.right_edge.i + 1].text.lower())
            if match:
                return match[1]
    return None


def _clause(token: Token) -> Token:
    """Return the verb of the clause in which ``token`` stands; infinitives belong to what rules."""
    while token.head != token and (token.pos_ not in ("VERB", "AUX") or token.dep_ == "xcomp"):
        token = token.head
    return token
