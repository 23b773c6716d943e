"""The stage: candidates of every passage, judged, built into records, merged over the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.cast import Cast
from dragoman.extraction.events.build import Draft, build
from dragoman.extraction.events.candidates import passage_candidates
from dragoman.extraction.events.features import features
from dragoman.extraction.events.judge import KEPT_FROM, judge
from dragoman.extraction.events.merge import merged
from dragoman.extraction.events.ourselves import spoken_for
from dragoman.extraction.events.pairs import with_pairs
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.passages import ParsedArticle
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
        for found in passage_candidates(passage, scene.cast):
            candidate = spoken_for(found, passage, scene)
            likely = judge().probability(features(candidate, scene))
            if likely < KEPT_FROM:
                continue
            draft = build(candidate, passage, scene, likely)
            if not _says_nothing(draft.event):
                yield draft


def _says_nothing(event: Event) -> bool:
    """Whether a merely possible act has no second side ("is free to develop ties")."""
    sides = len(event.actors) + len(event.recipients)
    return event.status == "hypothetical" and event.type == "AGREE" and sides < 2
