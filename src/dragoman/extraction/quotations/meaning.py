"""Which mention the words that name a speaker rest on: a name before an office before a noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.codebooks.speaker_words import speaker_words
from dragoman.extraction.cast import Cast
from dragoman.extraction.quotations.scene import Scene
from dragoman.extraction.quotations.speakers import Speaking
from dragoman.extraction.quotations.trees import child
from dragoman.records import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_APPOSED = 4  # an apposition of an apposition of …: "X, Y's dean, Z" needs two


def meant_by(scene: Scene, cast: Cast, speaking: Speaking) -> tuple[Mention, ...]:
    """Return the mentions that a speaker's words rest on; several for a pronoun of several."""
    head = _at_heads(scene, cast, speaking.referent)
    if head is not None and head.kind == "pronoun":
        return tuple(m for m in cast.mentions_in(head.span) if m.span == head.span)
    if head is None or _is_described(cast, head, speaking.referent):
        person = _person_at_end(scene, cast, speaking)
        if person is not None:
            return (person,)
    return (head,) if head is not None else ()


def _at_heads(scene: Scene, cast: Cast, referent: Token) -> Mention | None:
    """Return the mention of the head word or of its appositions; names and persons first."""
    found: list[tuple[int, Mention]] = []
    for rank, head in enumerate(_heads(referent)):
        span = scene.span(head, head)
        near = cast.mentions_in(span)
        found += [(rank, m) for m in near if m.head.overlaps(span) or m.span == span]
        found += [(rank + 10, m) for m in near if m.kind == "name"]
    if not found:
        return None

    def preference(entry: tuple[int, Mention]) -> tuple[bool, bool, int]:
        rank, mention = entry
        person = cast.actor_of(mention).kind == "person"
        return (mention.kind != "name" or rank >= 10, rank > 0 and not person, rank)

    best = min(found, key=preference)
    return _its_spokesperson(cast, best[1], found)


def _its_spokesperson(cast: Cast, best: Mention, found: Sequence[tuple[int, Mention]]) -> Mention:
    """Prefer the person of "the University of X, Y's chancellor, Jane Roe" to the institution.

    Nor is a person ever in apposition to an outlet: "according to Reuters, an aide, Jane Roe".
    """
    if cast.actor_of(best).kind in {"person", "people"}:
        return best
    persons = [m for rank, m in found if 0 < rank < 10 and cast.actor_of(m).kind == "person"]
    return next((m for m in persons if m.kind == "name"), best)


def _heads(referent: Token) -> list[Token]:
    """Return a word with what stands in apposition to it, or what it stands in apposition to."""
    heads, node = [referent], referent
    for _ in range(_APPOSED):
        after = child(node, "appos")
        if after is None:
            break
        heads.append(after)
        node = after
    if referent.dep_ == "appos":
        heads.append(referent.head)
    called = called_by(referent)
    return heads if called is None else [*heads, called]


def called_by(noun: Token) -> Token | None:
    """Return the name that a description is given: "a student named *Wong*"."""
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.lemma_ in speaker_words().naming:
            name = child(verb, "oprd", "dobj") or _as_object(verb)
            if name is not None and name.pos_ == "PROPN":
                return name
    return None


def _as_object(verb: Token) -> Token | None:
    link = child(verb, "prep")
    return child(link, "pobj") if link is not None and link.lower_ in {"as", "only"} else None


def _is_described(cast: Cast, mention: Mention, referent: Token) -> bool:
    """Whether a mention only describes one person: "US Ambassador", without the name."""
    return (
        mention.kind in {"office", "noun"}
        and cast.actor_of(mention).kind == "person"
        and referent.tag_ not in _PLURAL_TAGS
    )


def _person_at_end(scene: Scene, cast: Cast, speaking: Speaking) -> Mention | None:
    """Return the person whose name ends a description that the parser did not see end there.

    "US Ambassador to Peru Jane Roe": not after a preposition of its own ("an aide to
    Jane Roe"), nor as a possessor.
    """
    inside = scene.span(speaking.referent, speaking.referent)
    reach = Span(min(inside.start, speaking.span.start), _end_of_phrase(scene, speaking))
    for mention in reversed(cast.mentions_in(reach)):
        head = mention.head
        if mention.kind != "name" or cast.actor_of(mention).kind != "person":
            continue
        rest = scene.words(Span(head.end, max(head.end, reach.end))).split()
        if head.start <= inside.start or (rest and rest[0].casefold() not in _AFTER_NAME):
            return None
        before = scene.words(Span(reach.start, head.start)).rstrip(" ,").split()
        link = before[-1].casefold() if before else "of"
        return None if link in _LINKS else mention
    return None


_LINKS = frozenset(
    {"of", "to", "for", "with", "from", "by", "in", "at", "under", "and", "or", "about", "on",
     "against", "the", "a", "an", "as", "near", "like", "representing", "told", "said"}
)  # fmt: skip
# What may follow the name in its phrase: "Jane Roe of the Labour Party".
_AFTER_NAME = frozenset({"of", "from", ",", "(", "in"})


def _end_of_phrase(scene: Scene, speaking: Speaking) -> int:
    if speaking.referent == speaking.head:
        return speaking.span.end
    tokens = speaking.referent.subtree
    last = speaking.referent.i
    for token in tokens:  # the antecedent's own words, up to its relative clause
        if token.i == last + 1 and not token.is_punct and token.dep_ != "relcl":
            last = token.i
    return scene.span(speaking.referent, scene.passage.doc[last]).end
