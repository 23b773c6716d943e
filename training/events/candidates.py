"""Labelled sentences, read as the extraction reads them: each candidate with its features.

A candidate is right if a labelled event of its frame's type has its trigger at the candidate's
words (the noun of a light verb and the object of a frame count as its words).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from unittest.mock import patch

import dragoman as dg
from dragoman.extraction.events import stage
from dragoman.extraction.events.build import Draft, build
from dragoman.extraction.events.features import features
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.judge import Judge
from dragoman.extraction.events.scene import Scene
from dragoman.extraction.passages import Passage
from training.events.worksheets import Sentence

Row = dict[str, Any]


class Judged(NamedTuple):
    """A candidate of a labelled sentence."""

    document: str
    natural: bool
    features: frozenset[str]
    type: str
    right: bool


class _Seen(NamedTuple):
    """A candidate as the extraction met it; spans are offsets into the article."""

    words: tuple[tuple[int, int], ...]
    type: str
    features: frozenset[str]


def judged(
    sentences: dict[int, Sentence], labels: dict[int, Row], *, natural: bool
) -> Iterator[Judged]:
    """Yield the candidates of all labelled sentences.

    Args:
        sentences: The sentences by number, with the texts of their documents.
        labels: Labelled rows by number.
        natural: Whether they are cut from documents (else each is a document of its own).
    """
    by_document: dict[str, list[int]] = defaultdict(list)
    for number in sorted(labels.keys() & sentences.keys()):
        by_document[sentences[number].row.get("id", f"written-{number}")].append(number)
    articles = [_article(sentences[numbers[0]]) for numbers in by_document.values()]
    for (name, numbers), seen in zip(by_document.items(), _seen(articles), strict=True):
        for number in numbers:
            for one in _inside(seen, sentences[number]):
                right = _is_right(one, labels[number])
                yield Judged(name, natural, one.features, one.type, right)


def _article(sentence: Sentence) -> dg.Article:
    return dg.Article.from_text(sentence.document, published=sentence.date or None)


def _seen(articles: list[dg.Article]) -> Iterator[list[_Seen]]:
    """Yield what the extraction meets in each article, nothing left out by the judge."""
    met: list[_Seen] = []

    def noted(candidate: Candidate, passage: Passage, scene: Scene, likely: float) -> Draft:
        near = (*candidate.consumed, *([candidate.governor] if candidate.governor else []))
        words = tuple(tuple(passage.of(t)) for t in (candidate.trigger, *near))
        met.append(_Seen(words, candidate.frame.type, features(candidate, scene)))  # type: ignore[arg-type]
        return build(candidate, passage, scene, likely)

    nothing_known = Judge({}, 0.0)
    with patch.object(stage, "build", noted), patch.object(stage, "judge", lambda: nothing_known):
        for _ in dg.extract_all(articles):
            yield list(met)
            met.clear()


def _inside(seen: Iterable[_Seen], sentence: Sentence) -> Iterator[_Seen]:
    end = sentence.start + len(sentence.text)
    return (one for one in seen if sentence.start <= one.words[0][0] < end)


def _is_right(one: _Seen, row: Row) -> bool:
    return any(
        event["type"] == one.type
        and any(w[0] < event["trigger"][1] and event["trigger"][0] < w[1] for w in one.words)
        for event in row["events"]
    )
