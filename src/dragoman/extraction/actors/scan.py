"""A passage read once: its words, and what the codebooks know of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.codebooks.place_words import place_words
from dragoman.extraction.actors.lexicon import Entry, Segment, segments
from dragoman.extraction.actors.names import PARTICLES
from dragoman.extraction.actors.places_in import country_with, with_places
from dragoman.extraction.actors.words import Word, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.extraction.passages import Passage

_INITIALS = 2  # "XI", "NG": surnames of speakers in transcripts stand in capitals
_LATIN = "\u024f"  # the last of the Latin letters
_TOPONYMS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(slots=True)
class Scan:
    """A passage's words and their readings.

    Attributes:
        passage: The passage.
        words: Its words, hyphens inside names passed over.
        found: Its segments in order; they cover all words.
        shout: Whether it is printed in capitals.
        word_at: The number of the word that a token became.
        proper: Words that the tagger takes for names somewhere in the article.
        of_word: The number of the segment that holds a word.
        phrases: Noun phrases, drawn out (`candidates` fills it in at its first pass).
        recognised: Persons' names that the recogniser saw (so is this).
    """

    passage: Passage
    words: tuple[Word, ...]
    found: list[Segment]
    shout: bool
    proper: frozenset[str]
    word_at: dict[int, int] = field(default_factory=dict)
    of_word: list[int] = field(default_factory=list)
    _chunks: list[tuple[int, int, int]] | None = None
    _chunk_ends: dict[int, int] = field(default_factory=dict)
    phrases: list[tuple[int, int]] = field(default_factory=list)
    recognised: list[tuple[int, int]] | None = None

    @property
    def doc(self) -> Doc:
        """The passage's parse."""
        return self.passage.doc

    def sentence_of(self, word: int) -> tuple[int, int]:
        """Return the tokens, from and to, of the sentence that holds a word."""
        return self.passage.sentence_tokens(self.words[word].token)

    def range_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the words that tokens ``[start, end)`` hold, or None."""
        first = next((self.word_at[i] for i in range(start, end) if i in self.word_at), None)
        if first is None:
            return None
        last = next(self.word_at[i] for i in range(end - 1, start - 1, -1) if i in self.word_at)
        return first, last + 1

    def segment_at(self, word: int) -> Segment:
        """Return the segment that holds a word."""
        return self.found[self.of_word[word]]

    def covering(self, start: int, end: int) -> list[Segment]:
        """Return the segments that hold words ``[start, end)``."""
        return self.found[self.of_word[start] : self.of_word[end - 1] + 1]

    def chunks(self) -> list[tuple[int, int, int]]:
        """Return the base noun phrases: words from, to, and the root's token."""
        if self._chunks is None:
            self._chunks = []
            for chunk in self.doc.noun_chunks:
                where = self.range_of(chunk.start, chunk.end)
                if where is not None:
                    root = chunk.root.i
                    self._chunks.append((*where, root))
                    self._chunk_ends.setdefault(root, where[1])
        return self._chunks

    def chunk_end(self, root: int) -> int | None:
        """Return where the base noun phrase with this root token ends, or None."""
        self.chunks()
        return self._chunk_ends.get(root)

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of words, widened so that it cuts no known name."""
        first, last = self.segment_at(start), self.segment_at(end - 1)
        return (
            min(start, first.start) if first.entries else start,
            max(end, last.end) if last.entries else end,
        )

    def within(self, start: int, end: int) -> list[Segment]:
        """Return the segments inside a range of words, numbered from its start."""
        first, last = self.of_word[start], self.of_word[end - 1] + 1
        return [
            Segment(s.start - start, s.end - start, s.entries, s.hyphen)
            if start <= s.start and s.end <= end
            else Segment(max(s.start, start) - start, min(s.end, end) - start, ())
            for s in self.found[first:last]
        ]

    def is_name(self, segment: Segment) -> bool:
        """Whether the tagger takes a segment's words for a name."""
        word = self.words[segment.start]
        if word.key in PARTICLES:  # "von der Leyen", "al-Sisi"
            word = self.words[segment.end - 1]
        if not word.capital:
            return False
        token = self.doc[self.words[segment.end - 1].token]
        if self.shout or word.text[0] > _LATIN:
            return True  # the recogniser knows no other script
        if token.pos_ == "NOUN":  # the first word of a headline: the article's other lines decide
            return token.text in self.proper
        return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}


def scan(passage: Passage, proper: frozenset[str]) -> Scan:
    """Read a passage's words and match the codebooks against them once.

    Args:
        passage: The passage.
        proper: Words that the tagger takes for names somewhere in the article.
    """
    words = words_of(passage.doc, passage.span.start)
    letters = [w.text for w in words if w.text[:1].isalpha()]
    shout = len(letters) > 2 and all(text.isupper() for text in letters)
    read = Scan(passage, words, segments(words, shout=shout), shout, proper)
    read.word_at = {w.token: i for i, w in enumerate(words)}
    read.found = with_places(read.found, words, _toponyms(read))
    read.found = [_told_wider(read, s) for s in read.found]
    read.found = [s if _may_stand(read, s) else Segment(s.start, s.end, ()) for s in read.found]
    for number, segment in enumerate(read.found):
        read.of_word += [number] * (segment.end - segment.start)
    return read


def _toponyms(read: Scan) -> Iterator[tuple[int, int]]:
    for entity in read.doc.ents:
        if entity.label_ in _TOPONYMS:
            where = read.range_of(entity.start, entity.end)
            if where is not None:
                yield where


def _may_stand(read: Scan, segment: Segment) -> bool:
    """Whether a reading agrees with the tagger: a bare surname must be a name, not a word."""
    if not segment.entries:
        return True
    if segment.has("capital") and _with_article(read, segment):
        return False  # "the Moskva" is a ship or a river
    if segment.has("country", "adjective", "capital", "place", "people", "ethnic"):
        return not _inside_person(read, segment)
    if any(e.sort != "short" for e in segment.entries):
        return True
    if read.shout:
        return True
    surface = read.words[segment.end - 1].text
    if len(surface) > _INITIALS and surface.isupper():
        return False  # "FICO" in running text is an acronym, not Mr Fico
    entity = read.doc[read.words[segment.start].token]
    if entity.ent_type_ in {"DATE", "TIME", "FAC", "LOC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return False
    return read.is_name(segment)


def _adjective_here(read: Scan, segment: Segment) -> bool:
    """Whether a word is an adjective for sure: "Franco-German", "Rakhine Buddhists"."""
    words, end = read.words, segment.end
    if segment.hyphen or (end < len(words) and words[end].hyphen):
        return True
    return end < len(words) and read.doc[words[end].token].tag_ in {"NNS", "NNPS"}


def _told_wider(read: Scan, segment: Segment) -> Segment:
    """Return a country or capital read as the town that the words beside it say it is.

    "Lebanon, Pennsylvania" is a town of the United States; the Nairobi of "University of Nairobi"
    is no government.
    """
    if not segment.has("country", "capital"):
        return segment
    words, start, end = read.words, segment.start, segment.end
    wider = " ".join(w.text for w in words[end + 1 : end + 3])
    if end + 1 < len(words) and words[end].key == "," and words[end + 1].capital:
        for name in (wider, words[end + 1].text):
            iso3 = country_with(" ".join(w.text for w in words[start:end]), name)
            if iso3:
                return Segment(start, end, (Entry("place", iso3),))
    learned = start > 1 and words[start - 1].key == "of" and words[start - 2].capital
    if segment.has("capital") and learned and words[start - 2].key in place_words().learned:
        return Segment(start, end, (Entry("place", segment.values("capital")[0]),))
    return segment


def _with_article(read: Scan, segment: Segment) -> bool:
    """Whether "the" stands right before a name that ends its phrase."""
    if not segment.start or read.words[segment.start - 1].key != "the":
        return False
    token = read.doc[read.words[segment.end - 1].token]
    return token.dep_ not in {"compound", "nmod", "amod", "poss"}


def _inside_person(read: Scan, segment: Segment) -> bool:
    """Whether a toponym is only a part of a person's name: "Jordan Henderson", "Paris Hilton"."""
    first, last = read.words[segment.start].token, read.words[segment.end - 1].token
    doc = read.doc
    if segment.has("adjective", "ethnic") and _adjective_here(read, segment):
        return False
    if any(doc[i].ent_type_ != "PERSON" for i in range(first, last + 1)):
        return False
    after = doc[last + 1] if last + 1 < len(doc) else None
    return doc[first].ent_iob_ == "I" or (after is not None and after.ent_iob_ == "I")
