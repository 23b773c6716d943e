"""Whom "the two leaders", "both men" or "the pair" mean: the two persons named last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.codebooks.gender import gender_cues
from dragoman.codebooks.speaker_words import speaker_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.quotations.scene import Scene
from dragoman.records import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TWO = frozenset({"two", "both"})
_REACH = 1500  # characters back: two paragraphs or three


def pair_meant(scene: Scene, cast: Cast, head: Token) -> tuple[Actor, Actor] | None:
    """Return the two persons that a noun phrase means, in the order of the text, or None."""
    if not _is_pair(head):
        return None
    start = scene.span(head, head).start
    named: list[Actor] = []
    for mention in reversed(cast.mentions_in(Span(max(0, start - _REACH), start))):
        actor = cast.actor_of(mention)
        if mention.kind in {"name", "office"} and actor.kind == "person" and actor not in named:
            named.append(actor)
    # those who are known to hold office first; "her counterpart" is known by the name alone
    found = [a for a in named if _fits(head, a)][:2]
    if len(found) < 2:
        found = named[:2]
    return (found[1], found[0]) if len(found) == 2 else None


def _is_pair(head: Token) -> bool:
    words, lemma = speaker_words(), head.lemma_.lower()
    if lemma in words.pairs:
        return any(c.lower_ in {"the", "both"} for c in head.children)
    if lemma not in words.in_office | words.anyone:
        return False
    return any(c.lower_ in _TWO for c in head.children)


def _fits(head: Token, actor: Actor) -> bool:
    lemma = head.lemma_.lower()
    if lemma in speaker_words().in_office:
        return actor.office is not None or actor.sector in {"GOV", "LEG", "ELI", "IGO", "PTY"}
    gender = gender_cues().nouns.get(lemma)
    given = gender_cues().given_names.get(actor.name.casefold().split()[0])
    return gender is None or given in {None, gender}
