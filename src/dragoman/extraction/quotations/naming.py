"""What a speaker is called, and of which kind it is: a name, or the text's own description."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.codebooks.chain_words import chain_words
from dragoman.codebooks.reporting import reporting_words
from dragoman.codebooks.speaker_words import speaker_words
from dragoman.extraction.cast import Cast
from dragoman.records import Actor, Mention
from dragoman.records.vocabulary import SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_DETERMINER = re.compile(
    r"(?:the|a|an|some|several|many|other|these|those|this|that|one(?!\s+of\b)|another|his|her|its|their)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’-]+")
_NAMES = frozenset({"name", "metonym", "demonym", "collective"})
_AROUND = 20  # mentions: with all of them a text of one actor cost its length squared
_NEAR = 8  # words: "source" further on is not the speaker
_GOVERNMENT = "Government of "
_MAX_DESCRIPTION = 90  # characters: longer ones hold clauses


class Names:
    """Which actors of an article have a name of their own, asked once for each."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._named: dict[str, bool] = {}

    def is_named(self, mention: Mention) -> bool:
        """Whether the actor behind a mention has a name, not only a description.

        "The ambassador" may be a person that the codebooks know, or just "Ambassador of X".
        """
        if mention.kind in _NAMES:
            return True
        if mention.actor_id not in self._named:
            self._named[mention.actor_id] = self._has_name(self._cast.actor_of(mention), mention)
        return self._named[mention.actor_id]

    def _has_name(self, actor: Actor, mention: Mention) -> bool:
        mentions = self._cast.mentions_of(actor.id)
        if any(m.kind in _NAMES for m in mentions):
            return True
        if actor.kind == "government" and actor.name.startswith(_GOVERNMENT):
            # "the authorities", "the administration" keep their words
            return _head_words(mention).casefold() == "government"
        name = actor.name.casefold()
        described = any(
            name.startswith(_head_words(m).casefold())
            for m in mentions
            if m.kind in {"office", "noun"}
        )
        title = actor.office.title if actor.office is not None else None
        return not described and actor.name != title


def _head_words(mention: Mention) -> str:
    start = mention.head.start - mention.span.start
    return mention.text[start : start + mention.head.length]


def description(cast: Cast, mention: Mention) -> str:
    """Return the words that describe a party without a name, without their article.

    A bare noun ("officials") takes the fuller words that the article uses of the same party
    ("German officials"), those before it first.
    """
    own = without_determiner(mention.text)
    if mention.kind == "pronoun" or len(own.split()) == 1:
        mentions = cast.mentions_of(mention.actor_id)
        at = bisect_left(mentions, mention.span, key=lambda m: m.span)
        before, after = mentions[max(0, at - _AROUND) : at], mentions[at + 1 : at + _AROUND]
        others = [m for m in (*reversed(before), *after) if m.kind in {"noun", "office"}]
        for other in others:
            words = without_determiner(other.text)
            if mention.kind == "pronoun" or _says_whose(words):
                return words[:_MAX_DESCRIPTION]
    return own[:_MAX_DESCRIPTION]


def is_some_of(mention: Mention, words: str) -> bool:
    """Whether words mean some members of a body and not the body: "other Republicans", "two Greens"."""
    first = words.split(maxsplit=1)[0].casefold() if words else ""
    return mention.kind in _NAMES and first in chain_words().indefinite | {"other", "fellow"}


def fuller_body(cast: Cast, mention: Mention) -> Mention:
    """Return the fuller description that "the ministry" takes up: "the ministry of transport"."""
    own = without_determiner(mention.text)
    if " " in own or not mention.text.casefold().startswith("the "):
        return mention
    if cast.actor_of(mention).kind == "person":
        return mention
    at = bisect_left(cast.mentions, mention.span, key=lambda m: m.span)
    for other in reversed(cast.mentions[max(0, at - _AROUND) : at]):
        same = _head_words(other).casefold() == own.casefold()
        if other.kind in {"noun", "office"} and same and " " in without_determiner(other.text):
            return other
    return mention


def plain_description(words: str) -> str:
    """Return the words at a cue as a description, without article and what a comma adds."""
    return without_determiner(words).split(",")[0][:_MAX_DESCRIPTION].strip()


def _says_whose(words: str) -> bool:
    """Whether a fuller description adds whose they are: "German officials", not "most people"."""
    return any(w[:1].isupper() for w in words.split()[:-1])


def without_determiner(words: str) -> str:
    """Return a phrase without its leading article, demonstrative or pronoun."""
    found = _DETERMINER.match(words)
    return words[found.end() :] if found else words


def kind_of(
    actor: Actor, mention: Mention, words: str, *, named: bool, plural: bool
) -> SpeakerKind:
    """Return the kind of a resolved speaker; `words` are those that name it at the cue."""
    if actor.kind == "person" and named:
        return "person"
    if keeps_nameless(words):
        return "anonymous"
    if actor.kind == "people" or (plural and mention.kind in {"noun", "office", "pronoun"}):
        return "body" if named else "group"
    return "unnamed" if actor.kind == "person" else "body"


def keeps_nameless(words: str) -> bool:
    """Whether words say that the text keeps a source nameless: "a source close to …"."""
    folded = words.casefold()
    found = _WORD.findall(folded)
    return bool({"source", "sources"} & set(found[:_NEAR])) or any(
        phrase in folded for phrase in chain_words().unnamed
    )


def kind_of_words(head: Token, *, plural: bool, words: str) -> SpeakerKind:
    """Return the kind of a speaker that is no actor of the article, by its head word."""
    if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} or head.ent_type_ in {"DATE", "TIME"}:
        return "unresolved"
    if head.pos_ == "PROPN":
        return "person" if head.ent_type_ == "PERSON" else "body"
    lemma = head.lemma_.lower()
    if keeps_nameless(words):
        return "anonymous"
    if lemma in chain_words().document or lemma in reporting_words().statements:
        return "document"
    if lemma in speaker_words().institutions:
        return "body"
    return "group" if plural else "unnamed"
