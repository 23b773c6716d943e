"""From the words that name a speaker to the actor they stand for, and the role the text gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extraction.cast import Cast
from dragoman.extraction.passages import ParsedArticle
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking
from dragoman.records import Actor, Mention, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

# Under this a speaker is shown as uncertain: words, no name.
THRESHOLD = 0.5
_BY_SURNAME = 0.85
_UNRESOLVED = 0.5
_ROLE_DEPS = frozenset({"compound", "amod", "nmod", "poss", "appos"})
_MAX_ROLE = 90  # characters: longer "roles" are clauses that the parser hung on the name


class Roles:
    """The role that the text gives each person where it first names one with the name."""

    def __init__(self, parsed: ParsedArticle, cast: Cast) -> None:
        self._parsed, self._cast = parsed, cast
        self._found: dict[str, str] | None = None

    def of(self, actor_id: str) -> str | None:
        """Return an actor's first role in the article, or None."""
        if self._found is None:
            self._found = self._collect()
        return self._found.get(actor_id)

    def _collect(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for passage in self._parsed.passages:
            for mention in self._cast.mentions_in(passage.span):
                if mention.kind != "name" or mention.actor_id in found:
                    continue
                tokens = passage.tokens(mention.head)
                if tokens is None or self._cast.actor_of(mention).kind != "person":
                    continue
                role = role_beside(
                    self._parsed.article.text, passage.span.start, tokens.root, mention
                )
                if role:
                    found[mention.actor_id] = role
        return found


def role_beside(text: str, offset: int, name: Token, mention: Mention) -> str | None:
    """Return the words beside a name that say who it is: "Kremlin spokesman", "a farmer"."""
    before = [c for c in name.children if c.i < name.i and c.dep_ in _ROLE_DEPS]
    named = mention.head.start
    left = min((c.left_edge.idx + offset for c in before), default=named)
    words = text[left:named].strip(" ,")
    if any(ch.islower() for ch in words) and len(words) <= _MAX_ROLE:
        return words
    for note in name.children:
        if note.dep_ == "appos" and note.i > name.i and note.pos_ in {"NOUN", "PROPN"}:
            end = note.right_edge
            words = text[note.left_edge.idx + offset : end.idx + len(end.text) + offset]
            if len(words) <= _MAX_ROLE:
                return words.strip(" ,")
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        first = name.head.left_edge
        words = text[first.idx + offset : named].strip(" ,")
        return words if 0 < len(words) <= _MAX_ROLE else None
    return None


class Resolver:
    """Resolves the speakers of one article."""

    def __init__(self, parsed: ParsedArticle, cast: Cast) -> None:
        self._cast = cast
        self._roles = Roles(parsed, cast)
        self._surnames = _surnames(cast)

    def speaker(self, scene: Scene, speaking: Speaking, trust: float) -> Speaker:
        """Return the record of one speaker; `trust` is how sure the attribution itself is."""
        mention = _mention(scene, self._cast, speaking)
        text = scene.words(speaking.span)
        return self._record(text, speaking.span, speaking.referent.text, mention, trust)

    def labelled(self, span: Span, text: str, trust: float) -> Speaker:
        """Return the speaker that a label names: "Quote from Macron:"."""
        mention = self._cast.mention_at(span)
        return self._record(text, span, text.rsplit(maxsplit=1)[-1], mention, trust)

    def _record(
        self, text: str, span: Span, head: str, mention: Mention | None, trust: float
    ) -> Speaker:
        if mention is not None:
            actor, confidence = self._cast.actor_of(mention), mention.confidence
        elif (known := self._surnames.get(head.casefold())) is not None:
            actor, confidence = known, _BY_SURNAME
        else:
            return Speaker(text=text, span=span, confidence=round(trust * _UNRESOLVED, 3))
        if actor.kind == "place_only":
            return Speaker(text=text, span=span, confidence=round(trust * _UNRESOLVED, 3))
        confidence = round(trust * confidence, 3)
        sure = confidence >= THRESHOLD
        role = text if mention is not None and mention.kind in {"office", "noun"} else None
        if role is None and actor.kind == "person":
            role = self._roles.of(actor.id)
        return Speaker(
            text=text,
            span=span,
            name=actor.name if sure else None,
            actor_id=actor.id if sure else None,
            role=role,
            confidence=confidence,
        )


def _surnames(cast: Cast) -> dict[str, Actor]:
    """Return the persons by surname, where only one bears it: a net under the name finder."""
    bearers: dict[str, list[Actor]] = {}
    for actor in cast.actors:
        words = actor.name.casefold().split()
        if actor.kind == "person" and words:
            bearers.setdefault(words[-1], []).append(actor)
    return {name: found[0] for name, found in bearers.items() if len(found) == 1}


def _mention(scene: Scene, cast: Cast, speaking: Speaking) -> Mention | None:
    """Return the mention that a speaker's head word belongs to, a name before all others."""
    heads = [speaking.referent]
    heads += [c for c in speaking.referent.children if c.dep_ == "appos"]
    if speaking.referent.dep_ == "appos":
        heads.append(speaking.referent.head)
    spans = [scene.span(h, h) for h in heads]
    found: list[tuple[int, Mention]] = []
    for rank, span in enumerate(spans):
        found += [
            (rank, m) for m in cast.mentions_in(span) if m.head.overlaps(span) or m.span == span
        ]
        found += [(rank + 10, m) for m in cast.mentions_in(span) if m.kind == "name"]
    if not found:
        return None
    return min(found, key=lambda pair: (pair[1].kind != "name" or pair[0] >= 10, pair[0]))[1]
