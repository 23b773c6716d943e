"""Walks the sentences of a passage and yields the events that their words tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.plover_lexicon import event_lexicon
from dragoman.extraction.cast import Cast
from dragoman.extraction.clauses.grammar import lemma_of
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.domains import outside_politics
from dragoman.extraction.events.frames import Candidate, noun_candidate, verb_candidate
from dragoman.extraction.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


def passage_candidates(passage: Passage, cast: Cast) -> Iterator[Candidate]:
    """Yield the event candidates of a passage, sentence by sentence, in the order of the text."""
    parties = Parties(passage, cast)
    for sentence in passage.doc.sents:
        if not outside_politics(sentence):
            yield from _of_sentence(sentence, parties)


def _of_sentence(sentence: Sentence, parties: Parties) -> Iterator[Candidate]:
    lexicon = event_lexicon()
    found: list[Candidate] = []
    spoken_of: set[Token] = set()
    for token in sentence:
        if _is_adjective(token) or _is_person(token):
            continue
        if token.pos_ in ("VERB", "AUX") and lemma_of(token, lexicon.verbs) in lexicon.verbs:
            candidate = verb_candidate(token, parties)
            if candidate is not None:
                found.append(candidate)
                spoken_of.update(candidate.consumed)
    for token in sentence:
        if token in spoken_of or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.lemma_.lower() in lexicon.nouns and token.dep_ not in ("compound", "amod"):
            candidate = noun_candidate(token, parties)
            if candidate is not None and not _agreed(candidate, found):
                found.append(candidate)
    yield from sorted(found, key=lambda c: c.trigger.i)


def _agreed(candidate: Candidate, found: list[Candidate]) -> bool:
    """Whether an agreement told before has the noun for its content ("agreed to continue talks")."""
    verb = candidate.governor
    return verb is not None and any(
        c.frame.type == "AGREE" and c.trigger == verb.head and verb.dep_ == "xcomp" for c in found
    )


def _is_adjective(verb: Token) -> bool:
    """Whether a participle only describes the noun that it stands before ("deployed missiles")."""
    return verb.dep_ == "amod" and verb.i < verb.head.i


def _is_person(verb: Token) -> bool:
    """Whether a participle stands for whom it tells of ("the accused", "the wounded")."""
    return verb.tag_ in ("VBN", "VBD") and any(
        c.dep_ == "det" and c.i == verb.i - 1 and c.lower_ in ("the", "an", "a")
        for c in verb.children
    )
