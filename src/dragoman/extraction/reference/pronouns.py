"""Third-person pronouns and what they ask of the one they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.records import Span
from dragoman.text.marks import Quoted

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
    """A pronoun in its place.

    `passage_number` counts the article's passages; `stretch` is the number of the quoted stretch
    around it, -1 outside marks.
    """

    form: Form
    token: Token
    span: Span
    passage: Passage
    passage_number: int
    subject: bool
    possessive: bool
    reflexive: bool
    stretch: int


def find_pronouns(parsed: ParsedArticle, quoted: Sequence[Quoted]) -> Iterator[Pronoun]:
    """Yield the third-person pronouns of an article, without the "it" of "it rains".

    Args:
        parsed: The article.
        quoted: Its outermost quoted stretches, in order.
    """
    at = 0
    for number, passage in enumerate(parsed.passages):
        for token in _pronouns(passage):
            form = _FORMS[token.lower_]
            if token.dep_ == "expl" or token.pos_ not in {"PRON", "DET"}:
                continue
            if form == "it" and _empty(token):
                continue
            span = passage.of(token)
            while at < len(quoted) and quoted[at].outer.end <= span.start:
                at += 1
            inside = at < len(quoted) and quoted[at].outer.start <= span.start
            yield Pronoun(
                form, token, span, passage, number,
                subject=token.dep_ in {"nsubj", "nsubjpass"},
                possessive=token.dep_ == "poss",
                reflexive=token.lower_ in _REFLEXIVE,
                stretch=at if inside else -1,
            )  # fmt: skip


def _pronouns(passage: Passage) -> Iterator[Token]:
    strings = passage.doc.vocab.strings
    wanted = {strings.add(form) for form in _FORMS}
    for i, word in enumerate(passage.doc.to_array("LOWER").tolist()):
        if word in wanted:
            yield passage.doc[i]


def _empty(token: Token) -> bool:
    """Whether an "it" points at a clause or at nothing: "it is clear that", "made it hard to"."""
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in {"AUX", "VERB"}:
        return token.dep_ == "nsubj"
    later = {c.dep_ for c in verb.children if c.i > verb.i}
    if verb.lemma_ in {"be", "seem", "appear", "become", "take", "rain", "snow", "happen"}:
        return bool(later & {"ccomp", "xcomp", "csubj", "advcl", "acomp", "attr"})
    return token.dep_ == "nsubjpass" and bool(later & {"ccomp"})
