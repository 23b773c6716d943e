"""The stage: candidates of every passage, built into records, merged over the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extraction.cast import Cast
from dragoman.extraction.events.build import Draft, Scene, build
from dragoman.extraction.events.candidates import passage_candidates
from dragoman.extraction.events.merge import merged
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
    return merged(_drafts(Scene(parsed, cast, times, places, speech)))


def _drafts(scene: Scene) -> Iterator[Draft]:
    for passage in scene.parsed.passages:
        if passage.block.kind == "caption":
            continue
        for candidate in passage_candidates(passage, scene.cast):
            yield build(candidate, passage, scene)
