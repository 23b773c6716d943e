"""The stage: candidates of every passage, judged, built into records, merged over the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dragoman.extraction.cast import Cast
from dragoman.extraction.events.build import Draft, build
from dragoman.extraction.events.candidates import passage_candidates
from dragoman.extraction.events.completion import completed
from dragoman.extraction.events.encoder import Reading, encoder
from dragoman.extraction.events.features import ALONE, Seen, features
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.judge import judge, kept_from, looked_at_from
from dragoman.extraction.events.merge import merged
from dragoman.extraction.events.ourselves import spoken_for
from dragoman.extraction.events.pairs import with_pairs
from dragoman.extraction.events.pruning import pruned
from dragoman.extraction.events.requests import turned_down
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.events.trust import Trust, of_parties, of_type, support
from dragoman.extraction.passages import ParsedArticle, Passage
from dragoman.extraction.speech import Speech
from dragoman.records import Event, Place, TimeRef


def find_events(
    parsed: ParsedArticle,
    cast: Cast,
    times: Sequence[TimeRef],
    places: Sequence[Place],
    speech: Speech,
) -> tuple[Event, ...]:
    """Return the events that the article reports, in the order of its text.

    Args:
        parsed: The article and the parses of its passages.
        cast: Actors and mentions, pronouns included.
        times: Time expressions, resolved against the article's date.
        places: Toponyms.
        speech: Quotations: what is said in one is claimed by its speaker.
    """
    scene = Scene(parsed, cast, times, places, speech)
    return merged(with_pairs(_drafts(scene), scene), scene)


def _drafts(scene: Scene) -> Iterator[Draft]:
    for passage in scene.parsed.passages:
        if passage.block.kind == "caption":
            continue
        by_sentence = groupby(_of_passage(passage, scene), key=lambda told: told[0])
        for _, told in by_sentence:
            yield from _once_coded(turned_down([draft for _, draft in told]))


def _of_passage(passage: Passage, scene: Scene) -> Iterator[tuple[int, Draft]]:
    """Yield each draft with where its sentence begins."""
    for found in passage_candidates(passage, scene.cast):
        candidate = spoken_for(found, passage, scene)
        seen = features(candidate, scene)
        judged = judge().probability(seen)
        if judged < looked_at_from(seen):
            continue
        told = _with_all_parties(candidate, seen, passage, scene)
        if not told.actors and not told.recipients:
            continue
        reading = _read(told)
        likely = of_type(judged, reading.event)
        if likely < kept_from(seen):
            continue
        trust = Trust(likely, of_parties(support(told, reading, passage)))
        draft = build(told, passage, scene, trust)
        if not _says_nothing(draft.event):
            yield told.trigger.sent.start, draft


def _with_all_parties(
    candidate: Candidate, seen: Seen, passage: Passage, scene: Scene
) -> Candidate:
    """Return a candidate with the parties that stand further off, and without those that are none."""
    if candidate.guessed and ALONE not in seen.names:
        candidate = candidate._replace(recipients=())
    whole = completed(pruned(candidate, passage, scene.cast), passage, scene.cast)
    return pruned(whole, passage, scene.cast)


def _read(candidate: Candidate) -> Reading:
    """Return what the encoder reads of a candidate's sentence."""
    sentence = candidate.trigger.sent
    words = [token.text for token in sentence]
    return encoder().read(words, candidate.trigger.i - sentence.start, candidate.frame.type)


def _once_coded(told: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts of a sentence; beside an act with an actor PLOVER gets none without.

    "Nine were killed when police opened fire" tells one attack, in two words.
    """
    acted = any(draft.event.strict and draft.event.actors for draft in told)
    for draft in told:
        if acted and draft.event.strict and not draft.event.actors:
            yield draft._replace(event=draft.event.model_copy(update={"strict": None}))
        else:
            yield draft


def _says_nothing(event: Event) -> bool:
    """Whether a merely possible act has no second side ("is free to develop ties")."""
    sides = len(event.actors) + len(event.recipients)
    return event.status == "hypothetical" and event.type == "AGREE" and sides < 2
