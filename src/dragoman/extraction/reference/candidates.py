"""The mentions a pronoun may stand for, each with its place in the grammar of its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.extraction.reference.salience import Candidate
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def sentence_numbers(parsed: ParsedArticle) -> list[list[int]]:
    """Return for each passage the running number of the sentence that each token stands in."""
    number = 0
    numbers = []
    for passage in parsed.passages:
        here = []
        for token in passage.doc:
            number += bool(token.is_sent_start)
            here.append(number)
        numbers.append(here)
    return numbers


def candidates_of(
    parsed: ParsedArticle, cast: Cast, sentences: Sequence[Sequence[int]]
) -> Iterator[Candidate]:
    """Yield the mentions of an article in order, with subjecthood and sentence number."""
    for number, passage in enumerate(parsed.passages):
        for mention in cast.mentions_in(passage.span):
            if mention.kind == "pronoun":
                continue
            token = _head(passage, mention)
            sentence = sentences[number][token.i] if token is not None else 0
            subject = token is not None and _is_subject(token)
            yield Candidate(mention, cast.actor_of(mention), token, number, sentence, subject)


def _head(passage: Passage, mention: Mention) -> Token | None:
    tokens = passage.tokens(mention.head)
    return tokens.root if tokens is not None and len(tokens) else None


def _is_subject(token: Token) -> bool:
    node = token
    for _ in range(4):
        if node.dep_ in _SUBJECTS:
            return True
        if node.dep_ not in {"appos", "compound", "conj"}:
            return False
        node = node.head
    return False
