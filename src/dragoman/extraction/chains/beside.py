"""Which media beside a quotation have a part in it: not those in its words, nor another's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.extraction.cast import Cast
from dragoman.extraction.chains.antecedents import PRONOUNS
from dragoman.extraction.chains.media import describes, find_media
from dragoman.extraction.chains.medium import Medium, Step
from dragoman.extraction.passages import ParsedArticle
from dragoman.records import Quotation, Span

_MAY_BE_MEDIA = frozenset({"media", "company", "organisation"})
_NO_MEDIA = frozenset({"PERSON", "GPE", "LOC", "NORP", "DATE", "TIME", "FAC"})
_TO = frozenset({"on", "to", "via", "in", "the", "a"})  # between "said" and "Telegram"
_PASSED_ON = re.compile(
    r", as (?:first )?(?:reported|cited|quoted|published|relayed) by (?:the )?\Z"
)
_NEAR = 40  # characters from "told" to the name of the medium that was told


def zone_of(parsed: ParsedArticle, quotation: Quotation) -> list[Span]:
    """Return the sentences that may name hands: those of content and cue."""
    anchors = [
        quotation.content[0],
        quotation.content[-1],
        *([quotation.cue] if quotation.cue else []),
    ]
    zone: list[Span] = []
    for anchor in anchors:
        sentence = parsed.sentence_at(anchor)
        if sentence is not None and sentence not in zone:
            zone.append(sentence)
    return zone


def _before(parsed: ParsedArticle, quotation: Quotation, zone: list[Span]) -> list[Span]:
    """Return the sentence before, for a speaker that is a pronoun: it may name the medium."""
    first = min(zone, default=None)
    passage = parsed.passage_at(first.start) if first else None
    if first is None or passage is None or first.start <= passage.span.start:
        return []
    if not any(s.text.casefold() in PRONOUNS for s in quotation.speakers):
        return []
    earlier = parsed.sentence_at(Span(max(passage.span.start, first.start - 2), first.start))
    return [earlier] if earlier is not None and earlier not in zone else []


def media_around(
    parsed: ParsedArticle, cast: Cast, quotation: Quotation, others: Sequence[Quotation]
) -> list[Medium]:
    """Return the media that have a part in a quotation, from the sentences around it."""
    text = parsed.article.text
    zone = zone_of(parsed, quotation)
    for sentences in (zone, _before(parsed, quotation, zone)):
        media = [
            medium
            for sentence in sentences
            for medium in find_media(text, *sentence)
            if not _is_among_the_words(text, quotation, medium)
            and not _is_another_s(text, quotation, others, medium)
            and not is_someone(parsed, cast, medium)
        ]
        if media:
            return media
    return []


def _is_among_the_words(text: str, quotation: Quotation, medium: Medium) -> bool:
    """Whether a medium is part of what was said, not of who was told it."""
    if not quotation.speakers or not any(p.overlaps(medium.span) for p in quotation.content):
        return False  # where nobody was found to speak, the words may hold their own source
    if medium.step is Step.CARRIER and _PASSED_ON.search(text[_from(medium) : medium.span.start]):
        return False  # "…, as reported by Lusa" is not what was said
    cue = quotation.cue
    if cue is None or medium.step not in {Step.TOLD, Step.ON} or cue.end > medium.span.start:
        return True
    between = text[cue.end : medium.span.start].split()
    return not all(w in _TO or describes(w) for w in between)


def _from(medium: Medium) -> int:
    return max(0, medium.span.start - _NEAR)


def _is_another_s(
    text: str, quotation: Quotation, others: Sequence[Quotation], medium: Medium
) -> bool:
    """Whether a medium has its part in another quotation beside this one, and none in this."""
    if medium.step is Step.TOLD:
        cues = [q.cue for q in (quotation, *others) if q.cue and q.cue.end <= medium.span.start]
        last = max(cues, default=None)
        told = next((q for q in others if q.cue == last), None)
        return (
            last is not None
            and told is not None
            and not _share_a_speaker(told, quotation)
            and medium.span.start - last.end <= _NEAR
            and not set(text[last.end : medium.span.start]) & set(',;"“”')
        )
    if medium.step is Step.CARRIER:
        theirs = [
            q for q in others if any(s.span and s.span.overlaps(medium.span) for s in q.speakers)
        ]
        return bool(theirs) and not any(_shares_words(q, quotation) for q in theirs)
    return False


def _share_a_speaker(one: Quotation, two: Quotation) -> bool:
    return any(
        a.span == b.span or (a.actor_id is not None and a.actor_id == b.actor_id)
        for a in one.speakers
        for b in two.speakers
    )


def _shares_words(outer: Quotation, inner: Quotation) -> bool:
    spans = [*inner.content, *([inner.cue] if inner.cue else [])]
    return any(piece.overlaps(span) for piece in outer.content for span in spans)


def is_someone(parsed: ParsedArticle, cast: Cast, medium: Medium) -> bool:
    """Whether a name that only its place makes a medium is a person, a place or a date."""
    if not medium.presumed:
        return False
    mention = cast.mention_at(medium.span)
    if mention is not None and cast.actor_of(mention).kind not in _MAY_BE_MEDIA:
        return True
    passage = parsed.passage_at(medium.span.start)
    tokens = passage.tokens(medium.span) if passage else None
    return tokens is None or any(t.ent_type_ in _NO_MEDIA for t in tokens)
