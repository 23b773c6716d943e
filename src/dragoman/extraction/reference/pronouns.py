"""Third-person pronouns and what they ask of the one they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import Span
from dragoman.text.marks import find_quoted

if TYPE_CHECKING:
    from spacy.tokens import Token

Form = Literal["he", "she", "they", "it"]

_FORMS: dict[str, Form] = {
    **dict.fromkeys(["he", "him", "his", "himself"], "he"),
    **dict.fromkeys(["she", "her", "hers", "herself"], "she"),
    **dict.fromkeys(["they", "them", "their", "theirs", "themselves"], "they"),
    **dict.fromkeys(["it", "its", "itself"], "it"),
}
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


class Pronoun(NamedTuple):
    """A pronoun in its place. `passage_number` counts the article's passages."""

    form: Form
    token: Token
    span: Span
    passage: Passage
    passage_number: int
    subject: bool
    possessive: bool
    reflexive: bool


def find_pronouns(parsed: ParsedArticle) -> Iterator[Pronoun]:
    """Yield the third-person pronouns outside quotation marks, without the "it" of "it rains".

    Inside marks the speaker's words have their own bearings ("he" is whoever the speaker means).
    """
    quoted = find_quoted(parsed.article.text, [p.span for p in parsed.passages])
    outer = [q.outer for q in quoted if q.depth == 0]
    at = 0
    for number, passage in enumerate(parsed.passages):
        for token in passage.doc:
            form = _FORMS.get(token.lower_)
            if form is None or token.dep_ == "expl" or token.pos_ not in {"PRON", "DET"}:
                continue
            span = passage.of(token)
            while at < len(outer) and outer[at].end <= span.start:
                at += 1
            if at < len(outer) and outer[at].start <= span.start:
                continue
            if form == "it" and _empty(token):
                continue
            yield Pronoun(
                form, token, span, passage, number,
                subject=token.dep_ in {"nsubj", "nsubjpass"},
                possessive=token.dep_ == "poss",
                reflexive=token.lower_ in _REFLEXIVE,
            )  # fmt: skip


def _empty(token: Token) -> bool:
    """Whether an "it" points at a clause or at nothing: "it is clear that", "made it hard to"."""
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in {"AUX", "VERB"}:
        return token.dep_ == "nsubj"
    later = {c.dep_ for c in verb.children if c.i > verb.i}
    if verb.lemma_ in {"be", "seem", "appear", "become", "take", "rain", "snow", "happen"}:
        return bool(later & {"ccomp", "xcomp", "csubj", "advcl", "acomp", "attr"})
    return token.dep_ == "nsubjpass" and bool(later & {"ccomp"})
