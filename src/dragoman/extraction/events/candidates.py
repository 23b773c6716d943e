"""Walks the sentences of a passage and yields the events that their words tell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.plover_lexicon import event_lexicon
from dragoman.extraction.cast import Cast
from dragoman.extraction.clauses.grammar import lemma_of
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.domains import outside_politics
from dragoman.extraction.events.frames import Candidate, noun_candidate, verb_candidate
from dragoman.extraction.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def passage_candidates(passage: Passage, cast: Cast) -> Iterator[Candidate]:
    """Yield the event candidates of a passage, sentence by sentence, in the order of the text."""
    parties = Parties(passage, cast)
    words = passage.column("LOWER")
    verbs = passage.where("POS", "VERB", "AUX")
    nouns = passage.where("POS", "NOUN", "PROPN")
    for first, last in passage.sentences():
        if not outside_politics(words[first:last]):
            here = slice(bisect_left(verbs, first), bisect_left(verbs, last))
            of_nouns = slice(bisect_left(nouns, first), bisect_left(nouns, last))
            yield from _of_sentence(passage.doc, verbs[here], nouns[of_nouns], parties)


def _of_sentence(
    doc: Doc, verbs: Iterable[int], nouns: Iterable[int], parties: Parties
) -> Iterator[Candidate]:
    """Yield the candidates of a sentence, whose verbs and nouns are given by number."""
    lexicon = event_lexicon()
    found: list[Candidate] = []
    spoken_of: set[int] = set()
    for token in map(doc.__getitem__, verbs):
        known = lemma_of(token, lexicon.verbs) in lexicon.verbs
        if known and not _is_adjective(token) and not _is_person(token):
            candidate = verb_candidate(token, parties)
            if candidate is not None:
                found.append(candidate)
                spoken_of.update(t.i for t in candidate.consumed)
    for token in map(doc.__getitem__, nouns):
        if token.i in spoken_of or token.lemma_.lower() not in lexicon.nouns:
            continue
        if token.dep_ not in ("compound", "amod"):
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
