"""Labelled texts, read as the extraction reads them: each candidate with what is seen of it.

A candidate is right if a labelled event of its frame's type has its trigger at the candidate's
words (the noun of a light verb and the object of a frame count as its words).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import dragoman as dg
from dragoman.extraction.events import stage
from dragoman.extraction.events.features import Seen, features
from dragoman.extraction.events.frames import Candidate
from dragoman.extraction.events.scene import Scene
from training.events.worksheets import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Row = dict[str, Any]
Words = tuple[tuple[int, int], ...]
_COMPLETING = frozenset({"acomp", "oprd", "dobj", "attr"})


class Told(NamedTuple):
    """A sentence, and where in it the word stands that tells an act."""

    sentence: str
    act: tuple[int, int]


class Judged(NamedTuple):
    """A candidate of a labelled text; `source` says of which kind of labels."""

    document: str
    source: str
    seen: Seen
    type: str
    right: bool
    told: Told


class Met(NamedTuple):
    """A candidate as the extraction met it; its words are offsets into the article."""

    words: Words
    type: str
    seen: Seen
    told: Told

    def judged(self, document: str, source: str, *, right: bool) -> Judged:
        """Return it with what a reader says of it."""
        return Judged(document, source, self.seen, self.type, right, self.told)

    def is_at(self, spans: Iterable[Iterable[int]]) -> bool:
        """Whether one of its words lies in one of these spans."""
        return any(w[0] < end and start < w[1] for start, end in spans for w in self.words)


def judged(sentences: dict[int, Sentence], labels: dict[int, Row], source: str) -> Iterator[Judged]:
    """Yield the candidates of all labelled sentences.

    Args:
        sentences: The sentences by number, with the texts of their documents.
        labels: Labelled rows by number.
        source: "natural" (cut from documents) or "written" (each a document of its own).
    """
    by_document: dict[str, list[int]] = defaultdict(list)
    for number in sorted(labels.keys() & sentences.keys()):
        by_document[sentences[number].row.get("id", f"written-{number}")].append(number)
    articles = [_article(sentences[numbers[0]]) for numbers in by_document.values()]
    for (name, numbers), found in zip(by_document.items(), met(articles), strict=True):
        for number in numbers:
            for one in _inside(found, sentences[number]):
                yield one.judged(name, source, right=_is_right(one, labels[number]))


def _article(sentence: Sentence) -> dg.Article:
    return dg.Article.from_text(sentence.document, published=sentence.date or None)


def met(articles: Iterable[dg.Article]) -> Iterator[list[Met]]:
    """Yield what the extraction meets in each article, nothing left out by the judge."""
    found: list[Met] = []

    def noted(candidate: Candidate, scene: Scene) -> Seen:
        seen = features(candidate, scene)
        words = _words(candidate, scene)
        found.append(Met(words, candidate.frame.type, seen, _told(candidate.trigger)))
        return seen

    with patch.object(stage, "features", noted):
        for _ in dg.extract_all(articles):
            yield list(found)
            found.clear()


def _told(trigger: Token) -> Told:
    start = trigger.idx - trigger.sent.start_char
    return Told(trigger.sent.text, (start, start + len(trigger)))


def _words(candidate: Candidate, scene: Scene) -> Words:
    """Return where a candidate's words stand: its trigger first, then what belongs to it.

    Coders name "guilty" in "was found guilty", "custody" in "was taken into custody".
    """
    trigger = candidate.trigger
    passage = next(p for p in scene.parsed.passages if p.doc is trigger.doc)
    beside = [c for c in trigger.children if c.dep_ in _COMPLETING]
    inner = [c for b in trigger.children if b.dep_ == "prep" for c in b.children]
    near = (*candidate.consumed, *([candidate.governor] if candidate.governor else []))
    carried = beside + [c for c in inner if c.dep_ == "pobj" and not c.ent_type_]
    words = (trigger, *near, *(carried if candidate.frame.needs else ()))
    return tuple((span.start, span.end) for span in map(passage.of, words))


def _inside(found: Iterable[Met], sentence: Sentence) -> Iterator[Met]:
    end = sentence.start + len(sentence.text)
    return (one for one in found if sentence.start <= one.words[0][0] < end)


def _is_right(one: Met, row: Row) -> bool:
    return any(e["type"] == one.type and one.is_at([e["trigger"]]) for e in row["events"])
