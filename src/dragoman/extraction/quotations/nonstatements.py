"""Refusals to speak: "declined to comment", "did not say whether", "had no comment"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebooks.reporting import reporting_words
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking, named_by, speakers_of
from dragoman.extraction.quotations.trees import child, pieces, subtree
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN_QUESTIONS = frozenset(
    {"whether", "if", "how", "when", "where", "why", "who", "what", "which", "whom"}
)
_UNWILLING = frozenset({"would", "will", "wo", "’d", "'d", "could", "ca", "can"})
_SAYING = frozenset({"say", "confirm"})  # "would not say that" says something


class Refusal:
    """A refusal to speak: its cue's tokens, the cue's words, all its words, who refuses."""

    __slots__ = ("cue", "speakers", "tokens", "words")

    def __init__(
        self, tokens: frozenset[int], cue: Span, words: Span, speakers: tuple[Speaking, ...]
    ) -> None:
        self.tokens, self.cue, self.words, self.speakers = tokens, cue, words, speakers


def find_refusals(scene: Scene) -> Iterator[Refusal]:
    """Yield the refusals of a passage that stand outside quotation marks."""
    passage = scene.passage
    for i in passage.where("POS", "VERB", "AUX"):
        if scene.quoted_at[i] < 0:
            yield from _refusals_at(scene, passage.doc[i])


def _refusals_at(scene: Scene, verb: Token) -> Iterator[Refusal]:
    words = reporting_words()
    lemma = verb.lemma_
    said = child(verb, "xcomp") if lemma in words.refusals else None
    if said is not None and said.lemma_ in words.silences:
        yield _refusal(scene, verb, verb, said)
    elif lemma in words.evasions and child(verb, "dobj", "ccomp") is None:
        yield _refusal(scene, verb, verb, verb)
    elif lemma in {"have", "make", "offer", "give"} and (what := _no_comment(verb)):
        yield _refusal(scene, verb, verb, what)
    elif (
        (no := child(verb, "neg")) is not None
        and not _is_order(verb)
        and (end := _left_unsaid(verb)) is not None
    ):
        yield _refusal(scene, verb, _first_auxiliary(verb, no), end)


def _left_unsaid(verb: Token) -> Token | None:
    """Return the last word of a negated cue that leaves something unsaid, or None.

    "did not say whether", not "did not say that"; "would not discuss", not "did not discuss";
    "did not return calls"; "could not be reached for comment".
    """
    words = reporting_words()
    passive = child(verb, "auxpass") is not None
    if verb.lemma_ == "reach":
        return _for_comment(verb) if passive else None
    if verb.lemma_ == "be":
        available = child(verb, "acomp")
        return _for_comment(available) if available and available.lower_ == "available" else None
    if verb.lemma_ == "return":
        thing = child(verb, "dobj")
        return thing if thing is not None and thing.lemma_ in words.approaches else None
    if passive or verb.lemma_ not in words.silences:
        return None
    if verb.lemma_ in words.withheld:
        unwilling = any(c.lower_ in _UNWILLING for c in verb.lefts)
        return verb if _asks(verb) or (unwilling and verb.lemma_ not in _SAYING) else None
    return verb


def _asks(verb: Token) -> bool:
    """Whether an open question hangs on a verb: "say whether …", "explain why"."""
    return any(
        word.lower_ in _OPEN_QUESTIONS
        for part in verb.children
        if part.i > verb.i and part.dep_ in {"ccomp", "xcomp", "advcl", "advmod", "dobj"}
        for word in (part, *verb.doc[part.left_edge.i : part.left_edge.i + 3])
    )


def _for_comment(verb: Token) -> Token | None:
    link = next((c for c in verb.children if c.lower_ == "for" and c.i > verb.i), None)
    what = child(link, "pobj") if link is not None else None
    return what if what is not None and what.lemma_ == "comment" else None


def _is_order(verb: Token) -> bool:
    """Whether somebody is told to be silent: "instructed the staff not to disclose"."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return infinitive and (child(verb, "nsubj") is not None or child(verb.head, "dobj") is not None)


def _no_comment(verb: Token) -> Token | None:
    thing = child(verb, "dobj")
    if thing is None or thing.lemma_ not in {"comment", "reply", "response", "answer"}:
        return None
    return thing if any(c.lower_ == "no" for c in thing.children) else None


def _first_auxiliary(verb: Token, negation: Token) -> Token:
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < negation.i]
    return min([*helpers[:1], negation, verb], key=lambda t: t.i)


def _refusal(scene: Scene, token: Token, first: Token, last: Token) -> Refusal:
    first, last = (first, last) if first.i <= last.i else (last, first)
    speakers = speakers_of(scene, token)
    unreached = child(token, "nsubjpass") if token.lemma_ == "reach" else None
    if unreached is not None:
        speakers = (named_by(scene, unreached, token),)
    joined = [c for t in {token, first, last} for c in t.children if c.dep_ == "conj"]
    stop = min([c.left_edge.i for c in joined if c.left_edge.i > last.i], default=len(token.doc))
    below = {i for i in subtree(token, without=joined) if first.i <= i < stop}
    rest = list(pieces(scene, below, breaks=set()))
    cue = scene.span(first, last)
    end = max([cue.end, *(p.end for p in rest)])
    start = min(
        [cue.start, *(s.span.start for s in speakers if s.span.start >= scene.passage.span.start)]
    )
    return Refusal(frozenset({token.i, first.i, last.i}), cue, Span(start, end), speakers)
