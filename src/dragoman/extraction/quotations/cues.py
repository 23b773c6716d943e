"""Finds the words that report speech, and what each reports by the dependency tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.codebooks.reporting import Frame, ReportingVerb, reporting_verbs, reporting_words
from dragoman.extraction.quotations.complements import reported_by
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.sources import sourced_at
from dragoman.extraction.quotations.speakers import Speaking, owner_of, speakers_of
from dragoman.extraction.quotations.trees import child, pieces, subtree
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATING = frozenset({"say", "claim"})
_NOBODY = frozenset({"it", "that", "this", "which", "there"})
_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS")
CueKind = Literal["verb", "source", "noun", "colon", "signature", "label"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One act of reporting: its words, who speaks, and what the tree says is reported."""

    kind: CueKind
    span: Span
    token: Token | None
    entry: ReportingVerb | None
    speakers: tuple[Speaking, ...]
    content: tuple[Span, ...]
    frame: Frame | None = None

    @property
    def says(self) -> bool:
        """Whether the cue reports a clause without any quotation marks."""
        return bool(self.content)


def find_cues(scene: Scene) -> Iterator[Cue]:
    """Yield the cues of a passage that stand outside quotation marks, in order."""
    nouns = reporting_words().nouns
    passage = scene.passage
    verbs_and_nouns = passage.where("TAG", *_TAGS)
    others = (*passage.where("POS", "NOUN"), *passage.where("LOWER", "according"))
    for i in sorted({*verbs_and_nouns, *others}):
        if scene.quoted_at[i] >= 0:
            continue
        token = passage.doc[i]
        if (source := sourced_at(scene, token)) is not None:
            span, key, speakers, content = source
            yield Cue("source", span, key, None, speakers, content)
        elif token.tag_.startswith("VB"):
            if (entry := _entry(token)) is not None:
                yield from _verb(scene, token, entry)
        elif token.tag_ in {"NN", "NNS"} and token.lemma_ in nouns:
            yield from _noun(scene, token)


def _entry(token: Token) -> ReportingVerb | None:
    """Return the codebook's entry for a verb, with its particle if it has one ("point out")."""
    verbs = reporting_verbs()
    lemma = token.lemma_.lower()
    particle = child(token, "prt")
    if particle is not None and (entry := verbs.get(f"{lemma} {particle.lower_}")) is not None:
        return entry
    return verbs.get(lemma)


def _verb(scene: Scene, token: Token, entry: ReportingVerb) -> Iterator[Cue]:
    if token.dep_ in {"amod", "compound"}:
        return
    if entry.act == "name" and _is_by_name(token):
        return
    if entry.act in _STATING and is_negated(token):
        return  # "did not say that the port was safe": nobody said so
    speakers = speakers_of(scene, token)
    if entry.act == "show" and not any(_is_document(s.head) for s in speakers):
        return
    frame, content = reported_by(scene, token, entry)
    if _says_nothing(token, speakers) and not any(scene.stretches_in(c) for c in content):
        return
    yield Cue("verb", _cue_span(scene, token), token, entry, speakers, content, frame)


def is_negated(verb: Token) -> bool:
    """Whether a verb's act did not take place: "did not say", "never said"; not "not only said"."""
    no = child(verb, "neg")
    if no is None:
        return False
    after = verb.doc[no.i + 1 : no.i + 2].text.lower()
    return after not in {"only", "just", "merely"}


def _is_by_name(verb: Token) -> bool:
    """Whether a verb only gives a name and nobody is said to give it: "the mill, nicknamed “X”"."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and child(verb, "agent") is None


def _is_document(head: Token) -> bool:
    """Whether a noun is a text that states things: "the study found that …"."""
    return head.lemma_.lower() in reporting_words().documents


def _says_nothing(verb: Token, speakers: tuple[Speaking, ...]) -> bool:
    """Whether nobody speaks: "it is too soon to say", "one could say", "which helps explain"."""
    if verb.tag_ != "VB" or len(speakers) > 1:
        return False
    up = verb.head
    idle = verb.dep_ == "xcomp" and (up.pos_ in {"ADJ", "ADV"} or up.lemma_ in {"help", "be"})
    subject = speakers[0].head if speakers else child(up.head, "nsubj")
    if subject is None:
        return False
    return (bool(speakers) and subject.lower_ == "one") or (idle and subject.lower_ in _NOBODY)


def _cue_span(scene: Scene, token: Token) -> Span:
    """Return the verb's span, with the particle that follows it: "ruled out"."""
    particle = child(token, "prt")
    last = particle if particle is not None and particle.i == token.i + 1 else token
    return scene.span(token, last)


def _noun(scene: Scene, token: Token) -> Iterator[Cue]:
    clause = next(
        (
            c
            for c in token.children
            if c.dep_ in {"acl", "ccomp", "relcl"}
            and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)
        ),
        None,
    )
    if clause is None:
        return
    content = {i for i in subtree(clause) if i > token.i}
    that = min(content)
    if scene.passage.doc[that].lower_ == "that":
        content.discard(that)
    spans = tuple(pieces(scene, content, breaks={token.i}))
    if spans:
        yield Cue("noun", scene.span(token, token), token, None, owner_of(scene, token), spans)
