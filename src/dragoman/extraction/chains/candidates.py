"""The likeliest origin in a sentence where a medium passes words on and no speaker was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.chain_words import chain_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.chains.origins import origin_role
from dragoman.extraction.passages import Passage
from dragoman.records import ChainLink, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan

_SPEAKING_KINDS = frozenset(
    {"person", "government", "organisation", "igo", "armed_group", "people"}
)
_LAST_WORDS = re.compile(r"(?:[\w’'-]+\W+){0,3}$")

# Points for what makes a noun phrase the origin: "citing X" outweighs any subject. Beside a
# quotation a possible speaker is enough; without one, the subject may be what the news is about.
INTRODUCED, SUBJECT, UNNAMED, NAMED = 4, 2, 2, 1
BESIDE_A_QUOTATION, ALONE = 2, 3


class _Candidate(NamedTuple):
    score: int
    span: Span


def likely_origin(
    passage: Passage, cast: Cast, sentence: Span, taken: Sequence[Span], enough: int
) -> ChainLink | None:
    """Return the noun phrase that most likely is the origin, or None.

    Args:
        passage: The passage that holds the sentence.
        cast: The article's actors and mentions.
        sentence: Where to look.
        taken: Spans that are no origin: the statement itself and the media.
        enough: The points that the phrase must reach.
    """
    found = []
    for chunk in passage.doc.noun_chunks:
        span = passage.of(chunk)
        if not span.overlaps(sentence) or any(span.overlaps(t) for t in taken):
            continue
        score = _introduced(passage, span, sentence) + _grammar(chunk) + _kind(cast, chunk, span)
        found.append(_Candidate(score, span))
    best = max(found, key=lambda c: (c.score, -c.span.start), default=None)
    if best is None or best.score < enough:
        return None
    name = _words(passage, best.span)
    mention = cast.mention_at(best.span)
    actor_id = mention.actor_id if mention else None
    return ChainLink(role=origin_role(name), name=name, span=best.span, actor_id=actor_id)


def _words(passage: Passage, span: Span) -> str:
    return passage.doc.text[span.start - passage.span.start : span.end - passage.span.start]


def _introduced(passage: Passage, span: Span, sentence: Span) -> int:
    before = _words(passage, Span(max(sentence.start, passage.span.start), span.start)).casefold()
    if before.endswith("("):  # "(a customs official, via Lusa)"
        return SUBJECT
    match = _LAST_WORDS.search(before)
    words = re.findall(r"[\w’'-]+", match.group()) if match else []
    phrases = (" ".join(words[-n:]) for n in (1, 2, 3))
    return INTRODUCED if any(p in chain_words().origin_before for p in phrases) else 0


def _grammar(chunk: DocSpan) -> int:
    root = chunk.root
    if root.dep_ not in {"nsubj", "nsubjpass", "pobj", "dobj", "agent"}:
        return 0
    governor = root.head if root.dep_ in {"nsubj", "nsubjpass", "dobj"} else root.head.head
    if governor.lemma_ not in chain_words().origin_verbs:
        return 0
    return SUBJECT if root.dep_.startswith("nsubj") else SUBJECT - 1


def _kind(cast: Cast, chunk: DocSpan, span: Span) -> int:
    vocabulary = chain_words()
    head = chunk.root.text.casefold()
    if head in vocabulary.witness or head in vocabulary.document:
        return UNNAMED
    if head in vocabulary.anonymous or head in vocabulary.spokesman:
        return UNNAMED
    mention = cast.mention_at(span)
    if mention is not None and cast.actor_of(mention).kind in _SPEAKING_KINDS:
        return UNNAMED if mention.kind != "pronoun" else NAMED
    return NAMED if chunk.root.ent_type_ in {"PERSON", "ORG", "NORP"} else 0
