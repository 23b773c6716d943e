"""What is seen of a candidate before it is judged: named features, each present or absent.

Names say what they stand for ("lemma=strike", "subject:GOV", "word~team"), so that a verdict can be
explained in words. What the sentence and the article speak of is given beside them, as directions of
the words' vectors. The same function serves training and use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.topics import NO_TOPIC, Vector, sentence_topic
from dragoman.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
ALONE = "a sentence alone"
_ALONE_WITHIN = 90  # tokens
_HUNG = frozenset(
    {"dobj", "nsubj", "nsubjpass", "pobj", "amod", "compound", "attr", "xcomp", "ccomp"}
)
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "REB", "UAF", "COP", "IGO", "PTY", "OPP"})


class Seen(NamedTuple):
    """What is seen of a candidate: names of what holds, and what it stands among."""

    names: frozenset[str]
    sentence: Vector = NO_TOPIC
    article: Vector = NO_TOPIC


def features(candidate: Candidate, scene: Scene) -> Seen:
    """Return what is seen of a candidate."""
    names = frozenset(
        (
            *_of_frame(candidate),
            *_of_parties("actor", candidate.actors, scene),
            *_of_parties("recipient", candidate.recipients, scene),
            *_of_standing(candidate, scene),
            *_of_words(candidate.trigger),
            *_of_article(scene),
        )
    )
    return Seen(names, sentence_topic(candidate.trigger), scene.topic)


def _of_frame(candidate: Candidate) -> Iterator[str]:
    frame, trigger = candidate.frame, candidate.trigger
    yield f"type={frame.type}"
    yield f"frame={frame.lemma}.{frame.pos}>{frame.type}"
    yield f"pos={trigger.tag_}"
    yield f"type={frame.type} pos={frame.pos} dep={trigger.dep_}"
    yield f"needs={min(frame.weight, 3)}"
    if candidate.governor is not None:
        yield f"governor={candidate.governor.lemma_.lower()}"
    if candidate.mutual:
        yield "mutual"


def _of_parties(side: str, parties: tuple[Party, ...], scene: Scene) -> Iterator[str]:
    yield f"{side}s={min(len(parties), 3)}"
    for party in parties[:3]:
        actor = scene.actor(party)
        if actor is None:
            yield f"{side}:unknown"
            continue
        yield f"{side}:{actor.kind}"
        yield f"{side}:{actor.sector}"
        if actor.countries:
            yield f"{side}:country"


def _of_standing(candidate: Candidate, scene: Scene) -> Iterator[str]:
    """Say who of public life takes part: a drummer's classmates ask and meet too."""
    kind = candidate.frame.type
    sides = [sum(map(scene.is_public, side)) for side in (candidate.actors, candidate.recipients)]
    yield f"type={kind} public={min(sum(sides), 2)}"
    yield f"public actor={sides[0] > 0} recipient={sides[1] > 0}"
    yield f"type={kind} actor={bool(candidate.actors)} recipient={bool(candidate.recipients)}"


def _of_words(trigger: Token) -> Iterator[str]:
    for child in trigger.children:
        if child.dep_ in _HUNG:
            yield f"{child.dep_}={child.lemma_.lower()}"
        elif child.dep_ == "prep":
            yield f"prep={child.lower_}"
    yield f"under={trigger.head.lemma_.lower()}"
    for token in trigger.sent:
        if token.pos_ in _CONTENT and token.i != trigger.i:
            yield f"word~{token.lemma_.lower()}"


def _of_article(scene: Scene) -> Iterator[str]:
    """Say how much politics the article has: news of a festival has few officials."""
    actors = scene.cast.actors
    yield f"article officials={_some(sum(a.sector in _OFFICIAL for a in actors))}"
    yield f"article states={_some(len({c for a in actors for c in a.countries}))}"
    passages = scene.parsed.passages
    if len(passages) == 1 and len(passages[0].doc) < _ALONE_WITHIN:
        yield ALONE  # somebody chose it: a headline, a cell of a table
    long = len(passages) > 3
    share = sum(a.sector in _OFFICIAL for a in actors) / max(1, len(actors))
    yield f"article share={int(share * 4)} {'long' if long else 'short'}"


def _some(number: int) -> str:
    return str(number) if number < 3 else "3-5" if number < 6 else "6+"
