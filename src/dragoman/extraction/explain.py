"""Why an event was coded so: the frame that held, those that did not, and the words of each part.

An event keeps its reason in words (`Event.why`). For more the article is read again, as it was
read then, and the sentence is looked at anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.codebooks.plover_lexicon import Frame, event_lexicon
from dragoman.errors import EvidenceError
from dragoman.extraction.actors import find_actors
from dragoman.extraction.clauses.grammar import lemma_of, verb_arguments
from dragoman.extraction.clauses.parties import Parties
from dragoman.extraction.events.candidates import passage_candidates
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.needs import Setting, noun_holds, verb_holds
from dragoman.extraction.language import LanguageModel, load_model
from dragoman.extraction.passages import ParsedArticle, Passage, parse_all
from dragoman.extraction.reference import resolve_pronouns
from dragoman.records import Article, Event


class Alternative(NamedTuple):
    """Another frame of the same word, and its conditions that did not hold here.

    Without such conditions it held too, and the frame that was taken is the more specific one.
    """

    frame: Frame
    unmet: tuple[str, ...]


class Explanation(NamedTuple):
    """What decided an event's type and parties."""

    event: Event
    frame: Frame
    governor: str | None
    """The light verb of a noun: "launched" in "launched an attack"."""
    alternatives: tuple[Alternative, ...]


def explain(article: Article, event: Event, *, model: LanguageModel | None = None) -> Explanation:
    """Return why ``event`` was coded so.

    Args:
        article: The article of the event.
        event: One of its events.
        model: A loaded language model; by default the best one on this machine.

    Raises:
        EvidenceError: The present version finds no event at these words; the archive that holds
            the event was made by another one.
    """
    parsed = next(parse_all([article], model or load_model()))
    cast = resolve_pronouns(parsed, find_actors(parsed))
    for passage in _passages(parsed, event):
        parties = Parties(passage, cast)
        for candidate in passage_candidates(passage, cast):
            if passage.of(candidate.trigger).start == event.trigger.start:
                return _explained(event, candidate, parties)
    raise EvidenceError(
        f"The present version finds no event at the words {event.trigger_text!r}.",
        source=article.url or article.id,
        hint=f"The event was made by {event.made_by or 'another version'}: {event.why}",
    )


def _passages(parsed: ParsedArticle, event: Event) -> Iterator[Passage]:
    return (p for p in parsed.passages if p.span.contains(event.trigger))


def _explained(event: Event, candidate: Candidate, parties: Parties) -> Explanation:
    trigger, lexicon = candidate.trigger, event_lexicon()
    if candidate.frame.pos == "v":
        frames = lexicon.verbs.get(lemma_of(trigger, lexicon.verbs), ())
        setting = Setting(trigger, verb_arguments(trigger), parties)
        unmet = [tuple(n for n in f.needs if not verb_holds(n, setting)) for f in frames]
    else:
        frames = lexicon.nouns.get(trigger.lemma_.lower(), ())
        unmet = [tuple(n for n in f.needs if not noun_holds(n, trigger)) for f in frames]
    others = tuple(
        Alternative(frame, tuple(map(str, needs)))
        for frame, needs in zip(frames, unmet, strict=True)
        if frame != candidate.frame
    )
    governor = candidate.governor.text if candidate.governor is not None else None
    return Explanation(event, candidate.frame, governor, others)
