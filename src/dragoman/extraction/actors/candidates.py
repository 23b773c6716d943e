"""Where parties may stand in a passage: names, and noun phrases headed by a known noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.extraction.actors.lexicon import Segment, segments
from dragoman.extraction.actors.words import POSSESSIVE, Word, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

    from dragoman.extraction.passages import Passage

_OF_HEADS = ("office", "role", "body")


@dataclass(slots=True)
class Scan:
    """A passage's words and what the codebooks know of them."""

    passage: Passage
    words: tuple[Word, ...]
    found: list[Segment]
    shout: bool
    word_at: dict[int, int] = field(default_factory=dict)

    @property
    def doc(self) -> Doc:
        """The passage's parse."""
        return self.passage.doc

    def range_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the words that tokens ``[start, end)`` hold, or None."""
        inside = [self.word_at[i] for i in range(start, end) if i in self.word_at]
        return (inside[0], inside[-1] + 1) if inside else None


def scan(passage: Passage) -> Scan:
    """Read a passage's words and match the codebooks against them once."""
    words = words_of(passage.doc, passage.span.start)
    letters = [w.text for w in words if w.text[:1].isalpha()]
    shout = len(letters) > 2 and all(text.isupper() for text in letters)
    found = segments(words, shout=shout)
    return Scan(passage, words, found, shout, {w.token: i for i, w in enumerate(words)})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``[start, end)`` that may name a party; `name` where a recogniser saw a person."""

    start: int
    end: int
    name: tuple[int, int] | None = None
    label: str = ""


def candidates(seen: Scan) -> Iterator[Candidate]:
    """Yield what may name a party, in the order of the text; nested ones after their phrase."""
    taken: set[int] = set()
    persons = list(_persons(seen))
    for chunk in _chunks(seen):
        start, end = chunk
        inside = [p for p in persons if start <= p[0] and p[1] <= end]
        last = inside[-1] if inside and _ends_with(seen, inside[-1], end) else None
        yield Candidate(start, end, last)
        taken.update(range(start, end))
        yield from _nested(seen, start, end, [p for p in inside if p != last])
    for person in persons:
        if not taken.intersection(range(*person)):
            yield Candidate(person[0], person[1], person)
            taken.update(range(*person))
    for segment in seen.found:
        if (
            segment.entries
            and not segment.has("role", "office", "adjective")
            and not taken.intersection(range(segment.start, segment.end))
        ):
            yield Candidate(segment.start, segment.end)


def _persons(seen: Scan) -> Iterator[tuple[int, int]]:
    for entity in seen.doc.ents:
        if entity.label_ != "PERSON":
            continue
        where = seen.range_of(entity.start, entity.end)
        if where is None:
            continue
        start, end = where
        while end > start and seen.words[end - 1].key == POSSESSIVE:
            end -= 1
        start = _after_titles(seen, start, end)
        if start < end and seen.words[start].capital:
            yield start, end


def _after_titles(seen: Scan, start: int, end: int) -> int:
    """Leave out titles that the recogniser took into the name."""
    for segment in seen.found:
        if (
            segment.start == start
            and segment.end < end
            and segment.has("office", "role", "adjective")
        ):
            if not segment.has("person"):
                return segment.end
    return start


def _chunks(seen: Scan) -> Iterator[tuple[int, int]]:
    """Yield base noun phrases, those with a known head drawn out over "of …"."""
    doc = seen.doc
    chunks: list[DocSpan] = list(doc.noun_chunks)
    i = 0
    while i < len(chunks):
        start, end = chunks[i].start, chunks[i].end
        while i + 1 < len(chunks) and _of_follows(doc, seen, chunks[i].root.i, end, chunks[i + 1]):
            i += 1
            end = chunks[i].end
        where = seen.range_of(start, end)
        if where is not None:
            yield where
        i += 1


def _of_follows(doc: Doc, seen: Scan, head: int, end: int, after: DocSpan) -> bool:
    if end >= len(doc) or doc[end].lower_ != "of" or after.start != end + 1:
        return False
    if doc[end].head.i != head:
        return False
    at = seen.word_at.get(head)
    return at is not None and any(s.start <= at < s.end and s.has(*_OF_HEADS) for s in seen.found)


def _ends_with(seen: Scan, person: tuple[int, int], end: int) -> bool:
    return all(seen.words[i].key == POSSESSIVE for i in range(person[1], end))


def _nested(
    seen: Scan, start: int, end: int, persons: list[tuple[int, int]]
) -> Iterator[Candidate]:
    """Yield names inside a phrase that are parties of their own: persons and possessors."""
    for person in persons:
        yield Candidate(person[0], person[1], person)
    for segment in seen.found:
        if not (start <= segment.start and segment.end < end) or not segment.entries:
            continue
        if any(p[0] <= segment.start < p[1] for p in persons):
            continue
        if (
            seen.words[segment.end].key in {POSSESSIVE, "of", "and", ","}
            or seen.words[segment.start - 1].key == "of"
        ):
            if segment.has("country", "capital", "body", "metonym", "person"):
                yield Candidate(segment.start, segment.end)
