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
    from spacy.tokens import Token

_SPEAKING_KINDS = frozenset(
    {"person", "government", "organisation", "igo", "armed_group", "people"}
)
_LAST_WORDS = re.compile(r"(?:[\w’'-]+\W+){0,3}$")
_OF = frozenset({"by", "from", "of", "in", "on"})
_AT_ONCE = 24  # characters between a document and the medium that obtained it
_MATRIX = frozenset({"ROOT", "ccomp", "parataxis", "conj"})

# Points for what makes a noun phrase the origin: "citing X" outweighs the subject of a verb of
# speech, which outweighs a phrase that only could speak.
INTRODUCED, SPEAKS, BRACKETED, MET, UNNAMED, NAMED = 4, 3, 2, 1, 2, 1

# The points that are enough: where somebody told a medium something, somebody is there; where a
# medium reports, the origin may be nowhere in the sentence; within the reported words even a
# speaking subject may be what the words are about.
SOMEONE_TOLD, SOMEONE_MAY_HAVE, WITHIN_THE_WORDS = 2, 3, 4


class _Candidate(NamedTuple):
    score: int
    person: bool
    nearness: int
    span: Span


def likely_origin(
    passage: Passage,
    cast: Cast,
    sentence: Span,
    media: Sequence[Span],
    enough: int,
    words: Sequence[Span] = (),
) -> ChainLink | None:
    """Return the noun phrase that most likely is the origin, or None.

    Args:
        passage: The passage that holds the sentence.
        cast: The article's actors and mentions.
        sentence: Where to look.
        media: Spans that are no origin.
        enough: The points that the phrase must reach.
        words: The reported words: a phrase among them must reach `WITHIN_THE_WORDS`.
    """
    found = []
    for chunk in passage.doc.noun_chunks:
        span = passage.of(chunk)
        if not span.overlaps(sentence) or any(span.overlaps(m) for m in media):
            continue
        if chunk.root.lower_ in chain_words().utterances:
            continue  # "a recent interview" says nothing by itself
        held = _to_a_medium(passage, span, media)
        if held and held[0] in _OF and _is_a_product(chunk):
            continue  # "a report by Lusa" is Lusa's own
        score = _introduced(passage, span, sentence) + _grammar(chunk) + _kind(cast, chunk, span)
        if held and set(held) <= chain_words().custody:
            score += INTRODUCED
        within = any(span.overlaps(w) for w in words)
        if score >= (max(enough, WITHIN_THE_WORDS) if within else enough):
            found.append(
                _Candidate(score, chunk.root.ent_type_ == "PERSON", -_distance(span, media), span)
            )
    best = max(found, default=None)
    if best is None:
        return None
    name = _words(passage, best.span)
    mention = cast.mention_at(best.span)
    actor_id = mention.actor_id if mention else None
    return ChainLink(role=origin_role(name), name=name, span=best.span, actor_id=actor_id)


def _words(passage: Passage, span: Span) -> str:
    return passage.text[span.start - passage.span.start : span.end - passage.span.start]


def _is_a_product(chunk: DocSpan) -> bool:
    vocabulary = chain_words()
    return chunk.root.lower_ in vocabulary.document | vocabulary.products


def _distance(span: Span, media: Sequence[Span]) -> int:
    return min((max(m.start - span.end, span.start - m.end) for m in media), default=0)


def _to_a_medium(passage: Passage, span: Span, media: Sequence[Span]) -> list[str]:
    """Return the words between a phrase and a medium that follows it at once, or []."""
    after = next((m for m in media if 0 <= m.start - span.end <= _AT_ONCE), None)
    return _words(passage, Span(span.end, after.start)).casefold().split() if after else []


def _introduced(passage: Passage, span: Span, sentence: Span) -> int:
    before = _words(passage, Span(max(sentence.start, passage.span.start), span.start)).casefold()
    if before.endswith("("):  # "(a customs official, via Lusa)"
        return BRACKETED
    match = _LAST_WORDS.search(before[-80:])
    words = re.findall(r"[\w’'-]+", match.group()) if match else []
    phrases = (" ".join(words[-n:]) for n in (1, 2, 3))
    return INTRODUCED if any(p in chain_words().origin_before for p in phrases) else 0


def _grammar(chunk: DocSpan) -> int:
    root = chunk.root
    while root.dep_ == "appos" and root.head.i < root.i:  # "the minister, Anna Berg, told"
        root = root.head
    if root.dep_ == "ROOT":
        return MET  # the head of a line without a verb: "Anna Berg on fog, as told to Lusa"
    if root.dep_ not in {"nsubj", "nsubjpass", "pobj", "dobj", "agent"}:
        return 0
    governor = root.head if root.dep_ in {"nsubj", "nsubjpass", "dobj"} else root.head.head
    if root.dep_ == "pobj" and root.head.lower_ == "for":
        return 0  # "who speaks for the port" is not the port
    if governor.lemma_ not in chain_words().origin_verbs:
        return 0
    if root.dep_ == "nsubj":
        return SPEAKS if _is_matrix(governor) else MET
    return MET


def _is_matrix(verb: Token) -> bool:
    """Whether a verb of speech governs its sentence, or stands beside it ("…, the mayor said")."""
    return verb.dep_ in _MATRIX


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
