"""Refusals to speak: "declined to comment", "did not say whether", "had no comment"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import reporting_words
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking, speakers_of
from dragoman.extraction.quotations.trees import child, pieces, subtree
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN_QUESTIONS = frozenset(
    {"whether", "if", "how", "when", "where", "why", "who", "what", "which", "whom"}
)


class Refusal:
    """A refusal to speak: the verb that carries it, its cue words, all its words, who refuses."""

    __slots__ = ("cue", "speakers", "token", "words")

    def __init__(
        self, token: Token, cue: Span, words: Span, speakers: tuple[Speaking, ...]
    ) -> None:
        self.token, self.cue, self.words, self.speakers = token, cue, words, speakers


def find_refusals(scene: Scene) -> Iterator[Refusal]:
    """Yield the refusals of a passage that stand outside quotation marks."""
    silences, refusals = reporting_words().silences, reporting_words().refusals
    for token in scene.passage.doc:
        if token.pos_ not in {"VERB", "AUX"} or scene.quoted(token):
            continue
        said = child(token, "xcomp")
        if token.lemma_ in refusals and said is not None and said.lemma_ in silences:
            yield _refusal(scene, token, token, said)
        elif token.lemma_ in silences and (no := child(token, "neg")) is not None:
            if _leaves_open(token):
                yield _refusal(scene, token, _first_auxiliary(token, no), token)
        elif token.lemma_ in {"have", "make", "offer", "give"} and (what := _no_comment(token)):
            yield _refusal(scene, token, token, what)


def _leaves_open(verb: Token) -> bool:
    """Whether a negated verb of speech says nothing: "did not say whether", not "did not say that"."""
    if verb.lemma_ not in {
        "say",
        "confirm",
        "explain",
        "reveal",
        "talk",
        "speak",
        "address",
        "name",
        "provide",
    }:
        return True
    return any(
        word.lower_ in _OPEN_QUESTIONS
        for clause in verb.children
        if clause.dep_ in {"ccomp", "xcomp", "advcl"} and clause.i > verb.i
        for word in list(clause.subtree)[:3]
    )


def _no_comment(verb: Token) -> Token | None:
    thing = child(verb, "dobj")
    if thing is None or thing.lemma_ not in {"comment", "reply", "response", "answer"}:
        return None
    return thing if any(c.lower_ == "no" for c in thing.children) else None


def _first_auxiliary(verb: Token, negation: Token) -> Token:
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < negation.i]
    return helpers[0] if helpers else negation


def _refusal(scene: Scene, token: Token, first: Token, last: Token) -> Refusal:
    first, last = (first, last) if first.i <= last.i else (last, first)
    speakers = speakers_of(scene, token)
    below = {i for i in subtree(token) if i >= first.i}
    rest = list(pieces(scene, below, breaks=set()))
    cue = scene.span(first, last)
    end = max([cue.end, *(p.end for p in rest)])
    start = min(
        [cue.start, *(s.span.start for s in speakers if s.span.start >= scene.passage.span.start)]
    )
    return Refusal(token, cue, Span(start, end), speakers)
