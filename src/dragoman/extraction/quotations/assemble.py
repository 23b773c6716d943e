"""Drafts → records: kind, pieces, speakers, and all that stands around the cue."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebooks.spoken import spoken_languages
from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.quotations import details
from dragoman.extraction.quotations.attach import Draft
from dragoman.extraction.quotations.certainty import confidence_of
from dragoman.extraction.quotations.nonstatements import Refusal
from dragoman.extraction.quotations.resolve import Resolver
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.trees import subtree
from dragoman.records import Nonstatement, Quotation, Span, Speaker, TimeRef
from dragoman.records.base import record_id
from dragoman.records.vocabulary import QuotationKind, Standing, Translation

# Above this share of its letters inside marks a quotation is direct: a lead-in word such as
# "he" or a bracketed insertion outside the marks does not make it mixed.
DIRECT_SHARE = 0.9


class Assembler:
    """Makes the records of one article."""

    def __init__(self, parsed: ParsedArticle, cast: Cast, times: Sequence[TimeRef]) -> None:
        self._parsed, self._cast, self._times = parsed, cast, times
        self._resolver = Resolver(parsed, cast)

    def quotation(self, draft: Draft) -> Quotation:
        """Return the record of one act of speech."""
        scene, cue, text = draft.scene, draft.cue, self._parsed.article.text
        content = tuple(_with_marks(place, span) for place, span in draft.placed())
        kind = kind_of(draft)
        speakers = self._speakers(draft)
        found = {
            "addressee": details.addressee_of(scene, cue, content) if cue else None,
            "venue": details.venue_of(scene, cue, content) if cue else None,
        }
        translation, language = self._translation(draft, speakers, kind)
        cue_span = cue.span if cue else None
        evidence = (
            *content,
            *((cue_span,) if cue_span else ()),
            *(s.span for s in speakers if s.span),
        )
        return Quotation(
            id=record_id(self._parsed.article.id, "quotation", cue_span or content[0]),
            evidence=evidence,
            confidence=confidence_of(draft, kind),
            made_by=self._parsed.made_by,
            kind=kind,
            content=content,
            text=" ".join(span.of(text) for span in content),
            cue=cue_span,
            cue_text=cue_span.of(text) if cue_span else None,
            cue_voice=details.voice_of(cue) if cue else None,
            cue_tense=details.cue_tense(cue) if cue else None,
            cue_negated=details.is_cue_negated(cue) if cue else False,
            speakers=speakers,
            addressee=found["addressee"],
            venue=found["venue"],
            said_at=details.said_at(scene, cue, content, self._near(scene)) if cue else None,
            elisions=details.elisions_in(text, content),
            insertions=details.insertions_in(text, content),
            standing=standing_of(scene),
            original_language=language,
            translation=translation,
        )

    def nonstatement(self, scene: Scene, refusal: Refusal) -> Nonstatement:
        """Return the record of one refusal to speak."""
        speakers = tuple(
            speaker for s in refusal.speakers for speaker in self._resolver.speakers(scene, s, 1.0)
        )
        return Nonstatement(
            id=record_id(self._parsed.article.id, "nonstatement", refusal.cue),
            evidence=(refusal.words, *(s.span for s in speakers if s.span)),
            made_by=self._parsed.made_by,
            speakers=speakers,
            cue=refusal.cue,
            text=self._parsed.words(refusal.words),
        )

    def _speakers(self, draft: Draft) -> tuple[Speaker, ...]:
        if draft.label_name is not None:
            words = self._parsed.words(draft.label_name)
            return (self._resolver.labelled(draft.label_name, words, draft.confidence),)
        cue = draft.cue or draft.like
        scene = draft.like_scene or draft.scene
        return tuple(
            speaker
            for speaking in (cue.speakers if cue else ())
            for speaker in self._resolver.speakers(scene, speaking, draft.confidence)
        )

    def _near(self, scene: Scene) -> list[TimeRef]:
        here = scene.passage.span
        return [t for t in self._times if here.contains(t.span)]

    def _translation(
        self, draft: Draft, speakers: Sequence[Speaker], kind: QuotationKind
    ) -> tuple[Translation, str | None]:
        """Say whether the printed English is likely not what was spoken; "original" only if told."""
        language = _language_named(draft)
        if language is not None:
            return ("original" if language == "en" else "translation"), language
        if kind == "indirect":
            return "unknown", None
        for speaker in speakers:
            if speaker.actor_id is None:
                continue
            countries = self._cast.actor(speaker.actor_id).countries
            if countries and not spoken_languages().english & set(countries):
                return "translation", None
        return "unknown", None


def _language_named(draft: Draft) -> str | None:
    """Return the language that stands at the cue: "said in Russian", "speaking in French"."""
    if draft.cue is None or draft.cue.token is None:
        return None
    names = spoken_languages().names
    passage = draft.scene.passage
    named = passage.where("LOWER", *names)
    below = subtree(draft.cue.token) if named else ()
    for token in (passage.doc[i] for i in named if i in below):
        if token.i and token.nbor(-1).lower_ == "in":
            span = draft.scene.span(token, token)
            if not any(span.overlaps(c) for c in draft.content):
                return names[token.lower_]
    return None


def kind_of(draft: Draft) -> QuotationKind:
    """Return direct, mixed or indirect by the share of letters inside quotation marks."""
    if not any(scene.stretches_in(span) for scene, span in draft.placed()):
        return "indirect"
    inside = total = 0
    for scene, span in draft.placed():
        for letters, quoted in scene.letters_in(span):
            total += letters
            inside += letters if quoted else 0
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * total else "mixed"


def _with_marks(scene: Scene, span: Span) -> Span:
    """Take in a mark whose partner stands inside the span: the visit "historic"."""
    start, end = span
    for number in scene.stretches_in(span):
        stretch = scene.stretches[number]
        if start < stretch.outer.start and end == stretch.inner.end:
            end = stretch.outer.end
        elif start == stretch.inner.start and end > stretch.outer.end:
            start = stretch.outer.start
    return Span(start, end)


def standing_of(scene: Scene) -> Standing:
    """Return where on the page the passage stands."""
    kind = scene.passage.block.kind
    if kind == "headline":
        return "headline"
    if kind == "standfirst":
        return "standfirst"
    if kind == "caption":
        return "caption"
    return "background" if scene.passage.background else "body"
