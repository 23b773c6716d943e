"""From the words that name a speaker to the actor they stand for, and the role the text gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.codebooks.confidence import speaker_probability
from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.quotations.meaning import called_by, meant_by
from dragoman.extraction.quotations.nameedges import after_clock
from dragoman.extraction.quotations.naming import (
    Names,
    description,
    fuller_body,
    is_some_of,
    kind_of,
    kind_of_words,
    plain_description,
    without_determiner,
)
from dragoman.extraction.quotations.pairs import pair_meant
from dragoman.extraction.quotations.roles import Roles
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking
from dragoman.extraction.quotations.titles import introduced_as, named_body
from dragoman.records import Actor, Mention, Span, Speaker
from dragoman.records.vocabulary import SpeakerBasis, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

# Under this a speaker is shown as uncertain: words, no name.
THRESHOLD = 0.5
# The raw score of a name that the codebooks give to several.
_AMBIGUOUS = 0.8
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


class Words(NamedTuple):
    """The words at the cue: as printed, where, their head word, and how sure the attribution is.

    `kind` is what they are if no actor stands behind them; `called` the name that they give:
    "a student named *Wong*", or a proper noun that the actors do not know; `around` the words
    with what else their clause says of them ("speaking on condition of anonymity").
    """

    text: str
    span: Span
    head: str
    plural: bool
    kind: SpeakerKind
    trust: float
    called: str | None = None
    around: str = ""


class Resolver:
    """Resolves the speakers of one article."""

    def __init__(self, parsed: ParsedArticle, cast: Cast) -> None:
        self._cast = cast
        self._roles = Roles(parsed, cast)
        self._names = Names(cast)
        self._surnames = _surnames(cast)

    def speakers(self, scene: Scene, speaking: Speaking, trust: float) -> tuple[Speaker, ...]:
        """Return the speakers that some words name: one, or all of "they" and "the two leaders".

        Args:
            scene: The passage of the words.
            speaking: The words.
            trust: How sure the attribution itself is, 0 to 1.
        """
        words = _words(scene, speaking, trust)
        pair = pair_meant(scene, self._cast, speaking.referent)
        if pair is not None:
            return tuple(self._named(words, actor, "pair", 1.0) for actor in pair)
        mentions = meant_by(scene, self._cast, speaking)
        if not mentions:
            return (self._unmentioned(words),)
        return tuple(self._mentioned(words, mention) for mention in mentions)

    def labelled(self, span: Span, text: str, trust: float) -> Speaker:
        """Return the speaker that a label names: "Quote from Macron:"."""
        head = text.rsplit(maxsplit=1)[-1]
        words = Words(text, span, head, plural=False, kind="person", trust=trust, called=text)
        mention = self._cast.mention_at(span)
        return self._unmentioned(words) if mention is None else self._mentioned(words, mention)

    def _mentioned(self, words: Words, mention: Mention) -> Speaker:
        actor = self._cast.actor_of(mention)
        if actor.kind == "place_only":
            return self._unmentioned(words)
        if mention.kind == "pronoun":
            return self._named(words, self._holder(actor), "pronoun", mention.confidence)
        if words.plural and is_some_of(mention, words.text):
            return self._unmentioned(
                words._replace(kind="group", called=without_determiner(words.text))
            )
        if self._names.is_named(mention):
            basis: SpeakerBasis = "name" if mention.kind == "name" else "office"
            # a mention's own confidence is about its country and office, not about who it is
            return self._named(
                words, actor, basis, _AMBIGUOUS if actor.candidates else 1.0, mention
            )
        meant = None if words.plural else self._meant(mention)
        if meant is not None:
            return self._named(words, meant, "office", 1.0, mention)
        mention = fuller_body(self._cast, mention)
        actor = self._cast.actor_of(mention)
        confidence = speaker_probability("described", words.trust)
        called = words.called if words.called and words.called not in mention.text else None
        return Speaker(
            text=words.text,
            span=words.span,
            name=called or description(self._cast, mention),
            actor_id=actor.id,
            kind=kind_of(
                actor, mention, words.around, named=called is not None, plural=words.plural
            ),
            basis="described",
            role=words.text,
            confidence=confidence,
        )

    def _named(
        self,
        words: Words,
        actor: Actor,
        basis: SpeakerBasis,
        raw: float,
        mention: Mention | None = None,
    ) -> Speaker:
        confidence = speaker_probability(basis, words.trust * raw)
        sure = confidence >= THRESHOLD
        described = self._described(actor)
        role = words.text if mention is not None and mention.kind in {"office", "noun"} else None
        if role is None and actor.kind == "person":
            role = self._roles.of(actor.id)
        name = actor.name if described is None else description(self._cast, described)
        return Speaker(
            text=words.text,
            span=words.span,
            name=name if sure else None,
            actor_id=actor.id if sure else None,
            kind=self._kind(words, actor, described) if sure else "unresolved",
            basis=basis,
            role=role,
            confidence=confidence,
        )

    def _holder(self, actor: Actor) -> Actor:
        """Return the person that a description means, else the actor itself."""
        described = self._described(actor)
        if described is None:
            return actor
        return self._meant(described) or actor

    def _meant(self, described: Mention) -> Actor | None:
        """Return whom a definite description means: who had that role before, the last body."""
        if self._cast.actor_of(described).kind == "person":
            return introduced_as(described, self._roles.introduced)
        return named_body(described, self._cast)

    def _described(self, actor: Actor) -> Mention | None:
        """Return a mention that describes an actor without a name; None if it has a name."""
        first = next((m for m in self._cast.mentions_of(actor.id) if m.kind != "pronoun"), None)
        return first if first is not None and not self._names.is_named(first) else None

    def _kind(self, words: Words, actor: Actor, described: Mention | None) -> SpeakerKind:
        if described is None:
            return "person" if actor.kind == "person" else "body"
        plural = words.plural or actor.kind == "people"
        return kind_of(actor, described, words.around, named=False, plural=plural)

    def _unmentioned(self, words: Words) -> Speaker:
        known = self._surnames.get(words.head.casefold())
        if known is not None:
            return self._named(words, known, "surname", 1.0)
        basis: SpeakerBasis = "words" if words.kind == "unresolved" else "described"
        nameless = words.kind in {"document", "unresolved"}
        return Speaker(
            text=words.text,
            span=words.span,
            name=None if nameless else words.called or plain_description(words.text),
            kind=words.kind,
            basis=basis,
            confidence=speaker_probability(basis, words.trust),
        )


def _words(scene: Scene, speaking: Speaking, trust: float) -> Words:
    referent: Token = speaking.referent
    text = scene.words(speaking.span)
    proper = referent.pos_ == "PROPN"
    plural = referent.tag_ in _PLURAL_TAGS or referent.lower_ in {"they", "many", "some", "all"}
    around = f"{text} {_aside(scene, referent)}"
    called = called_by(referent) or (referent if proper else None)
    return Words(
        text,
        speaking.span,
        referent.text if proper else referent.lemma_,
        plural=plural,
        kind=kind_of_words(referent, plural=plural, words=around),
        trust=trust,
        called=_full_name(scene, called) if called is not None else None,
        around=around,
    )


def _aside(scene: Scene, referent: Token) -> str:
    """Return what participles and relative clauses say beside a speaker's verb."""
    verb = referent.head
    asides = [*referent.children, *(verb.children if verb != referent else ())]
    found = [
        c for c in asides if c.dep_ in {"advcl", "relcl", "acl", "prep"} and not scene.quoted(c)
    ]
    return " ".join(scene.words(scene.span(c.left_edge, c.right_edge)) for c in found[:6])


def _full_name(scene: Scene, last: Token) -> str:
    """Return a proper noun with the proper nouns right before it."""
    first = last
    while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head in {last, first}:
        first = first.nbor(-1)
    return scene.words(scene.span(after_clock(first, last), last))


def _surnames(cast: Cast) -> dict[str, Actor]:
    """Return the persons by surname, where only one bears it: a net under the name finder."""
    bearers: dict[str, list[Actor]] = {}
    for actor in cast.actors:
        words = actor.name.casefold().split()
        if actor.kind == "person" and words:
            bearers.setdefault(words[-1], []).append(actor)
    return {name: found[0] for name, found in bearers.items() if len(found) == 1}
